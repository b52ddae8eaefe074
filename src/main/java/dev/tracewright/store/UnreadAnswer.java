package dev.tracewright.store;

import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Steps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to read an answer.
 *
 * @param key of the answer, rising in the order in which answers came
 * @param problem the problem
 * @param steps the delegated steps that it followed, or null where it had none
 * @param output the solver's output
 * @param finish how it ended
 * @param corrections the corrections that count, in the order in which they were made
 * @param corrected which correction was the last, to be handed back with the reading
 */
public record UnreadAnswer(
        long key,
        Problem problem,
        @Nullable Steps steps,
        String output,
        FinishReason finish,
        List<CorrectionEvent> corrections,
        long corrected) {
    public UnreadAnswer {
        corrections = List.copyOf(corrections);
    }
}
