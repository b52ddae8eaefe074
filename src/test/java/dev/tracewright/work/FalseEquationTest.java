package dev.tracewright.work;

import static dev.tracewright.work.Samples.problem;
import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Finding;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Steps;
import org.junit.jupiter.api.Test;

class FalseEquationTest {
    @Test
    void those_of_the_output_come_first_each_with_its_place() {
        Steps plan = steps("Count the 16 eggs.", "Subtract the eaten ones: 16 - 7 = 8.");
        String output = "1. There are 16 eggs.\n2. 16 - 7 =\u00a0 10 eggs are left.\nThe answer is 10.";
        Sheet sheet = Sheet.of(problem(1), plan, plan, output, FinishReason.STOP);
        assertThat(FalseEquation.in(sheet)).hasSize(2);
        FalseEquation first = FalseEquation.in(sheet).getFirst();
        assertThat(first.step()).isEqualTo(2);
        assertThat(sheet.alignment().segments().get(first.segment()).steps()).contains(2);
        assertThat(FalseEquation.in(sheet).getLast()).isEqualTo(new FalseEquation("16 - 7 = 8", 2, -1));
        assertThat(sheet.checks().findings()).contains(Finding.FALSE_ARITHMETIC);
    }

    @Test
    void a_trace_whose_equations_hold_has_none() {
        Steps plan = steps("Count the eggs.", "Subtract 7.");
        Sheet sheet = Sheet.of(problem(1), plan, plan, "1. 16 eggs.\n2. 16 - 7 = 9", FinishReason.STOP);
        assertThat(sheet.equations()).isNotEmpty();
        assertThat(FalseEquation.in(sheet)).isEmpty();
    }
}
