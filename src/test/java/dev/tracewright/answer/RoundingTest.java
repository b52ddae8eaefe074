package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.33 | 10/3",
                "3 | \\frac{10}{3}",
                "0.7 | 2/3",
                "67 | 66.5",
                "$12.35 | 12.345",
                "4.47 | 2\\sqrt{5}",
                "3.14 | \\pi",
                "0.87 | \\sin 60^\\circ",
                "-1.67 | -\\frac{5}{3}",
                "28.3 cm | 9\\pi"
            })
    void a_value_rounded_to_its_places_is_told(String rounded, String exact) {
        assertThat(Rounding.rounds(rounded, exact)).isTrue();
        assertThat(Rounding.rounds(exact, rounded)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.34 | 10/3",
                "3.3 | 3.3",
                "0.6 | 2/3",
                "4.48 | 2\\sqrt{5}",
                "0 | 0.3",
                "66 | 66.5",
                "Evelyn | 5",
                "(1,2) | 1.2"
            })
    void other_values_are_not_rounded(String stated, String gold) {
        assertThat(Rounding.rounds(stated, gold)).isFalse();
        assertThat(Rounding.rounds(gold, stated)).isFalse();
    }
}
