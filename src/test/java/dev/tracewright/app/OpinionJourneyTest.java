package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static dev.tracewright.app.WindowHarness.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.Settings;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.StoredSuggestion;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.work.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A person asks a model what it says about status and links, and answers it. */
class OpinionJourneyTest {
    private static final int TRACES = 4;

    @TempDir
    private Path sessions;

    private final MockWebServer server = new MockWebServer();
    private WindowHarness window;

    @BeforeEach
    void import_traces() throws IOException {
        server.start();
        try (SessionStore store = new Workspace(sessions).create("made")) {
            assertThat(store.items("ann")).isEmpty();
        }
        Endpoint endpoint =
                new Endpoint("Made server", "openai", server.url("/v1").toString(), List.of("made-model"), null);
        Settings settings = WindowHarness.USUAL
                .withEndpoints(List.of(endpoint))
                .withLastSession(sessions.resolve("made.tracewright").toString());
        window = WindowHarness.open(sessions, settings, (wait, action) -> {});
        window.dialogs.files = List.of(MadeTraces.additions(sessions.resolve("additions.jsonl"), TRACES));
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.until("the traces are there", () -> window.model().queue().size() == TRACES);
        window.untilSettled();
        Node grid = window.node("step-grid");
        does(grid::requestFocus);
    }

    @AfterEach
    void close() {
        window.close();
        server.close();
    }

    @Test
    void nothing_is_sent_before_the_person_says_so_and_the_data_sets_answer_never() throws Exception {
        askBar();
        assertThat(window.text("opinion-sends")).contains("question", "steps", "output");
        window.press(KeyCode.ESCAPE);
        window.until("the bar is gone", () -> !window.shows("opinion-asking"));
        assertThat(server.getRequestCount()).isZero();

        askBar();
        server.enqueue(reply(opinion(1, "1", "2", "followed", "followed")));
        window.press(KeyCode.ENTER);
        window.until("the opinion is there", () -> window.shows("opinion-headline"));
        assertThat(window.text("opinion-headline")).contains("made-model agrees");
        RecordedRequest sent = Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        String body = Objects.requireNonNull(sent.getBody()).utf8();
        assertThat(body)
                .contains("What is 1 plus 7?", "Add 7 to 1.", "The answer is: 8", "made-model")
                .doesNotContain("####");
        window.untilSaved();
        assertThat(attempts()).singleElement().satisfies(call -> {
            assertThat(call.role()).isEqualTo("opinion");
            assertThat(call.model()).isEqualTo("made-model");
            assertThat(call.promptTokens()).isEqualTo(90);
            assertThat(call.outputTokens()).isEqualTo(22);
        });
        assertThat(stored()).satisfies(kept -> {
            assertThat(kept.source()).isEqualTo("made-model");
            assertThat(kept.place()).isEqualTo("Made server");
            assertThat(kept.template()).isEqualTo("opinion-1");
            assertThat(kept.raw()).contains("\"begins\"");
        });
        assertThat(corrections()).as("an opinion is no correction").isEmpty();
    }

    @Test
    void each_difference_is_taken_over_or_kept_by_a_key_and_taken_back_by_u() {
        askBar();
        server.enqueue(reply(opinion(1, "1,2", "", "merged", "merged")));
        window.press(KeyCode.ENTER);
        window.until("the opinion is there", () -> window.shows("opinion-headline"));
        assertThat(window.text("opinion-headline")).contains("made-model: 4 differences");
        assertThat(window.text("opinion-difference"))
                .isEqualTo("1. The text performs step 1 here, performs step 1, 2 by the opinion.");
        assertThat(on(() -> window.scene().getRoot().lookupAll(".opinion-mark").stream()
                        .filter(WindowHarness::isShown)
                        .count()))
                .isEqualTo(4);
        String first = window.text("opinion-difference");
        window.press(KeyCode.PERIOD);
        assertThat(window.text("opinion-difference"))
                .as("first the present one is shown")
                .isEqualTo(first);
        window.press(KeyCode.PERIOD);
        assertThat(window.text("opinion-difference")).startsWith("2. ");
        window.press(KeyCode.COMMA);
        assertThat(window.text("opinion-difference")).isEqualTo(first);
        window.press(KeyCode.Y);
        assertThat(links().getFirst()).containsExactly(1, 2);
        long before = open();
        window.press(KeyCode.SHIFT, KeyCode.Y);
        assertThat(open()).isEqualTo(before - 1);
        window.press(KeyCode.U);
        assertThat(open()).isEqualTo(before);
        while (open() > 0) {
            window.press(KeyCode.Y);
        }
        assertThat(window.text("opinion-headline")).contains("agrees");
        assertThat(links()).startsWith(List.of(1, 2), List.of());
        assertThat(status()).containsExactly(StepStatus.MERGED, StepStatus.MERGED);
        window.untilSaved();
        assertThat(corrections())
                .isNotEmpty()
                .allMatch(event ->
                        "made-model".equals(event.source()) && event.author().equals("ann"));
        assertThat(corrections().getFirst().correction()).isInstanceOf(Correction.OfLinks.class);

        window.press(KeyCode.J);
        window.untilSettled();
        assertThat(window.shows("opinion-headline")).isFalse();
        window.press(KeyCode.K);
        window.until("the opinion is shown again", () -> window.shows("opinion-headline"));
        assertThat(window.text("opinion-headline")).contains("agrees");
    }

    @Test
    void a_reply_that_cannot_be_used_is_told_with_its_place_and_kept() {
        askBar();
        String invalid = opinion(1, "1", "7", "followed", "followed");
        server.enqueue(reply(invalid));
        window.press(KeyCode.ENTER);
        window.until("the trouble is told", () -> window.shows("opinion-difference"));
        assertThat(window.text("opinion-headline")).contains("made-model cannot be used");
        assertThat(window.text("opinion-difference")).contains("Segment 2 of the reply names the step 7");
        window.untilSaved();
        assertThat(stored().json()).isNull();
        assertThat(stored().raw()).isEqualTo(invalid);
        window.click("opinion-reply");
        window.until("the reply is shown", () -> window.shows("opinion-raw"));
        assertThat(((TextArea) window.node("opinion-raw")).getText()).isEqualTo(invalid);
    }

    @Test
    void a_refusal_is_told_in_the_servers_words() {
        askBar();
        server.enqueue(refusal());
        window.press(KeyCode.ENTER);
        window.until("the trouble is told", () -> window.shows("opinion-outcome"));
        assertThat(window.text("opinion-outcome")).contains("This key has expired.");
        window.click("opinion-dismiss");
        window.until("it is gone", () -> !window.shows("opinion-outcome"));
    }

    @Test
    void a_set_goes_on_after_a_single_failure_and_asks_the_rest_only_the_next_time() {
        server.enqueue(reply(opinion(1, "1", "2", "followed", "followed")));
        server.enqueue(reply("I would rather not."));
        server.enqueue(reply(opinion(3, "1", "2", "followed", "followed")));
        server.enqueue(reply(opinion(4, "1", "2", "followed", "followed")));
        askSet(TRACES, "4 answers");
        window.until("all were asked", () -> window.shows("opinion-outcome"));
        assertThat(window.text("opinion-outcome")).contains("3 of 4 second opinions can be used.", "no JSON object");
        assertThat(server.getRequestCount()).isEqualTo(4);
        window.untilSaved();

        server.enqueue(reply(opinion(2, "1", "2", "followed", "followed")));
        askSet(TRACES, "1 answer");
        window.until("the last was asked", () -> server.getRequestCount() == 5);
        window.until("it is over", () -> !window.model().desk().opinions().isBusy());
        window.untilSaved();
        assertThat(window.model().session().store().suggested(StoredSuggestion.ALIGNMENT, "made-model"))
                .hasSize(TRACES);
    }

    @Test
    void trouble_that_every_call_would_meet_ends_a_set() {
        server.enqueue(refusal());
        askSet(TRACES, "4 answers");
        window.until("it is over", () -> window.shows("opinion-outcome"));
        assertThat(window.text("opinion-outcome"))
                .contains("0 of 1", "This key has expired.", "ended before all were asked");
        assertThat(server.getRequestCount()).isOne();
    }

    private static MockResponse refusal() {
        return new MockResponse.Builder()
                .code(401)
                .addHeader("Content-Type", "application/json")
                .body("{\"error\":{\"message\":\"This key has expired.\",\"type\":\"invalid_request_error\"}}")
                .build();
    }

    @Test
    void escape_stops_a_set_and_keeps_what_came() {
        server.enqueue(reply(opinion(1, "1", "2", "followed", "followed")));
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        askSet(TRACES, "4 answers");
        window.until("the second is asked", () -> server.getRequestCount() == 2);
        window.until(
                "the first is counted", () -> window.text("opinion-progress").contains("1 of 4"));
        window.press(KeyCode.ESCAPE);
        window.until("it is over", () -> window.shows("opinion-outcome"));
        assertThat(window.text("opinion-outcome")).contains("1 of 1", "what came is kept");
        window.untilSaved();
        assertThat(window.model().session().store().suggested(StoredSuggestion.ALIGNMENT, "made-model"))
                .hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void without_a_server_it_says_that_the_demonstration_models_cannot_do_it() {
        does(() -> window.built().preferences().endpoints().clear());
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        window.until("the bar is there", () -> window.shows("opinion-asking"));
        assertThat(window.text("opinion-sends")).contains("demonstration models cannot");
        assertThat(window.shows("opinion-one")).isFalse();
        assertThat(window.shows("opinion-all")).isFalse();
    }

    private void askBar() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        window.until(
                "the bar has the keyboard",
                () -> "opinion-one".equals(window.focused().getId()));
    }

    private void askSet(int shown, String confirmed) {
        askBar();
        assertThat(window.text("opinion-all")).contains(Integer.toString(shown));
        window.click("opinion-all");
        window.until("it is confirmed", () -> window.text("opinion-sends").contains(confirmed));
        assertThat(window.text("opinion-sends")).contains("made-model at Made server");
        window.click("opinion-one");
    }

    private long open() {
        return on(() -> model().opinions().differences().get().size());
    }

    private AnnotateViewModel model() {
        return window.model();
    }

    private List<StepStatus> status() {
        return on(() -> sheet(model()).alignment().status());
    }

    private List<List<Integer>> links() {
        return on(() -> sheet(model()).alignment().segments().stream()
                .map(segment -> segment.steps())
                .toList());
    }

    private List<CorrectionEvent> corrections() {
        return model().session().store().corrections(window.key(), "ann");
    }

    private StoredSuggestion stored() {
        return model().session()
                .store()
                .suggestion(window.key(), StoredSuggestion.ALIGNMENT)
                .orElseThrow();
    }

    private List<CallAttempt> attempts() {
        return model().session()
                .store()
                .attemptsOf(on(() -> Objects.requireNonNull(model().item().get()))
                        .problem()
                        .id());
    }

    /** An opinion on the n-th made trace: the steps of its two passages, and the statuses of its two steps. */
    private static String opinion(int n, String first, String second, String statusOne, String statusTwo) {
        return "{\"segments\":["
                + "{\"begins\":\"1. The numbers are\",\"kind\":\"step\",\"steps\":[" + first + "]},"
                + "{\"begins\":\"2. " + n + " + 7\",\"kind\":\"step\",\"steps\":[" + second + "]},"
                + "{\"begins\":\"The answer is: " + (n + 7) + "\",\"kind\":\"conclusion\",\"steps\":[]}],"
                + "\"status\":[{\"step\":1,\"status\":\"" + statusOne + "\"},{\"step\":2,\"status\":\"" + statusTwo
                + "\"}]}";
    }

    private static MockResponse reply(String text) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                                + JsonMapper.shared().writeValueAsString(text) + "}}]}")
                        + data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
                        + data("{\"choices\":[],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":22}}")
                        + "data: [DONE]\n\n")
                .build();
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }
}
