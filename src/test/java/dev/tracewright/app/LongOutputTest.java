package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.store.SessionStore;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output of many screens: what stands beside it must not be lost while one reads. */
class LongOutputTest {
    private static final int SENTENCES = 1_500;

    @TempDir
    private Path sessions;

    private WindowHarness window;

    @BeforeEach
    void open_the_session() {
        StringBuilder output = new StringBuilder("1. The numbers are 1 and 7.\n2. We add 7 to 1.");
        for (int i = 0; i < SENTENCES; i++) {
            output.append(" Adding them slowly, we count ").append(i).append('.');
        }
        try (SessionStore store = new Workspace(sessions).create("made")) {
            Path file = MadeTraces.output(sessions.resolve("long.jsonl"), output.toString());
            Transfer.read(file, ImportOptions.NONE, store, read -> {}, () -> false);
        }
        window = WindowHarness.open(
                sessions,
                WindowHarness.USUAL.withLastSession(
                        sessions.resolve("made.tracewright").toString()),
                ShellView::after);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void the_step_stays_in_sight_while_its_output_is_scrolled_and_returns_to_its_place() {
        assertThat(inSight()).isFalse();
        scrollTo(0.6);
        assertThat(inSight()).isTrue();
        scrollTo(1);
        assertThat(on(() -> number().getBoundsInParent().getMaxY()))
                .isLessThanOrEqualTo(
                        on(() -> window.node("step-2").getLayoutBounds().getHeight()));
        scrollTo(0);
        assertThat(on(() -> number().getTranslateY())).isZero();
    }

    private void scrollTo(double value) {
        does(() -> ((ScrollPane) window.node("step-grid")).setVvalue(value));
        window.layout();
    }

    /** Whether the number of the second step stands within the visible part although its cell begins above it. */
    private boolean inSight() {
        return on(() -> {
            Bounds grid = inScene(window.node("step-grid"));
            Bounds number = inScene(number());
            boolean cut = inScene(window.node("step-2")).getMinY() < grid.getMinY();
            return cut && number.getMinY() >= grid.getMinY() && number.getMaxY() <= grid.getMaxY();
        });
    }

    private Node number() {
        return window.node("step-2").lookup(".step-number");
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
