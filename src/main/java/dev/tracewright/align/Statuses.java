package dev.tracewright.align;

import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** Reads from the links what became of each delegated step. */
final class Statuses {
    private static final int EXPANDED_FROM = 4;

    private Statuses() {}

    /** One status for each of {@code count} steps, in order. */
    static List<StepStatus> of(int count, List<Work> works) {
        List<StepStatus> statuses = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            statuses.add(status(step, works));
        }
        return statuses;
    }

    private static StepStatus status(int step, List<Work> works) {
        List<Work> performing =
                works.stream().filter(work -> work.steps().contains(step)).toList();
        if (works.stream().anyMatch(work -> work.redundant() && work.repeats() == step)) {
            return StepStatus.NOTED_REDUNDANT;
        }
        if (performing.isEmpty()) {
            boolean repeated =
                    works.stream().anyMatch(work -> work.kind() == Segment.Kind.RESTATEMENT && work.repeats() == step);
            return repeated ? StepStatus.RESTATED_ONLY : StepStatus.SKIPPED;
        }
        long own = performing.stream().filter(work -> work.steps().size() == 1).count();
        if (own >= EXPANDED_FROM) {
            return StepStatus.EXPANDED;
        }
        return own > 0 || performing.stream().anyMatch(work -> isOwnSegment(step, work, works))
                ? StepStatus.FOLLOWED
                : StepStatus.MERGED;
    }

    /** A segment belongs to a step when every other step in it is performed elsewhere too. */
    private static boolean isOwnSegment(int step, Work work, List<Work> works) {
        return work.steps().stream().allMatch(other -> (other == step) == (timesPerformed(other, works) == 1));
    }

    private static long timesPerformed(int step, List<Work> works) {
        return works.stream().filter(work -> work.steps().contains(step)).count();
    }
}
