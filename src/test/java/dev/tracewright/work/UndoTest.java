package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndoTest {
    private final Undo<String> undo = new Undo<>();

    @Test
    void nothing_can_be_taken_back_at_first() {
        assertThat(undo.undo("a")).isEmpty();
        assertThat(undo.redo("a")).isEmpty();
        assertThat(undo.canUndo()).isFalse();
        assertThat(undo.canRedo()).isFalse();
        assertThat(undo.undoAction()).isEmpty();
        assertThat(undo.redoAction()).isEmpty();
    }

    @Test
    void a_change_is_taken_back_and_done_again_under_its_name() {
        undo.leaving("a", "edit");
        undo.leaving("b", "delete");
        assertThat(undo.undoAction()).isEqualTo("delete");
        assertThat(undo.undo("c")).contains("b");
        assertThat(undo.redoAction()).isEqualTo("delete");
        assertThat(undo.undoAction()).isEqualTo("edit");
        assertThat(undo.undo("b")).contains("a");
        assertThat(undo.redo("a")).contains("b");
        assertThat(undo.redo("b")).contains("c");
        assertThat(undo.canRedo()).isFalse();
    }

    @Test
    void a_new_change_forgets_what_had_been_taken_back() {
        undo.leaving("a", "edit");
        undo.undo("b");
        undo.leaving("a", "move");
        assertThat(undo.redo("c")).isEmpty();
        assertThat(undo.undo("c")).contains("a");
    }
}
