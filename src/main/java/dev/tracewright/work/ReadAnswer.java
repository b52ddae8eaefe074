package dev.tracewright.work;

import dev.tracewright.answer.StrictMatch;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of every answer of a session for comparing it with its label and with other answers; small, because there is one
 * for each.
 *
 * @param suggestion what the program would say
 * @param mismatch whether it reads two values, one reasoned and another stated
 * @param stated the value given as the answer, or null
 * @param reasoned the value the reasoning arrives at, or null
 * @param strict what exact-match grading would say, or null where there is nothing to compare with
 */
record ReadAnswer(
        Judgement.Suggestion suggestion,
        boolean mismatch,
        @Nullable String stated,
        @Nullable String reasoned,
        @Nullable Verdict strict) {

    static ReadAnswer of(Judgement judgement, String output) {
        StrictMatch strict = StrictMatch.of(judgement.gold(), output);
        return new ReadAnswer(
                judgement.suggestion(),
                judgement.flags().contains(Flag.FORMAT_MISMATCH),
                value(judgement.stated()),
                value(judgement.reasoned()),
                strict == null ? null : strict.verdict());
    }

    private static @Nullable String value(@Nullable Found found) {
        return found == null ? null : found.value();
    }

    /** The value the person judged: the stated one, or the reasoned one where they said that the formatting is wrong. */
    @Nullable
    String judged(Label label) {
        return label.flags().contains(Flag.FORMAT_MISMATCH) && reasoned != null ? reasoned : stated;
    }
}
