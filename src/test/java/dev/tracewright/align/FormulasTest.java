package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write $x + 3 = 7$ down.                    | x+3=7
            Take \\(2 \\cdot x^2\\) apart.             | 2x^2
            Now 16 × 3 = 48 follows.                   | 163=48
            Rewrite $\\dfrac{1}{8}$ first.             | frac18
            """)
    void a_formula_is_found_and_brought_to_plain_form(String text, String plain) {
        assertThat(Formulas.in(text)).contains(plain);
    }

    @Test
    void spacing_braces_and_the_sign_of_multiplication_do_not_matter() {
        assertThat(Formulas.plain("\\left( 3 × {x} \\right)^2")).isEqualTo(Formulas.plain("(3*x)^2"));
    }

    @Test
    void words_and_bare_numbers_are_no_formulas() {
        assertThat(Formulas.in("The well-known 24 eggs, and/or the rest: $x$")).isEmpty();
    }

    @Test
    void a_long_run_of_operators_is_read_in_time() {
        long start = System.nanoTime();
        Formulas.in("1 + ".repeat(20_000));
        Formulas.in("a".repeat(60_000));
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
}
