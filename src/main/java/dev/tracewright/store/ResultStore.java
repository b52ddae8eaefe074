package dev.tracewright.store;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.trace.Approach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a session that results are made of: its answers counted, and what reading them brought. Throws as {@link SessionStore}
 * does; the methods block, those that count for up to some seconds in a session of a million answers.
 */
public interface ResultStore {
    /**
     * Counts the answers that the filter lets through. Pairs, plans and lengths are counted beside the rest, on two processors; a label
     * that is given meanwhile may be in one and not in the other.
     */
    Answered count(ResultFilter filter);

    /**
     * The answers that a figure stands for, in queue order.
     *
     * @param selection which of the answers
     * @param filter the filter with which the figure was counted; its annotators decide what people say, and with its suggestions
     *     the program says it where nobody did
     * @param limit the most ids that are wanted, at least 0
     */
    Selected select(Selection selection, ResultFilter filter, int limit);

    /**
     * What there is to filter by among the answers of one kind.
     *
     * @param demonstration which kind, as in {@link ResultFilter#demonstration()}
     */
    Facets facets(boolean demonstration);

    /** How many answers have not been read by these rules, or were corrected since. */
    long unread();

    /**
     * Answers that have not been read, by rising key.
     *
     * @param after the key after which they begin, 0 for the first
     * @param limit how many at most
     * @param annotator whose corrections count where there are any; where there are none, and for null, those of whoever corrected
     *     last
     */
    List<UnreadAnswer> unread(long after, int limit, @Nullable String annotator);

    /** Keeps readings, all or none; one that was made before a correction is dropped. */
    void addReadings(List<AnswerReading> readings);

    /** Changed and solved plan versions that have not been compared with the delegator's own. */
    List<UnreadPlan> unreadPlans(int limit);

    /** Keeps what was changed in plans. */
    void addPlanChanges(List<PlanChange> changes);

    /**
     * Answers found.
     *
     * @param responseIds the first ones in queue order
     * @param count how many there are altogether
     */
    record Selected(List<String> responseIds, long count) {
        public Selected {
            responseIds = List.copyOf(responseIds);
        }
    }

    /**
     * The values that occur, each in alphabetical order (approaches as they are declared); what is absent is no value.
     *
     * @param bothKinds whether the session has both demonstration material and other answers, so that a person has a choice
     */
    record Facets(
            List<String> datasets,
            List<Approach> approaches,
            List<String> delegators,
            List<String> solvers,
            List<String> annotators,
            List<String> levels,
            List<String> subjects,
            boolean bothKinds) {
        public Facets {
            datasets = List.copyOf(datasets);
            approaches = List.copyOf(approaches);
            delegators = List.copyOf(delegators);
            solvers = List.copyOf(solvers);
            annotators = List.copyOf(annotators);
            levels = List.copyOf(levels);
            subjects = List.copyOf(subjects);
        }
    }
}
