package dev.tracewright.llm;

import dev.tracewright.trace.FinishReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model gave back.
 *
 * @param output the output, verbatim; incomplete unless {@code finish} is {@code STOP}
 * @param reasoning reasoning text kept apart, or null
 * @param finish how it ended
 * @param promptTokens as the server counted, or null
 * @param outputTokens as the server counted, or null
 * @param millis wall time of the accepted attempt
 * @param attempts every attempt in order, the accepted one last
 * @param notes what the server refused or ignored, such as a setting that was dropped on the second try; may be empty
 */
public record ChatReply(
        String output,
        @Nullable String reasoning,
        FinishReason finish,
        @Nullable Integer promptTokens,
        @Nullable Integer outputTokens,
        long millis,
        List<Attempt> attempts,
        List<String> notes) {
    public ChatReply {
        attempts = List.copyOf(attempts);
        notes = List.copyOf(notes);
    }
}
