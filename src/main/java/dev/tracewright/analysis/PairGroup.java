package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Judgement.Suggestion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Problems that two cells of one solver and data set both answered (in the same repetition), alike in what was said of both answers,
 * counted. Where a cell answered a problem several times in one repetition, its first answer is the one that counts here.
 *
 * @param first one cell, of Trace-of-Thought
 * @param second the other, as {@link #compares} says
 * @param firstOutcome what people say of the first's answer
 * @param secondOutcome what people say of the second's answer
 * @param firstAnalysis whether the first's answer is flagged as needing analysis
 * @param secondAnalysis whether the second's is
 * @param firstSuggestion what the program would say of the first's, or null where it has not read it
 * @param secondSuggestion what the program would say of the second's, or null where it has not read it
 * @param count how many problems, at least 1
 */
public record PairGroup(
        Cell first,
        Cell second,
        Outcome firstOutcome,
        Outcome secondOutcome,
        boolean firstAnalysis,
        boolean secondAnalysis,
        @Nullable Suggestion firstSuggestion,
        @Nullable Suggestion secondSuggestion,
        long count) {
    /**
     * Whether pairs of these cells are counted: Trace-of-Thought against every other approach, and corrected steps against the same
     * delegator's own, prompted with the same template. The other combinations compare nothing that is asked.
     */
    public static boolean compares(Cell first, Cell second) {
        if (!first.dataset().equals(second.dataset())
                || !first.solver().equals(second.solver())
                || first.approach() != Approach.TRACE_OF_THOUGHT) {
            return false;
        }
        return second.approach() != Approach.TRACE_OF_THOUGHT
                || (first.corrected()
                        && !second.corrected()
                        && Objects.equals(first.delegator(), second.delegator())
                        && Objects.equals(first.template(), second.template()));
    }
}
