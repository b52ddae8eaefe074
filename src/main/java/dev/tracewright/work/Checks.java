package dev.tracewright.work;

import dev.tracewright.align.AddedWork;
import dev.tracewright.align.Aligner;
import dev.tracewright.align.Corrections;
import dev.tracewright.align.Equation;
import dev.tracewright.align.Equations;
import dev.tracewright.align.Findings;
import dev.tracewright.align.Leaks;
import dev.tracewright.align.OrderBreak;
import dev.tracewright.answer.GoldAnswer;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Leak;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Steps;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What checking a trace brought to light beside its alignment, with the places, so that screen and filter say the same.
 *
 * @param stepEquations the evaluable equations of the delegated text, in offsets of {@link Steps#text()}
 * @param leaks where the delegated text says what it was not to work out, in offsets of {@link Steps#text()}
 * @param breaks where the solver left the delegated order
 * @param added positions of the segments in which the solver does work that no step asked for
 * @param findings all of it in the words of the vocabulary
 */
public record Checks(
        List<Equation> stepEquations,
        List<Leak> leaks,
        List<OrderBreak> breaks,
        List<Integer> added,
        Set<Finding> findings) {

    public Checks {
        stepEquations = List.copyOf(stepEquations);
        leaks = List.copyOf(leaks);
        breaks = List.copyOf(breaks);
        added = List.copyOf(added);
        EnumSet<Finding> ordered = EnumSet.noneOf(Finding.class);
        ordered.addAll(findings);
        findings = Collections.unmodifiableSet(ordered);
    }

    /** Checks an output that is already aligned and whose equations are known. */
    static Checks of(Problem problem, Steps steps, String output, Alignment alignment, List<Equation> equations) {
        String plan = steps.text();
        List<Equation> stepEquations = Equations.in(plan);
        String gold = Objects.requireNonNullElse(GoldAnswer.of(problem.answer()), "");
        List<Leak> leaks = steps.size() == 0 ? List.of() : Leaks.in(problem.question(), steps, gold);
        List<OrderBreak> breaks = OrderBreak.in(alignment.segments());
        List<Integer> added = AddedWork.in(problem.question() + "\n" + plan, output, alignment.segments(), equations);
        List<Equation> all =
                Stream.concat(stepEquations.stream(), equations.stream()).toList();
        return new Checks(stepEquations, leaks, breaks, added, Findings.of(alignment, breaks, added, all, leaks));
    }

    /** Checks a trace from its texts and what the person corrected; takes about a millisecond for an ordinary one. */
    static Checks of(Problem problem, Steps steps, String output, List<CorrectionEvent> corrections) {
        Alignment alignment = Corrections.apply(
                Aligner.align(steps, output),
                corrections.stream().map(CorrectionEvent::correction).toList());
        return of(problem, steps, output, alignment, Equations.in(output));
    }
}
