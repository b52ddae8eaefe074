package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Leak;
import dev.tracewright.trace.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaksTest {
    private static final String QUESTION =
            "A baker fills 17 trays with 24 rolls each. She gives a quarter of the rolls to her neighbours, keeps thirty-five "
                    + "and sells the others for $0.40 each, 5% of which she pays as tax. How much does she keep?";
    private static final String GOLD = "103.36";

    private static List<Leak> leaks(String step) {
        return Leaks.in(QUESTION, StepParser.parse("1. Read the question.\n2. " + step), GOLD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Multiply 17 by 24 (17 × 24 = 408).                  | 17 × 24 = 408
                    Multiply the trays by the rolls, which gives 408.   | 408
                    Multiply the trays by the rolls to get 408 rolls.   | 408
                    Take a quarter of the 408 rolls.                    | 408
                    Note that she bakes 408 rolls (17 x 24) in all.     | 408
                    Subtract 35: 306 - 35 = 271.                        | 306 - 35 = 271
                    Keep a quarter of one tray (6 rolls).               | 6
                    For example, 17 trays of 24 rolls are 408 rolls.    | 408
                    Write the number of rolls down (e.g. 408).          | 408
                    So \\( 17 \\cdot 24 = 408 \\) rolls are baked.      | 17 \\cdot 24 = 408
                    """)
    void a_value_that_follows_from_the_question_is_a_leak(String step, String marked) {
        Steps steps = StepParser.parse("1. Read the question.\n2. " + step);
        assertThat(Leaks.in(QUESTION, steps, GOLD)).singleElement().satisfies(leak -> {
            assertThat(leak.kind()).isEqualTo(Leak.Kind.VALUE);
            assertThat(leak.step()).isEqualTo(2);
            assertThat(steps.text().substring(leak.start(), leak.end())).isEqualTo(marked);
        });
    }

    @Test
    void a_small_value_once_given_away_is_a_leak_wherever_it_is_used() {
        Steps steps = StepParser.parse("1. Subtract 16 from 24 (24 - 16 = 8).\n2. Multiply it by 8.\n3. See step 8.");
        assertThat(Leaks.in("Anna is 24 and Ben is 16. How far apart will they be in three years?", steps, "8"))
                .extracting(Leak::step)
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Simplify 6/8.                          | \\frac{3}{4}    | You should get $\\dfrac{3}{4}$.
                    Simplify 6/8.                          | \\frac{3}{4}    | You should get 3/4.
                    Where is $x^2 < 9$?                    | (-3,3)          | The interval is $\\left(-3, 3\\right)$.
                    Simplify $\\sqrt{50}$.                 | 5\\sqrt{2}      | Write $5 \\sqrt{2}$.
                    How many pens has Ada if she buys 17 and 18 more? | 35   | Write 35 as your result.
                    """)
    void the_answer_is_found_as_the_step_writes_it(String question, String gold, String step) {
        Steps steps = StepParser.parse("1. " + step);
        assertThat(Leaks.in(question, steps, gold)).extracting(Leak::kind).containsExactly(Leak.Kind.ANSWER);
        assertThat(Leaks.in(question + " " + step, steps, gold)).isEmpty();
    }

    @Test
    void the_data_sets_answer_is_marked_as_such() {
        assertThat(leaks("Subtract the tax: 108.80 - 5.44 = 103.36."))
                .extracting(Leak::kind)
                .containsExactly(Leak.Kind.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Multiply the 17 trays by the 24 rolls.",
                "Divide the result of step 13 by 4 and use steps 2, 3 and 15.",
                "Keep a quarter (25%, or 1/4) and thirty-five rolls (35).",
                "Three quarters (0.75) are left.",
                "Write 5% as 5/100 = 0.05.",
                "Let x = 20 and solve x + 3y = 41.",
                "Remember that 1 mile equals 5280 feet and 60 minutes make 1 hour.",
                "Round the 15th value at 12:45.",
                "For example, 3 + 4 = 7."
            })
    void what_the_question_or_the_method_explains_is_none(String step) {
        assertThat(leaks(step)).as(step).isEmpty();
    }

    @Test
    void no_text_throws_and_places_lie_inside_their_step() {
        for (long seed = 0; seed < 3000; seed++) {
            Steps steps = StepParser.parse(Texts.random(seed));
            int before = 0;
            for (Leak leak : Leaks.in(Texts.random(seed + 10_000), steps, Texts.random(seed + 20_000))) {
                assertThat(leak.start()).isGreaterThanOrEqualTo(before).isLessThan(leak.end());
                assertThat(leak.start()).isGreaterThanOrEqualTo(steps.start(leak.step() - 1));
                assertThat(leak.end()).isLessThanOrEqualTo(steps.end(leak.step() - 1));
                before = leak.end();
            }
        }
    }
}
