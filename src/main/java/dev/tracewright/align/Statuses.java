package dev.tracewright.align;

import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** Reads from the links and from what the solver says what became of each delegated step. */
final class Statuses {
    private Statuses() {}

    /** One status for each of {@code count} steps, in order. */
    static List<StepStatus> of(int count, List<Work> works) {
        List<List<Integer>> links = works.stream().map(Work::steps).toList();
        List<StepStatus> statuses = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            statuses.add(status(step, works, links));
        }
        return statuses;
    }

    private static StepStatus status(int step, List<Work> works, List<List<Integer>> links) {
        if (works.stream().anyMatch(work -> work.redundant() && work.repeats() == step)) {
            return StepStatus.NOTED_REDUNDANT;
        }
        StepStatus byLinks = LinkStatus.of(step, links);
        boolean repeated =
                works.stream().anyMatch(work -> work.kind() == Segment.Kind.RESTATEMENT && work.repeats() == step);
        return byLinks == StepStatus.SKIPPED && repeated ? StepStatus.RESTATED_ONLY : byLinks;
    }
}
