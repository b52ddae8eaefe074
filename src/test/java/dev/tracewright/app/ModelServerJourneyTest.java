package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.settings.SettingsFile;
import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.ui.annotate.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The main job with a server that streams as OpenAI's does, set up by hand in the Settings screen. */
class ModelServerJourneyTest {
    private static final String KEY = "sk-typed-4711";
    private static final String STEPS = "1. Note the 3 apples.\n2. Add 4 to 3.";

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    /** Holds every stream after its first piece until it is opened. */
    private final CountDownLatch rest = new CountDownLatch(1);

    private WindowHarness window;

    @BeforeEach
    void set_up_the_server_and_import_problems_without_steps() throws IOException {
        server.start();
        window = WindowHarness.open(folder);
        setUpServer();
        window.dialogs.name = "mine";
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.until("the new session is open", () -> "mine".equals(session()));
        window.until(
                "its screen has the keyboard",
                () -> "step-grid".equals(window.focused().getId()));
        window.dialogs.files = List.of(MadeTraces.problems(folder.resolve("gsm8k-made.jsonl")));
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.until("the problems are there", () -> model().queue().size() == 2);
        window.untilSettled();
    }

    @AfterEach
    void close() {
        rest.countDown();
        window.close();
        server.close();
    }

    @Test
    void steps_are_delegated_and_solved_in_a_stream_and_the_typed_key_is_nowhere_on_disk() throws Exception {
        delegate();
        assertThat(window.steps()).containsExactly("Note the 3 apples.", "Add 4 to 3.");

        server.enqueue(held("1. He has 3 apples.\n", "2. 3 + 4 = 7\n\nThe answer is: 7"));
        choose("pick-solver");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the first words are on the screen", () -> shownOutput().contains("3 apples"));
        assertThat(rest.getCount()).as("the stream has not ended").isOne();
        assertThat(on(() -> model().phase().get())).isEqualTo(Phase.STREAMING);
        assertThat(window.shows("action-solve-stop")).isTrue();
        rest.countDown();
        window.until(
                "the answer is there",
                () -> response() != null && model().phase().get() == Phase.READY);
        window.untilSettled();
        assertThat(window.stated()).isEqualTo("7");
        assertThat(on(() -> Objects.requireNonNull(model().item().get()).response()))
                .satisfies(response -> {
                    assertThat(response.finish()).isEqualTo(FinishReason.STOP);
                    assertThat(response.outputTokens()).isEqualTo(22);
                    assertThat(response.output()).isEqualTo("1. He has 3 apples.\n2. 3 + 4 = 7\n\nThe answer is: 7");
                });
        window.press(KeyCode.T);
        window.untilSaved();

        RecordedRequest first = Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        assertThat(first.getTarget()).isEqualTo("/v1/chat/completions");
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        keyIsNowhere();
    }

    @Test
    void escape_stops_the_stream_and_keeps_what_came() {
        delegate();
        server.enqueue(held("1. He has 3 apples.\n", "never read"));
        choose("pick-solver");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the first words are on the screen", () -> shownOutput().contains("3 apples"));
        window.press(KeyCode.ESCAPE);
        window.until(
                "the call is over", () -> response() != null && model().phase().get() == Phase.READY);
        assertThat(on(() -> Objects.requireNonNull(model().item().get()).response()))
                .satisfies(response -> {
                    assertThat(response.finish()).isEqualTo(FinishReason.CANCELLED);
                    assertThat(response.output().strip()).isEqualTo("1. He has 3 apples.");
                });
        window.untilSaved();
        ItemRow stored = model().session().store().items("ann").stream()
                .filter(row -> row.responseId() != null)
                .findFirst()
                .orElseThrow();
        assertThat(stored.key()).isEqualTo(window.key());
    }

    @Test
    void a_refusal_is_told_in_the_servers_words_and_the_item_stays_workable() {
        delegate();
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .addHeader("Content-Type", "application/json")
                .body("{\"error\":{\"message\":\"This key has expired.\",\"type\":\"invalid_request_error\"}}")
                .build());
        choose("pick-solver");
        String before = window.key();
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the trouble is shown", () -> window.shows("trouble"));
        assertThat(window.text("trouble")).contains("This key has expired.").doesNotContain(KEY);
        window.untilSettled();
        assertThat(window.key()).isEqualTo(before);

        window.press(KeyCode.F2);
        window.type(" again");
        window.press(KeyCode.F2);
        assertThat(window.steps()).containsExactly("Note the 3 apples. again", "Add 4 to 3.");
        rest.countDown();
        server.enqueue(held("1. He has 3 apples.\n", "2. 3 + 4 = 7\n\nThe answer is: 7"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until(
                "the answer is there",
                () -> response() != null && model().phase().get() == Phase.READY);
        assertThat(window.shows("trouble")).isFalse();
        assertThat(on(() ->
                        Objects.requireNonNull(model().queue().current().get()).planVersion()))
                .isEqualTo(2);
    }

    /** Fills the form as a person does: from field to field by Tab, and Enter at the end. */
    private void setUpServer() {
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.until("the settings are shown", () -> window.shows("settings"));
        window.click("add-endpoint");
        window.until(
                "the form is open",
                () -> "endpoint-name".equals(window.focused().getId()));
        window.type("Made server");
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).isEqualTo("endpoint-address");
        window.type(server.url("/v1").toString());
        window.press(KeyCode.TAB);
        window.type("made-model");
        window.press(2, KeyCode.TAB);
        window.press(2, KeyCode.DOWN);
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).isEqualTo("endpoint-key");
        window.type(KEY);
        window.press(KeyCode.ENTER);
        window.until(
                "the server is kept",
                () -> !window.built().preferences().endpoints().isEmpty());
        window.until(
                "the form is closed and the keyboard is elsewhere",
                () -> !window.shows("endpoint-form") && window.focused().getScene() != null);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.until("the work is shown", () -> window.shows("step-grid"));
    }

    private void delegate() {
        server.enqueue(whole(STEPS));
        choose("pick-delegator");
        window.press(KeyCode.CONTROL, KeyCode.D);
        window.until(
                "the steps are there",
                () -> model().editor().isPresent() && model().phase().get() == Phase.READY);
        window.untilSettled();
    }

    /** Chooses the server's model in a picker: opens it, types a part of the name, takes the one that is left. */
    private void choose(String picker) {
        Node box = window.node(picker);
        does(box::requestFocus);
        window.press(KeyCode.DOWN);
        window.until("the list is open", () -> window.focused() instanceof TextField);
        window.type("made");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.until("the model is chosen", () -> chosen(picker).contains("made-model"));
        Node grid = window.node("step-grid");
        does(grid::requestFocus);
    }

    private String chosen(String picker) {
        return String.valueOf(((javafx.scene.control.ComboBoxBase<?>) window.node(picker)).getValue());
    }

    private void keyIsNowhere() throws Exception {
        Path settings = Files.createDirectory(folder.resolve("settings"));
        new SettingsFile(settings).save(on(() -> window.built().preferences().settings()));
        assertThat(window.kept).isNotEmpty().allMatch(kept -> !kept.toString().contains(KEY));
        Path csv = folder.resolve("mine.csv");
        window.dialogs.target = csv;
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("the records are written", () -> Files.exists(csv));
        assertThat(Files.readString(csv)).contains("The answer is: 7", "made-model");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).anyMatch(file -> file.startsWith(settings));
            assertThat(written).anyMatch(file -> file.endsWith("mine.tracewright"));
            for (Path file : written) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    private AnnotateViewModel model() {
        return window.model();
    }

    private String session() {
        return model().session().store().name();
    }

    private String shownOutput() {
        var sheet = model().sheet().get();
        return sheet == null ? "" : sheet.output();
    }

    private dev.tracewright.trace.@org.jspecify.annotations.Nullable Response response() {
        var item = model().item().get();
        return item == null ? null : item.response();
    }

    private static MockResponse whole(String text) {
        return stream().body(piece(text) + ending()).build();
    }

    /** A stream that waits after its first piece. */
    private MockResponse held(String first, String then) {
        return stream()
                .body(new mockwebserver3.MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return -1;
                    }

                    @Override
                    public void writeTo(okio.BufferedSink sink) throws IOException {
                        sink.writeUtf8(piece(first));
                        sink.flush();
                        try {
                            if (rest.await(30, TimeUnit.SECONDS)) {
                                sink.writeUtf8(piece(then) + ending());
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .build();
    }

    private static MockResponse.Builder stream() {
        return new MockResponse.Builder().addHeader("Content-Type", "text/event-stream");
    }

    private static String piece(String text) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                + JsonMapper.shared().writeValueAsString(text) + "}}]}");
    }

    private static String ending() {
        return data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
                + data("{\"choices\":[],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":22}}")
                + "data: [DONE]\n\n";
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }
}
