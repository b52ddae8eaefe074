package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.ui.results.ResultsPicture;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window at every text size, in light and dark, and with outputs that no screen was drawn for. */
class LookTest {
    private static final double ONE_SECOND = 1000;
    private static final int VISITS = 3;

    @TempDir
    private Path sessions;

    @ParameterizedTest
    @CsvSource({"LIGHT, 80", "LIGHT, 100", "LIGHT, 200", "DARK, 80", "DARK, 100", "DARK, 200"})
    void the_screens_and_the_dialogs_are_laid_out_without_a_style_sheet_warning(Theme.Choice theme, int percent) {
        try (WindowHarness window = WindowHarness.open(sessions)) { // closing fails on any warning
            does(() -> {
                window.built().preferences().theme().set(theme);
                window.built().preferences().textPercent().set(percent);
            });
            window.layout();
            assertThat(on(() -> Theme.fontPixels().get())).isEqualTo(Theme.BASE_FONT_PIXELS * percent / 100);
            window.press(KeyCode.F2);
            window.type(" x");
            window.press(KeyCode.F2);
            window.press(KeyCode.D);
            window.press(KeyCode.H);
            window.layout();
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.SHIFT, KeyCode.SLASH);
            window.until("the sheet is open", () -> window.shows("shortcut-sheet"));
            window.press(KeyCode.ESCAPE);
            window.until("the sheet is closed", () -> !window.shows("shortcut-sheet"));
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.until("the Runs screen is shown", () -> window.shows("runs-empty"));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            window.until("the form of a study is shown", () -> window.shows("study-start"));
            window.layout();
            showCounted(window);
            window.press(KeyCode.CONTROL, KeyCode.COMMA);
            window.until("the settings are shown", () -> window.shows("settings"));
            Button add = (Button) window.node("add-endpoint");
            does(add::fire);
            window.layout();
            assertThat(window.shows("endpoint-form")).isTrue();
        }
    }

    /** Goes through the screens of counted answers. */
    private static void showCounted(WindowHarness window) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        untilCounted(window);
        window.press(KeyCode.G);
        untilCounted(window);
        assertThat(window.shows("results-suggested")).isTrue();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        untilCounted(window);
        window.press(KeyCode.P);
        window.until("the answers are side by side", () -> window.shows("answer-0"));
        window.layout();
    }

    private static void untilCounted(WindowHarness window) {
        window.until("all is read and counted", () -> {
            ResultsViewModel model =
                    Objects.requireNonNull(window.built().shell().resultsModel());
            ResultsPicture picture = model.picture().get();
            return picture != null
                    && picture.answered().filter().equals(model.filter().get())
                    && picture.answered().unread() == 0
                    && !model.reading().get().running()
                    && model.state().get() == ResultsViewModel.State.IDLE;
        });
        window.layout();
    }

    @Test
    void a_faulty_style_would_be_heard() {
        WindowTrouble trouble = WindowTrouble.watch();
        does(() -> {
            Label label = new Label("x");
            label.setStyle("-fx-text-fill: -no-such-colour;");
            new Scene(label);
            label.applyCss();
        });
        assertThat(trouble.stop()).anyMatch(message -> message.contains("-no-such-colour"));
    }

    @Test
    void at_double_text_size_in_a_small_window_nothing_is_cut_off() {
        try (WindowHarness window = WindowHarness.open(sessions)) {
            does(() -> {
                window.stage().setWidth(1000);
                window.stage().setHeight(700);
                window.built().preferences().textPercent().set(200);
            });
            window.until("the window is small", () -> window.scene().getHeight() <= 700);
            window.layout();
            assertThat(horizontalScrollBars(window)).isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.until("the Runs screen is shown", () -> window.shows("runs-empty"));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            window.until("the form of a study is shown", () -> window.shows("study-start"));
            window.layout();
            assertThat(horizontalScrollBars(window)).isEmpty();
            for (String id : List.of("study-name", "study-start", "study-leave")) {
                assertThat(inside(window, id)).as(id + " is inside the window").isTrue();
            }
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.layout();
            for (String id : List.of("queue-search", "queue-list", "step-grid", "verdict-true", "verdict-false")) {
                assertThat(inside(window, id)).as(id + " is inside the window").isTrue();
                assertThat(height(window, id)).as("height of " + id).isGreaterThan(28);
            }
        }
    }

    @Test
    void an_output_of_sixty_thousand_characters_is_shown_within_a_second() {
        StringBuilder output = new StringBuilder("1. The numbers are 1 and 7.\n2. ");
        while (output.length() < 60_000) {
            output.append("So we add 7 to 1 and look at 1 + 7 = 8 once more, because it is worth it. ");
        }
        opensAtOnce(output + "\n\nThe answer is: 8");
    }

    @Test
    void an_output_that_repeats_itself_for_three_thousand_lines_is_shown_within_a_second() {
        opensAtOnce("1. The numbers are 1 and 7.\n" + "2. 1 + 7 = 8\n".repeat(3000));
    }

    private void opensAtOnce(String output) {
        Path files = sessions.resolve("long.jsonl");
        try (SessionStore store = new Workspace(sessions).create("long")) {
            Transfer.read(
                    MadeTraces.additions(sessions.resolve("short.jsonl"), 3),
                    ImportOptions.NONE,
                    store,
                    read -> {},
                    () -> false);
        }
        try (WindowHarness window = WindowHarness.open(
                sessions,
                WindowHarness.USUAL.withLastSession(
                        sessions.resolve("long.tracewright").toString()),
                ShellView::after)) {
            window.dialogs.files = List.of(MadeTraces.output(files, output));
            window.press(KeyCode.CONTROL, KeyCode.I);
            window.until("the long one is there", () -> window.model().queue().size() == 4);
            window.untilSettled();
            OpenSession session = window.model().session();
            String longOne = session.store().items("ann").stream()
                    .filter(row -> outputOf(session, row).equals(output))
                    .findFirst()
                    .orElseThrow()
                    .key();
            double quickest = Double.MAX_VALUE; // of a few: the machine may be busy with other things
            for (int visit = 0; visit < VISITS; visit++) {
                does(() -> window.model().queue().move(3));
                window.untilSettled();
                assertThat(window.key()).isNotEqualTo(longOne);
                long opened = System.nanoTime();
                does(() -> window.model().queue().select(longOne));
                window.untilSettled();
                quickest = Math.min(quickest, (System.nanoTime() - opened) / 1e6);
            }
            assertThat(quickest).as("milliseconds until it is shown").isLessThan(ONE_SECOND * Machine.slowness());
            long start = System.nanoTime();
            window.press(KeyCode.X);
            window.press(KeyCode.F2);
            window.type("y");
            window.press(KeyCode.F2);
            window.layout();
            assertThat(window.steps().getFirst()).endsWith("y");
            assertThat((System.nanoTime() - start) / 1e6)
                    .as("milliseconds for a flag and an edit")
                    .isLessThan(ONE_SECOND * Machine.slowness());
        }
    }

    private static String outputOf(OpenSession session, ItemRow row) {
        return session.store()
                .response(Objects.requireNonNull(row.responseId()))
                .orElseThrow()
                .output();
    }

    private static List<String> horizontalScrollBars(WindowHarness window) {
        return on(() -> window.scene().getRoot().lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar bar
                        && bar.getOrientation() == Orientation.HORIZONTAL
                        && WindowHarness.isShown(bar))
                .map(node -> node + " of " + node.getParent())
                .toList());
    }

    private static boolean inside(WindowHarness window, String id) {
        Node node = window.node(id);
        return on(() -> {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            return WindowHarness.isShown(node)
                    && bounds.getMinX() >= 0
                    && bounds.getMinY() >= 0
                    && bounds.getMaxX() <= window.scene().getWidth() + 1
                    && bounds.getMaxY() <= window.scene().getHeight() + 1;
        });
    }

    private static double height(WindowHarness window, String id) {
        Node node = window.node(id);
        return on(() -> node.getBoundsInParent().getHeight());
    }
}
