package dev.tracewright.store;

import org.jspecify.annotations.Nullable;

/**
 * One call to a model as it is kept, so that cost and trouble can be accounted for to the last call.
 *
 * @param id stable key, made by the client
 * @param problemId the problem it was for
 * @param responseId the response it led to or (a second opinion) was about, or null
 * @param planId the plan it led to or was solving with, or null
 * @param role {@code delegate}, {@code solve}, {@code verify} or {@code opinion}
 * @param model the model's name
 * @param startedAt epoch milliseconds
 * @param millis how long it took
 * @param status the HTTP status, or 0 when none came
 * @param problem why it did not succeed, or null for the accepted one
 * @param promptTokens as the server counted, or null
 * @param outputTokens as the server counted, or null
 */
public record CallAttempt(
        String id,
        String problemId,
        @Nullable String responseId,
        @Nullable String planId,
        String role,
        String model,
        long startedAt,
        long millis,
        int status,
        @Nullable String problem,
        @Nullable Integer promptTokens,
        @Nullable Integer outputTokens) {}
