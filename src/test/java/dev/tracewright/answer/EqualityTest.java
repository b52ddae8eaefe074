package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18 | 18.00",
                "2,125 | 2125",
                "$57,500 | 57500",
                "57500 | \\$57{,}500",
                "25% | 25",
                "25\\% | 25",
                "\\frac{3}{4} | 0.75",
                "\\frac34 | \\dfrac{3}{4}",
                "3/4 | \\tfrac{3}{4}",
                "2\\frac{2}{3} | \\frac{8}{3}",
                "2 2/3 | 8/3",
                "5\\text{ cm} | 5",
                "16 years | 16",
                "8 cm | 8",
                "90^\\circ | 90",
                "90° | 90",
                "x = 3 | 3",
                "x \\in [-2,7] | [-2,7]",
                "f(x) = x^2 + 1 | 1 + x^2",
                "(x, y) = (15, -11) | (15,-11)",
                "\\left(1,\\frac{9}{2}\\right) | (1, 4.5)",
                "−5 | -5",
                "\\text{13} | 13",
                "**73** | 73",
                "\\sqrt{8} | 2\\sqrt2",
                "√8 | 2√2",
                "\\frac{\\sqrt{7}}{14} | \\frac{1}{2\\sqrt{7}}",
                "\\frac{1}{3-\\sqrt{2}} | \\frac{3+\\sqrt{2}}{7}",
                "(x+1)^2 | x^2+2x+1",
                "6+9i | 9i+6",
                "\\frac{1}{1+i} | \\frac{1-i}{2}",
                "4,6,14,15 | 15, 14, 6 and 4",
                "1 \\pm \\sqrt{19} | 1+\\sqrt{19}, 1-\\sqrt{19}",
                "(-\\infty,0)\\cup(1,2) | (1,2) \\cup (-\\infty, 0)",
                "3x-y+13=0 | 6x+26=2y",
                "\\text{Evelyn} | evelyn",
                "\\text{(C)} | C",
                "\\pi/2 | \\frac{\\pi}{2}",
                "2^{10} | 1024",
                "\\$40 | \\$40.00",
                "12,500 | 12\\,500",
                "1{,}250{,}000 | 1,250,000",
                "1,200, 3,400 | 3400 and 1200",
                "50% | 50",
                ".5 | 1/2",
                "2½ | 2.5",
                "2\\frac23 | 8/3",
                "0.\\overline{3} | 1/3",
                "0.1\\overline{6} | \\frac{1}{6}",
                "3.2 \\times 10^5 | 320000",
                "1.5e3 | 1500",
                "forty-two | 42",
                "one hundred and five | 105",
                "two thirds | \\frac23",
                "twelve apples | 12",
                "about 12 | 12",
                "1.5 million | 1,500,000",
                "$3 thousand | 3000",
                "1/2 of the pizza | 0.5",
                "1 1/2 cups | 1.5",
                "≈ 12 | 12",
                "5 cm^2 | 5\\text{ cm}^2",
                "\\frac{12}{7} seconds | 12/7",
                "2\\sqrt{5}\\text{ cm} | \\sqrt{20}",
                "\\frac56 | \\dfrac{5}{6}",
                "\\boxed{73} | 73",
                "__73__ | 73",
                "<<9*2=18>>18 | 18",
                "7x - 7x + 3 | 3",
                "12x + 18 | 6(2x+3)",
                "\\frac{x^2-1}{x+1} | x-1",
                "\\frac{1}{x+1}+\\frac{1}{x-1} | \\frac{2x}{x^2-1}",
                "\\sqrt{x}+1 | 1+x^{1/2}",
                "2^{n+1} | 2 \\cdot 2^n",
                "\\sqrt{5+2\\sqrt{6}} | \\sqrt2+\\sqrt3",
                "\\sqrt[3]{16} | 2\\sqrt[3]{2}",
                "\\frac{\\sqrt8}{\\sqrt2} | 2",
                "\\sin 30^\\circ | 0.5",
                "\\cos(\\pi/4) | \\frac{\\sqrt2}{2}",
                "\\tan 15^\\circ | 2-\\sqrt3",
                "\\log_2 8 | 3",
                "\\ln(e^2) | 2",
                "5!/3! | 20",
                "\\binom{5}{2} | 10",
                "\\lvert -3 \\rvert | 3",
                "i^{10} | -1",
                "(1+i)^2 | 2i",
                "18 = x | 18",
                "x=6/2=3 | 3",
                "2+3=5 | 5",
                "y = 2x+3 | 2x - y + 3 = 0",
                "x+y=5 | 5 = y + x",
                "x=3, y=4 | (3,4)",
                "y=4, x=3 | x=3 \\text{ and } y=4",
                "x = 2 or x = -2 | \\pm 2",
                "\\{1, 2, 3\\} | 3,1,2",
                "{1,2} | 2, 1",
                "\\emptyset | \\{\\}",
                "x < 5 | (-\\infty, 5)",
                "2 \\le x < 7 | [2,7)",
                "7 > x >= 2 | [2,7)",
                "-2x < 6 | x + 3 > 0",
                "x<2 or x>3 | (-\\infty,2)\\cup(3,\\infty)",
                "(-∞,2) U (3,∞) | (3,∞) ∪ (-∞,2)",
                "\\mathbb{R} | (-\\infty,\\infty)",
                "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} | \\begin{bmatrix}1&2\\\\3&\\frac{8}{2}\\end{bmatrix}",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} | [[1,2],[3,4]]",
                "(1,2),(3,4) | (3,4) and (1,2)",
                "5:30 | 5:30 p.m.",
                "5:30 PM | 17:30",
                "5 p.m. | 5",
                "3:2 | 6:4",
                "3:2 | \\frac32",
                "1011_2 | 1011_{2}",
                "2A_{16} | 2A_{\\text{sixteen}}",
                "(A) | A",
                "(B) 15 | B",
                "C. 15 | 15",
                "\\text{Evelyn} | Evelyn!",
                "\\text{no solution} | No solution"
            })
    void notation_does_not_matter(String first, String second) {
        assertThat(Equality.same(first, second)).isTrue();
        assertThat(Equality.same(second, first)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18 | 18.01",
                "0.333 | 1/3",
                "12:00 | 1:00",
                "1/2^{99} | 1/2^{98}",
                "n=2,3,4 | 1,2,3",
                "3x-y+13=0 | 3x+4y+14=0",
                "$100,00 | 10000",
                "12x | 12",
                "12x + 18 | 18",
                "2\\sqrt5 | 5",
                "2\\sqrt5 | 2",
                "[1,2) | (1,2)",
                "(1,2) | (2,1)",
                "(1,2) | 1,2",
                "x+1 | x-1",
                "1011_2 | 1011",
                "\\text{Evelyn} | Briana",
                "2xy | 2",
                "-5 | 5",
                "5:30 a.m. | 5:30 p.m.",
                "5:30 | 530",
                "1:25 | 2:50",
                "10^{100} | 10^{100}+1",
                "2^{100000} | 2^{100000}+1",
                "(x+1)^{100} | (x+1)^{100}+1",
                "1.000000000000000000000000000001 | 1",
                "\\sqrt{2} | 1.41421356237309504880168872420969807857",
                "\\pi | 3.14159265358979",
                "\\sqrt{x^2} | x",
                "\\sin x | \\cos x",
                "e^{-300} | 0",
                "0.5 | 50%",
                "5 cm | 5 m",
                "$5 | 5 cents",
                "500 cm | 5 m",
                "[1,2] | (1,2]",
                "(0,1) | (0,1,2)",
                "4,4 | 4",
                "1,2,3 | 123",
                "x=3, y=4 | x=4, y=3",
                "x=3, y=4 | (4,3)",
                "x < 5 | x > 5",
                "x < 5 | x \\le 5",
                "x + y < 5 | x + y > 5",
                "y = 2x+3 | y = 2x-3",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} | \\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}",
                "\\begin{pmatrix}1\\\\2\\end{pmatrix} | \\begin{pmatrix}1&2\\end{pmatrix}",
                "\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix} | \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
                "1011_2 | 1011_3",
                "(A) | B",
                "(A) 15 | (B) 15",
                "AB | BA",
                "Tim | Tom",
                "twelve | 20",
                "3 hours 20 minutes | 3",
                "5 remainder 2 | 5",
                "5! | 120",
                "\\frac{1}{0} | 0",
                "100,00 | 100"
            })
    void other_values_are_other(String first, String second) {
        assertThat(Equality.same(first, second)).isFalse();
        assertThat(Equality.same(second, first)).isFalse();
    }

    @Test
    void every_value_equals_itself_in_any_dress() {
        for (String value :
                List.of("18", "\\frac{3}{4}", "(1,2)", "[0,\\infty)", "x^2+1", "2\\sqrt{3}", "4,6", "6+9i", "-7")) {
            for (String dressed :
                    List.of(value, " " + value + " ", "$" + value + "$", "**" + value + "**", value + ".")) {
                assertThat(Equality.same(value, dressed)).as(dressed).isTrue();
            }
        }
    }

    @Test
    void a_bare_number_beside_any_unit_or_sign_is_the_number() {
        for (String unit :
                List.of(" cm", "\\text{ dollars}", "%", "\\%", " miles per hour", "^\\circ", " more apples", "th")) {
            assertThat(Equality.same("24" + unit, "24")).as(unit).isTrue();
            assertThat(Equality.same("24" + unit, "25")).as(unit).isFalse();
        }
    }

    @Test
    void what_a_number_is_worth_is_exact() {
        assertThat(Equality.number("\\frac{3}{4}")).isEqualTo(BigFraction.of(3, 4));
        assertThat(Equality.number("x = $2,500.50")).isEqualTo(BigFraction.of(5001, 2));
        assertThat(Equality.number("\\sqrt{2}")).isNull();
        assertThat(Equality.number("(1,2)")).isNull();
        assertThat(Equality.number("Evelyn")).isNull();
        assertThat(Equality.number("")).isNull();
    }

    @Test
    void comparison_is_reflexive_and_symmetric_over_answers_of_all_kinds() {
        MadeAnswers made = new MadeAnswers(new Random(7));
        for (int i = 0; i < 3000; i++) {
            String one = made.answer();
            String other = made.answer();
            assertThat(Equality.same(one, " " + one)).as(one).isTrue();
            assertThat(Equality.same(one, other)).as("%s and %s", one, other).isEqualTo(Equality.same(other, one));
        }
    }

    @Test
    void dress_does_not_change_what_is_compared() {
        MadeAnswers made = new MadeAnswers(new Random(11));
        for (int i = 0; i < 2000; i++) {
            String value = made.answer();
            for (String dressed : MadeAnswers.dresses(value)) {
                assertThat(Equality.same(value, dressed))
                        .as("%s as %s", value, dressed)
                        .isTrue();
            }
        }
    }

    @Test
    void a_changed_number_is_another_answer() {
        Random random = new Random(13);
        for (int i = 0; i < 1000; i++) {
            int a = random.nextInt(2, 900);
            int b = random.nextInt(2, 900);
            for (String form : List.of(
                    "%d",
                    "\\frac{%d}{907}",
                    "x = %d",
                    "(%d, 4)",
                    "%d,1000",
                    "\\sqrt{%d}",
                    "%dx + 1",
                    "%d:17",
                    "[%d,\\infty)")) {
                assertThat(Equality.same(String.format(form, a), String.format(form, b)))
                        .as("%s of %d and %d", form, a, b)
                        .isEqualTo(a == b);
            }
        }
    }

    @Test
    void nothing_throws_on_any_text_and_comparison_stays_symmetric() {
        String[] parts = {
            "1",
            "x",
            "\\frac",
            "{",
            "}",
            "\\sqrt",
            "(",
            ")",
            ",",
            "^",
            "-",
            "+",
            "/",
            "=",
            "\\pm",
            "0",
            ".",
            "i",
            "\\text{",
            "%",
            "$",
            "[",
            "]",
            " ",
            "99999999",
            "\\cup",
            "^{",
            "*",
            "\\pi",
            "_",
            "!",
            "|",
            ":",
            "<",
            "\\leq",
            "\\begin{pmatrix}",
            "\\end{pmatrix}",
            "\\\\",
            "&",
            "\\sin",
            "\\log_",
            "°",
            "½",
            "and",
            "A",
            "\\{",
            "\\}",
            "\\overline{",
            "\\binom",
            "\u0000",
            "\ud83d",
            "٣",
            "e5",
            "p.m."
        };
        Random random = new Random(4);
        String before = "";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                value.append(parts[random.nextInt(parts.length)]);
            }
            String text = value.toString();
            assertThat(Equality.same(text, text + " ")).as(text).isTrue();
            assertThat(Equality.same(text, before)).as(text).isEqualTo(Equality.same(before, text));
            assertThat(Units.otherUnit(text, "5")).as(text).isIn(true, false);
            assertThat(Rounding.rounds(text, "5")).as(text).isIn(true, false);
            assertThat(Form.isFinal("Simplify " + before, text, before))
                    .as(text)
                    .isIn(true, false);
            before = text;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^{9^{9^9}}",
                "1000000!",
                "(a+b+c+d+e)^{12}",
                "\\sqrt{1+\\sqrt{2+\\sqrt{3+\\sqrt{5}}}}",
                "(\\sqrt2+\\sqrt3+\\sqrt5+\\sqrt7)^{9}",
                "e^{10000}",
                "x^{x^{x^x}}",
                "(2^{2000}+x)^{9}"
            })
    void large_expressions_are_compared_in_time(String value) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(Equality.same(value, "7")).isFalse();
            assertThat(Equality.same(value, value + " ")).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "((1,",
                "1,",
                "x+",
                "\\text{",
                "\\frac1",
                "1\\frac1",
                "\\pm",
                "=",
                "{",
                " ",
                "a",
                "9",
                "<<",
                "-",
                "\\sqrt",
                "2^",
                "1:"
            })
    void ten_thousand_characters_are_compared_in_time(String part) {
        for (int length : new int[] {500, 1900, 10_000}) {
            String value = part.repeat(length / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
                assertThat(Equality.same(value, "7")).isFalse();
                assertThat(Equality.same(value, value + " ")).isTrue();
            });
        }
    }
}
