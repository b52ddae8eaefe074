package dev.tracewright.analysis;

import dev.tracewright.trace.Verdict;
import java.util.Map;

/**
 * Answers of one cell that the same annotators judged in the same way, counted.
 *
 * @param cell the cell they belong to
 * @param verdicts what each annotator who counts and decided says, apart from adjudicators; two at least
 * @param outcome what that amounts to, or what an adjudicator made of it
 * @param count how many answers, at least 1
 */
public record PanelGroup(Cell cell, Map<String, Verdict> verdicts, Outcome outcome, long count) {
    public PanelGroup {
        verdicts = Map.copyOf(verdicts);
    }

    /** Whether they all say the same. */
    boolean unanimous() {
        return verdicts.values().stream().distinct().count() == 1;
    }
}
