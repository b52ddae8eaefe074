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
                "\\$5 \\times 3 = \\$15",
                "(16 - 3 = 13)",
                "24 (17 × 24 = 408)",
                "\\( 4 + 5 = 9 \\)",
                "\\[ 4 + 5 = 9 \\]",
                "<<16-3=13>>13 eggs",
                "$20/hour * 35 hours/week = $700/week.",
                "  - $1300 - $700 = $600",
                "* $10 for a child + $12 for an adult = $22 in total",
                "x = -8 + 3 = -5",
                "f(10) = -2(-3) + 1 = 7",
                "5(7) = 35",
                "(8)(8)(4) = 256",
                "\\left(2 + 3\\right) \\cdot 4 = 20",
                "[50 + 20] = 70 friends",
                "|2 - 8| = 6",
                "3² + 4² = 25",
                "2^{-1} = 0.5",
                "10^(3) = 1,000",
                "1{,}000 + 1 = 1{,}001",
                "\\sqrt{49} = 7",
                "√(9 + 16) = 5",
                "sqrt(16) = 4",
                "\\sqrt[3]{64} = 4",
                "\\sqrt{2} \\approx 1.414",
                "\\sqrt{32} = 4\\sqrt{2}",
                "22 / 7 ≈ 3.14",
                "$\\frac12 + \\dfrac{1}{2} = 1$",
                "2 1/2 + 1 1/2 = 4",
                "2\\frac{1}{2} + 1 = 3.5",
                "1.25 \\text{ m} \\times 2 = 2.5 \\text{ m}",
                "&= 3 + 4 = 7 \\\\",
                "16 minus 3 is 13.",
                "12 times 4 equals 48",
                "84 divided by 12 is equal to 7",
                "3 * 8 = 24 times a day",
                "so that's 3 * 1 = 3 boxes",
                "(1,5) -> 1 + 5 = 6",
                "25 (Friend 2) + 70 (Friend 3) = 95",
                "\\boxed{3 + 4 = 7}",
                "____ 30 * 15 = 450",
                "12 / 2 * 3 = 18",
                "¥500 + ¥250 = ¥750",
                "4 + 4 = 8.",
                "9 - 5 = **4** left over",
                "6 + 7 = \\boxed{13}",
                "$\\boxed{\\frac{6}{4}} = \\frac{3}{2}$",
                "3 \\cdot 2^{5-1} = 48",
                "6 * (1/2) ^ (4-2) = 1.5",
                "The sum is -4 + 9 - 2 = 3.",
                "Adding them gives us $-\\frac{3}{4} + 1 = \\frac{1}{4}$",
                "14 × $\\frac{1}{2}$ = 7",
                "18 × $(2 + 1)$ = 54",
                "4 - 11 = - $7",
                "30 laps x 50 metres x 2 times = 3000 metres",
                "48 miles / 12 miles/hour = 4 hours"
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
                "4 + 4 = 9 apples",
                "20% of 50 = 12",
                "50% - 20% = 40%",
                "$40 * 10% = $5",
                "5(7) = 30",
                "\\sqrt{49} = 8",
                "\\sqrt{50} = 8.5",
                "16 minus 3 is 12.",
                "10 / 4 ≈ 4",
                "x = -8 + 3 = -6",
                "<<16-3=12>>12 eggs",
                "$640 - $800 = $160",
                "2 apples * 3 coins = 7 coins",
                "$100 + ($16 x 5) = $90_",
                "The total is about 20 * 30 = 900.",
                "3 * 8 = 25 times a day",
                "9 - 5 = **3** left over",
                "6 + 7 = \\boxed{12}",
                "$\\boxed{\\frac{6}{4}} = \\frac{4}{3}$",
                "\\boxed{\\frac{6}{4} = 2.5}",
                "\\frac{3 + 5}{6} = \\frac{5}{3}",
                "(1/4 + 1/2) / 2 = 2/5",
                "\\sqrt{6^2 + 5^2} = \\sqrt{51}",
                "3 \\cdot 2^{5-1} = 24",
                "6 * (1/2) ^ (4-2) = 3",
                "The sum is -4 + 9 - 2 = 11.",
                "Adding them gives us $-\\frac{3}{4} + 1 = \\frac{7}{4}$",
                "14 × $\\frac{1}{2}$ = 9",
                "30 laps x 50 metres x 2 times = 2000 metres",
                "48 miles / 12 miles/hour = 6 hours",
                "First let's add 7 + 8 = 16.",
                "Here w = 4 and 3 + 4 = 9."
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
                "5 + = 3",
                "If 2^8 = 64, then we are done.",
                "We check whether 3 + 4 = 8.",
                "Is 3 + 4 = 8?",
                "Suppose that 20 + 22 = 60 holds.",
                "20 + 22 = 60, which is a contradiction.",
                "20 + 22 = 60\n42 = 60\nThis is not true.",
                "5 + 6 = 12 (false)",
                "It is not 3 + 4 = 8.",
                "12 / 2 * 3 = 2",
                "-3^2 = 9",
                "17 / 5 = 3 remainder 2",
                "17 + 5 = 2 (mod 10)",
                "22 / 3 = 8 (rounded up)",
                "0.33 * 3 = 1",
                "6.67 * 3 = 20.00",
                "1.32 * 100 = 1.32",
                "5 / 20 = 25%",
                "9 tires * 25 cents/tire = $2.25",
                "19387 * 2 = 39,000",
                "³√64 = 4",
                "|x + 1| = 7 means numbers whose distance from -1 is equal to 7",
                "\\frac{13}{4} = -13 \\pm \\sqrt{5}",
                "8/125 = 12/x",
                "10 is 5 more than 2 + 4",
                "5 + 3 is 2 more than 6",
                "The sum of 3 plus 4 is 9 times smaller",
                "3 plus 4 times 2 is 14",
                "the time is 5:00 - 1:00 = 3",
                "Step 2 + 3 = 6",
                "floor(7 / 2) = 3",
                "log_2 8 + 1 = 9",
                "5! + 1 = 6",
                "3:5 = 6:11",
                "about 20 * 64 = 1300",
                "3 × 10^x = 5",
                "4 * 6 = 24 + 5 = 29",
                "3 * 4 = 12 / 2 = 6",
                "20 / 3 = 7 * 2 = 14",
                "100 / 3 * 2 = 33 * 2 = 66",
                "5 / 3 * 12 = 1.7 * 12 = 20.4",
                "4 + 6 * 2 = 3 * 5",
                "\\frac{2}{3} = 0.7 * 1",
                "12 / 2 * 3 = 8 / 4",
                "Let's check 7 + 8 = 16.",
                "Let 3 + 4 = 8 hold.",
                "the sum of 3 and 4 + 5 = 12",
                "Here a * b = a + 2b, so 3 * 4 = 11.",
                "4 (2x - 1) = 3 => 5",
                "2^{0.5} + 1 = 7",
                "2 dozen eggs * 3 = 72 eggs"
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
    void a_step_of_a_chain_that_changes_the_value_is_marked() {
        String text = "f(2) = (2 + 3)(6 - 2) = 5 * 3 = 15";
        List<Equation> equations = Equations.in(text);
        assertThat(equations).extracting(Equation::holds).containsExactly(false, true);
        assertThat(text.substring(equations.get(0).start(), equations.get(0).end()))
                .isEqualTo("(2 + 3)(6 - 2) = 5 * 3");
    }

    @Test
    void a_chain_goes_on_in_the_next_line() {
        String text = "Area = (2 + 3) * 4\n= 5 * 4\n\n= 24\n\nw &= 2 * 9 \\\\\n&= 18 \\\\";
        List<Equation> equations = Equations.in(text);
        assertThat(equations).extracting(Equation::holds).containsExactly(true, false, true);
        assertThat(text.substring(equations.get(1).start(), equations.get(1).end()))
                .isEqualTo("5 * 4\n\n= 24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- pens = 2 * 3\n- rulers = 4 * 5\n= 26",
                "2 * 3\n4 * 5\n= 26",
                "w = 2 * 3\nThen we add twenty.\n= 26",
                "If w = 2 * 3\n= 7, we stop.",
                "w = 2 * 3 pens\n= 26"
            })
    void a_line_that_does_not_clearly_go_on_is_left_alone(String text) {
        assertThat(Equations.in(text)).noneMatch(equation -> !equation.holds());
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
