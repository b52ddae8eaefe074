package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Verdict;
import dev.tracewright.work.OpenSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the bundled example, without a network: correct, solve, label, close, find everything again. */
class MainJobJourneyTest {
    @TempDir
    private Path sessions;

    /** Everything of an item that must be the same after closing and opening. */
    private record Kept(ItemRow row, @Nullable Steps draft, List<Plan> plans) {}

    @Test
    void a_changed_step_changes_the_answer_and_everything_is_there_again_after_reopening() {
        Map<String, Kept> before;
        String labelled;
        try (WindowHarness window = WindowHarness.open(sessions)) {
            solve(window);
            assertThat(window.stated()).isEqualTo("45");

            window.press(5, KeyCode.DOWN);
            window.until(
                    "step 5 is selected", () -> window.model().selectedStep().get() == 5);
            window.press(KeyCode.F2);
            window.until("it is being edited", () -> window.shows("step-editor"));
            TextArea editor = (TextArea) window.node("step-editor");
            window.press(KeyCode.CONTROL, KeyCode.HOME);
            window.until("the cursor is at the start", () -> editor.getCaretPosition() == 0);
            window.press("Subtract".length(), KeyCode.DELETE);
            window.type("Add");
            window.until(
                    "the step reads as it was typed", () -> editor.getText().startsWith("Add the result"));
            solve(window);
            assertThat(window.stated()).isEqualTo("195");
            assertThat(row(window).planVersion()).isEqualTo(2);
            assertThat(window.steps().getLast()).startsWith("Add the result");

            labelled = label(window);
            leaveADraft(window);
            before = everything(window);
        }
        try (WindowHarness window = WindowHarness.open(sessions)) {
            Map<String, Kept> after = everything(window);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach((key, kept) -> assertThat(after.get(key)).isEqualTo(kept));
            Label label = Objects.requireNonNull(after.get(labelled)).row().label();
            assertThat(label)
                    .isEqualTo(
                            new Label(Verdict.FALSE, Set.of(Flag.NEEDS_ANALYSIS, Flag.EXTRA_INFORMATION), "why 195"));
            assertThat(after.values())
                    .anyMatch(kept -> kept.draft() != null && kept.row().drafted());
        }
    }

    /** Gives every kind of label by its key; returns the first labelled item. */
    private static String label(WindowHarness window) {
        String first = window.key();
        window.press(KeyCode.N);
        window.press(KeyCode.X);
        window.press(KeyCode.A);
        window.until(
                "the note is open", () -> "note-field".equals(window.focused().getId()));
        window.type("why 195");
        window.press(KeyCode.ENTER);
        window.until(
                "the grid has the keyboard",
                () -> "step-grid".equals(window.focused().getId()));
        window.press(KeyCode.F);
        String second = next(window, first);
        window.press(KeyCode.R);
        String third = next(window, second);
        window.press(KeyCode.T);
        String fourth = next(window, third);
        window.press(KeyCode.T);
        next(window, fourth);
        window.press(KeyCode.U);
        window.until("undo goes back to the item", () -> window.key().equals(fourth));
        window.untilSettled();

        assertThat(labelOf(window, second)).isEqualTo(new Label(Verdict.TRUE, Set.of(Flag.FORMAT_MISMATCH), ""));
        assertThat(labelOf(window, third)).isEqualTo(new Label(Verdict.TRUE, Set.of(), ""));
        assertThat(labelOf(window, fourth)).isEqualTo(Label.NONE);
        return first;
    }

    /** Waits until another item than this is shown; returns its key. */
    private static String next(WindowHarness window, String before) {
        window.until("the next item comes", () -> !window.key().equals(before));
        window.untilSettled();
        return window.key();
    }

    private static void leaveADraft(WindowHarness window) {
        while (on(() -> window.model().editor().isEmpty())) {
            window.press(KeyCode.J);
            window.untilSettled();
        }
        window.press(KeyCode.F2);
        window.type(" and stop");
        window.press(KeyCode.F2);
        window.untilSaved();
    }

    private static void solve(WindowHarness window) {
        String before = window.key();
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        next(window, before);
    }

    private static ItemRow row(WindowHarness window) {
        return Objects.requireNonNull(on(() -> window.model().queue().current().get()));
    }

    private static Label labelOf(WindowHarness window, String key) {
        return on(() -> window.model().queue().find(key).orElseThrow().label());
    }

    private static Map<String, Kept> everything(WindowHarness window) {
        window.untilSaved();
        OpenSession session = window.model().session();
        Map<String, Kept> all = new TreeMap<>();
        for (ItemRow row : on(() -> session.queue().matching(any -> true))) {
            OpenSession.Item item = session.read(row);
            all.put(row.key(), new Kept(row, item.draft(), item.plans()));
        }
        return all;
    }
}
