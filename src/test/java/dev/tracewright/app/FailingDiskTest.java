package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees when the session cannot be written for a while. */
class FailingDiskTest {
    @TempDir
    private Path sessions;

    @Test
    void a_label_that_cannot_be_written_is_told_kept_on_the_screen_and_written_on_the_next_try() throws Exception {
        try (WindowHarness window = WindowHarness.open(sessions)) {
            window.untilSaved();
            assertThat(window.text("saved")).isEqualTo("Saved");
            refuse("CREATE TRIGGER refuses BEFORE INSERT ON label_event BEGIN SELECT RAISE(FAIL, 'disk full'); END");
            String key = window.key();
            window.press(KeyCode.N);
            window.until("the failure is told", () -> window.text("saved").startsWith("Not saved"));
            assertThat(window.shows("save-retry")).isTrue();
            window.press(KeyCode.F);
            window.until("the work goes on", () -> !window.key().equals(key));
            window.untilSettled();
            Label given = new Label(Verdict.FALSE, Set.of(Flag.NEEDS_ANALYSIS), "");
            assertThat(label(window, key)).isEqualTo(given);
            assertThat(stored(window, key)).isEqualTo(Label.NONE);

            closingAsksFirst(window);

            refuse("DROP TRIGGER refuses");
            window.click("save-retry");
            window.untilSaved();
            assertThat(window.text("saved")).isEqualTo("Saved");
            assertThat(window.shows("save-retry")).isFalse();
            assertThat(stored(window, key)).isEqualTo(given);
            assertThat(window.model().session().store().labelHistory(key))
                    .as("nothing was written twice")
                    .hasSize(2);
        }
    }

    /** Closing the window with unsaved work asks, and Escape stays. */
    private static void closingAsksFirst(WindowHarness window) {
        Platform.runLater(() ->
                Event.fireEvent(window.stage(), new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        window.until("the question is asked", FailingDiskTest::isAsked);
        window.press(KeyCode.ESCAPE);
        window.until("the question is gone", () -> !isAsked());
        assertThat(on(() -> window.stage().isShowing())).isTrue();
    }

    private static boolean isAsked() {
        return Window.getWindows().stream()
                .anyMatch(open -> open.getScene() != null && open.getScene().getRoot() instanceof DialogPane);
    }

    private static Label label(WindowHarness window, String key) {
        return on(() -> window.model().queue().find(key).orElseThrow().label());
    }

    private static Label stored(WindowHarness window, String key) {
        return window.model().session().store().items("ann").stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private void refuse(String sql) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + sessions.resolve("example.tracewright"));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute(sql);
        }
    }
}
