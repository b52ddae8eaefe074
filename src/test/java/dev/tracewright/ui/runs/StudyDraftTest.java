package dev.tracewright.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The form of a study and its plan are the same thing in both directions, and faults are said at their fields. */
class StudyDraftTest {
    private static StudyDraft draft() {
        StudyDraft draft = new StudyDraft();
        draft.show(MadeStudies.plan(
                List.of(MadeStudies.STANDARD),
                new StudyModels(List.of(), List.of(MadeStudies.OWL), false, null),
                2,
                Review.NONE));
        return draft;
    }

    @Test
    void random_plans_survive_the_form() {
        Random random = new Random(21);
        StudyDraft draft = new StudyDraft(); // one for all, so that nothing of the plan before stays
        for (int i = 0; i < 2000; i++) {
            StudyPlan plan = MadeStudies.random(random);
            draft.show(plan);
            assertThat(draft.read().faults()).as(plan.toString()).isEmpty();
            assertThat(draft.read().plan()).isEqualTo(plan);
        }
    }

    @Test
    void every_fault_is_said_at_its_field_and_not_only_the_first() {
        StudyDraft draft = draft();
        draft.repetitions().set("many");
        draft.solution().temperature().set("warm");
        draft.money().set("-3");
        draft.sampleKind().set(StudyDraft.SampleKind.RANGE);
        draft.from().set("9");
        draft.to().set("4");
        StudyDraft.Reading reading = draft.read();
        assertThat(reading.plan()).isNull();
        assertThat(reading.faults())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder(
                        "repetitions", "settings/solution/temperature", "budget/money", "data/sample/range");
        assertThat(reading.faults()).extracting(Fault::sentence).contains("“many” is no whole number.");
    }

    @Test
    void what_the_plan_itself_refuses_is_said_in_its_words() {
        StudyDraft draft = draft();
        draft.name().set(" ");
        assertThat(draft.read().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.place()).isEqualTo("name"))
                .satisfies(fault -> assertThat(fault.sentence()).contains("needs a name"));
        draft.name().set("x");
        draft.reviewKind().set(StudyDraft.ReviewKind.ALL);
        draft.original().set(false);
        assertThat(draft.read().faults()).extracting(Fault::place).containsExactly("review/arms");
    }

    @Test
    void stop_texts_stand_one_a_line_with_their_line_breaks_written_out() {
        StudyDraft draft = draft();
        draft.solution().stop().set("\\n\\nProblem:\n\nC:\\\\new");
        StudyPlan plan = Objects.requireNonNull(draft.read().plan());
        assertThat(plan.solution().stop()).containsExactly("\n\nProblem:", "C:\\new");
    }

    @Test
    void a_change_of_any_field_is_heard() {
        StudyDraft draft = draft();
        int[] heard = {0};
        draft.onChange(() -> heard[0]++);
        draft.levels().add("Level 1");
        draft.delegation().seed().set("4");
        draft.reflexive().set(true);
        assertThat(heard[0]).isEqualTo(3);
    }
}
