package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.runs.RunPicture;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.ui.runs.StudyEntry;
import dev.tracewright.ui.shell.ShellView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A researcher runs a study from a plan's file: watches it, stops it, goes on, reads errors, and finds the answers. */
class RunsJourneyTest {
    private static final String PLAN = """
            format: 1
            name: Made study
            data:
              bundled: arithmetic
              sample:
                first: 4
            prompts:
              - approach: standard
                template: paper/standard@1
              - approach: trace-of-thought
                delegation: paper/delegation@1
                template: paper/solution@1
            models:
              delegators:
                - {endpoint: Made, model: owl}
              solvers:
                - {endpoint: Made, model: hare}
            """;

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final AnsweringServer answers = new AnsweringServer();
    private @Nullable WindowHarness opened;

    @BeforeEach
    void open_the_window_with_a_server() throws IOException {
        server.setDispatcher(answers);
        server.start();
        opened = WindowHarness.open(
                folder,
                WindowHarness.USUAL.withEndpoints(List.of(
                        new Endpoint("Made", "openai", server.url("/v1").toString(), List.of("owl", "hare"), null))),
                ShellView::after);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window().until("the Runs screen is shown", () -> window().shows("runs-empty"));
    }

    @AfterEach
    void close() {
        answers.letAllGo();
        window().close();
        server.close();
    }

    @Test
    void a_study_from_a_file_runs_to_its_end_and_its_answers_are_in_annotate() throws IOException {
        openPlan(PLAN);
        assertThat(window().text("run-counts")).isEqualTo("0 of 12");
        assertThat(answers.asked()).as("nothing is sent before the start").isZero();
        int before = on(() -> window().model().queue().size());
        window().press(KeyCode.F5);
        untilPhase(RunProgress.Phase.DONE);
        assertThat(window().text("run-counts")).isEqualTo("12 of 12");
        assertThat(window().text("run-facts")).contains("1,080 tokens in, 264 out");
        assertThat(answers.asked()).isEqualTo(12);
        window().until("the end is told", WindowHarness::tells);
        chooseCell(2, 3);
        assertThat(window().text("live-title")).contains("hare").contains("owl").contains("Trace-of-Thought");
        assertThat(window().text("live-used")).startsWith("360 tokens in");
        window().click("live-answers");
        window().until("the work is shown", () -> window().shows("step-grid"));
        assertThat(on(() -> window().model().queue().shown().stream()
                        .filter(row -> "hare".equals(row.solver()) && "owl".equals(row.delegator()))
                        .count()))
                .isEqualTo(4);
        assertThat(on(() -> window().model().queue().size())).isGreaterThan(before);
    }

    @Test
    void a_running_study_streams_its_text_pauses_stops_and_goes_on_without_asking_twice() throws IOException {
        answers.hold();
        openPlan(PLAN);
        window().press(KeyCode.F5);
        window().until("the first words are on the screen", () -> live().contains("Subtract 7"));
        assertThat(window().shows("runs-job")).isTrue();
        window().press(KeyCode.F6);
        untilPhase(RunProgress.Phase.PAUSED);
        window().press(KeyCode.F5);
        untilPhase(RunProgress.Phase.RUNNING);
        window().press(KeyCode.SHIFT, KeyCode.F5);
        untilPhase(RunProgress.Phase.STOPPED);
        answers.letAllGo();
        int brokenOff = answers.asked() - progress().done();
        window().press(KeyCode.F5);
        untilPhase(RunProgress.Phase.DONE);
        assertThat(answers.asked()).isEqualTo(12 + brokenOff);
    }

    @Test
    void a_refusal_is_listed_in_the_servers_words_and_asked_again_on_demand() throws IOException {
        answers.refuse("hare", "The hare is asleep.");
        openPlan(PLAN);
        window().press(KeyCode.F5);
        untilPhase(RunProgress.Phase.DONE);
        assertThat(progress().failed()).isEqualTo(8);
        assertThat(items("troubles").getFirst()).startsWith("8 ×").contains("The hare is asleep.");
        chooseCell(1, 2);
        window().until("the cell's errors are listed", () -> items("troubles").size() == 4);
        assertThat(items("troubles").getFirst()).startsWith("Problem 1:").contains("The hare is asleep.");
        answers.refuse("nobody", "");
        window().press(KeyCode.F7);
        window().until("all is answered", () -> progress().done() == 12);
        assertThat(progress().failed()).isZero();
    }

    @Test
    void a_run_survives_the_window_and_goes_on_in_the_next_one() throws IOException {
        answers.hold();
        openPlan(PLAN);
        window().press(KeyCode.F5);
        window().until("calls are under way", () -> progress().running() > 0);
        does(() -> window().runs().stopAll(() -> {}));
        untilPhase(RunProgress.Phase.STOPPED);
        answers.letAllGo();
        window().close();
        opened = WindowHarness.open(
                folder,
                WindowHarness.USUAL.withEndpoints(List.of(
                        new Endpoint("Made", "openai", server.url("/v1").toString(), List.of("owl", "hare"), null))),
                ShellView::after);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window().until("the study is there", () -> window().shows("run-title"));
        assertThat(window().text("run-title")).isEqualTo("Made study");
        window().press(KeyCode.F5);
        untilPhase(RunProgress.Phase.DONE);
        assertThat(progress().done()).isEqualTo(12);
    }

    private void openPlan(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), yaml);
        window().dialogs.plan = file;
        window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        window().until("the form shows the plan", () -> window().shows("study-keep"));
        window().until("it can be kept", () -> !window().node("study-keep").isDisabled());
        does(() -> ((Button) window().node("study-keep")).fire());
        window().until("the study is shown", () -> window().shows("run-title"));
        window().until("it is ready", () -> phase() == RunProgress.Phase.READY);
    }

    @SuppressWarnings("unchecked") // the matrix is a table of its own rows
    private void chooseCell(int row, int column) {
        does(() -> {
            TableView<Object> matrix = (TableView<Object>) window().node("matrix");
            matrix.requestFocus();
            matrix.getSelectionModel().clearAndSelect(row, matrix.getColumns().get(column));
            matrix.getFocusModel().focus(row, matrix.getColumns().get(column));
        });
        window().until("the cell is shown", () -> window().shows("live-answers"));
        window().layout();
    }

    private List<String> items(String id) {
        return on(() -> ((TextArea) window().node(id)).getText().lines().toList());
    }

    private String live() {
        return ((TextArea) window().node("live-output")).getText();
    }

    private void untilPhase(RunProgress.Phase wanted) {
        window().until("the study is " + wanted, () -> phase() == wanted);
        window().layout();
    }

    private RunProgress.@Nullable Phase phase() {
        RunPicture picture = picture();
        return picture == null ? null : picture.progress().phase();
    }

    private RunProgress progress() {
        return Objects.requireNonNull(picture()).progress();
    }

    private @Nullable RunPicture picture() {
        RunsViewModel runs = window().runs();
        return on(() -> {
            StudyEntry entry = runs.chosen().get();
            return entry == null ? null : entry.picture().get();
        });
    }

    private WindowHarness window() {
        return Objects.requireNonNull(opened);
    }
}
