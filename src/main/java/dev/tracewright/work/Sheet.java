package dev.tracewright.work;

import dev.tracewright.align.Aligner;
import dev.tracewright.align.Equation;
import dev.tracewright.align.Equations;
import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Steps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One consistent picture of an item: the steps as they stand, the output as far as it came, and everything that follows from
 * the two. Computed whole, so that no part of the screen can show another moment than the rest.
 *
 * @param steps the steps as they stand; empty where there are none
 * @param origins what became of each step since the delegator wrote it
 * @param output the solver's output; empty where there is none yet
 * @param alignment the output beside the steps
 * @param rows how both are laid out
 * @param equations the evaluable equations of the output, in offsets of it
 * @param checks what checking brought to light
 * @param judgement what the program reads in the answer, or null while there is no output
 */
public record Sheet(
        Steps steps,
        List<PlanDiff.Origin> origins,
        String output,
        Alignment alignment,
        List<AlignedRows.Row> rows,
        List<Equation> equations,
        Checks checks,
        @Nullable Judgement judgement) {
    /** No steps. */
    public static final Steps NO_STEPS = new Steps("", List.of(), "");

    public Sheet {
        origins = List.copyOf(origins);
        rows = List.copyOf(rows);
        equations = List.copyOf(equations);
    }

    /** The picture for these steps and this output; takes about a millisecond for an ordinary trace. */
    public static Sheet of(Problem problem, Steps original, Steps steps, String output, FinishReason finish) {
        return of(
                problem,
                original,
                steps,
                output,
                Equations.in(output),
                output.isEmpty() ? null : AnswerJudge.judge(problem.question(), problem.answer(), output, finish));
    }

    /** The picture after an edit: what depends on the output alone is kept, which halves the time for a long one. */
    public Sheet edited(Problem problem, Steps original, Steps newSteps) {
        return of(problem, original, newSteps, output, equations, judgement);
    }

    private static Sheet of(
            Problem problem,
            Steps original,
            Steps steps,
            String output,
            List<Equation> equations,
            @Nullable Judgement judgement) {
        Alignment alignment = Aligner.align(steps, output);
        return new Sheet(
                steps,
                PlanDiff.origins(original, steps),
                output,
                alignment,
                AlignedRows.of(steps.size(), alignment.segments()),
                equations,
                Checks.of(problem, steps, output, alignment, equations),
                judgement);
    }
}
