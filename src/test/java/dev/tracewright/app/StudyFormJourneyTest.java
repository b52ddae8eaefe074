package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.StudyPlanFile;
import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.runs.RunPicture;
import dev.tracewright.ui.runs.StudyDraft;
import dev.tracewright.ui.runs.StudyEntry;
import dev.tracewright.ui.shell.ShellView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A researcher plans a study in the form: is told what is missing and what it takes, compares an own prompt, and starts it. */
class StudyFormJourneyTest {
    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final AnsweringServer answers = new AnsweringServer();
    private @Nullable WindowHarness opened;

    @BeforeEach
    void open_the_form() throws IOException {
        server.setDispatcher(answers);
        server.start();
        opened = WindowHarness.open(
                folder,
                WindowHarness.USUAL.withEndpoints(List.of(
                        new Endpoint("Made", "openai", server.url("/v1").toString(), List.of("owl", "hare"), null))),
                ShellView::after);
        window().press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window().until("the Runs screen is shown", () -> window().shows("runs-empty"));
        window().until(
                        "making a study has the keyboard",
                        () -> "action-runs-new".equals(window().focused().getId()));
        window().press(KeyCode.SPACE);
        window().until(
                        "the form has the keyboard",
                        () -> "study-name".equals(window().focused().getId()));
    }

    @AfterEach
    void close() {
        window().close();
        server.close();
    }

    @Test
    void what_is_missing_is_told_then_the_calls_are_counted_and_the_study_runs() {
        window().until("it is told what is missing", () -> said().contains("no solver"));
        assertThat(startable()).isFalse();
        type("study-name", "Two prompts");
        type("study-count", "3");
        tick("delegator-owl");
        tick("solver-hare");
        window().until("3 × (1 + 3) calls are counted", () -> calls().equals("12 calls"));
        window().until("it can start", this::startable);
        assertThat(answers.asked()).isZero();

        type("study-repetitions", "many");
        window().until("the fault is said", () -> said().contains("“many” is no whole number."));
        assertThat(startable()).isFalse();
        type("study-repetitions", "2");
        window().until("the calls are counted anew", () -> calls().equals("24 calls"));
        window().until("it can start", this::startable);
        fire("study-start");
        window().until("it is done", () -> phase() == RunProgress.Phase.DONE);
        assertThat(window().text("run-counts")).isEqualTo("24 of 24");
        assertThat(window().text("run-title")).isEqualTo("Two prompts");
        assertThat(answers.asked()).isEqualTo(24);
    }

    @Test
    void an_own_template_is_checked_previewed_compared_and_saved_with_the_plan() throws IOException {
        tick("delegator-owl");
        tick("solver-hare");
        does(() -> ((ButtonBase) window().node("prompt-template-2-look")).requestFocus());
        later("prompt-template-2-look");
        window().until("the template is shown", () -> window().shows("template-text"));
        assertThat(text("template-preview"))
                .contains("the first delegated step")
                .doesNotContain("{question}");
        put("template-text", "Only {question}");
        window().until(
                        "the fault is said",
                        () -> window().text("template-fault").contains("{steps}"));
        assertThat(on(() -> window().node("template-keep").isDisabled())).isTrue();
        put("template-text", "{question}\nDo exactly this: {steps}");
        window().until("the preview shows it", () -> text("template-preview").contains("Do exactly this"));
        assertThat(window().text("template-version")).contains("own/solution@1");
        fire("template-keep");
        window().until(
                        "the own template is chosen",
                        () -> chosen("prompt-template-2").equals("own/solution@1"));
        fire("add-trace-of-thought");
        window().until("there are four prompts", () -> window().shows("prompt-template-3"));
        assertThat(chosen("prompt-template-3")).isEqualTo("paper/solution@1");
        window().until("20 × (1 + 4) calls are counted", () -> calls().equals("100 calls"));

        Path file = folder.resolve("made.yaml");
        window().dialogs.plan = file;
        fire("study-save");
        window().until("the plan is written", () -> Files.exists(file));
        StudyPlan plan = StudyPlanFile.read(file);
        assertThat(plan.templates()).singleElement().satisfies(own -> {
            assertThat(own.id()).hasToString("own/solution@1");
            assertThat(own.text()).contains("Do exactly this");
        });
        assertThat(plan.prompts()).hasSize(4);
        assertThat(plan.models().solvers()).containsExactly(new ModelRef("Made", "hare"));
        assertThat(plan.data().sample()).isEqualTo(new Sample.First(20));

        fire("study-leave");
        window().until("the form is left", () -> window().shows("runs-empty"));
        window().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        window().until("the form shows the plan", () -> window().shows("prompt-template-3"));
        assertThat(chosen("prompt-template-2")).isEqualTo("own/solution@1");
        window().until("the same calls are counted", () -> calls().equals("100 calls"));
    }

    @Test
    void the_columns_of_a_file_that_nobody_knows_are_chosen() throws IOException {
        Path file = folder.resolve("ours.csv");
        Files.writeString(file, "Aufgabe,Ergebnis,Seite\nWhat is 1 + 1?,2,7\nWhat is 2 + 3?,5,8\n");
        tick("solver-hare");
        tick("delegator-owl");
        ComboBox<?> source = box("study-source");
        does(() -> source.getSelectionModel().selectLast());
        type("study-file", file.toString());
        window().until("it is told that the file cannot be read", () -> said().contains("ours.csv"));
        later("study-columns");
        window().until("the columns are asked for", () -> window().shows("mapping-question"));
        assertThat(window().shows("mapping-output")).isFalse();
        ComboBox<String> question = box("mapping-question");
        ComboBox<String> gold = box("mapping-gold_answer");
        does(() -> question.setValue("Aufgabe"));
        does(() -> gold.setValue("Ergebnis"));
        fire("mapping-done");
        window().until(
                        "both problems are there",
                        () -> window().text("chosen-problems").startsWith("2 of 2"));
        assertThat(window().text("study-columns-named")).isEqualTo("Question: Aufgabe, Gold answer: Ergebnis");
    }

    @Test
    void every_choice_of_the_sample_and_the_review_shows_its_own_fields() {
        ComboBox<StudyDraft.SampleKind> sample = box("study-sample");
        does(() -> sample.setValue(StudyDraft.SampleKind.RANGE));
        assertThat(window().shows("study-from")).isTrue();
        assertThat(window().shows("study-count")).isFalse();
        type("study-from", "3");
        type("study-to", "5");
        tick("solver-hare");
        tick("delegator-owl");
        window().until(
                        "3 problems are chosen",
                        () -> window().text("chosen-problems").startsWith("3 of 24"));
        does(() -> sample.setValue(StudyDraft.SampleKind.RANDOM));
        assertThat(window().shows("study-seed")).isTrue();
        ComboBox<StudyDraft.ReviewKind> review = box("study-review");
        does(() -> review.setValue(StudyDraft.ReviewKind.ALL));
        tick("study-corrected");
        window().until("both arms are counted", () -> calls().equals(20 * (1 + 2 + 2) + " calls"));
    }

    private void type(String id, String text) {
        does(() -> {
            TextInputControl field = (TextInputControl) window().node(id);
            field.requestFocus();
            field.selectAll();
        });
        window().type(text);
    }

    private void put(String id, String text) {
        does(() -> ((TextInputControl) window().node(id)).setText(text));
    }

    private String text(String id) {
        return on(() -> ((TextInputControl) window().node(id)).getText());
    }

    private void tick(String id) {
        does(() -> ((CheckBox) window().node(id)).fire());
    }

    private void fire(String id) {
        does(() -> ((Button) window().node(id)).fire());
    }

    /** Opens something that waits for an answer. */
    private void later(String id) {
        javafx.application.Platform.runLater(() -> ((Button) window().node(id)).fire());
    }

    @SuppressWarnings("unchecked") // the test knows what the box holds
    private <T> ComboBox<T> box(String id) {
        return (ComboBox<T>) window().node(id);
    }

    private String chosen(String id) {
        return on(() -> String.valueOf(((ComboBox<?>) window().node(id)).getValue()));
    }

    private String said() {
        return on(() -> ((Parent) window().node("summary-said"))
                .getChildrenUnmodifiable().stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining("\n")));
    }

    private String calls() {
        return window().text("estimate-calls");
    }

    private boolean startable() {
        return on(() -> !window().node("study-start").isDisabled());
    }

    private RunProgress.@Nullable Phase phase() {
        return on(() -> {
            StudyEntry entry = window().runs().chosen().get();
            RunPicture picture = entry == null ? null : entry.picture().get();
            return picture == null ? null : picture.progress().phase();
        });
    }

    private WindowHarness window() {
        return Objects.requireNonNull(opened);
    }
}
