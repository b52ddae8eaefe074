package dev.tracewright.analysis;

import dev.tracewright.trace.StepStatus;
import java.util.List;

/**
 * What became of the delegated steps in one answer, small enough to be counted: answers with equal patterns are one group.
 *
 * @param statuses what became of each step, in order; empty where the approach has no steps
 * @param orderBroken whether a step was performed for the first time after a later one
 * @param leak whether a step holds a computed value or the answer
 * @param addedWork whether the solver did work that no step asked for
 * @param firstFalse the step in whose work the first equation stands that does not hold, from 1; 0 where all hold; -1 where it
 *     stands in work of no step
 */
public record StepPattern(
        List<StepStatus> statuses, boolean orderBroken, boolean leak, boolean addedWork, int firstFalse) {
    public StepPattern {
        statuses = List.copyOf(statuses);
    }

    /** Whether some step became this. */
    public boolean has(StepStatus status) {
        return statuses.contains(status);
    }

    /** Whether an equation does not hold. */
    public boolean falseArithmetic() {
        return firstFalse != 0;
    }
}
