package dev.tracewright.llm.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.trace.FinishReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineSolverTest {
    private static final String PENCILS = """
            1. Note that there are 12 boxes with 10 pencils in each box.
            2. Multiply 12 by 10 to get the number of all pencils.
            3. Multiply 25 by 3 to get the number of pencils for the pupils.
            4. Check that the result of step 3 is not more than the result of step 2.
            5. Subtract the result of step 3 from the result of step 2.""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Subtract 3 and 4 from 16                              | 16 - 3 - 4 = 9
                    Subtract the four eggs in the cake from 16            | 16 - 4 = 12
                    Subtract $3.50 from $20                               | 20 - 3.5 = 16.5
                    Subtract the product of 3 and 4 from 20.              | 20 - 3 × 4 = 8
                    Take 3 away from 16                                   | 16 - 3 = 13
                    Deduct 1,250 from 2,000                               | 2000 - 1250 = 750
                    Add 5, 7 and 9                                        | 5 + 7 + 9 = 21
                    Add 5, 7, and 9 together                              | 5 + 7 + 9 = 21
                    Add 4 to 16                                           | 16 + 4 = 20
                    Add 1 1/2 and 2 1/4                                   | 3/2 + 9/4 = 15/4
                    Add two thirds of 9 and half of 10                    | 2/3 × 9 + 0.5 × 10 = 11
                    Add 20% to 150                                        | 150 + 20% × 150 = 180
                    Divide 24 by 4                                        | 24 ÷ 4 = 6
                    Divide 24 apples evenly among 4 children              | 24 ÷ 4 = 6
                    Divide 24 into groups of 4                            | 24 ÷ 4 = 6
                    Divide 7 by 3                                         | 7 ÷ 3 = 7/3
                    Multiply twenty-five by three                         | 25 × 3 = 75
                    Multiply two hundred and five by a dozen              | 205 × 12 = 2460
                    Multiply the boxes (12) by the pencils in a box (10)  | 12 × 10 = 120
                    Multiply the sum of 3 and 4 by 2                      | (3 + 4) × 2 = 14
                    Halve 25                                              | 25 ÷ 2 = 12.5
                    Double the sum of 3 and 4                             | (3 + 4) × 2 = 14
                    Triple 5                                              | 5 × 3 = 15
                    Square 12                                             | 12^2 = 144
                    Take 20% of 150                                       | 20% × 150 = 30
                    Find 3/4 of 60                                        | 3/4 × 60 = 45
                    Find 20% more than 50                                 | 50 + 20% × 50 = 60
                    Find twice 8                                          | 2 × 8 = 16
                    Find the square root of 144                           | √144 = 12
                    Find the average of 3, 4 and 8                        | (3 + 4 + 8) ÷ 3 = 5
                    Find the difference between 3 and 16.                 | 16 - 3 = 13
                    Find the quotient of 84 and 7                         | 84 ÷ 7 = 12
                    Find the total cost by multiplying 12 by 10.          | 12 × 10 = 120
                    To find the total, add 3 and 4.                       | 3 + 4 = 7
                    Then you should add 3 and 4.                          | 3 + 4 = 7
                    Calculate 12 x 5 + 3                                  | 12 × 5 + 3 = 63
                    Calculate $12 \\times 5$                              | 12 × 5 = 60
                    Calculate $\\frac{3}{4} + \\frac{1}{4}$               | 3/4 + 1/4 = 1
                    (3 + 4) × 2 ÷ 7                                       | (3 + 4) × 2 ÷ 7 = 2
                    2 - (3 - 4)                                           | 2 - (3 - 4) = 3
                    12 ÷ (6 ÷ 3)                                          | 12 ÷ (6 ÷ 3) = 6
                    12 boxes × 10 pencils = ?                             | 12 × 10 = 120
                    What is 7 times 8?                                    | 7 × 8 = 56
                    5 more than 12                                        | 12 + 5 = 17
                    3 times as many as 7                                  | 3 × 7 = 21
                    Increase 150 by 20%                                   | 150 + 20% × 150 = 180
                    Reduce 80 by 5                                        | 80 - 5 = 75
                    Convert 2 hours to minutes                            | 2 × 60 = 120
                    Convert 90 minutes into hours                         | 90 ÷ 60 = 1.5
                    Convert 1 hour and 20 minutes to minutes              | 1 × 60 + 20 = 80
                    Round 8.346 to 2 decimal places                       | 8.346 ≈ 8.35
                    Round 1,449 to the nearest hundred                    | 1449 ≈ 1400
                    Round 25/3 up                                         | 25/3 ≈ 9
                    Multiply 6 by 3 to get 19 square metres               | 6 × 3 = 18 (the step says 19)
                    """)
    void a_step_of_plain_arithmetic_shows_its_equation(String step, String equation) {
        assertThat(lines("1. " + step)).first().isEqualTo("1. " + equation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subtract the eggs eaten from 16",
                "Multiply the pencils in one box by 4",
                "Multiply 3 pencils for each of the 25 pupils",
                "Write all six products in one line.",
                "Find how many apples 3 boys have",
                "Identify how many eggs there are",
                "Do not add 3 and 4",
                "If it rains, add 3 and 4",
                "Add 2 hours and 30 minutes",
                "Add 3",
                "Multiply 7",
                "Find the square root of 2",
                "Find 1/3 more than 9",
                "Convert 5 hours to metres",
                "Add 3 and the result of step 7",
                "Add 7:40 and 20",
                "Subtract 3 from the result of step 1",
                "Paint 3 walls",
                "Calculate (3 + 4",
                "Solve 2x + 3 = 7",
                "Remember to subtract 4 from 9"
            })
    void a_step_that_it_does_not_understand_gets_no_value(String step) {
        assertThat(lines("1. " + step))
                .first()
                .asString()
                .startsWith("1. I cannot carry out this step: ")
                .doesNotContain(" = ");
        assertThat(solve("1. " + step)).doesNotContain("The answer is");
    }

    @Test
    void dividing_by_zero_is_said() {
        assertThat(lines("1. Divide 5 by 0")).first().asString().contains("it divides by zero");
        assertThat(lines("1. 5 / 0")).first().asString().contains("it divides by zero");
        assertThat(lines("1. 0^-1")).first().asString().contains("it divides by zero");
    }

    @Test
    void the_show_case_is_solved_line_by_line() {
        assertThat(solve(PENCILS)).isEqualTo("""
                        1. There are 12 boxes with 10 pencils in each box.
                        2. 12 × 10 = 120
                        3. 25 × 3 = 75
                        4. 75 is not more than 120: this holds.
                        5. 120 - 75 = 45

                        The answer is: 45""");
    }

    @ParameterizedTest
    @CsvSource({
        "5. Subtract, 5. Add, 195",
        "5. Subtract, 5. Multiply, 9000",
        "3. Multiply, 3. Add, 92",
        "2. Multiply, 2. Subtract, -73",
        "'25', '20', 60"
    })
    void one_changed_word_changes_the_answer(String word, String other, String answer) {
        assertThat(solve(PENCILS.replace(word, other))).endsWith("The answer is: " + answer);
    }

    @Test
    void changing_add_to_subtract_changes_the_answer_in_every_form_of_joining() {
        for (String operands : List.of("4 to 16", "4 from 16", "16 and 4", "16 by 4", "16 with 4")) {
            assertThat(solve("1. Add " + operands)).endsWith("The answer is: 20");
            assertThat(solve("1. Subtract " + operands)).endsWith("The answer is: 12");
        }
    }

    @Test
    void steps_refer_to_earlier_results_in_many_ways() {
        List<String> lines = lines("""
                1. 3 + 4
                2. 5 + 6
                3. Add the results of steps 1 and 2
                4. Subtract the total from step 1 from the total from step 3.
                5. Subtract step 1 from step 2
                6. Halve it
                7. Multiply by 10
                8. Add 5 to the total so far
                9. Add both results
                10. Divide the amount from step 7 by four
                11. Multiply the 7 apples (step 1) by 2""");
        assertThat(lines)
                .startsWith(
                        "1. 3 + 4 = 7",
                        "2. 5 + 6 = 11",
                        "3. 7 + 11 = 18",
                        "4. 18 - 7 = 11",
                        "5. 11 - 7 = 4",
                        "6. 4 ÷ 2 = 2",
                        "7. 2 × 10 = 20",
                        "8. 20 + 5 = 25",
                        "9. 20 + 25 = 45",
                        "10. 20 ÷ 4 = 5",
                        "11. 7 × 2 = 14");
    }

    @Test
    void a_number_that_contradicts_the_step_it_is_taken_from_is_refused() {
        assertThat(lines("1. 3 + 4\n2. Multiply the 8 apples from step 1 by 2").get(1))
                .isEqualTo("2. I cannot carry out this step: it says 8, but the result of step 1 is 7.");
    }

    @Test
    void noted_numbers_are_remembered_by_name_unless_the_name_is_ambiguous() {
        assertThat(solve("1. Note that there are 16 eggs.\n2. Subtract 3 from the number of eggs."))
                .endsWith("The answer is: 13");
        assertThat(solve("1. Note that there are 16 eggs.\n2. Note that 4 eggs are broken.\n3. Halve the eggs."))
                .doesNotContain("The answer is");
    }

    @Test
    void a_bare_total_could_be_any_and_is_refused_while_the_total_so_far_is_the_previous_result() {
        assertThat(solve("1. Add 3 and 4\n2. Subtract the result of step 1 from the total"))
                .doesNotContain("The answer is");
        assertThat(solve("1. Add 3 and 4\n2. Subtract 2 from the total so far")).endsWith("The answer is: 5");
    }

    @Test
    void an_answer_says_which_steps_were_left_out() {
        assertThat(solve("1. Count the eggs.\n2. Add 3 and 4."))
                .endsWith("I left out step 1, which I could not carry out.\nThe answer is: 7");
    }

    @Test
    void a_last_step_that_cannot_be_carried_out_leaves_no_answer() {
        assertThat(solve("1. Add 3 and 4.\n2. Subtract the broken eggs from the result."))
                .endsWith("There is no answer, because I could not carry out step 2.")
                .doesNotContain("The answer is");
    }

    @Test
    void a_refused_step_is_never_skipped_over_silently_by_the_previous_result() {
        assertThat(lines("1. Add 3 and 4.\n2. Remove the broken ones.\n3. Double the previous result.")
                        .get(2))
                .isEqualTo("3. I cannot carry out this step: the result before it is missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Add 3 and 4\n2. Double the result of step 1",
                "1) Add 3 and 4\n2) Double the result of step 1",
                "(1) Add 3 and 4\n(2) Double the result of step 1",
                "Step 1: Add 3 and 4\nStep 2: Double the result of step 1",
                "Step 1 - Add 3 and 4\nStep 2 - Double the result of step 1",
                "**Step 1:** Add 3 and 4\n\n**Step 2:** Double the result of step 1\n\nGood luck!",
                "**1.** Add 3 and 4\n**2.** Double the result of step 1",
                "### Step 1: Sum\nAdd 3 and 4.\n\n### Step 2: Twice\nDouble the result of step 1.",
                "**Step 1: Find the sum**\n\n* Add 3 and 4\n\n**Step 2: Double it**\n\n* Double the result of step 1",
                "1. **Sum**: Add 3 and 4\n2. **Twice**: Double the previous result",
                "1. Sum\n   a) Add 3 and 4\n2. Twice\n   a) Double the result of step 1",
                "Here is a plan:\n\n- Add 3 and 4\n- Double the previous result",
                "* Add 3 and 4\n* Double it",
                "Add 3 and 4\nDouble the previous result"
            })
    void steps_are_found_in_every_usual_form(String steps) {
        assertThat(solve(steps)).isEqualTo("1. 3 + 4 = 7\n2. 7 × 2 = 14\n\nThe answer is: 14");
    }

    @Test
    void a_title_that_says_what_its_text_says_is_not_done_twice() {
        String plan = "Step 1: Add 3 and 4\n\nStep 2: Double it\n* Double the previous result";
        assertThat(solve(plan)).endsWith("2. 7 × 2 = 14\n\nThe answer is: 14");
        assertThat(solve(plan.replace("* Double", "* Halve")))
                .contains("its title and its text ask for different values");
    }

    @Test
    void letters_under_an_untitled_number_are_all_carried_out() {
        assertThat(solve("1.\n   a) Add 3 and 4\n   b) Double the previous result"))
                .endsWith("1. 3 + 4 = 7. 7 × 2 = 14.\n\nThe answer is: 14");
    }

    @Test
    void both_known_templates_and_a_plain_list_are_recognised() {
        String paper =
                "We are given the following problem: q?. Use the following steps to solve the problem: 1. Add 3 and 4.";
        String later =
                "First, carefully review this problem:\nq?\nThen, solve the problem using the provided steps as a plan,"
                        + " thinking step-by-step.\n1. Add 3 and 4.";
        String own = "Problem: q?\nMy plan:\n1. Add 3 and 4.\n2. Double it.";
        assertThat(ask(paper).output()).isEqualTo("1. 3 + 4 = 7\n\nThe answer is: 7");
        assertThat(ask(later).output()).isEqualTo("1. 3 + 4 = 7\n\nThe answer is: 7");
        assertThat(ask(own).output()).endsWith("The answer is: 14");
    }

    @Test
    void a_prompt_without_steps_gets_an_honest_output() {
        ChatReply reply = ask("How many eggs are 3 eggs and 4 eggs? Think step-by-step.");
        assertThat(reply.output())
                .startsWith("I can only carry out delegated steps")
                .doesNotContain("The answer is");
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
    }

    @ParameterizedTest
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    @ValueSource(
            strings = {
                "9",
                "9^",
                "(",
                "-",
                "twice ",
                "half of ",
                "steps ",
                "1/",
                "1,",
                "one ",
                "** ",
                "x ",
                "Add ",
                "\\frac{",
                "10% and ",
                "1. 9^9\n",
                "a) ",
                " \t",
                "step 1 ",
                "the sum of ",
                "as as ",
                "#",
                "½",
                "and then add ",
                "999,999,"
            })
    void sixty_thousand_characters_of_anything_end_quickly(String piece) {
        String hostile = piece.repeat(60_000 / piece.length());
        for (String steps : List.of(hostile, "1. Add " + hostile, "1. Calculate " + hostile.substring(0, 1_900))) {
            assertThat(solve(steps)).hasSizeLessThan(200_000);
        }
    }

    @ParameterizedTest
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    @ValueSource(strings = {"9^999999999", "2^255^255", "(9^80)^200", "Square 10^60", "1/9^999999999"})
    void numbers_that_explode_are_refused(String step) {
        assertThat(lines("1. " + step)).first().asString().startsWith("1. I cannot carry out this step: ");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void repeated_percentages_do_not_blow_the_equation_up() {
        String step = "1. Add 10%" + " and 10%".repeat(60) + " to 150";
        assertThat(solve(step)).hasSizeLessThan(20_000);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void random_word_salad_never_throws() {
        Random random = new Random(20_260_101);
        String[] words =
                ("add subtract multiply divide 3 4.5 1/2 20% the result of step 1 2 from by and to ( ) + - × ÷ ^ half"
                                + " twice sum total it , . : \n - * 1. 2. note that is not more than = $ one dozen convert hours minutes"
                                + " round up nearest steps previous")
                        .split(" ", -1);
        assertThatCode(() -> {
                    for (int run = 0; run < 3_000; run++) {
                        StringBuilder steps = new StringBuilder("1. ");
                        for (int i = random.nextInt(25); i >= 0; i--) {
                            steps.append(words[random.nextInt(words.length)]).append(' ');
                        }
                        solve(steps.toString());
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void the_output_streams_word_by_word_and_joins_to_the_reply() {
        List<String> pieces = new ArrayList<>();
        ChatReply reply =
                new OfflineSolver(Duration.ZERO).ask(ChatRequest.of("1. Add 3 and 4"), pieces::add, new Cancellation());
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(String.join("", pieces)).isEqualTo(reply.output());
        assertThat(reply.attempts()).hasSize(1);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void cancelling_keeps_what_came_and_does_not_wait_for_the_pause() {
        Cancellation cancellation = new Cancellation();
        List<String> pieces = new ArrayList<>();
        ChatListener stopAtThree = piece -> {
            pieces.add(piece);
            if (pieces.size() == 3) {
                cancellation.cancel();
            }
        };
        ChatReply reply = new OfflineSolver(Duration.ofMillis(20))
                .ask(ChatRequest.of("1. Add 3 and 4\n2. Double it"), stopAtThree, cancellation);
        assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(reply.output()).isEqualTo("1. 3 + ");
    }

    @Test
    void a_token_limit_cuts_the_output() {
        ChatRequest request = new ChatRequest(null, "1. Add 3 and 4", null, null, 2, null, List.of());
        ChatReply reply = new OfflineSolver(Duration.ZERO).ask(request, ChatListener.silent(), new Cancellation());
        assertThat(reply.finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(reply.output()).isEqualTo("1. 3 ");
    }

    @Test
    void it_is_a_demonstration_model() {
        OfflineSolver solver = new OfflineSolver(Duration.ZERO);
        assertThat(solver.demonstration()).isTrue();
        assertThat(solver.name()).isEqualTo("offline solver");
    }

    private static ChatReply ask(String prompt) {
        return new OfflineSolver(Duration.ZERO).ask(ChatRequest.of(prompt), ChatListener.silent(), new Cancellation());
    }

    private static String solve(String steps) {
        return ask("We are given the following problem: q?. Use the following steps to solve the problem: " + steps)
                .output();
    }

    private static List<String> lines(String steps) {
        return solve(steps).lines().toList();
    }
}
