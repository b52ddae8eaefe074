package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.align.StepParser;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.Settings;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.ReviewEvent;
import dev.tracewright.store.ReviewWait;
import dev.tracewright.store.RunEntry;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.StoredStudy;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Step;
import dev.tracewright.work.QueueFilter;
import dev.tracewright.work.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A person reviews the steps that a study waits for, alone or with a verifier's help. */
class ReviewJourneyTest {
    @TempDir
    private Path sessions;

    private final MockWebServer server = new MockWebServer();
    private WindowHarness window;

    @BeforeEach
    void three_plans_wait() throws IOException {
        server.start();
        try (SessionStore store = new Workspace(sessions).create("made")) {
            List<Problem> problems = IntStream.rangeClosed(1, 3)
                    .mapToObj(ReviewJourneyTest::problem)
                    .toList();
            store.addProblems(problems);
            store.runs()
                    .putStudy(
                            new StoredStudy("study", "Plums", "format: 1\n", 1),
                            problems.stream().map(Problem::id).toList());
            for (Problem problem : problems) {
                String key = key(problem.number());
                store.runs().putReviews("study", List.of(new ReviewWait(key, "solve " + problem.number())));
                store.runs().write(List.of(new RunEntry.Planned(key, plan(problem), "", problem.number())));
            }
        }
        Endpoint endpoint =
                new Endpoint("Made server", "openai", server.url("/v1").toString(), List.of("made-model"), null);
        Settings settings = WindowHarness.USUAL
                .withEndpoints(List.of(endpoint))
                .withLastSession(sessions.resolve("made.tracewright").toString());
        window = WindowHarness.open(sessions, settings, (wait, action) -> {});
        Node grid = window.node("step-grid");
        does(grid::requestFocus);
    }

    @AfterEach
    void close() {
        window.close();
        server.close();
    }

    private static Problem problem(int number) {
        String question = "A tree bears " + (number + 10) + " plums and loses one. How many are left?";
        return new Problem(
                Problem.idOf("orchard", question), "orchard", number, question, "#### " + (number + 9), null, null);
    }

    private static Plan plan(Problem problem) {
        return new Plan(
                "plan " + problem.number(),
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                "large",
                "large",
                "Create steps.",
                StepParser.parse("1. Note the plums.\n2. Add one."),
                1);
    }

    private static String key(int number) {
        return "delegation " + number;
    }

    private int number() {
        return on(() -> Objects.requireNonNull(window.model().queue().current().get())
                .problem()
                .number());
    }

    private List<ReviewEvent> reviews(int number) {
        return window.model().session().store().runs().reviews(key(number));
    }

    private Plan reviewed(int number) {
        String id = Objects.requireNonNull(reviews(number).getLast().reviewedId());
        return window.model().session().store().plan(id).orElseThrow();
    }

    private static List<String> bodies(Plan plan) {
        return plan.steps().steps().stream().map(Step::body).toList();
    }

    @Test
    void waiting_steps_are_found_by_a_filter_and_reviewed_one_after_the_other_by_a_key() {
        assertThat(window.text("filter-review")).isEqualTo("To review 3");
        assertThat(window.text("review-text")).contains("A study waits for these steps");
        window.click("filter-review");
        window.until(
                "the filter holds",
                () -> window.model().queue().filter().states().contains(QueueFilter.State.REVIEW));
        Node grid = window.node("step-grid");
        does(grid::requestFocus);

        window.press(2, KeyCode.DOWN);
        window.press(KeyCode.DELETE);
        window.until("the step is gone", () -> window.steps().equals(List.of("Note the plums.")));
        window.press(KeyCode.S);
        window.until("the next is shown", () -> number() == 2);
        window.untilSettled();
        assertThat(window.text("filter-review")).isEqualTo("To review 2");
        assertThat(window.text("gold-answer"))
                .as("the steps are those of the item before, the problem is another")
                .isEqualTo("11");
        window.press(KeyCode.S);
        window.until("the last is shown", () -> number() == 3);
        window.untilSettled();
        window.press(KeyCode.S);
        window.until("all are reviewed", () -> window.text("review-text").contains("Reviewed by ann"));
        assertThat(window.text("review-text")).contains("No other steps wait");
        assertThat(window.shows("action-review-done")).isFalse();
        window.untilSaved();
        assertThat(reviews(1)).singleElement().satisfies(event -> {
            assertThat(event.reviewer()).isEqualTo("ann");
            assertThat(event.source()).isNull();
            assertThat(event.planId()).isEqualTo("plan 1");
        });
        assertThat(reviewed(1).origin()).isEqualTo(Plan.Origin.PERSON);
        assertThat(bodies(reviewed(1))).containsExactly("Note the plums.");
        assertThat(reviewed(2).id()).as("unchanged steps count").isEqualTo("plan 2");

        window.press(2, KeyCode.U);
        window.until(
                "the second waits again", () -> window.text("filter-review").equals("To review 2"));
        window.press(KeyCode.U);
        window.until("the first waits again", () -> window.text("filter-review").equals("To review 3"));
        window.until("its edit is back", () -> number() == 1 && window.steps().equals(List.of("Note the plums.")));
        window.untilSaved();
        assertThat(reviews(1).getLast().reviewedId()).isNull();
    }

    @Test
    void a_review_that_a_solver_has_already_cannot_be_taken_back_and_the_person_hears_it() {
        window.press(KeyCode.S);
        window.until("the next is shown", () -> number() == 2);
        window.untilSaved();
        SessionStore store = window.model().session().store();
        CallAttempt attempt =
                new CallAttempt("attempt", problem(1).id(), null, null, "solve", "small", 5, 1, 200, null, 1, 1);
        store.runs().write(List.of(new RunEntry.Begun("solve 1", "study", "Home", attempt)));
        window.press(KeyCode.U);
        window.until("it is said", () -> window.shows("review-said"));
        assertThat(window.text("review-said")).contains("Problem 1", "sent to a solver");
        window.click("review-dismiss");
        window.until("it is gone", () -> !window.shows("review-said"));
    }

    @Test
    void a_verifier_is_asked_on_the_persons_word_and_each_change_is_taken_or_refused() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        window.until(
                "the bar has the keyboard",
                () -> "refine-send".equals(window.focused().getId()));
        assertThat(window.text("refine-sends")).contains("the question and the steps are sent");
        window.press(KeyCode.ESCAPE);
        window.until("the bar is gone", () -> !window.shows("refine-asking"));
        assertThat(server.getRequestCount()).isZero();

        server.enqueue(reply("1. Note the plums.\n2. Take one.\n3. Say how many are left."));
        verify();
        window.until("it proposes", () -> window.shows("refine-headline"));
        assertThat(window.text("refine-headline")).isEqualTo("made-model proposes 2 changes.");
        assertThat(Objects.requireNonNull(
                                server.takeRequest(5, TimeUnit.SECONDS).getBody())
                        .utf8())
                .contains("How many are left?", "Add one.")
                .doesNotContain("####");
        assertThat(window.steps()).as("nothing changes by itself").containsExactly("Note the plums.", "Add one.");
        String first = window.text("refine-where");
        window.press(KeyCode.SHIFT, KeyCode.PERIOD);
        assertThat(window.text("refine-where")).isNotEqualTo(first);
        window.press(KeyCode.SHIFT, KeyCode.COMMA);
        assertThat(window.text("refine-where")).isEqualTo(first);
        window.press(KeyCode.P);
        window.press(KeyCode.SHIFT, KeyCode.P);
        window.until(
                "all is answered",
                () -> window.text("refine-headline").equals("made-model proposes nothing that is still open."));
        List<String> steps = List.of("Note the plums.", "Take one.");
        assertThat(window.steps()).isEqualTo(steps);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.until("an edit as every other", () -> window.steps().equals(List.of("Note the plums.", "Add one.")));
        window.press(KeyCode.CONTROL, KeyCode.Y);
        window.until("done again", () -> window.steps().equals(steps));
        window.press(KeyCode.S);
        window.until("the next is shown", () -> number() == 2);
        window.untilSaved();
        assertThat(reviews(1).getLast().source()).isEqualTo("made-model");
        assertThat(reviewed(1).author()).isEqualTo("ann");
        assertThat(bodies(reviewed(1))).isEqualTo(steps);
        assertThat(window.shows("refine-headline")).isFalse();
        assertThat(window.model().session().store().attemptsOf(problem(1).id()))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.role()).isEqualTo("verify");
                    assertThat(call.promptTokens()).isEqualTo(90);
                });
    }

    @Test
    void a_refusal_of_the_verifier_is_told_in_its_servers_words() {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .addHeader("Content-Type", "application/json")
                .body("{\"error\":{\"message\":\"This key has expired.\",\"type\":\"invalid_request_error\"}}")
                .build());
        verify();
        window.until("it is told", () -> window.shows("refine-trouble"));
        assertThat(window.text("refine-trouble")).contains("This key has expired.");
        window.click("refine-dismiss");
        window.until("it is gone", () -> !window.shows("refine-trouble"));
    }

    @Test
    void escape_stops_a_verifier_that_keeps_silent() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        verify();
        window.until("it is asked", () -> server.getRequestCount() == 1);
        window.press(KeyCode.ESCAPE);
        window.until("it is over", () -> !window.model().desk().verifier().isBusy());
        assertThat(window.shows("refine-trouble")).isFalse();
        assertThat(window.steps()).containsExactly("Note the plums.", "Add one.");
    }

    private void verify() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        window.until(
                "the bar has the keyboard",
                () -> "refine-send".equals(window.focused().getId()));
        window.press(KeyCode.ENTER);
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
