package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Judgement.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerJudgeTest {
    private static final String QUESTION =
            "Rosie runs 10 miles per hour for 3 hours and 5 miles per hour afterwards. How far does she run in 7 hours?";

    private static Judgement judge(String question, String gold, String output) {
        return AnswerJudge.judge(question, gold, output, FinishReason.STOP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She runs 30 + 20 = 50 miles.",
                "Rosie can run a total of 50 miles in 7 hours.",
                "30 + 20 = 50\\n\\nTherefore, Rosie runs 50 miles in 7 hours.\\n\\nThe answer is: 50.",
                "So the distance is $\\boxed{50}$ miles.",
                "Thus, the answer is **50 miles**.",
                "#### 50",
                "Total distance = 30 miles + 20 miles\\n= 50 miles",
                "She runs <<30+20=50>>50 miles.",
                "Therefore, she runs 50 miles (10 * 3 + 5 * 4).",
                "She can run fifty, that is 50 miles. This makes sense because 7 hours is long.",
                "The answer is 50 miles. Let me know if you need the steps for 7 hours!"
            })
    void the_stated_answer_is_found(String output) {
        Judgement judgement = judge(QUESTION, "#### 50", output.replace("\\n", "\n"));
        assertThat(judgement.suggestion()).as(judgement.why()).isEqualTo(Suggestion.TRUE);
        assertThat(judgement.flags()).isEmpty();
    }

    @Test
    void another_value_is_false_and_the_reason_names_both() {
        Judgement judgement = judge(QUESTION, "#### 50", "Therefore, Rosie runs 45 miles in 7 hours.");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.FALSE);
        assertThat(judgement.why()).isEqualTo("The output states 45; the data set's answer is 50.");
    }

    @Test
    void right_reasoning_with_a_wrong_last_line_is_a_format_mismatch() {
        String output = "90 / 2 = 45\n\nSo, each of them ate 45 roll-ups.\n\nThe answer is: 16.";
        Judgement judgement = judge("How many roll-ups did each eat?", "45", output);
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.TRUE);
        assertThat(judgement.flags()).containsExactly(Flag.FORMAT_MISMATCH);
        assertThat(place(output, judgement.stated())).isEqualTo("16");
        assertThat(place(output, judgement.reasoned())).isEqualTo("45");
    }

    @Test
    void a_right_last_line_against_its_own_reasoning_is_unsure() {
        String output = "Therefore, each of them ate 16 roll-ups.\n\nThe answer is: 45.";
        Judgement judgement = judge("How many roll-ups did each eat?", "45", output);
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.UNSURE);
        assertThat(judgement.flags()).containsExactly(Flag.NEEDS_ANALYSIS);
    }

    @ParameterizedTest
    @CsvSource({"''", "'I cannot help with that.'", "'Write your answer here: ______'"})
    void no_answer_is_never_true(String output) {
        Judgement judgement = judge(QUESTION, "50", output);
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.FALSE);
        assertThat(judgement.flags()).contains(Flag.NO_FINAL_ANSWER);
    }

    @Test
    void an_unevaluated_product_is_not_true() {
        assertThat(judge("Evaluate the expression if a = 5.", "3125", "So the result is $125 \\cdot 25$.")
                        .suggestion())
                .isNotEqualTo(Suggestion.TRUE);
    }

    @Test
    void the_questions_own_expression_is_not_its_simplification() {
        Judgement judgement = judge(
                "Rationalize the denominator: $\\frac{1}{2\\sqrt7}$.",
                "$\\boxed{\\frac{\\sqrt{7}}{14}}$", "The answer is $\\boxed{\\frac{1}{2\\sqrt7}}$.");
        assertThat(judgement.suggestion()).isNotEqualTo(Suggestion.TRUE);
    }

    @Test
    void a_rounded_value_is_unsure_with_its_reason() {
        Judgement judgement = judge("How long is it?", "2.55", "Therefore, it is approximately 2.6 metres long.");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.UNSURE);
        assertThat(judgement.flags()).containsExactly(Flag.ROUNDED);
        assertThat(judgement.why()).contains("rounded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\boxed{(15,-11)} | So, the coordinates $(x, y)$ are $(15, -11)$.",
                "\\boxed{\\frac{5}{3}} | The value of $b$ is $\\frac{5}{3}$.",
                "\\boxed{1} | So the value of g(3) is 1.",
                "\\boxed{-25} | Therefore, f(-10) = -25.",
                "\\boxed{15} | The answer is: The value of $a + b$ when $a = 2$ and $b = 4$ is 15.",
                "\\boxed{6+9i} | We get $\\boxed{6+9i}$!",
                "\\boxed{\\text{Evelyn}} | The answer is: Evelyn."
            })
    void expressions_are_found_whole(String gold, String output) {
        Judgement judgement = judge("What is it?", gold, output);
        assertThat(judgement.suggestion()).as(judgement.why()).isEqualTo(Suggestion.TRUE);
    }

    @Test
    void a_number_is_never_taken_out_of_an_expression() {
        assertThat(judge("Find it.", "18", "Therefore, the result is 12x + 18.").suggestion())
                .isEqualTo(Suggestion.FALSE);
        assertThat(judge("Find it.", "5", "Therefore, the result is $2\\sqrt{5}$.")
                        .suggestion())
                .isEqualTo(Suggestion.FALSE);
    }

    @Test
    void a_cut_output_is_flagged_and_not_called_true() {
        Judgement judgement = AnswerJudge.judge(QUESTION, "50", "So she runs 50 miles", FinishReason.LENGTH);
        assertThat(judgement.flags()).contains(Flag.TRUNCATED);
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.UNSURE);
    }

    @Test
    void an_endless_repetition_is_degenerate() {
        assertThat(judge(QUESTION, "50", "We add the miles to the miles. ".repeat(40))
                        .flags())
                .contains(Flag.DEGENERATE);
    }

    @Test
    void a_data_set_without_answer_gives_no_verdict() {
        assertThat(judge(QUESTION, "", "The answer is 50.").suggestion()).isEqualTo(Suggestion.UNSURE);
    }

    @Test
    void places_show_the_value_in_the_output_and_nothing_throws() {
        String[] parts = {
            "The answer is: ",
            "5",
            "$",
            "\\boxed{",
            "}",
            "So, ",
            "x = 3",
            "\n",
            ". ",
            "(",
            ")",
            "<<1+1=2>>",
            "____",
            "\\frac{1}{2}",
            "eight",
            " is ",
            "$40",
            "2,125",
            "%",
            "=",
            "\\[",
            "\\]",
            "**",
            "when ",
            "Step 2: ",
            "≈"
        };
        java.util.Random random = new java.util.Random(9);
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(14); k > 0; k--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String output = text.toString();
            Judgement judgement = judge("Is it 5?", "5", output);
            for (Found found : new Found[] {judgement.stated(), judgement.reasoned()}) {
                if (found != null) {
                    assertThat(found.start()).as(output).isBetween(0, found.end());
                    assertThat(found.end()).as(output).isLessThanOrEqualTo(output.length());
                }
            }
            assertThat(judgement.why()).isNotBlank();
        }
    }

    private static String place(String output, @org.jspecify.annotations.Nullable Found found) {
        return found == null ? "" : output.substring(found.start(), found.end());
    }
}
