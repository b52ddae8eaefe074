package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person labels one item after the other without touching the mouse. */
class LabellingJourneyTest {
    private static final int LABELLED = 100;
    private static final double NEXT_ITEM_MILLIS = 100;

    @TempDir
    private Path sessions;

    private final List<Duration> waits = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private WindowHarness window;

    @BeforeEach
    void import_the_traces() {
        try (SessionStore store = new Workspace(sessions).create("made")) {
            assertThat(store.items("ann")).isEmpty();
        }
        window = WindowHarness.open(
                sessions,
                WindowHarness.USUAL.withLastSession(
                        sessions.resolve("made.tracewright").toString()),
                (wait, action) -> {
                    waits.add(wait);
                    afterwards.add(action);
                });
        window.dialogs.files = List.of(MadeTraces.additions(sessions.resolve("additions.jsonl"), 300));
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.until("the traces are there", () -> window.model().queue().size() == 300);
        window.untilSettled();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_hundred_labels_by_keyboard_are_all_in_the_store_and_the_next_item_comes_at_once() {
        Map<String, Verdict> given = new LinkedHashMap<>();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < LABELLED; i++) {
            boolean right = i % 3 != 0;
            given.put(window.key(), right ? Verdict.TRUE : Verdict.FALSE);
            window.press(right ? KeyCode.T : KeyCode.F);
            millis.add(millisToNextItem());
        }
        assertThat(given).hasSize(LABELLED);
        assertThat(waits).hasSize(LABELLED).containsOnly(AnnotateViewModel.VERDICT_SHOWN);
        assertThat(AnnotateViewModel.VERDICT_SHOWN).isEqualTo(Duration.ofMillis(350));
        double median = millis.stream().sorted().toList().get(LABELLED / 2);
        assertThat(median)
                .as("median from the advance to the next item on the screen")
                .isLessThan(NEXT_ITEM_MILLIS * Machine.slowness());

        window.untilSaved();
        Map<String, Verdict> stored = new LinkedHashMap<>();
        for (ItemRow row : window.model().session().store().items("ann")) {
            if (row.label().verdict() != null) {
                stored.put(row.key(), Objects.requireNonNull(row.label().verdict()));
            }
        }
        assertThat(stored).isEqualTo(given);
        assertThat(window.model().session().store().items("somebody else"))
                .allMatch(row -> row.label().isEmpty());
    }

    @Test
    void keys_are_silent_between_a_verdict_and_the_next_item() {
        String first = window.key();
        window.press(KeyCode.T);
        window.press(KeyCode.F);
        window.press(KeyCode.X);
        window.press(KeyCode.N);
        assertThat(verdict(first)).isEqualTo(Verdict.TRUE);
        assertThat(row(first).label().flags()).isEmpty();
        assertThat(window.key()).as("nothing has moved yet").isEqualTo(first);
        advance();
        window.untilSettled();
        assertThat(window.key()).isNotEqualTo(first);
        assertThat(row(window.key()).label().isEmpty()).isTrue();
    }

    @Test
    void a_key_pressed_while_the_next_item_is_read_labels_nothing() {
        String first = window.key();
        String[] next = new String[1];
        window.press(KeyCode.T);
        does(() -> {
            afterwards.removeFirst().run();
            window.press(KeyCode.F);
            next[0] = window.key();
        });
        window.untilSettled();
        assertThat(next[0]).isNotEqualTo(first);
        assertThat(row(next[0]).label().isEmpty()).isTrue();
    }

    @Test
    void letters_typed_into_the_search_label_nothing() {
        String first = window.key();
        window.press(KeyCode.SLASH);
        window.until(
                "the search has the keyboard",
                () -> "queue-search".equals(window.focused().getId()));
        window.type("tfrxncuejko");
        assertThat(((TextField) window.node("queue-search")).getText()).isEqualTo("tfrxncuejko");
        assertThat(on(() -> window.model().queue().matching(row -> !row.label().isEmpty())))
                .isEmpty();
        window.press(KeyCode.ESCAPE);
        window.until(
                "everything is shown again",
                () -> window.model().queue().shown().size() == 300);
        assertThat(window.key()).isEqualTo(first);
        window.untilSettled();
        window.press(KeyCode.F);
        assertThat(verdict(first)).as("after the search the keys count again").isEqualTo(Verdict.FALSE);
    }

    /** Lets the waiting time pass and returns how long the next item then took to be on the screen. */
    private double millisToNextItem() {
        AnnotateViewModel model = window.model();
        String before = window.key();
        long start = System.nanoTime();
        advance();
        window.until("the next item is shown", () -> {
            var item = model.item().get();
            return model.canJudge() && item != null && !item.row().key().equals(before);
        });
        window.layout();
        return (System.nanoTime() - start) / 1e6;
    }

    private void advance() {
        does(() -> afterwards.removeFirst().run());
    }

    private ItemRow row(String key) {
        return on(() -> window.model().queue().find(key).orElseThrow());
    }

    private Verdict verdict(String key) {
        return Objects.requireNonNull(row(key).label().verdict());
    }
}
