package dev.tracewright.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to a model.
 *
 * @param system the system prompt, or null for none
 * @param prompt the user's message
 * @param temperature 0 to 2, or null for the server's default
 * @param topP 0 to 1, or null for the server's default
 * @param maxTokens upper bound of output tokens, or null for the server's default
 * @param seed the sampling seed, or null for none
 * @param stop texts that end the output; may be empty
 * @param context how many tokens the model may hold, prompt and output together, or null for the server's default
 */
public record ChatRequest(
        @Nullable String system,
        String prompt,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed,
        List<String> stop,
        @Nullable Integer context) {
    public ChatRequest {
        stop = List.copyOf(stop);
    }

    /** The same with the server's default context. */
    public ChatRequest(
            @Nullable String system,
            String prompt,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            @Nullable Long seed,
            List<String> stop) {
        this(system, prompt, temperature, topP, maxTokens, seed, stop, null);
    }

    /** A bare prompt with the server's default settings. */
    public static ChatRequest of(String prompt) {
        return new ChatRequest(null, prompt, null, null, null, null, List.of());
    }
}
