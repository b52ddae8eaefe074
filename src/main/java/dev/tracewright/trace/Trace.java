package dev.tracewright.trace;

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
 */
public record Trace(
        Problem problem,
        @Nullable Plan plan,
        @Nullable Plan original,
        Response response,
        @Nullable LabelEvent label) {}
