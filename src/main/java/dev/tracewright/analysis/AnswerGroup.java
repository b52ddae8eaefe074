package dev.tracewright.analysis;

import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are alike in everything the results look at, counted.
 *
 * @param cell the cell they belong to
 * @param outcome what people say of each
 * @param suggestion what the program would say of each, or null where it has not read them
 * @param strict what exact-match grading would say, or null where it has nothing to compare with or has not read them
 * @param flags the personal flags that somebody set
 * @param pattern what became of the steps (of none, where the approach has none), or null where the answers have not been read
 * @param count how many answers, at least 1
 */
public record AnswerGroup(
        Cell cell,
        Outcome outcome,
        @Nullable Suggestion suggestion,
        @Nullable Verdict strict,
        Set<Flag> flags,
        @Nullable StepPattern pattern,
        long count) {
    public AnswerGroup {
        flags = Set.copyOf(flags);
    }
}
