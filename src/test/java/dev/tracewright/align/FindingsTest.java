package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Leak;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Equation TRUE = new Equation(0, 5, true);
    private static final Equation FALSE = new Equation(0, 5, false);
    private static final Segment SURE = segment(0, 10, Segment.Kind.STEP, null, true, 1);
    private static final Segment UNSURE = segment(0, 10, Segment.Kind.STEP, null, false, 1);

    @Test
    void a_trace_that_follows_its_plan_has_no_findings() {
        assertThat(of(List.of(SURE), StepStatus.FOLLOWED)).isEmpty();
    }

    @Test
    void skipped_and_merged_steps_are_read_from_the_status() {
        assertThat(of(List.of(SURE), StepStatus.SKIPPED, StepStatus.MERGED, StepStatus.MERGED))
                .containsExactly(Finding.SKIPPED_STEP, Finding.MERGED_STEPS);
        assertThat(of(List.of(SURE), StepStatus.RESTATED_ONLY, StepStatus.NOTED_REDUNDANT, StepStatus.EXPANDED))
                .isEmpty();
    }

    @Test
    void a_link_that_barely_won_is_unsure_but_a_passage_without_step_has_no_link() {
        assertThat(of(List.of(UNSURE), StepStatus.FOLLOWED)).containsExactly(Finding.UNSURE_LINK);
        assertThat(of(List.of(SURE, segment(0, 5, Segment.Kind.EXTRA, null, false)), StepStatus.FOLLOWED))
                .isEmpty();
    }

    @Test
    void arithmetic_and_leaks_count_without_steps_or_output_and_nothing_else_does() {
        Alignment noOutput = new Alignment(List.of(), List.of(StepStatus.SKIPPED));
        List<Leak> leak = List.of(new Leak(1, 0, 2, Leak.Kind.VALUE));
        assertThat(Findings.of(noOutput, List.of(), List.of(), List.of(TRUE, FALSE), leak))
                .containsExactly(Finding.FALSE_ARITHMETIC, Finding.LEAK);
        Alignment noSteps = new Alignment(List.of(UNSURE), List.of());
        assertThat(Findings.of(noSteps, List.of(), List.of(0), List.of(TRUE), List.of()))
                .isEmpty();
    }

    @Test
    void a_passage_with_an_equation_or_a_new_value_and_without_a_step_is_added_work() {
        String output = "1. 16 - 7 = 9\nCheck: 9 + 7 = 16\nHalf of it would be 4.5 eggs.\nMore questions?";
        List<Segment> segments = List.of(
                at(output, "1.", Segment.Kind.STEP, "1", 1),
                at(output, "Check", Segment.Kind.EXTRA, null),
                at(output, "Half", Segment.Kind.STEP, null),
                at(output, "More", Segment.Kind.EXTRA, null));
        assertThat(AddedWork.in("16 eggs, 7 eaten", output, segments, Equations.in(output)))
                .containsExactly(1, 2);
    }

    @Test
    void repeating_given_values_under_a_printed_number_is_no_added_work() {
        String output = "8. There are 16 eggs and 1,200.50 coins.\nThe answer is 99.";
        List<Segment> segments = List.of(
                at(output, "8.", Segment.Kind.STEP, "8"), at(output, "The answer", Segment.Kind.CONCLUSION, null));
        assertThat(AddedWork.in("16 eggs, 1200.5 coins", output, segments, List.of()))
                .isEmpty();
    }

    private static Set<Finding> of(List<Segment> segments, StepStatus... status) {
        return Findings.of(new Alignment(segments, List.of(status)), List.of(), List.of(), List.of(TRUE), List.of());
    }

    /** The segment from {@code start} to the end of its line. */
    private static Segment at(
            String output, String start, Segment.Kind kind, @Nullable String printed, Integer... steps) {
        int from = output.indexOf(start);
        int to = output.indexOf('\n', from);
        return segment(from, to < 0 ? output.length() : to + 1, kind, printed, true, steps);
    }

    private static Segment segment(
            int start, int end, Segment.Kind kind, @Nullable String printed, boolean sure, Integer... steps) {
        return new Segment(start, end, kind, printed, List.of(steps), sure, "");
    }
}
