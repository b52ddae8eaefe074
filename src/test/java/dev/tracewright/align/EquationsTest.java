package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "16 - 3 = 13",
                "1. 5 + 3 = 8",
                "$1,150/week * 50 weeks = $57,500",
                "80 spiders * 8 legs each = 640 legs",
                "3 eggs/day * 7 days/week = 21 eggs/week",
                "$40,000 (earnings) - $30,000 (cost) = $10,000",
                "20% of 50 = 10",
                "50% - 25% = 25%",
                "5 x 3 = 15",
                "8 × 7 = 56",
                "84 ÷ 12 = 7",
                "7.5 / 1/2 = 15",
                "$\\frac{1}{2} + \\frac{1}{3} = \\frac{5}{6}$",
                "2^5 = 32",
                "(3 + 4) * 2 = 14",
                "10 / 3 = 3.33",
                "\\$5 \\times 3 = \\$15"
            })
    void a_true_equation_holds(String text) {
        assertThat(Equations.in(text)).hasSize(1).allMatch(Equation::holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16 - 3 = 12",
                "So, 20*64 = 1300 eggs",
                "9 × 2 = $19.00",
                "$1,000 + $1,000 = $3,000",
                "$34 + 396 = 431$",
                "2^8 = 64",
                "4 + 4 = 9 apples"
            })
    void a_false_equation_is_marked(String text) {
        assertThat(Equations.in(text)).hasSize(1).noneMatch(Equation::holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2x + 3 = 7",
                "x - 3 + 4 = 9",
                "f(3) = 12",
                "the time is 5:30 + 1 = 7",
                "half of 10 + 2 = 7",
                "1/2 pound = 8 ounces",
                "2 feet * 12 = 60 cm",
                "100 - 20% = 80",
                "22 / 3 = 7",
                "about 22 + 3 = 24",
                "√(4 + 5) = 3",
                "a^2 + 3 = 4",
                "\\cdot 10^2 = 63",
                "12 = 12",
                "3 + 4 = 7x",
                "1,2 + 3 = 4",
                "5 + = 3"
            })
    void what_is_not_certain_is_left_alone(String text) {
        assertThat(Equations.in(text)).noneMatch(equation -> !equation.holds());
    }

    @Test
    void a_chain_gives_one_equation_for_each_sign() {
        String text = "Total = 24 / 2 + 5 = 12 + 5 = 18.";
        List<Equation> equations = Equations.in(text);
        assertThat(equations).extracting(Equation::holds).containsExactly(true, false);
        assertThat(text.substring(equations.get(1).start(), equations.get(1).end()))
                .isEqualTo("12 + 5 = 18");
    }

    @Test
    void no_text_throws_and_places_lie_inside() {
        for (long seed = 0; seed < 3000; seed++) {
            String text = Texts.random(seed);
            assertThat(Equations.in(text))
                    .allMatch(equation -> equation.start() >= 0
                            && equation.start() < equation.end()
                            && equation.end() <= text.length());
        }
    }
}
