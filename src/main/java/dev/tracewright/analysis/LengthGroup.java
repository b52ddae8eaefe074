package dev.tracewright.analysis;

import dev.tracewright.trace.Judgement.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Trace-of-Thought answers that have been read and have steps, alike in how long they are and in what was said of them, counted. They
 * stand apart from {@link AnswerGroup}, of which there would be several times as many.
 *
 * @param cell the cell they belong to
 * @param outcome what people say of each
 * @param suggestion what the program would say of each, or null
 * @param length how long their outputs are
 * @param count how many answers, at least 1
 * @param characters the length of all their outputs together, in characters (Unicode code points)
 */
public record LengthGroup(
        Cell cell, Outcome outcome, @Nullable Suggestion suggestion, LengthBand length, long count, long characters) {}
