package dev.tracewright.ui.results;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.trace.Approach;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the counted answers of a session come from. What returns something blocks and throws with a sentence for a person; call it away
 * from the screen.
 */
public interface ResultsSource {
    /** Counts the answers that pass. */
    Answered load(ResultFilter filter);

    /** What there is to choose from. */
    Facets facets();

    /** The answers that a number stands for. */
    Opened open(ResultFilter filter, Selection selection);

    /**
     * Reads the answers that nobody has read yet, until they are read or {@link #stopReading} is called.
     *
     * @param progress hears how far it is, on any thread
     */
    void read(Consumer<Reading> progress);

    /** Ends a reading soon; what was read stays read. */
    void stopReading();

    /**
     * What the answers of a session differ in, each in alphabetical order.
     *
     * @param datasets the data sets
     * @param approaches the approaches
     * @param delegators who wrote steps
     * @param solvers who answered
     * @param annotators who labelled
     * @param levels the problems' levels
     * @param subjects the problems' subjects
     */
    record Facets(
            List<String> datasets,
            List<Approach> approaches,
            List<String> delegators,
            List<String> solvers,
            List<String> annotators,
            List<String> levels,
            List<String> subjects) {
        /** Of no answer. */
        public static final Facets NONE =
                new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

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

    /**
     * Answers to be shown.
     *
     * @param title what they are
     * @param responses their keys
     * @param total how many there are, more than {@code responses} where these were cut
     */
    record Opened(String title, List<String> responses, long total) {
        public Opened {
            responses = List.copyOf(responses);
        }
    }

    /** How far a reading is; both in answers. */
    record Reading(long read, long total) {}
}
