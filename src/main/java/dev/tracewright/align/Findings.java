package dev.tracewright.align;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Leak;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sums up in a few words of the vocabulary what was found in a trace, so that traces can be filtered and counted. */
public final class Findings {
    private Findings() {}

    /**
     * The findings of one trace. Without output nothing is said about what became of the steps; without steps nothing about
     * links, order and added work; arithmetic and leaks count wherever there is a text.
     *
     * @param alignment the output beside the steps
     * @param breaks where the order is broken
     * @param added positions of the segments with added work
     * @param equations the equations of the output and of the steps
     * @param leaks the computed values and answers that the steps hold
     */
    public static Set<Finding> of(
            Alignment alignment,
            List<OrderBreak> breaks,
            List<Integer> added,
            Collection<Equation> equations,
            List<Leak> leaks) {
        EnumSet<Finding> found = EnumSet.noneOf(Finding.class);
        if (!alignment.segments().isEmpty() && !alignment.status().isEmpty()) {
            add(found, Finding.SKIPPED_STEP, alignment.status().contains(StepStatus.SKIPPED));
            add(found, Finding.MERGED_STEPS, alignment.status().contains(StepStatus.MERGED));
            add(found, Finding.ORDER_BROKEN, !breaks.isEmpty());
            add(found, Finding.ADDED_WORK, !added.isEmpty());
            add(found, Finding.UNSURE_LINK, unsure(alignment.segments().stream()));
        }
        add(found, Finding.FALSE_ARITHMETIC, equations.stream().anyMatch(equation -> !equation.holds()));
        add(found, Finding.LEAK, !leaks.isEmpty());
        return found;
    }

    private static boolean unsure(Stream<Segment> segments) {
        return segments.anyMatch(segment -> !segment.sure() && !segment.steps().isEmpty());
    }

    private static void add(Set<Finding> found, Finding finding, boolean holds) {
        if (holds) {
            found.add(finding);
        }
    }
}
