package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Segment.Kind;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a person says counts, and the rest follows from it. */
class CorrectionsTest {
    private static final StepStatus FOLLOWED = StepStatus.FOLLOWED;
    private static final StepStatus MERGED = StepStatus.MERGED;
    private static final StepStatus SKIPPED = StepStatus.SKIPPED;

    /** Ten characters each: step 1, steps 2 and 3 together, a closing. */
    private static final Alignment RULES = new Alignment(
            List.of(segment(0, Kind.STEP, 1), segment(10, Kind.STEP, 2, 3), segment(20, Kind.CONCLUSION)),
            List.of(FOLLOWED, MERGED, MERGED, SKIPPED));

    private static Segment segment(int start, Kind kind, Integer... steps) {
        return new Segment(start, start + 10, kind, null, List.of(steps), false, "shared words");
    }

    private static Alignment apply(Correction... corrections) {
        return Corrections.apply(RULES, List.of(corrections));
    }

    private static Correction.OfLinks links(int start, int end, Integer... steps) {
        return new Correction.OfLinks(start, end, List.of(steps));
    }

    private static List<List<Integer>> links(Alignment alignment) {
        return alignment.segments().stream().map(Segment::steps).toList();
    }

    @Test
    void without_corrections_the_rules_stand() {
        assertThat(apply()).isEqualTo(RULES);
    }

    @Test
    void a_status_that_a_person_sets_changes_that_step_only() {
        Alignment alignment = apply(new Correction.OfStatus(2, StepStatus.EXPANDED));
        assertThat(alignment.status()).containsExactly(FOLLOWED, StepStatus.EXPANDED, MERGED, SKIPPED);
        assertThat(alignment.segments()).isEqualTo(RULES.segments());
    }

    @Test
    void statuses_that_nobody_set_follow_from_corrected_links() {
        assertThat(apply(links(10, 20, 2)).status()).containsExactly(FOLLOWED, FOLLOWED, SKIPPED, SKIPPED);
        assertThat(apply(links(0, 10)).status()).containsExactly(SKIPPED, MERGED, MERGED, SKIPPED);
        assertThat(apply(links(20, 30, 4)).status()).containsExactly(FOLLOWED, MERGED, MERGED, FOLLOWED);
        assertThat(apply(links(0, 10, 1, 4)).status()).containsExactly(MERGED, MERGED, MERGED, MERGED);
    }

    @Test
    void a_status_that_was_set_stays_whatever_the_links_say() {
        assertThat(apply(new Correction.OfStatus(3, StepStatus.RESTATED_ONLY), links(10, 20, 2))
                        .status())
                .containsExactly(FOLLOWED, FOLLOWED, StepStatus.RESTATED_ONLY, SKIPPED);
    }

    @Test
    void a_corrected_link_is_sure_and_its_text_does_work() {
        Alignment rules = new Alignment(List.of(segment(0, Kind.EXTRA)), List.of(SKIPPED));
        Segment corrected =
                Corrections.apply(rules, List.of(links(0, 10, 1))).segments().getFirst();
        assertThat(corrected).isEqualTo(new Segment(0, 10, Kind.STEP, null, List.of(1), true, ""));
        assertThat(apply(links(20, 30, 4)).segments().getLast().kind()).isEqualTo(Kind.CONCLUSION);
    }

    @Test
    void a_step_that_the_solver_calls_unnecessary_stays_so_and_a_repeated_one_is_done_once_linked() {
        Alignment rules = new Alignment(
                List.of(segment(0, Kind.STEP), segment(10, Kind.RESTATEMENT)),
                List.of(StepStatus.NOTED_REDUNDANT, StepStatus.RESTATED_ONLY));
        assertThat(Corrections.apply(rules, List.of(links(0, 10, 1), links(10, 20, 2)))
                        .status())
                .containsExactly(StepStatus.NOTED_REDUNDANT, FOLLOWED);
        assertThat(Corrections.apply(rules, List.of(links(0, 10))).status()).isEqualTo(rules.status());
    }

    @Test
    void a_passage_that_other_rules_cut_finer_gives_its_steps_to_what_begins_inside_it() {
        assertThat(links(apply(links(5, 25, 4)))).containsExactly(List.of(1), List.of(4), List.of(4));
    }

    @Test
    void a_passage_that_other_rules_joined_into_a_longer_one_adds_its_steps_there() {
        assertThat(links(apply(links(13, 18, 4)))).containsExactly(List.of(1), List.of(2, 3, 4), List.of());
        assertThat(links(apply(links(13, 18)))).isEqualTo(links(RULES));
    }

    @Test
    void of_two_corrections_of_one_place_the_later_counts() {
        assertThat(links(apply(links(5, 25, 4), links(10, 20, 1)))).containsExactly(List.of(1), List.of(1), List.of(4));
    }

    @Test
    void what_the_plan_does_not_have_is_passed_over() {
        Alignment alignment = apply(
                links(0, 10, 1, 9),
                new Correction.OfStatus(7, MERGED),
                new Correction.OfStatus(1, null),
                new Correction.OfLinks(10, 20, null));
        assertThat(links(alignment)).isEqualTo(links(RULES));
        assertThat(alignment.status()).isEqualTo(RULES.status());
    }

    @Test
    void any_corrections_of_any_text_leave_the_cuts_and_every_step_with_one_status() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            Steps steps = StepParser.parse(Texts.random(random.nextLong()));
            String output = Texts.random(random.nextLong());
            Alignment rules = Aligner.align(steps, output);
            List<Correction> corrections = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int start = random.nextInt(output.length() + 3);
                corrections.add(
                        random.nextBoolean()
                                ? links(start, start + random.nextInt(40), random.nextInt(6))
                                : new Correction.OfStatus(random.nextInt(6), random.nextBoolean() ? MERGED : SKIPPED));
            }
            Alignment alignment = Corrections.apply(rules, corrections);
            assertThat(alignment.status()).hasSize(steps.size());
            assertThat(alignment.segments())
                    .extracting(Segment::start)
                    .isEqualTo(rules.segments().stream().map(Segment::start).toList());
            assertThat(alignment.segments())
                    .allMatch(segment -> segment.steps().stream().allMatch(step -> step >= 1 && step <= steps.size()));
        }
    }
}
