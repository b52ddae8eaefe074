package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Found;
import dev.tracewright.trace.Verdict;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictMatchTest {
    private static StrictMatch match(String gold, String output) {
        return Objects.requireNonNull(StrictMatch.of(gold, output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18          | So she makes 18 dollars.                             | 18          | TRUE
            18          | She makes 18 dollars in 2 days.                      | 2           | FALSE
            2125        | It costs $2,125.                                     | 2,125       | TRUE
            2125        | Of 3 plans, it costs $2,125, as asked.               | 2,125       | TRUE
            -4          | So x is −4.                                          | −4          | TRUE
            18          | The answer is 18.00.                                 | 18.00       | FALSE
            \\frac{3}{4} | So it is \\boxed{\\dfrac{3}{4}}, out of 12.            | \\dfrac{3}{4} | TRUE
            \\frac{3}{4} | So it is 3/4.                                        | 4           | FALSE
            (1, 2]      | Thus \\boxed{\\left( 1,2 \\right]} holds.              | \\left( 1,2 \\right] | TRUE
            90          | The angle is \\boxed{90^\\circ}.                       | 90^\\circ    | TRUE
            12          | I box \\boxed{7} first and \\boxed{12} then, 2 of them. | 12          | TRUE
            Evelyn      | It is \\boxed{Evelyn}.                                | Evelyn      | TRUE
            10          | #### 10                                              | 10          | TRUE
            50          | That is 50%, or \\boxed{50\\%} to be exact             | 50\\%        | TRUE
            3           | Version 2.5 has 3. Nothing follows.                  | 3           | TRUE
            """)
    void the_last_mark_box_or_number_is_compared_as_a_string(
            String gold, String output, String value, Verdict verdict) {
        StrictMatch match = match(gold, output);
        Found found = Objects.requireNonNull(match.value());
        assertThat(found.value()).isEqualTo(value);
        assertThat(output.substring(found.start(), found.end())).isEqualTo(value);
        assertThat(match.verdict()).isEqualTo(verdict);
    }

    @Test
    void a_mark_comes_before_boxes_and_boxes_before_numbers() {
        assertThat(match("5", "We have \\boxed{6} and 7.\n#### 5\nBut 8 is larger.")
                        .verdict())
                .isEqualTo(Verdict.TRUE);
        assertThat(match("6", "We have \\boxed{6} and 7.").verdict()).isEqualTo(Verdict.TRUE);
        assertThat(match("7", "We have \\boxed{6 and 7.").verdict())
                .as("a box that is never closed is none")
                .isEqualTo(Verdict.TRUE);
    }

    @Test
    void an_output_without_a_value_is_wrong_and_without_an_answer_to_compare_with_nothing_is_said() {
        assertThat(match("5", "I cannot tell.")).isEqualTo(new StrictMatch(null, Verdict.FALSE));
        assertThat(match("5", "####   \n")).isEqualTo(new StrictMatch(null, Verdict.FALSE));
        assertThat(StrictMatch.of(null, "It is 5.")).isNull();
    }

    @Test
    @Timeout(20)
    void hostile_outputs_are_graded_without_an_exception_and_in_time() {
        Random random = new Random(7);
        String signs = "0123456789,.-−{}\\#$% \n(boxed";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            if (random.nextInt(4) == 0) {
                text.append("\\boxed{").append(random.nextInt(9));
            }
            @Nullable Found value = match("5", text.toString()).value();
            if (value != null) {
                assertThat(text.substring(value.start(), value.end())).isEqualTo(value.value());
            }
        }
        for (String part : new String[] {"1,", "\\boxed{", "####", "-", "\n", "1.", "{", "a 1\n"}) {
            match("5", part.repeat(2_000_000 / part.length()));
        }
    }
}
