package dev.tracewright.work;

import static dev.tracewright.work.Samples.bodies;
import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanEditorTest {
    private final List<String> actions = new ArrayList<>();
    private final List<Steps> kept = new ArrayList<>();
    private final Steps original = steps("Count the eggs.", "Subtract seven.", "Multiply by two.");
    private final PlanEditor editor = editor(original);

    private PlanEditor editor(Steps start) {
        return new PlanEditor(original, original, start, (steps, action) -> {
            kept.add(steps);
            actions.add(action);
        });
    }

    private List<String> now() {
        return bodies(editor.steps().get());
    }

    @Test
    void a_step_is_reworded_and_reported() {
        editor.edit(1, "Subtract eight.");
        assertThat(now()).containsExactly("Count the eggs.", "Subtract eight.", "Multiply by two.");
        assertThat(actions).containsExactly("edit");
        assertThat(kept).containsExactly(editor.steps().get());
        assertThat(editor.isEdited()).isTrue();
    }

    @Test
    void the_same_words_are_no_change() {
        editor.edit(1, "Subtract seven.");
        editor.edit(1, "Subtract seven.  ");
        assertThat(actions).isEmpty();
        assertThat(editor.canUndo()).isFalse();
        assertThat(editor.isEdited()).isFalse();
    }

    @Test
    void a_step_without_words_goes() {
        editor.edit(0, "  ");
        assertThat(now()).containsExactly("Subtract seven.", "Multiply by two.");
        assertThat(editor.steps().get().text()).startsWith("1. Subtract");
        assertThat(actions).containsExactly("delete");
    }

    @Test
    void a_step_is_added_where_it_is_wanted_and_the_others_are_renumbered() {
        editor.insert(0, "Read.");
        editor.insert(4, "Check.");
        assertThat(editor.steps().get().text())
                .isEqualTo("1. Read.\n2. Count the eggs.\n3. Subtract seven.\n4. Multiply by two.\n5. Check.");
        assertThat(actions).containsExactly("add", "add");
    }

    @Test
    void a_step_is_split_where_both_halves_have_words() {
        editor.split(1, "Subtract".length());
        assertThat(now()).containsExactly("Count the eggs.", "Subtract", "seven.", "Multiply by two.");
        assertThat(actions).containsExactly("split");
        editor.split(1, 0);
        editor.split(1, "Subtract".length());
        assertThat(actions).containsExactly("split");
    }

    @Test
    void a_step_is_merged_with_the_next_but_not_the_last_one() {
        editor.mergeWithNext(0);
        assertThat(now()).containsExactly("Count the eggs. Subtract seven.", "Multiply by two.");
        editor.mergeWithNext(1);
        editor.mergeWithNext(-1);
        assertThat(actions).containsExactly("merge");
    }

    @Test
    void a_step_is_moved_within_the_plan_only() {
        editor.move(2, 0);
        assertThat(editor.steps().get().text())
                .isEqualTo("1. Multiply by two.\n2. Count the eggs.\n3. Subtract seven.");
        editor.move(0, 3);
        editor.move(-1, 0);
        editor.move(1, 1);
        assertThat(actions).containsExactly("move");
    }

    @Test
    void deleting_outside_of_the_plan_does_nothing() {
        editor.delete(3);
        editor.delete(-1);
        assertThat(actions).isEmpty();
    }

    @Test
    void reverting_goes_back_to_the_delegator_and_can_be_undone() {
        editor.revert();
        assertThat(actions).isEmpty();
        editor.delete(0);
        Steps before = editor.steps().get();
        editor.revert();
        assertThat(editor.steps().get()).isEqualTo(original);
        assertThat(editor.undo()).isTrue();
        assertThat(editor.steps().get()).isEqualTo(before);
        assertThat(actions).containsExactly("delete", "revert", "undo");
    }

    @Test
    void a_kept_draft_counts_as_edited_and_leads_back_to_its_version() {
        PlanEditor again = editor(steps("Count the hens."));
        assertThat(again.isEdited()).isTrue();
        assertThat(again.canUndo()).isFalse();
        again.revert();
        assertThat(again.isEdited()).isFalse();
        assertThat(again.base()).isEqualTo(original);
        assertThat(again.original()).isEqualTo(original);
    }

    @Test
    void a_plan_can_lose_every_step_and_get_new_ones() {
        editor.delete(2);
        editor.delete(1);
        editor.delete(0);
        assertThat(editor.steps().get().size()).isZero();
        editor.insert(0, "Start anew.");
        assertThat(now()).containsExactly("Start anew.");
    }

    @Test
    void undo_and_redo_say_whether_there_was_anything() {
        assertThat(editor.undo()).isFalse();
        assertThat(editor.redo()).isFalse();
        editor.delete(0);
        assertThat(editor.undo()).isTrue();
        assertThat(editor.canRedo()).isTrue();
        assertThat(editor.redo()).isTrue();
        assertThat(actions).containsExactly("delete", "undo", "redo");
    }

    @Test
    void any_sequence_of_edits_does_what_a_list_of_texts_does_and_can_be_walked_back_and_forth() {
        for (int seed = 0; seed < 60; seed++) {
            walk(new Random(seed));
        }
    }

    private void walk(Random random) {
        List<String> reports = new ArrayList<>();
        PlanEditor walked = new PlanEditor(original, original, original, (steps, action) -> reports.add(steps.text()));
        List<Steps> states = new ArrayList<>(List.of(original));
        int at = 0;
        for (int i = 0; i < 80; i++) {
            List<String> model = new ArrayList<>(bodies(walked.steps().get()));
            int n = model.size();
            int index = n == 0 ? 0 : random.nextInt(n);
            int reported = reports.size();
            switch (random.nextInt(n == 0 ? 3 : 9)) {
                case 0 -> {
                    int place = random.nextInt(n + 1);
                    walked.insert(place, "Step no " + i);
                    model.add(place, "Step no " + i);
                }
                case 1 -> {
                    boolean any = walked.undo();
                    assertThat(any).isEqualTo(at > 0);
                    at = Math.max(0, at - 1);
                    model = new ArrayList<>(bodies(states.get(at)));
                }
                case 2 -> {
                    boolean any = walked.redo();
                    assertThat(any).isEqualTo(at + 1 < states.size());
                    at = Math.min(states.size() - 1, at + 1);
                    model = new ArrayList<>(bodies(states.get(at)));
                }
                case 3 -> {
                    walked.edit(index, "Reworded " + i);
                    model.set(index, "Reworded " + i);
                }
                case 4 -> {
                    walked.delete(index);
                    model.remove(index);
                }
                case 5 -> {
                    int to = random.nextInt(n);
                    walked.move(index, to);
                    model.add(to, model.remove(index));
                }
                case 6 -> {
                    walked.mergeWithNext(index);
                    if (index + 1 < n) {
                        model.set(index, model.get(index) + " " + model.remove(index + 1));
                    }
                }
                case 7 -> {
                    String body = model.get(index);
                    int offset = random.nextInt(body.length() + 1);
                    walked.split(index, offset);
                    String first = body.substring(0, offset);
                    String second = body.substring(offset);
                    if (!first.isBlank() && !second.isBlank()) {
                        model.set(index, first.stripTrailing());
                        model.add(index + 1, second.strip());
                    }
                }
                default -> {
                    walked.revert();
                    model = new ArrayList<>(bodies(original));
                }
            }
            Steps present = walked.steps().get();
            assertThat(bodies(present)).isEqualTo(model);
            if (!present.equals(states.get(at))) {
                states.subList(at + 1, states.size()).clear();
                states.add(present);
                at++;
            }
            assertThat(walked.canUndo()).isEqualTo(at > 0);
            assertThat(walked.canRedo()).isEqualTo(at + 1 < states.size());
            if (reports.size() > reported) {
                assertThat(reports).hasSize(reported + 1).last().isEqualTo(present.text());
            }
        }
        while (walked.undo()) {
            at--;
            assertThat(walked.steps().get()).isEqualTo(states.get(at));
        }
        assertThat(walked.steps().get()).isEqualTo(original);
        while (walked.redo()) {
            at++;
            assertThat(walked.steps().get()).isEqualTo(states.get(at));
        }
        assertThat(at).isEqualTo(states.size() - 1);
    }
}
