package dev.tracewright.store;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One item of the queue: a response to be judged, or a problem that nobody has solved yet.
 *
 * @param problem the problem (one instance shared by all its rows)
 * @param responseId the response, or null for a problem without any
 * @param planId the plan version of the response; for a problem without response its latest plan; or null
 * @param planVersion that plan's version, or 0
 * @param approach the response's approach, or null
 * @param delegator the delegator's name, or null
 * @param solver the solver's name, or null
 * @param label the annotator's current label
 * @param labelledAt when it was made in epoch milliseconds, or 0
 * @param drafted whether the annotator has unsolved edits to the plan
 */
public record ItemRow(
        Problem problem,
        @Nullable String responseId,
        @Nullable String planId,
        int planVersion,
        @Nullable Approach approach,
        @Nullable String delegator,
        @Nullable String solver,
        Label label,
        long labelledAt,
        boolean drafted) {

    /** Identifies the item within its session. */
    public String key() {
        return responseId != null ? responseId : "problem:" + problem.id();
    }
}
