package dev.tracewright.experiment;

import dev.tracewright.llm.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study fixes for every call of one role, the prompt apart.
 *
 * @param system the system prompt, or null for none
 * @param temperature 0 to 2, or null for the server's default
 * @param topP 0 to 1, or null for the server's default
 * @param maxTokens upper bound of output tokens, or null for the server's default
 * @param seed the sampling seed, or null for none; it is sent as it is for every repetition
 * @param stop texts that end the output; may be empty
 * @param context how many tokens the model may hold, prompt and output together, or null for the server's default
 */
public record CallSettings(
        @Nullable String system,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        @Nullable Long seed,
        List<String> stop,
        @Nullable Integer context) {
    /** The server's defaults. */
    public static final CallSettings DEFAULT = new CallSettings(null, null, null, null, null, List.of());

    public CallSettings {
        stop = List.copyOf(stop);
    }

    /** The same with the server's default context. */
    public CallSettings(
            @Nullable String system,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            @Nullable Long seed,
            List<String> stop) {
        this(system, temperature, topP, maxTokens, seed, stop, null);
    }

    /** The call that asks this prompt. */
    public ChatRequest request(String prompt) {
        return new ChatRequest(system, prompt, temperature, topP, maxTokens, seed, stop, context);
    }
}
