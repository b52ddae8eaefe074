package dev.tracewright.work;

import static dev.tracewright.work.Samples.RIGHT;
import static dev.tracewright.work.Samples.WRONG;
import static dev.tracewright.work.Samples.row;
import static dev.tracewright.work.Samples.unsolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.work.QueueFilter.State;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueFilterTest {
    private static Set<State> states(ItemRow row) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (State state : State.values()) {
            if (state.holds(row)) {
                states.add(state);
            }
        }
        return states;
    }

    @Test
    void everything_passes_the_empty_filter() {
        assertThat(QueueFilter.ALL.accepts(row(1, RIGHT), Set.of(), Set.of())).isTrue();
        assertThat(QueueFilter.ALL.accepts(unsolved(1), Set.of(), Set.of())).isTrue();
        assertThat(QueueFilter.ALL.withText("  ").accepts(unsolved(1), Set.of(), Set.of()))
                .isTrue();
    }

    @Test
    void only_the_answers_behind_a_figure_pass_whatever_else_is_asked_for() {
        QueueFilter only =
                QueueFilter.ALL.withOnly(new QueueFilter.Only("Two answers", Set.of("response-1", "response-2")));
        assertThat(only.accepts(row(1, RIGHT), Set.of(), Set.of())).isTrue();
        assertThat(only.accepts(row(3, RIGHT), Set.of(), Set.of())).isFalse();
        assertThat(only.accepts(unsolved(1), Set.of(), Set.of())).isFalse();
        QueueFilter wrong = only.withStates(Set.of(State.FALSE)).withText("eggs");
        assertThat(wrong.only()).isEqualTo(only.only());
        assertThat(wrong.accepts(row(1, RIGHT), Set.of(), Set.of())).isFalse();
        assertThat(wrong.accepts(row(2, WRONG), Set.of(), Set.of())).isTrue();
        assertThat(wrong.withOnly(null).accepts(row(3, WRONG), Set.of(), Set.of()))
                .isTrue();
    }

    @Test
    void a_row_is_in_the_states_that_its_label_says() {
        assertThat(states(row(1, Label.NONE))).containsExactly(State.OPEN);
        assertThat(states(row(1, RIGHT))).containsExactly(State.TRUE);
        assertThat(states(row(1, WRONG))).containsExactly(State.FALSE);
        assertThat(states(row(1, Label.NONE.withNote("look again")))).containsExactly(State.OPEN, State.FLAGGED);
        assertThat(states(row(1, RIGHT.toggled(Flag.NEEDS_ANALYSIS)))).containsExactly(State.TRUE, State.FLAGGED);
        assertThat(states(row(1, RIGHT.toggled(Flag.ROUNDED)))).containsExactly(State.TRUE);
    }

    @Test
    void a_row_with_kept_edits_is_a_draft() {
        ItemRow drafted = new ItemRow(Samples.problem(1), null, "plan-1", 1, null, "gpt-4", null, Label.NONE, 0, true);
        assertThat(states(drafted)).containsExactly(State.OPEN, State.DRAFT);
    }

    @Test
    void one_of_the_chosen_states_is_enough() {
        QueueFilter decided = QueueFilter.ALL.withStates(Set.of(State.TRUE, State.FALSE));
        assertThat(decided.accepts(row(1, WRONG), Set.of(), Set.of())).isTrue();
        assertThat(decided.accepts(row(1, Label.NONE), Set.of(), Set.of())).isFalse();
    }

    @Test
    void only_the_chosen_solvers_pass_and_what_nobody_solved_does_not() {
        assertThat(QueueFilter.ALL.withSolvers(Set.of("llama")).accepts(row(1, RIGHT), Set.of(), Set.of()))
                .isTrue();
        assertThat(QueueFilter.ALL.withSolvers(Set.of("mistral")).accepts(row(1, RIGHT), Set.of(), Set.of()))
                .isFalse();
        assertThat(QueueFilter.ALL.withSolvers(Set.of("llama")).accepts(unsolved(1), Set.of(), Set.of()))
                .isFalse();
    }

    @Test
    void every_word_must_occur_somewhere_in_any_case() {
        ItemRow row = row(12, RIGHT.withNote("Look again"));
        for (String text : new String[] {"EGGS", "12 llama", "gpt-4 gsm8k", " look\tagain ", "question 12"}) {
            assertThat(QueueFilter.ALL.withText(text).accepts(row, Set.of(), Set.of()))
                    .as(text)
                    .isTrue();
        }
        assertThat(QueueFilter.ALL.withText("eggs mistral").accepts(row, Set.of(), Set.of()))
                .isFalse();
    }

    @Test
    void a_problem_without_solver_is_not_found_by_the_word_null() {
        assertThat(QueueFilter.ALL.withText("null").accepts(unsolved(1), Set.of(), Set.of()))
                .isFalse();
    }
}
