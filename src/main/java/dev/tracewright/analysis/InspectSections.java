package dev.tracewright.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of delegated steps, for the Inspect screen and for reports; what has nothing to show is left out. */
public final class InspectSections {
    private InspectSections() {}

    /**
     * Step status as heat maps, whether what happens to steps matters, number of steps and length of output, where the first false
     * equation stands, and what people changed in plans. Only Trace-of-Thought answers that have been read and have steps count.
     */
    public static List<Section> of(Answered answered) {
        StepTraces traces = StepTraces.of(answered);
        return Stream.of(
                        HeatSection.of(traces),
                        MattersSection.of(traces),
                        ShapeSection.of(traces),
                        FalseEquationSection.of(traces),
                        PlansSection.of(Counted.of(answered)))
                .flatMap(Optional::stream)
                .map(section -> Demonstrated.in(section, answered))
                .toList();
    }
}
