package dev.tracewright.store;

import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reading an answer brought, as far as results look at it.
 *
 * @param key the answer's, from {@link UnreadAnswer}
 * @param corrected the last correction it was read with, from {@link UnreadAnswer}
 * @param suggestion what the program would say, or null where there is nothing to say it of
 * @param strict what exact-match grading would say, or null where it has nothing to compare with
 * @param findings what was found
 * @param statuses what became of each step; empty where there are none, or no output
 * @param firstFalse the step in whose work the first equation stands that does not hold, from 1; 0 where all hold; -1 where it stands
 *     in work of no step
 */
public record AnswerReading(
        long key,
        long corrected,
        @Nullable Suggestion suggestion,
        @Nullable Verdict strict,
        Set<Finding> findings,
        List<StepStatus> statuses,
        int firstFalse) {
    /**
     * The version of the rules by which answers are read. It is raised when {@code align} or {@code answer} find something else in the
     * same texts than before; every answer is then read again.
     */
    public static final int RULES = 1;

    public AnswerReading {
        findings = Set.copyOf(findings);
        statuses = List.copyOf(statuses);
    }
}
