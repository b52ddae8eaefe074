package dev.tracewright.work;

import dev.tracewright.analysis.SearchWords;
import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Verdict;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the queue are shown.
 *
 * @param text words that all must occur in question, data set, solver, delegator, number or note; empty for any
 * @param states the states of which one must hold; empty for any
 * @param solvers the solvers of which one must have answered; empty for any
 * @param findings the findings of which one must have been made; empty for any
 * @param doubts the doubts of which one there must be; empty for any
 * @param only the answers of which it must be one, or null for any
 */
public record QueueFilter(
        String text,
        Set<State> states,
        Set<String> solvers,
        Set<Finding> findings,
        Set<Doubt> doubts,
        @Nullable Only only) {
    /** Shows everything. */
    public static final QueueFilter ALL = new QueueFilter("", Set.of(), Set.of(), Set.of(), Set.of(), null);

    public QueueFilter {
        states = Set.copyOf(states);
        solvers = Set.copyOf(solvers);
        findings = Set.copyOf(findings);
        doubts = Set.copyOf(doubts);
    }

    /**
     * Exactly some answers, such as those that a figure stands for.
     *
     * @param title what they are, for a person
     * @param responseIds their keys
     */
    public record Only(String title, Set<String> responseIds) {
        public Only {
            responseIds = Set.copyOf(responseIds);
        }
    }

    /** What an item can be to the annotator. */
    public enum State {
        OPEN,
        TRUE,
        FALSE,
        FLAGGED,
        DRAFT,
        /** Delegated steps that a study wants reviewed. */
        REVIEW;

        /** Whether the item is in this state. */
        public boolean holds(ItemRow row) {
            Label label = row.label();
            return switch (this) {
                case OPEN -> label.verdict() == null && row.review() == null;
                case TRUE -> label.verdict() == Verdict.TRUE;
                case FALSE -> label.verdict() == Verdict.FALSE;
                case FLAGGED ->
                    label.flags().stream().anyMatch(Flag::personal)
                            || !label.note().isEmpty();
                case DRAFT -> row.drafted();
                case REVIEW -> row.review() != null && row.review().waits();
            };
        }
    }

    /**
     * Whether the item is shown.
     *
     * @param found what was found in it so far
     * @param doubted what is doubtful about its verdict as far as it is known
     */
    public boolean accepts(ItemRow row, Set<Finding> found, Set<Doubt> doubted) {
        if (only != null && (row.responseId() == null || !only.responseIds().contains(row.responseId()))) {
            return false;
        }
        if (!doubts.isEmpty() && Collections.disjoint(doubts, doubted)) {
            return false;
        }
        if (!findings.isEmpty() && Collections.disjoint(findings, found)) {
            return false;
        }
        if (!states.isEmpty() && states.stream().noneMatch(state -> state.holds(row))) {
            return false;
        }
        if (!solvers.isEmpty() && (row.solver() == null || !solvers.contains(row.solver()))) {
            return false;
        }
        return SearchWords.of(text)
                .occurIn(
                        Integer.toString(row.problem().number()),
                        row.problem().question(),
                        row.problem().dataset(),
                        Objects.requireNonNullElse(row.solver(), ""),
                        Objects.requireNonNullElse(row.delegator(), ""),
                        row.label().note());
    }

    public QueueFilter withText(String newText) {
        return new QueueFilter(newText, states, solvers, findings, doubts, only);
    }

    public QueueFilter withStates(Set<State> newStates) {
        return new QueueFilter(text, newStates, solvers, findings, doubts, only);
    }

    public QueueFilter withSolvers(Set<String> newSolvers) {
        return new QueueFilter(text, states, newSolvers, findings, doubts, only);
    }

    public QueueFilter withFindings(Set<Finding> newFindings) {
        return new QueueFilter(text, states, solvers, newFindings, doubts, only);
    }

    public QueueFilter withDoubts(Set<Doubt> newDoubts) {
        return new QueueFilter(text, states, solvers, findings, newDoubts, only);
    }

    /** The same among these answers only, or among all for null. */
    public QueueFilter withOnly(@Nullable Only newOnly) {
        return new QueueFilter(text, states, solvers, findings, doubts, newOnly);
    }

    /** Whether it asks for what an item's texts must be read for. */
    boolean needsReading() {
        return !findings.isEmpty() || !doubts.isEmpty();
    }
}
