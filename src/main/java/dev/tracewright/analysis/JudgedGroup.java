package dev.tracewright.analysis;

import dev.tracewright.trace.Verdict;
import java.util.Map;

/**
 * Answers of one cell that the same annotators judged in the same way, counted.
 *
 * @param cell the cell they belong to
 * @param verdicts what each annotator who counts and decided says; two at least
 * @param count how many answers, at least 1
 */
public record JudgedGroup(Cell cell, Map<String, Verdict> verdicts, long count) {
    public JudgedGroup {
        verdicts = Map.copyOf(verdicts);
    }
}
