package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.settings.Settings;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Verdict;
import dev.tracewright.ui.control.Mark;
import dev.tracewright.work.Doubt;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An annotator looks at what a verdict rests on, decides, and is told where two verdicts do not go together. */
class VerdictJourneyTest {
    private static final String QUESTION = "Ann has 16 eggs and eats 7. How many are left?";
    private static final String STEPS = "1. Note the numbers 16 and 7.\n2. Subtract 7 from 16.";
    private static final String RIGHT = "1. The numbers are 16 and 7.\n2. 16 - 7 = 9\n\nThe answer is: 9";
    private static final String ALSO_RIGHT = "1. We have 16 and 7.\n2. 16 - 7 = 9\n\nThe answer is: 9";
    private static final String LONG_AND_FORMATTED_WRONG = "1. The numbers are 16 and 7. "
            + "Eggs are good to eat. ".repeat(200)
            + "\n2. 16 - 7 = 9, so there are 9 eggs left.\nThe answer is: 8";

    @TempDir
    private Path sessions;

    private final List<Runnable> afterwards = new ArrayList<>();
    private @Nullable WindowHarness opened;

    private void open(Settings.Blind blind, String... outputs) {
        try (SessionStore store = new Workspace(sessions).create("made")) {
            for (int i = 0; i < outputs.length; i++) {
                Path file = MadeTraces.trace(sessions.resolve(i + ".jsonl"), QUESTION, "9", STEPS, outputs[i]);
                Transfer.read(file, ImportOptions.NONE, store, read -> {}, () -> false);
            }
        }
        opened = WindowHarness.open(
                sessions,
                WindowHarness.USUAL
                        .withAnnotating(new Settings.Annotating(true, new Settings.Hiding(blind, false, false), "ann"))
                        .withLastSession(sessions.resolve("made.tracewright").toString()),
                (wait, action) -> afterwards.add(action));
        window().until(
                        "every item is read",
                        () -> window().model()
                                .session()
                                .findings()
                                .progress()
                                .get()
                                .complete());
    }

    @AfterEach
    void close() {
        window().close();
    }

    private WindowHarness window() {
        return Objects.requireNonNull(opened);
    }

    private void goOn() {
        does(() -> afterwards.removeFirst().run());
        window().untilSettled();
    }

    private List<Node> marks(String style) {
        window().layout();
        return on(() -> List.copyOf(window().node("step-grid").lookupAll("." + style)));
    }

    @Test
    void a_key_lights_each_value_in_its_place_and_brings_it_before_the_eyes() {
        open(Settings.Blind.SEVERAL, LONG_AND_FORMATTED_WRONG);
        assertThat(marks("mark-stated")).hasSize(1);
        assertThat(marks("mark-reasoned")).hasSize(1);
        assertThat(marks("line-stated")).hasSize(1);
        assertThat(marks(Mark.LIT)).isEmpty();
        window().press(KeyCode.V);
        window().until("the stated value is in sight", this::isLitInSight);
        assertThat(on(() -> window().node("value-stated").getPseudoClassStates().toString()))
                .contains("lit");
        window().press(KeyCode.V);
        window().until("the reasoned value is in sight", this::isLitInSight);
        assertThat(on(() ->
                        window().node("value-reasoned").getPseudoClassStates().toString()))
                .contains("lit");
        does(() -> window().node("strict-match").requestFocus());
        does(() -> ((Hyperlink) window().node("strict-match")).fire());
        window().until("the value of exact match is in sight", this::isLitInSight);
        assertThat(marks("mark-strict")).hasSize(1);
    }

    @Test
    void every_value_that_might_be_the_answer_is_listed_and_lights_up_in_its_place() {
        open(Settings.Blind.SEVERAL, LONG_AND_FORMATTED_WRONG);
        assertThat(on(() -> window().model().answer().candidates().stream()
                        .map(one -> one.found().value())
                        .toList()))
                .contains("8", "9");
        window().press(KeyCode.SHIFT, KeyCode.V);
        Parent list = (Parent) window().node("considered");
        Node conclusion = list.getChildrenUnmodifiable().stream()
                .filter(line ->
                        Objects.requireNonNullElse(line.getAccessibleText(), "").startsWith("9, "))
                .findFirst()
                .orElseThrow();
        does(conclusion::requestFocus);
        window().until("the concluded value is in sight", this::isLitInSight);
        assertThat(marks("mark-considered")).hasSize(1);
        does(() -> list.getScene().getWindow().hide());
        assertThat(marks(Mark.LIT)).isEmpty();
    }

    private boolean isLitInSight() {
        Node lit = window().node("step-grid").lookup("." + Mark.LIT);
        if (lit == null || lit.getBoundsInLocal().getHeight() < 4) {
            return false;
        }
        Bounds place = lit.localToScene(lit.getBoundsInLocal());
        Node grid = window().node("step-grid");
        Bounds view = grid.localToScene(grid.getLayoutBounds());
        return place.getMinY() >= view.getMinY() && place.getMaxY() <= view.getMaxY();
    }

    @Test
    void blind_labelling_shows_everything_after_the_verdict_and_the_bar_keeps_its_height() {
        open(Settings.Blind.ALWAYS, LONG_AND_FORMATTED_WRONG, RIGHT);
        while (!window().stated().equals("8")) {
            window().press(KeyCode.J);
            window().untilSettled();
        }
        assertThat(window().text("verdict-stated")).isEqualTo("•••");
        assertThat(window().text("verdict-reasoned")).isEqualTo("•••");
        assertThat(window().shows("strict-match")).isFalse();
        assertThat(marks("mark-stated")).isEmpty();
        double height = barHeight();
        window().press(KeyCode.R);
        window().layout();
        assertThat(window().text("verdict-stated")).isEqualTo("8");
        assertThat(window().text("verdict-reasoned")).isEqualTo("9");
        assertThat(window().text("strict-match")).isEqualTo("Exact match would say false (8)");
        assertThat(marks("mark-stated")).hasSize(1);
        assertThat(barHeight()).isEqualTo(height);
        window().press(KeyCode.U);
        window().untilSettled();
        assertThat(window().text("verdict-stated")).isEqualTo("•••");
        window().press(KeyCode.CONTROL, KeyCode.B);
        assertThat(window().text("verdict-stated")).isEqualTo("8");
        assertThat(window().kept.getLast().annotating().hiding().blind()).isEqualTo(Settings.Blind.NEVER);
    }

    private double barHeight() {
        window().layout();
        return on(() -> ((Region) window().node("verdict-bar")).getHeight());
    }

    @Test
    void equal_values_with_both_verdicts_are_told_without_stopping_the_work() {
        open(Settings.Blind.SEVERAL, RIGHT, ALSO_RIGHT, LONG_AND_FORMATTED_WRONG);
        while (window().stated().equals("8")) {
            window().press(KeyCode.J);
            window().untilSettled();
        }
        String first = window().key();
        window().press(KeyCode.T);
        goOn();
        while (window().stated().equals("8")) {
            window().press(KeyCode.J);
            window().untilSettled();
        }
        String second = window().key();
        window().press(KeyCode.F);
        assertThat(window().shows("contradiction")).isTrue();
        assertThat(window().text("contradiction-title")).contains("same value 9");
        goOn();
        String third = window().key();

        window().press(KeyCode.A);
        window().until(
                        "the note has the keyboard",
                        () -> "note-field".equals(window().focused().getId()));
        window().type("bg");
        assertThat(((TextField) window().focused()).getText()).isEqualTo("bg");
        window().press(KeyCode.ENTER);
        window().until(
                        "the work has the keyboard",
                        () -> "step-grid".equals(window().focused().getId()));
        assertThat(window().shows("contradiction")).isTrue();

        window().press(KeyCode.B);
        window().untilSettled();
        assertThat(window().key()).isEqualTo(first);
        window().press(KeyCode.B);
        window().untilSettled();
        assertThat(window().key()).isEqualTo(second);
        window().press(KeyCode.B);
        window().untilSettled();
        assertThat(window().key()).isEqualTo(third);
        window().press(KeyCode.G);
        assertThat(window().shows("contradiction")).isFalse();
        assertThat(on(() -> Objects.requireNonNull(window().model()
                        .queue()
                        .find(second)
                        .orElseThrow()
                        .label()
                        .verdict())))
                .isEqualTo(Verdict.FALSE);

        choose(Doubt.INCONSISTENT);
        assertThat(on(() -> window().model().queue().shown().stream()
                        .map(row -> row.key())
                        .toList()))
                .containsExactlyInAnyOrder(first, second);
        does(() -> ((ButtonBase) window().node("chosen-inconsistent")).fire());
        assertThat(on(() -> window().model().queue().shown().size())).isEqualTo(3);
    }

    private void choose(Doubt doubt) {
        does(() -> {
            CheckMenuItem item = (CheckMenuItem) ((MenuButton) window().node("filter-findings"))
                    .getItems().stream()
                            .filter(candidate -> ("filter-" + doubt.key()).equals(candidate.getId()))
                            .findFirst()
                            .orElseThrow();
            assertThat(item.getText()).endsWith("  2");
            item.setSelected(true);
            item.fire();
        });
        window().layout();
    }
}
