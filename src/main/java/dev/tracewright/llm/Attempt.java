package dev.tracewright.llm;

import org.jspecify.annotations.Nullable;

/**
 * One call to a server, paid or not, as it is recorded.
 *
 * @param startedAt epoch milliseconds
 * @param millis how long it took
 * @param status the HTTP status, or 0 when none came
 * @param problem why it did not succeed, in the server's words where there are any; null for the accepted attempt
 * @param promptTokens as the server counted, or null
 * @param outputTokens as the server counted, or null
 */
public record Attempt(
        long startedAt,
        long millis,
        int status,
        @Nullable String problem,
        @Nullable Integer promptTokens,
        @Nullable Integer outputTokens) {}
