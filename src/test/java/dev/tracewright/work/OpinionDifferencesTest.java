package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import dev.tracewright.work.OpinionDifferences.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Differences are told where they lie, whoever cut the text where. */
class OpinionDifferencesTest {
    private static final Steps STEPS = Samples.steps("Count.", "Subtract.", "Add.");
    private static final String OUTPUT = "aaaa bbbb cccc dddd ";
    private static final StepStatus FOLLOWED = StepStatus.FOLLOWED;
    private static final StepStatus MERGED = StepStatus.MERGED;

    private static Segment segment(int start, int end, Integer... steps) {
        return new Segment(start, end, Segment.Kind.STEP, null, List.of(steps), true, "");
    }

    private static Alignment alignment(List<Segment> segments, StepStatus... status) {
        return new Alignment(segments, List.of(status));
    }

    private static Sheet sheet(List<Segment> segments, StepStatus... status) {
        Alignment alignment = alignment(segments, status);
        return new Sheet(
                STEPS,
                List.of(),
                OUTPUT,
                alignment,
                AlignedRows.of(3, segments),
                List.of(),
                new Checks(List.of(), List.of(), List.of(), List.of(), Set.of()),
                null,
                null,
                alignment,
                List.of());
    }

    private static final Sheet MINE =
            sheet(List.of(segment(0, 5, 1), segment(5, 10, 2), segment(10, 20, 3)), FOLLOWED, FOLLOWED, FOLLOWED);

    private static List<Difference> differences(Alignment opinion) {
        return OpinionDifferences.of(MINE, opinion, "o1");
    }

    @Test
    void the_same_opinion_is_no_difference_even_where_it_cuts_otherwise_or_counts_white_space_otherwise() {
        assertThat(differences(MINE.alignment())).isEmpty();
        assertThat(differences(alignment(
                        List.of(segment(0, 10, 1, 2), segment(10, 15, 3), segment(15, 20)),
                        FOLLOWED,
                        FOLLOWED,
                        FOLLOWED)))
                .isEmpty();
        assertThat(differences(alignment(
                        List.of(segment(0, 4, 1), segment(4, 9, 2), segment(9, 20, 3)), FOLLOWED, FOLLOWED, FOLLOWED)))
                .isEmpty();
    }

    @Test
    void other_steps_of_a_passage_and_other_statuses_are_told_from_the_top_down() {
        assertThat(differences(alignment(
                        List.of(segment(0, 5, 1), segment(5, 10, 2, 3), segment(10, 20)), FOLLOWED, MERGED, MERGED)))
                .containsExactly(
                        new OpinionDifferences.OfLinks(1, 5, 10, List.of(2), List.of(2, 3)),
                        new OpinionDifferences.OfStatus(2, FOLLOWED, MERGED),
                        new OpinionDifferences.OfLinks(2, 10, 20, List.of(3), List.of()),
                        new OpinionDifferences.OfStatus(3, FOLLOWED, MERGED));
    }

    @Test
    void a_step_that_a_longer_passage_of_the_opinion_performs_goes_where_most_of_the_text_is_shared() {
        assertThat(differences(
                        alignment(List.of(segment(0, 5, 1), segment(5, 20, 1, 2, 3)), FOLLOWED, FOLLOWED, FOLLOWED)))
                .containsExactly(new OpinionDifferences.OfLinks(2, 10, 20, List.of(3), List.of(1, 3)));
    }

    @Test
    void what_the_person_answered_is_no_difference_any_more() {
        Alignment opinion =
                alignment(List.of(segment(0, 5, 1), segment(5, 10, 2, 3), segment(10, 20)), FOLLOWED, MERGED, MERGED);
        List<CorrectionEvent> answered = new ArrayList<>();
        Sheet sheet = MINE;
        for (int left = 4; left > 0; left--) {
            List<Difference> open = OpinionDifferences.of(sheet, opinion, "o1");
            assertThat(open).as("after " + answered.size()).hasSizeLessThanOrEqualTo(left);
            if (open.isEmpty()) {
                break;
            }
            answered.add(event(open.getFirst(), "o1"));
            sheet = MINE.corrected(Samples.problem(1), answered);
        }
        assertThat(OpinionDifferences.of(sheet, opinion, "o1")).isEmpty();
        assertThat(OpinionDifferences.of(sheet, opinion, "another")).isNotEmpty();
    }

    /** The person keeps to what stands. */
    private static CorrectionEvent event(Difference difference, @Nullable String opinion) {
        return new CorrectionEvent("c" + difference, "r", "ada", difference.ours(), false, null, opinion, 1);
    }

    @Test
    void taking_everything_over_leaves_no_difference() {
        Alignment opinion =
                alignment(List.of(segment(0, 8, 3), segment(8, 20, 1, 2)), MERGED, MERGED, StepStatus.EXPANDED);
        List<CorrectionEvent> taken = new ArrayList<>();
        Sheet sheet = MINE;
        for (int i = 0; i < 10 && !OpinionDifferences.of(sheet, opinion, "o1").isEmpty(); i++) {
            Difference next = OpinionDifferences.of(sheet, opinion, "o1").getFirst();
            taken.add(new CorrectionEvent("c" + i, "r", "ada", next.theirs(), false, "gpt-4", null, i));
            sheet = MINE.corrected(Samples.problem(1), CorrectionEvent.inForce(taken));
        }
        assertThat(OpinionDifferences.of(sheet, opinion, "o1")).isEmpty();
        assertThat(sheet.alignment().status()).isEqualTo(opinion.status());
    }
}
