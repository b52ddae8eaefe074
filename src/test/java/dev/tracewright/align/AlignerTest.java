package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Segment.Kind;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignerTest {
    private static final Steps EGGS = StepParser.parse("""
            1. Identify how many eggs the hens lay every day.
            2. Subtract the eggs that are eaten for breakfast from the daily eggs.
            3. Subtract the eggs that are baked into muffins.
            4. Multiply the remaining eggs by the price to find the daily income.
            """);

    private static List<List<Integer>> links(Alignment alignment) {
        return alignment.segments().stream()
                .filter(segment -> segment.kind() == Kind.STEP)
                .map(Segment::steps)
                .toList();
    }

    private static List<Kind> kinds(Alignment alignment) {
        return alignment.segments().stream().map(Segment::kind).toList();
    }

    @Test
    void a_solver_that_follows_the_plan_aligns_one_to_one() {
        Alignment alignment = Aligner.align(EGGS, """
                Let's follow the steps:

                1. The hens lay 16 eggs every day.
                2. Subtract the eggs eaten for breakfast: 16 - 3 = 13 eggs.
                3. Subtract the eggs baked into muffins: 13 - 4 = 9 eggs.
                4. Multiply the remaining eggs by the price: 9 * $2 = $18.

                Therefore, the daily income is $18.

                The answer is: 18.""");
        assertThat(kinds(alignment))
                .containsExactly(Kind.PREAMBLE, Kind.STEP, Kind.STEP, Kind.STEP, Kind.STEP, Kind.CONCLUSION);
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
        assertThat(alignment.status()).containsOnly(StepStatus.FOLLOWED);
        assertThat(alignment.segments().get(1).printed()).isEqualTo("1");
        assertThat(alignment.segments().get(1).evidence()).contains("printed number 1");
    }

    @Test
    void content_beats_printed_numbers() {
        Alignment alignment = Aligner.align(EGGS, """
                1. Subtract the eggs eaten for breakfast from the daily eggs: 16 - 3 = 13.
                2. Subtract the eggs baked into muffins: 13 - 4 = 9.
                3. Multiply the remaining eggs by the price: the daily income is 9 * 2 = 18.""");
        assertThat(links(alignment)).containsExactly(List.of(2), List.of(3), List.of(4));
        assertThat(alignment.status().getFirst()).isIn(StepStatus.SKIPPED, StepStatus.MERGED);
    }

    @Test
    void steps_done_in_one_segment_are_merged() {
        Alignment alignment = Aligner.align(EGGS, """
                Step 1: Identify how many eggs the hens lay every day: 16.
                Step 2: Subtract the eggs eaten for breakfast and the eggs baked into muffins: 16 - 3 - 4 = 9.
                Step 3: Multiply the remaining eggs by the price to find the daily income: 9 * 2 = 18.""");
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2, 3), List.of(4));
        assertThat(alignment.status())
                .containsExactly(StepStatus.FOLLOWED, StepStatus.MERGED, StepStatus.MERGED, StepStatus.FOLLOWED);
    }

    @Test
    void prose_without_numbers_is_cut_at_its_paragraphs() {
        Alignment alignment = Aligner.align(EGGS, """
                First, the hens lay 16 eggs every day.

                Next, we subtract the 3 eggs eaten for breakfast, which leaves 13 eggs.

                So, after baking the muffins 13 - 4 = 9 eggs are left. We multiply the remaining eggs by the price:

                9 * 2 = 18

                Therefore, the answer is 18.""");
        assertThat(alignment.segments().getLast().kind()).isEqualTo(Kind.CONCLUSION);
        assertThat(alignment.segments().getFirst().steps()).containsExactly(1);
        assertThat(alignment.status().get(1)).isIn(StepStatus.FOLLOWED, StepStatus.MERGED);
    }

    @Test
    void a_restated_list_does_no_work() {
        Alignment alignment = Aligner.align(EGGS, EGGS.text() + """

                1. The hens lay 16 eggs every day.
                2. Subtracting the eggs eaten for breakfast gives 16 - 3 = 13.
                3. Subtracting the eggs baked into muffins gives 13 - 4 = 9.
                4. Multiplying the remaining eggs by the price gives 9 * 2 = 18.""");
        assertThat(kinds(alignment).getFirst()).isEqualTo(Kind.RESTATEMENT);
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
    }

    @Test
    void work_after_a_copied_plan_is_cut_anew_whatever_its_style() {
        String work = """

                Let's solve it:

                Step 1: The hens lay 16 eggs every day.

                Step 2: Subtracting the eggs eaten for breakfast gives 16 - 3 = 13.

                Step 3: Subtracting the eggs baked into muffins gives 13 - 4 = 9.

                Step 4: Multiplying the remaining eggs by the price gives 9 * 2 = 18.""";
        for (String output : new String[] {
            EGGS.text() + work,
            ("\n" + EGGS.text()).replaceAll("\n(\\d)\\.", "\nStep $1:") + work.replaceAll("Step (\\d):", "$1.")
        }) {
            Alignment alignment = Aligner.align(EGGS, output);
            assertThat(links(alignment)).as(output).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
            assertThat(alignment.status()).containsOnly(StepStatus.FOLLOWED);
        }
    }

    @Test
    void a_step_that_is_only_repeated_is_restated_only() {
        Alignment alignment = Aligner.align(EGGS, """
                1. The hens lay 16 eggs every day.
                2. Subtract the eggs that are eaten for breakfast from the daily eggs.
                3. Subtract the eggs that are baked into muffins: 16 - 3 - 4 = 9.
                4. Multiply the remaining eggs by the price: 9 * 2 = 18.""");
        assertThat(alignment.status().get(1)).isEqualTo(StepStatus.RESTATED_ONLY);
        assertThat(alignment.segments().get(1).kind()).isEqualTo(Kind.RESTATEMENT);
    }

    @Test
    void a_step_called_unnecessary_is_noted_redundant() {
        Alignment alignment = Aligner.align(EGGS, """
                1. The hens lay 16 eggs every day.
                2. Subtract the eggs eaten for breakfast: 16 - 3 = 13.
                3. Subtracting the eggs baked into muffins is not necessary here.
                4. Multiply the remaining eggs by the price: 13 * 2 = 26.""");
        assertThat(alignment.status().get(2)).isEqualTo(StepStatus.NOTED_REDUNDANT);
    }

    @Test
    void a_printed_range_performs_its_steps() {
        Alignment alignment = Aligner.align(EGGS, """
                Step 1: The hens lay 16 eggs every day.

                Step 2-3: Subtract the eggs eaten for breakfast and baked into muffins: 16 - 3 - 4 = 9.

                Step 4: Multiply the remaining eggs by the price: 18.""");
        assertThat(alignment.segments().get(1).printed()).isEqualTo("2-3");
        assertThat(alignment.segments().get(1).steps()).containsExactly(2, 3);
    }

    @Test
    void headings_that_copy_the_plan_beat_numbers_that_shifted_after_a_merge() {
        Alignment alignment = Aligner.align(EGGS, """
                1. Identify the daily eggs and subtract the eggs that are eaten for breakfast: 16 - 3 = 13 eggs a day.
                2. Subtract the eggs that are baked into muffins: 13 - 4 = 9.
                3. Multiply the remaining eggs by the price to find the daily income: 9 * 2 = 18.""");
        assertThat(links(alignment)).containsExactly(List.of(1, 2), List.of(3), List.of(4));
        assertThat(alignment.segments().get(1).printed()).isEqualTo("2");
        assertThat(alignment.status())
                .containsExactly(StepStatus.MERGED, StepStatus.MERGED, StepStatus.FOLLOWED, StepStatus.FOLLOWED);
    }

    @Test
    void lines_of_prose_are_cut_where_a_sentence_ends_and_the_next_begins() {
        Alignment alignment = Aligner.align(EGGS, """
                The hens lay 16 eggs every day.
                Subtracting the eggs eaten for breakfast leaves 16 - 3 = 13 eggs.
                Subtracting the eggs baked into muffins leaves 13 - 4 = 9 eggs.
                Multiplying the remaining eggs by the price gives 9 * 2 = 18 dollars.""");
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
    }

    @Test
    void what_follows_a_short_list_is_no_part_of_its_last_item() {
        Alignment alignment = Aligner.align(EGGS, """
                1. The hens lay 16 eggs every day.
                2. Subtract the eggs eaten for breakfast: 16 - 3 = 13.
                3. Subtract the eggs baked into muffins: 13 - 4 = 9.

                Finally, multiply the remaining eggs by the price to find the daily income:
                9 * 2 = 18.

                So, the daily income is 18.""");
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
        assertThat(alignment.segments().getLast().kind()).isEqualTo(Kind.CONCLUSION);
    }

    @Test
    void an_appendix_after_the_conclusion_does_no_step() {
        Alignment alignment = Aligner.align(EGGS, """
                1. The hens lay 16 eggs every day.
                2. Subtract the eggs eaten for breakfast: 16 - 3 = 13.
                3. Subtract the eggs baked into muffins: 13 - 4 = 9.
                4. Multiply the remaining eggs by the price: 9 * 2 = 18.

                Therefore, the daily income is 18.

                **Explanation:**

                The hens lay 16 eggs. Some are eaten and some are baked, and the rest is sold.""");
        assertThat(alignment.segments().getLast().kind()).isEqualTo(Kind.EXTRA);
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
    }

    @Test
    void output_that_begins_in_the_middle_of_the_plan_skips_what_is_before() {
        Alignment alignment = Aligner.align(EGGS, """
                Step 3: Subtract the eggs that are baked into muffins: 13 - 4 = 9.
                Step 4: Multiply the remaining eggs by the price to find the daily income: 9 * 2 = 18.""");
        assertThat(links(alignment)).containsExactly(List.of(3), List.of(4));
        assertThat(alignment.status().subList(0, 2)).containsOnly(StepStatus.SKIPPED);
    }

    @Test
    void a_link_says_what_speaks_for_it_in_the_words_of_the_step() {
        Alignment alignment = Aligner.align(EGGS, """
                1. The hens lay 16 eggs every day.
                2. Breakfast takes some of the daily eggs that are eaten: 16 - 3 = 13.""");
        assertThat(alignment.segments().get(1).evidence()).contains("same words: ", "breakfast", "printed number 2");
    }

    @Test
    void a_link_for_which_little_speaks_is_unsure_and_a_plain_one_is_not() {
        Steps plan = StepParser.parse("1. Find the price of the red pens.\n2. Find the price of the blue pens.\n"
                + "3. Add both prices to find the whole price.");
        Alignment alignment = Aligner.align(plan, "The pens: 4 dollars.\n\nThe others: 3 dollars.\n\nThat makes 7.");
        assertThat(alignment.segments()).anyMatch(segment -> !segment.sure());
        Alignment plain = Aligner.align(
                plan,
                "1. The red pens cost 4.\n2. The blue pens cost 3.\n"
                        + "3. Add both prices to find the whole price: 4 + 3 = 7.");
        assertThat(plain.segments()).allMatch(Segment::sure);
    }

    @Test
    void a_plan_copied_with_results_appended_aligns_one_to_one() {
        String output = EGGS.text().replace(".\n", ". This gives 12 = 12 eggs.\n");
        Alignment alignment = Aligner.align(EGGS, output);
        assertThat(links(alignment)).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));
    }

    @Test
    void emphasis_and_white_space_change_no_link() {
        String output = "1. The hens lay 16 eggs every day.\n2. Subtract the eggs eaten for breakfast: 13.\n"
                + "3. Subtract the eggs baked into muffins: 9.\n4. Multiply the remaining eggs by the price: 18.";
        String bold = output.replaceAll("(?m)^(\\d\\.)", "**$1**")
                .replace("\n", "\n\n")
                .replace(": ", ":   ");
        assertThat(links(Aligner.align(EGGS, bold))).isEqualTo(links(Aligner.align(EGGS, output)));
    }

    @Test
    void an_empty_output_skips_every_step() {
        Alignment alignment = Aligner.align(EGGS, "");
        assertThat(alignment.segments()).isEmpty();
        assertThat(alignment.status()).hasSize(4).containsOnly(StepStatus.SKIPPED);
    }

    @Test
    void segments_cover_any_output_without_gaps() {
        for (long seed = 0; seed < 3000; seed++) {
            Steps steps = seed % 3 == 0 ? StepParser.parse(Texts.random(seed + 7)) : EGGS;
            String output = Texts.random(seed);
            Alignment alignment = Aligner.align(steps, output);
            int at = 0;
            for (Segment segment : alignment.segments()) {
                assertThat(segment.start()).isEqualTo(at);
                assertThat(segment.end()).isGreaterThan(at);
                at = segment.end();
                assertThat(segment.steps()).allMatch(step -> step >= 1 && step <= steps.size());
                assertThat(segment.steps()).isSorted().doesNotHaveDuplicates();
            }
            assertThat(at).isEqualTo(output.length());
            assertThat(alignment.status()).hasSize(steps.size());
        }
    }

    @Test
    void a_long_loop_is_aligned_in_time() {
        String loop = "1. The hens lay 16 eggs.\n".repeat(2500);
        long start = System.nanoTime();
        Alignment alignment = Aligner.align(EGGS, loop);
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        assertThat(alignment.segments().getLast().end()).isEqualTo(loop.length());
    }
}
