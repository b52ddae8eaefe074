package dev.tracewright.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a solver answered to one problem under one approach.
 *
 * @param id stable key; for imported records a digest of their content, so that importing twice adds nothing
 * @param problemId the problem
 * @param planId the plan version it was solved with; null exactly when the approach has no delegated steps
 * @param approach how the solver was prompted
 * @param delegator the delegator's model name, or null where the approach has none
 * @param solver the solver's model name
 * @param repetition 0 for the first answer of this cell, counting up
 * @param prompt the solver's prompt, verbatim; empty where the file it came from does not tell
 * @param output the solver's output, verbatim
 * @param reasoning reasoning text the server sent apart from the output, or null; never read as the answer
 * @param promptTokens tokens of the prompt as the server counted, or null
 * @param outputTokens tokens of the output as the server counted, or null
 * @param millis wall time of the accepted attempt in milliseconds, or null
 * @param finish how the output ended
 * @param attempts how many calls it took; 0 for imported records
 * @param source file and row it was imported from, such as {@code traces.csv#12}, or null
 * @param createdAt epoch milliseconds
 * @param template the prompt template the prompt was made of, such as {@code paper/solution@1}, or null where unknown
 */
public record Response(
        String id,
        String problemId,
        @Nullable String planId,
        Approach approach,
        @Nullable String delegator,
        String solver,
        int repetition,
        String prompt,
        String output,
        @Nullable String reasoning,
        @Nullable Integer promptTokens,
        @Nullable Integer outputTokens,
        @Nullable Long millis,
        FinishReason finish,
        int attempts,
        @Nullable String source,
        long createdAt,
        @Nullable String template) {
    /** A response of whose prompt nobody says what it was made of. */
    public Response(
            String id,
            String problemId,
            @Nullable String planId,
            Approach approach,
            @Nullable String delegator,
            String solver,
            int repetition,
            String prompt,
            String output,
            @Nullable String reasoning,
            @Nullable Integer promptTokens,
            @Nullable Integer outputTokens,
            @Nullable Long millis,
            FinishReason finish,
            int attempts,
            @Nullable String source,
            long createdAt) {
        this(
                id,
                problemId,
                planId,
                approach,
                delegator,
                solver,
                repetition,
                prompt,
                output,
                reasoning,
                promptTokens,
                outputTokens,
                millis,
                finish,
                attempts,
                source,
                createdAt,
                null);
    }

    /** The same response, made with this template. */
    public Response withTemplate(@Nullable String name) {
        return new Response(
                id,
                problemId,
                planId,
                approach,
                delegator,
                solver,
                repetition,
                prompt,
                output,
                reasoning,
                promptTokens,
                outputTokens,
                millis,
                finish,
                attempts,
                source,
                createdAt,
                name);
    }
}
