package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "2^{10} | 1024"
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
                "-5 | 5"
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
    void comparison_is_reflexive_and_symmetric_and_never_throws() {
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
            "_"
        };
        java.util.Random random = new java.util.Random(4);
        String before = "";
        for (int i = 0; i < 5000; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                value.append(parts[random.nextInt(parts.length)]);
            }
            String text = value.toString();
            assertThat(Equality.same(text, text)).as(text).isTrue();
            assertThat(Equality.same(text, before)).as(text).isEqualTo(Equality.same(before, text));
            before = text;
        }
    }
}
