package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.answer.Form.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "What is 125 times 25? | 125 \\cdot 25 | 3125 | NOT_WORKED_OUT",
                "What is it? | \\log_2 64 | 6 | NOT_WORKED_OUT",
                "What is it? | 5!/2! | 60 | NOT_WORKED_OUT",
                "What is it? | 3125 | 3125 | -",
                "What is it? | x = 3125 | 3125 | -",
                "Factor $7x^2 - 63$. | 7x^2-63 | 7(x+3)(x-3) | REPEATS_QUESTION",
                "Factor the polynomial. | 7(x^2-9) | 7(x+3)(x-3) | NOT_FACTORED",
                "Factor the polynomial. | (7x+21)(x-3) | 7(x+3)(x-3) | NOT_FACTORED",
                "Factor the polynomial. | 7(x-3)(3+x) | 7(x+3)(x-3) | -",
                "Factor it completely. | (x+2)(x+2) | (x+2)^2 | -",
                "Expand the product. | (x+1)(x+2) | x^2+3x+2 | NOT_EXPANDED",
                "Simplify the expression. | 2x + 3x - x | 4x | NOT_COMBINED",
                "Rationalize the denominator. | \\frac{1}{\\sqrt{3}} | \\frac{\\sqrt{3}}{3} | ROOT_BELOW",
                "Find the polynomial. | (x+1)(x+2) | x^2+3x+2 | -"
            })
    void equal_values_may_lack_the_form_that_was_asked(String question, String stated, String gold, Fault fault) {
        assertThat(Equality.same(stated, gold)).isTrue();
        assertThat(Form.fault(question, stated, gold)).isEqualTo(fault);
    }

    @Test
    void work_that_is_left_is_told_from_a_form() {
        assertThat(Form.isWorkedOut("3 \\cdot 4", "12")).isFalse();
        assertThat(Form.isWorkedOut("12", "12")).isTrue();
        assertThat(Form.isFinal("Factor it.", "7(x^2-9)", "7(x+3)(x-3)")).isFalse();
        assertThat(Form.isFinal("Factor it.", "7(x+3)(x-3)", "7(x+3)(x-3)")).isTrue();
    }
}
