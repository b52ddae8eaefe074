package dev.tracewright.work;

import dev.tracewright.align.Aligner;
import dev.tracewright.align.Corrections;
import dev.tracewright.align.Equation;
import dev.tracewright.align.Equations;
import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.answer.StrictMatch;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One consistent picture of an item: the steps as they stand, the output as far as it came, and everything that follows from
 * the two. Computed whole, so that no part of the screen can show another moment than the rest.
 *
 * @param steps the steps as they stand; empty where there are none
 * @param origins what became of each step since the delegator wrote it
 * @param output the solver's output; empty where there is none yet
 * @param alignment the output beside the steps: what the rules found, as far as the person did not correct it
 * @param rows how both are laid out
 * @param equations the evaluable equations of the output, in offsets of it
 * @param checks what checking brought to light
 * @param judgement what the program reads in the answer, or null while there is no output
 * @param strict what exact-match grading would have said, or null while there is no output or nothing to compare with
 * @param byRules the output beside the steps as the rules found it
 * @param corrections the person's corrections that the alignment was made with
 */
public record Sheet(
        Steps steps,
        List<PlanDiff.Origin> origins,
        String output,
        Alignment alignment,
        List<AlignedRows.Row> rows,
        List<Equation> equations,
        Checks checks,
        @Nullable Judgement judgement,
        @Nullable StrictMatch strict,
        Alignment byRules,
        List<CorrectionEvent> corrections) {
    /** No steps. */
    public static final Steps NO_STEPS = new Steps("", List.of(), "");

    public Sheet {
        origins = List.copyOf(origins);
        rows = List.copyOf(rows);
        equations = List.copyOf(equations);
        corrections = List.copyOf(corrections);
    }

    /** The picture for these steps and this output; takes about a millisecond for an ordinary trace. */
    public static Sheet of(Problem problem, Steps original, Steps steps, String output, FinishReason finish) {
        Judgement judgement =
                output.isEmpty() ? null : AnswerJudge.judge(problem.question(), problem.answer(), output, finish);
        StrictMatch strict = judgement == null ? null : StrictMatch.of(judgement.gold(), output);
        return of(problem, original, steps, output, Equations.in(output), judgement, strict);
    }

    /** The picture after an edit: what depends on the output alone is kept, which halves the time for a long one. */
    public Sheet edited(Problem problem, Steps original, Steps newSteps) {
        return of(problem, original, newSteps, output, equations, judgement, strict);
    }

    private static Sheet of(
            Problem problem,
            Steps original,
            Steps steps,
            String output,
            List<Equation> equations,
            @Nullable Judgement judgement,
            @Nullable StrictMatch strict) {
        Alignment alignment = Aligner.align(steps, output);
        return new Sheet(
                steps,
                PlanDiff.origins(original, steps),
                output,
                alignment,
                AlignedRows.of(steps.size(), alignment.segments()),
                equations,
                Checks.of(problem, steps, output, alignment, equations),
                judgement,
                strict,
                alignment,
                List.of());
    }

    /** The same picture with these corrections laid over what the rules found. */
    public Sheet corrected(Problem problem, List<CorrectionEvent> inForce) {
        if (inForce.equals(corrections)) {
            return this;
        }
        Alignment corrected = Corrections.apply(
                byRules, inForce.stream().map(CorrectionEvent::correction).toList());
        return new Sheet(
                steps,
                origins,
                output,
                corrected,
                AlignedRows.of(steps.size(), corrected.segments()),
                equations,
                Checks.of(problem, steps, output, corrected, equations),
                judgement,
                strict,
                byRules,
                inForce);
    }

    /** The correction that sets the status of a step, where there is one. */
    public Optional<CorrectionEvent> statusSet(int step) {
        return corrections.stream()
                .filter(event -> event.correction() instanceof Correction.OfStatus status && status.step() == step)
                .findFirst();
    }

    /** The last correction that sets the steps of the segment at this position, where there is one. */
    public Optional<CorrectionEvent> linksSet(int position) {
        Segment segment = byRules.segments().get(position);
        return corrections.reversed().stream()
                .filter(event -> event.correction() instanceof Correction.OfLinks links
                        && Corrections.concerns(links, segment, byRules.segments()))
                .findFirst();
    }
}
