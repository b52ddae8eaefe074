package dev.tracewright.align;

import dev.tracewright.trace.StepStatus;
import java.util.List;

/** What the links alone say about a step: whether passages perform it, and whether one is its own. */
final class LinkStatus {
    private static final int EXPANDED_FROM = 4;

    private LinkStatus() {}

    /**
     * Followed, merged, expanded or skipped.
     *
     * @param step the step
     * @param links the steps that each segment performs, in the same numbers
     */
    static StepStatus of(int step, List<List<Integer>> links) {
        List<List<Integer>> performing =
                links.stream().filter(steps -> steps.contains(step)).toList();
        if (performing.isEmpty()) {
            return StepStatus.SKIPPED;
        }
        long own = performing.stream().filter(steps -> steps.size() == 1).count();
        if (own >= EXPANDED_FROM) {
            return StepStatus.EXPANDED;
        }
        return own > 0 || performing.stream().anyMatch(steps -> isOwnSegment(step, steps, links))
                ? StepStatus.FOLLOWED
                : StepStatus.MERGED;
    }

    /** A segment belongs to a step when every other step in it is performed elsewhere too. */
    private static boolean isOwnSegment(int step, List<Integer> steps, List<List<Integer>> links) {
        return steps.stream().allMatch(other -> (other == step) == (timesPerformed(other, links) == 1));
    }

    private static long timesPerformed(int step, List<List<Integer>> links) {
        return links.stream().filter(steps -> steps.contains(step)).count();
    }
}
