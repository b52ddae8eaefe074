package dev.tracewright.work;

import static dev.tracewright.work.Samples.problem;
import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Steps STEPS =
            steps("Find how many eggs are laid: 16.", "Subtract the 7 eaten eggs from 16.", "State the answer.");

    @Test
    void a_sheet_tells_one_moment_in_all_its_parts() {
        String output = "1. The hens lay 16 eggs.\n2. 16 - 7 = 9 eggs are left.\n3. The answer is 9.";
        Sheet sheet = Sheet.of(problem(1), STEPS, STEPS, output, FinishReason.STOP);
        assertThat(sheet.alignment().status()).hasSize(3);
        assertThat(sheet.alignment().status().get(1)).isEqualTo(StepStatus.FOLLOWED);
        assertThat(sheet.rows()).isEqualTo(AlignedRows.of(3, sheet.alignment().segments()));
        assertThat(sheet.origins()).extracting(PlanDiff.Origin::change).containsOnly(PlanDiff.Change.SAME);
        assertThat(sheet.equations())
                .singleElement()
                .satisfies(equation -> assertThat(output.substring(equation.start(), equation.end()))
                        .isEqualTo("16 - 7 = 9"));
        Judgement judgement = Objects.requireNonNull(sheet.judgement());
        assertThat(judgement.suggestion()).isEqualTo(Judgement.Suggestion.TRUE);
        assertThat(sheet.orderBroken()).isFalse();
    }

    @Test
    void without_output_there_is_no_judgement_and_every_step_has_its_row() {
        Sheet sheet = Sheet.of(problem(1), STEPS, STEPS, "", FinishReason.UNKNOWN);
        assertThat(sheet.judgement()).isNull();
        assertThat(sheet.rows()).extracting(AlignedRows.Row::step).containsExactly(1, 2, 3);
    }

    @Test
    void without_steps_the_output_stands_alone() {
        Sheet sheet = Sheet.of(problem(1), Sheet.NO_STEPS, Sheet.NO_STEPS, "It is 9.", FinishReason.STOP);
        assertThat(sheet.rows()).isNotEmpty().allMatch(row -> row.step() == 0);
        assertThat(sheet.origins()).isEmpty();
    }

    @Test
    void the_order_is_broken_when_the_work_of_an_earlier_step_comes_later() {
        assertThat(sheet(Segment.Kind.STEP, 2, 1).orderBroken()).isTrue();
        assertThat(sheet(Segment.Kind.STEP, 1, 1, 2).orderBroken()).isFalse();
        assertThat(sheet(Segment.Kind.RESTATEMENT, 2, 1).orderBroken()).isFalse();
    }

    private static Sheet sheet(Segment.Kind kind, Integer... order) {
        List<Segment> segments = java.util.Arrays.stream(order)
                .map(step -> new Segment(0, 1, kind, null, List.of(step), true, ""))
                .toList();
        Alignment alignment = new Alignment(segments, List.of());
        return new Sheet(STEPS, List.of(), "", alignment, List.of(), List.of(), null, alignment, List.of());
    }
}
