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
 * @param solving what the response took in all attempts, or null where nobody recorded it
 * @param delegating what the delegator's steps took in all attempts, all of it and not a share, or null
 */
public record Trace(
        Problem problem,
        @Nullable Plan plan,
        @Nullable Plan original,
        Response response,
        @Nullable LabelEvent label,
        List<CorrectionEvent> corrections,
        @Nullable Outlay solving,
        @Nullable Outlay delegating) {
    public Trace {
        corrections = List.copyOf(corrections);
    }

    /** A trace of which nobody recorded what it took. */
    public Trace(
            Problem problem,
            @Nullable Plan plan,
            @Nullable Plan original,
            Response response,
            @Nullable LabelEvent label,
            List<CorrectionEvent> corrections) {
        this(problem, plan, original, response, label, corrections, null, null);
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
