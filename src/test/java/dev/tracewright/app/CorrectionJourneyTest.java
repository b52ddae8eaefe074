package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static dev.tracewright.app.WindowHarness.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person overrules the alignment, by keys and by mouse, and takes it back. */
class CorrectionJourneyTest {
    @TempDir
    private Path sessions;

    private WindowHarness window;

    @BeforeEach
    void import_two_traces() {
        try (SessionStore store = new Workspace(sessions).create("made")) {
            assertThat(store.items("ann")).isEmpty();
        }
        window = WindowHarness.open(
                sessions,
                WindowHarness.USUAL.withLastSession(
                        sessions.resolve("made.tracewright").toString()),
                (wait, action) -> {});
        window.dialogs.files = List.of(MadeTraces.additions(sessions.resolve("additions.jsonl"), 2));
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.until("the traces are there", () -> window.model().queue().size() == 2);
        window.untilSettled();
        Node grid = window.node("step-grid");
        does(grid::requestFocus);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void digits_set_the_status_of_the_selected_step_and_zero_leaves_it_to_the_rules() {
        List<StepStatus> rules = status();
        window.press(KeyCode.DIGIT3);
        assertThat(status()).as("no step is selected yet").isEqualTo(rules);
        window.press(KeyCode.DOWN);
        KeyCode[] digits = {
            KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
        };
        StepStatus[] said = {
            StepStatus.FOLLOWED,
            StepStatus.MERGED,
            StepStatus.SKIPPED,
            StepStatus.EXPANDED,
            StepStatus.NOTED_REDUNDANT,
            StepStatus.RESTATED_ONLY
        };
        for (int i = 0; i < digits.length; i++) {
            window.press(digits[i]);
            assertThat(status().getFirst()).isEqualTo(said[i]);
        }
        assertThat(chip().getGraphic()).as("the figure of a person").isNotNull();
        assertThat(chip().getTooltip().getText()).contains("Set by ann, 20", "the rules say: followed");
        window.press(KeyCode.DIGIT0);
        assertThat(status()).isEqualTo(rules);
        assertThat(chip().getGraphic()).isNull();
        window.untilSaved();
        assertThat(stored()).isEmpty();
    }

    @Test
    void u_takes_corrections_back_like_labels_and_what_stands_is_there_after_coming_back() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DIGIT2);
        window.press(KeyCode.X);
        window.press(KeyCode.DIGIT3);
        window.press(KeyCode.U);
        assertThat(status().getFirst()).isEqualTo(StepStatus.MERGED);
        window.press(KeyCode.U);
        assertThat(on(() -> window.model().label().get().isEmpty())).isTrue();
        assertThat(status().getFirst()).isEqualTo(StepStatus.MERGED);
        window.press(KeyCode.J);
        window.untilSettled();
        window.press(KeyCode.K);
        window.untilSettled();
        assertThat(status().getFirst()).isEqualTo(StepStatus.MERGED);
        window.untilSaved();
        assertThat(stored())
                .extracting(CorrectionEvent::correction)
                .containsExactly(new Correction.OfStatus(1, StepStatus.MERGED));
    }

    @Test
    void digits_typed_into_the_search_correct_nothing() {
        List<StepStatus> rules = status();
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SLASH);
        window.until(
                "the search has the keyboard",
                () -> "queue-search".equals(window.focused().getId()));
        window.press(KeyCode.DIGIT3);
        window.press(KeyCode.OPEN_BRACKET);
        window.press(KeyCode.L);
        assertThat(window.focused()).isInstanceOf(TextField.class);
        assertThat(status()).isEqualTo(rules);
        assertThat(window.shows("link-chooser")).isFalse();
    }

    @Test
    void brackets_move_the_link_of_the_passage_and_the_statuses_follow() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.RIGHT);
        assertThat(on(() -> window.model().selection().segment().get())).isZero();
        window.press(KeyCode.CLOSE_BRACKET);
        assertThat(links().getFirst()).containsExactly(2);
        assertThat(status()).containsExactly(StepStatus.SKIPPED, StepStatus.FOLLOWED);
        window.press(KeyCode.OPEN_BRACKET);
        assertThat(links().getFirst()).containsExactly(1);
        window.press(KeyCode.LEFT);
        assertThat(on(() -> window.model().selectedStep().get())).isOne();
        window.press(KeyCode.U);
        window.press(KeyCode.U);
        window.untilSaved();
        assertThat(stored()).isEmpty();
    }

    @Test
    void the_chooser_links_a_passage_with_any_steps_or_none() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.L);
        window.until("the chooser is open", () -> window.shows("link-chooser"));
        window.press(KeyCode.DIGIT2);
        window.press(KeyCode.ENTER);
        window.until("it is closed", () -> !window.shows("link-chooser"));
        assertThat(links().getFirst()).containsExactly(1, 2);
        window.press(KeyCode.L);
        window.until("the chooser is open", () -> window.shows("link-chooser"));
        window.press(KeyCode.DIGIT0);
        window.press(KeyCode.ESCAPE);
        window.until("it is closed", () -> !window.shows("link-chooser"));
        assertThat(links().getFirst()).containsExactly(1, 2);
        window.press(KeyCode.L);
        window.until("the chooser is open", () -> window.shows("link-chooser"));
        window.press(KeyCode.DIGIT0);
        window.press(KeyCode.ENTER);
        assertThat(links().getFirst()).isEmpty();
        assertThat(status()).containsExactly(StepStatus.SKIPPED, StepStatus.FOLLOWED);
    }

    @Test
    void nothing_is_corrected_while_the_steps_are_edited_and_corrections_come_back_with_the_steps() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DIGIT6);
        window.press(KeyCode.F2);
        window.type(" slowly");
        window.press(KeyCode.F2);
        List<StepStatus> edited = status();
        assertThat(edited.getFirst()).isNotEqualTo(StepStatus.RESTATED_ONLY);
        window.press(KeyCode.DIGIT2);
        assertThat(status()).isEqualTo(edited);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(status().getFirst()).isEqualTo(StepStatus.RESTATED_ONLY);
    }

    private List<StepStatus> status() {
        return on(() -> sheet(window.model()).alignment().status());
    }

    private List<List<Integer>> links() {
        return on(() -> sheet(window.model()).alignment().segments().stream()
                .map(segment -> segment.steps())
                .toList());
    }

    private Labeled chip() {
        return on(() -> (Labeled) window.scene().lookup(".status-chip"));
    }

    private List<CorrectionEvent> stored() {
        return window.model().session().store().corrections(window.key(), "ann");
    }
}
