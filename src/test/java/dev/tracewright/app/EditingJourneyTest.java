package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.work.PlanEditor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person corrects delegated steps in the window, by keyboard and by mouse. */
class EditingJourneyTest {
    @TempDir
    private Path sessions;

    private WindowHarness window;
    private List<String> delegated;

    @BeforeEach
    void open_the_example() {
        window = WindowHarness.open(sessions);
        delegated = window.steps();
        assertThat(delegated).hasSize(5);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void f2_opens_the_first_step_and_f2_takes_over_what_was_typed() {
        window.press(KeyCode.F2);
        editorIsOpen();
        window.type(" now");
        window.press(KeyCode.F2);
        assertThat(window.steps()).isEqualTo(with(0, delegated.getFirst() + " now"));
        assertThat(window.shows("step-editor")).isFalse();
    }

    @Test
    void escape_leaves_a_step_as_it_was() {
        window.press(KeyCode.F2);
        editorIsOpen();
        window.type(" gibberish");
        window.press(KeyCode.ESCAPE);
        assertThat(window.steps()).isEqualTo(delegated);
        assertThat(window.shows("step-editor")).isFalse();
    }

    @Test
    void a_double_click_opens_a_step() {
        window.click("step-3", 2);
        editorIsOpen();
        window.type("!");
        window.press(KeyCode.F2);
        assertThat(window.steps()).isEqualTo(with(2, delegated.get(2) + "!"));
    }

    @Test
    void enter_at_the_end_adds_a_step_below_and_escape_takes_the_empty_one_away() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.F2);
        editorIsOpen();
        window.press(KeyCode.ENTER);
        window.until("the new step is open", () -> editor() != null && editor().getLength() == 0);
        window.type("Add 1 to it.");
        window.press(KeyCode.ENTER);
        window.until("another one is open", () -> editor() != null && editor().getLength() == 0);
        window.press(KeyCode.ESCAPE);
        List<String> expected = new ArrayList<>(delegated);
        expected.add(1, "Add 1 to it.");
        assertThat(window.steps()).isEqualTo(expected);
    }

    @Test
    void enter_in_the_middle_splits_and_backspace_at_the_start_joins_again() {
        window.press(2, KeyCode.DOWN);
        window.press(KeyCode.F2);
        editorIsOpen();
        window.press(KeyCode.CONTROL, KeyCode.HOME);
        window.press(14, KeyCode.RIGHT);
        window.press(KeyCode.ENTER);
        List<String> split = new ArrayList<>(delegated);
        split.set(1, "Multiply 12 by");
        split.add(2, "10 to get the number of all pencils.");
        assertThat(window.steps()).isEqualTo(split);
        window.until(
                "the second half is open at its start", () -> editor() != null && editor().getCaretPosition() == 0);
        window.press(KeyCode.BACK_SPACE);
        assertThat(window.steps()).isEqualTo(delegated);
        window.until("the cursor stands where they meet", () -> editor() != null && editor().getCaretPosition() == 14);
    }

    @Test
    void alt_and_an_arrow_move_the_selected_step_and_keep_it_selected() {
        window.press(2, KeyCode.DOWN);
        window.press(KeyCode.ALT, KeyCode.DOWN);
        assertThat(window.steps()).isEqualTo(order(0, 2, 1, 3, 4));
        window.press(KeyCode.ALT, KeyCode.DOWN);
        assertThat(window.steps()).isEqualTo(order(0, 2, 3, 1, 4));
        window.press(3, KeyCode.UP);
        window.press(KeyCode.ALT, KeyCode.UP);
        assertThat(window.steps()).as("the first one stays the first").isEqualTo(order(0, 2, 3, 1, 4));
    }

    @Test
    void a_step_is_dragged_by_its_number() {
        drag("step-1", "step-3");
        assertThat(window.steps()).isEqualTo(order(1, 2, 0, 3, 4));
        drag("step-4", "step-1");
        assertThat(window.steps()).isEqualTo(order(3, 1, 2, 0, 4));
    }

    @Test
    void everything_is_undone_done_again_and_reverted() {
        String original = text();
        window.press(KeyCode.F2);
        editorIsOpen();
        window.type(" now");
        window.press(KeyCode.F2);
        window.press(KeyCode.ENTER);
        editorIsOpen();
        window.type("Add 1 to it.");
        window.press(KeyCode.F2);
        window.press(KeyCode.UP);
        window.press(KeyCode.M);
        assertThat(window.steps()).hasSize(5).first().isEqualTo(delegated.getFirst() + " now Add 1 to it.");
        window.press(KeyCode.ALT, KeyCode.DOWN);
        window.press(KeyCode.DELETE);
        assertThat(window.steps()).isEqualTo(delegated.subList(1, 5));
        drag("step-4", "step-2");
        window.press(KeyCode.F2);
        editorIsOpen();
        window.press(KeyCode.CONTROL, KeyCode.HOME);
        window.press(8, KeyCode.RIGHT);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        String changed = text();
        assertThat(window.steps()).hasSize(5);

        while (on(() -> editorOf().canUndo())) {
            window.press(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(text()).isEqualTo(original);
        assertThat(window.shows("action-steps-undo")).isTrue();
        while (on(() -> editorOf().canRedo())) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        }
        assertThat(text()).isEqualTo(changed);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        assertThat(text()).isEqualTo(original);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).as("a revert can itself be undone").isEqualTo(changed);
    }

    private PlanEditor editorOf() {
        return window.model().editor().orElseThrow();
    }

    private String text() {
        return on(() -> editorOf().steps().get().text());
    }

    private TextArea editor() {
        return (TextArea) window.scene().lookup("#step-editor");
    }

    private void editorIsOpen() {
        window.until("the editor is open", () -> editor() != null && editor().isFocused());
    }

    private List<String> with(int index, String body) {
        List<String> expected = new ArrayList<>(delegated);
        expected.set(index, body);
        return expected;
    }

    private List<String> order(int... places) {
        List<String> expected = new ArrayList<>();
        for (int place : places) {
            expected.add(delegated.get(place));
        }
        return expected;
    }

    private void drag(String from, String to) {
        window.layout();
        Node number = on(() -> window.node(from).lookup(".step-number"));
        Bounds target = on(() -> {
            Node node = window.node(to);
            return node.localToScreen(node.getBoundsInLocal());
        });
        boolean down = on(() -> number.localToScreen(0, 0).getY() < target.getMinY());
        double y = down ? target.getMaxY() - 3 : target.getMinY() + 3;
        window.drag(number, new Point2D(target.getMinX() + 10, y));
    }
}
