package dev.tracewright.trace;

import java.util.List;

/**
 * A solver's output laid beside the delegated steps.
 *
 * @param segments cover the output in order and without gaps
 * @param status one entry a delegated step, in order
 */
public record Alignment(List<Segment> segments, List<StepStatus> status) {
    public Alignment {
        segments = List.copyOf(segments);
        status = List.copyOf(status);
    }
}
