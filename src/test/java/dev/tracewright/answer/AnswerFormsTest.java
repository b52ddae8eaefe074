package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Judgement.Suggestion;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which models write their answers, each once. */
class AnswerFormsTest {
    private static final String APPLES =
            "Mia picks 12 apples on each of 4 days and gives 6 apples to Tom. How many apples are left in 30 days?";

    private static Judgement judge(String question, String gold, String output) {
        return AnswerJudge.judge(question, gold, output.replace("\\n", "\n"), FinishReason.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "**42**",
                "#### 42",
                "A: 42",
                "4 * 12 = 48\\n48 - 6 = 42\\nA: 42",
                "### Final Answer\\n\\n42",
                "**Final Answer:** 42 apples",
                "Final answer: \\(42\\)",
                "**Answer**\\n\\n42",
                "The correct answer is 42.",
                "The final answer is $\\boxed{42}$.",
                "$$\\boxed{42}$$\\n\\nHope this helps!",
                "First \\boxed{48} apples, then \\boxed{42} apples.",
                "Therefore, the total is $4 \\times 12 - 6 = 42$.",
                "48 apples - 6 apples = 42 apples",
                "Together that is 4 * 12 - 6 = <<4*12-6=42>>42 apples.",
                "So the 4 days give 48 apples, leaving 42 apples.",
                "She has 48 apples and gives away 6, so she keeps 42.",
                "In total, the remaining 30 days see 42 apples.",
                "Mia has 42 apples (48 - 6) after 30 days.",
                "If she gives 6 away, she is left with 42 apples.",
                "There are 42 apples left, which is more than 30.",
                "The number of apples left is 48 - 6 or 42.",
                "By step 4, 42 apples are left.",
                "The answer is 42, as found in step 3.",
                "Mia ends with 42 apples.\\n\\n**Step 5: Check your answer**\\n42 + 6 = 48, and 48 / 4 = 12.",
                "Mia ends with 42 apples. To verify, let's add them up: 42 + 6 = 48.",
                "Mia ends with 42 apples.\\n\\nNote: the 30 days do not matter.",
                "Mia ends with 42 apples.\\n\\nLet me know if you have 3 more questions!",
                "| Picked | 48 |\\n| Given | 6 |\\n| Left | 42 |",
                "所以，剩下42个苹果。",
                "答案是42。",
                "答案：42个",
                "4*12-6=42。因此答案为 42",
                "Explanation: 48 - 6.\\n\\nAnswer: 42",
                "1. 4 * 12 = 48\\n2. Write down the answer: 48\\n3. 48 - 6 = 42",
                "ANSWER: 42",
                "The answer is: forty-two, that is 42.",
                "Answer: $42\\text{ apples}$",
                "The answer is 42.\\n\\nQuestion: Ben has 3 cars and buys 2. How many cars?\\nAnswer: 5"
            })
    void the_answer_is_found_in_every_form(String output) {
        Judgement judgement = judge(APPLES, "#### 42", output);
        assertThat(judgement.suggestion()).as("%s: %s", output, judgement.why()).isEqualTo(Suggestion.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which is prime? (A) 4 (B) 7 (C) 9 | B | The answer is (B) 7.",
                "Which is prime? (A) 4 (B) 7 (C) 9 | (B) | 4 and 9 are squares. So the correct option is B.",
                "Which is prime? (A) 4 (B) 7 (C) 9 | \\text{(B)} | Therefore, only (B) is prime.",
                "Is 7 a prime number? | yes | Yes, because only 1 and 7 divide it. So the answer is yes.",
                "Is 8 a prime number? | no | 8 = 2 * 4. Therefore, no, it is not.",
                "Anna runs 5 miles, Bela runs 8 miles. Who runs further? | Bela | 8 > 5. Therefore, Bela runs further than Anna.",
                "Find all solutions of $x^2 = 9$. | x = 3, -3 | The answer is $x = 3, -3$.",
                "What share is it? | \\frac{3}{4} | Thus the share is \\(\\frac{3}{4}\\).",
                "How long does it take, in minutes? | 95 | In summary, it will take 1 hour and 35 minutes.",
                "How much does Ben pay? | 2125 | So Ben pays $2,125.00.",
                "What is the interval? | (-3, 5] | So $x$ lies in $(-3, 5]$."
            })
    void other_kinds_of_answers_are_found(String question, String gold, String output) {
        Judgement judgement = judge(question, gold, output);
        assertThat(judgement.suggestion()).as("%s: %s", output, judgement.why()).isEqualTo(Suggestion.TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot help with that.",
                "How many apples are left?",
                "Mia picks apples and gives some to Tom.",
                "Your answer: ________",
                "The answer is correct.",
                "The answer is: $\\text{Your answer}$.",
                "The answer is: [your final answer here]",
                "The question we want to answer is: How many apples are left?",
                "1. How many apples does she pick?\n2. Calculate the apples picked in 4 days.\n3. Subtract the 6 apples from it.",
                "1. What does she pick? (She picks 12 apples a day)\n2. Find the rest by subtracting 6.",
                "   1. Let one name stand for the apples.\n   2. Write an equation.\n   3. Now simplify it in 2 steps.",
                "She picks for 4 days, but we cannot determine how many apples are left.",
                "Write down what is known: 4 days.\nRest: 12 * 4 - $\\underline{\\hspace{2cm}}$",
                ""
            })
    void where_nothing_is_stated_nothing_is_true(String output) {
        Judgement judgement = judge(APPLES, "42", output);
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.FALSE);
        assertThat(judgement.stated()).isNull();
        assertThat(judgement.flags()).contains(Flag.NO_FINAL_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Multiply 12 by 4 to get 48.\n2. Subtract the given apples: 48 - 6 = 42",
                "Multiply 12 by 4 and subtract 6, which leaves 42 apples.",
                "How many apples are picked? (12 * 4 = 48)\nHow many apples are left? (48 - 6 = 42)",
                "We cannot find it from the first day alone. After 4 days 48 - 6 = 42 apples are left.",
                "The total is 42 apples.\n\nCheck each step and write the answer down."
            })
    void work_that_is_worded_as_an_instruction_or_a_question_is_work(String output) {
        Judgement judgement = judge(APPLES, "42", output);
        assertThat(judgement.suggestion()).as("%s: %s", output, judgement.why()).isEqualTo(Suggestion.TRUE);
        assertThat(judgement.flags()).doesNotContain(Flag.NO_FINAL_ANSWER);
    }

    @Test
    void results_after_the_answer_are_extra_information() {
        Judgement judgement = judge(
                "Mia has 18 plums and 30 pears and eats some. How many plums are left?",
                "12",
                "There are 42 fruits.\nThere are 12 plums left.\nTotal number of fruits: 12 plums + 30 pears = 42 fruits");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.TRUE);
        assertThat(judgement.flags()).containsExactly(Flag.EXTRA_INFORMATION);
    }

    @Test
    void a_question_after_the_answer_is_extra_information_and_an_offer_is_not() {
        String answer = "Therefore, 42 apples are left. ";
        assertThat(judge(APPLES, "42", answer + "How many apples would she have after 5 days?")
                        .flags())
                .containsExactly(Flag.EXTRA_INFORMATION);
        assertThat(judge(APPLES, "42", answer + "Would you like me to explain it again?")
                        .flags())
                .isEmpty();
    }

    @Test
    void an_answer_that_is_concluded_and_then_passed_by_is_unsure() {
        Judgement judgement =
                judge(APPLES, "42", "Therefore, 42 apples are left.\nSelling them for $2 each: 42 * 2 = $84.");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.UNSURE);
        assertThat(judgement.flags()).containsExactly(Flag.NEEDS_ANALYSIS);
        assertThat(judgement.why()).contains("42").contains("84");
    }

    @Test
    void a_blank_at_the_end_is_no_final_answer() {
        Judgement judgement = judge(APPLES, "42", "So 42 apples are left.\\nThe total number is _______.");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.UNSURE);
        assertThat(judgement.flags()).containsExactly(Flag.NEEDS_ANALYSIS, Flag.NO_FINAL_ANSWER);
    }

    @Test
    void an_instruction_concludes_nothing() {
        Judgement judgement = judge(
                "What is 5^2 - 3 + 8?",
                "8",
                "6. Subtract 3 from the square.\n7. Add 8 to the result. That is a number.\n\nThe final answer is: 35");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.FALSE);
    }

    @Test
    void what_a_check_concludes_is_the_answer() {
        Judgement judgement = judge(
                "What price is best?",
                "16",
                "p = 16\nNow, let's check if this value is best: 16 * 0 = 0.\n"
                        + "Revenue = 15 * 64 = 960\n\nThis is possible, so we can conclude that $15 is best.");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.FALSE);
        assertThat(judgement.stated()).isNotNull();
    }

    @Test
    void a_value_and_some_more_is_not_the_value() {
        assertThat(judge(APPLES, "42", "Therefore, she has 42 apples and some more of them.")
                        .suggestion())
                .isEqualTo(Suggestion.UNSURE);
    }

    @Test
    void a_line_cut_at_the_comma_is_unsure() {
        Judgement judgement = judge("How much does it cost?", "11050", "Thus, it costs $65 * 170 = $11,050.\nA: 11");
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.UNSURE);
        assertThat(judgement.flags()).containsExactly(Flag.FORMAT_MISMATCH, Flag.NEEDS_ANALYSIS);
    }

    @Test
    void every_candidate_shows_its_place() {
        String output = "4 * 12 = 48\n\nSo 42 apples are left: \\boxed{42}.\n\nThe answer is: 48.";
        Judgement judgement = judge(APPLES, "42", output);
        assertThat(judgement.candidates())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(one -> assertThat(output.substring(
                                one.found().start(), one.found().end()))
                        .isEqualTo(one.found().value()));
        assertThat(judgement.candidates().getFirst().where().key()).isEqualTo("answer_line");
    }

    @Test
    void the_end_of_a_very_long_output_is_read() {
        String output = "We think about apples and pears. ".repeat(4_000) + "Therefore, 42 apples are left.";
        Judgement judgement = judge(APPLES, "42", output);
        assertThat(judgement.suggestion()).isEqualTo(Suggestion.TRUE);
        assertThat(output.substring(
                        judgement.stated() == null ? 0 : judgement.stated().start()))
                .startsWith("42 apples are left");
    }

    @Test
    void how_a_value_is_dressed_does_not_change_the_suggestion() {
        Random random = new Random(4);
        List<String> frames =
                List.of("Therefore, %s apples are left.", "The answer is: %s", "So the total is %s.", "#### %s");
        List<String> dresses =
                List.of("**%s**", "*%s*", "$%s$", "$\\left(%s\\right)$", " %s ", "\\(%s\\)", "\\boxed{%s}");
        for (int i = 0; i < 2_000; i++) {
            String value = Integer.toString(random.nextInt(2, 5_000));
            String gold = random.nextBoolean() ? value : Integer.toString(random.nextInt(2, 5_000));
            String frame = frames.get(random.nextInt(frames.size()));
            String dressed = String.format(dresses.get(random.nextInt(dresses.size())), value);
            Suggestion plain = judge(APPLES, gold, String.format(frame, value)).suggestion();
            assertThat(judge(APPLES, gold, String.format(frame, dressed)).suggestion())
                    .as("%s in %s against %s", dressed, frame, gold)
                    .isEqualTo(plain);
            assertThat(judge("How much is paid?", gold, String.format(frame, "$" + value))
                            .suggestion())
                    .isEqualTo(judge("How much is paid?", gold, String.format(frame, value))
                            .suggestion());
        }
    }

    @Test
    void nothing_throws_and_nothing_unstated_is_true() {
        Random random = new Random(11);
        String signs = "0123456789.,;:!?()[]{}$\\=+-*/<>|_#%&~^ \n\tabAB是答案İ≈°½𝟙\u0000";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(120); k > 0; k--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String output = text.toString();
            Judgement judgement = AnswerJudge.judge(output, "5", output, FinishReason.STOP);
            assertThat(judgement.stated() == null && judgement.suggestion() == Suggestion.TRUE)
                    .as(output)
                    .isFalse();
            judgement.candidates().forEach(one -> {
                assertThat(one.found().start())
                        .as(output)
                        .isBetween(0, one.found().end());
                assertThat(one.found().end()).as(output).isLessThanOrEqualTo(output.length());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\boxed{",
                "$",
                "$$\n",
                "\\(",
                "<<",
                "(",
                "answer is ",
                "so, ",
                "if ",
                "1. ",
                "steps 1, ",
                "1,",
                "= ",
                "when (",
                "\nQuestion: ",
                "The answer is 1. ",
                "x=1\n",
                "**",
                "9",
                " and 3 feet ",
                "a",
                "答案"
            })
    void hostile_repetition_is_read_in_time(String part) {
        String output = part.repeat(70_000 / part.length());
        long start = System.nanoTime();
        AnswerJudge.judge(output, "5", output, FinishReason.STOP);
        assertThat((System.nanoTime() - start) / 1_000_000).as(part).isLessThan(2_000);
    }
}
