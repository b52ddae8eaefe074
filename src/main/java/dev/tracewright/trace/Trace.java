package dev.tracewright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response with everything it was made from, and what was labelled: the unit that is imported, shown and exported.
 *
 * @param problem the problem
 * @param plan the plan version it was solved with, or null where the approach has none
 * @param original the delegator's own version that {@code plan} descends from, or null where {@code plan} is that version
 *     itself or there is none
 * @param response the solver's response
 * @param label the last label event of one annotator, or null while there is none
 * @param corrections that annotator's corrections of the alignment that are in force, in the order in which they were made
 */
public record Trace(
        Problem problem,
        @Nullable Plan plan,
        @Nullable Plan original,
        Response response,
        @Nullable LabelEvent label,
        List<CorrectionEvent> corrections) {
    public Trace {
        corrections = List.copyOf(corrections);
    }

    /** A trace whose alignment nobody corrected. */
    public Trace(
            Problem problem,
            @Nullable Plan plan,
            @Nullable Plan original,
            Response response,
            @Nullable LabelEvent label) {
        this(problem, plan, original, response, label, List.of());
    }
}
