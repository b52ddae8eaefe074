package dev.tracewright.analysis;

import dev.tracewright.trace.Judgement.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Problems that two cells of one solver and data set both answered (in the same repetition), alike in what was said of both answers,
 * counted.
 *
 * @param first one cell
 * @param second the other
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
        long count) {}
