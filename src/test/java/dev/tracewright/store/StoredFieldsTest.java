package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every component of every stored record comes back after a save and a reopen; so does null wherever it is allowed. */
class StoredFieldsTest {
    private final Distinctive distinctive = new Distinctive();
    private final Path file;
    private final Problem problem = distinctive.fill(Problem.class, Map.of());
    private final Plan plan = distinctive.fill(Plan.class, Map.of("problemId", problem.id()));
    private final Response response =
            distinctive.fill(Response.class, Map.of("problemId", problem.id(), "planId", plan.id()));

    StoredFieldsTest(@TempDir Path folder) {
        file = folder.resolve("fields.tracewright");
    }

    @BeforeEach
    void create() {
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(List.of(problem));
            store.addPlan(plan);
            store.addResponse(response, List.of());
        }
    }

    @Test
    void every_field_of_a_problem_survives() {
        survives(
                Problem.class,
                Map.of(),
                (store, it) -> store.addProblems(List.of(it)),
                (store, it) -> store.problem(it.id()).orElseThrow());
    }

    @Test
    void every_field_of_a_plan_survives() {
        survives(
                Plan.class,
                Map.of("problemId", problem.id()),
                SessionStore::addPlan,
                (store, it) -> store.plan(it.id()).orElseThrow());
    }

    @Test
    void every_field_of_a_response_survives() {
        survives(
                Response.class,
                Map.of("problemId", problem.id(), "planId", plan.id()),
                (store, it) -> store.addResponse(it, List.of()),
                (store, it) -> store.response(it.id()).orElseThrow());
    }

    @Test
    void every_field_of_an_imported_trace_survives() {
        Plan original = distinctive.fill(Plan.class, Map.of("problemId", problem.id()));
        LabelEvent label = distinctive.fill(LabelEvent.class, Map.of("responseId", response.id()));
        CorrectionEvent correction = distinctive.fill(
                CorrectionEvent.class,
                Map.of(
                        "responseId",
                        response.id(),
                        "author",
                        label.author(),
                        "correction",
                        new Correction.OfLinks(4, 9, List.of(2))));
        Map<String, Object> given = Map.of(
                "problem",
                problem,
                "plan",
                plan,
                "original",
                original,
                "response",
                response,
                "label",
                label,
                "corrections",
                List.of(correction),
                "solving",
                distinctive.fill(Outlay.class, Map.of()),
                "delegating",
                distinctive.fill(Outlay.class, Map.of()));
        Trace full = distinctive.fill(Trace.class, given);
        List<Trace> traces = List.of(
                full,
                distinctive.without(Trace.class, "original", given),
                distinctive.without(Trace.class, "label", given),
                distinctive.without(Trace.class, "solving", given),
                distinctive.without(Trace.class, "delegating", given));
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            Path target = file.resolveSibling("traces" + i + ".tracewright");
            try (SessionStore store = Sessions.create(target)) {
                store.addTraces(List.of(trace));
            }
            try (SessionStore store = Sessions.open(target)) {
                assertThat(store.trace(response.id(), label.author())).contains(trace);
                store.forEachTrace(back -> assertThat(back).isEqualTo(trace));
            }
        }
    }

    @Test
    void every_field_of_a_label_event_survives() {
        survives(
                LabelEvent.class,
                Map.of("responseId", response.id()),
                SessionStore::addLabel,
                (store, it) -> store.labelHistory(it.responseId()).getLast());
    }

    @Test
    void every_field_of_a_draft_survives() {
        Draft draft = distinctive.fill(Draft.class, Map.of("planId", plan.id()));
        survives(
                draft,
                SessionStore::addDraft,
                (store, it) -> store.draft(it.planId(), it.author()).orElseThrow());
    }

    @Test
    void every_field_of_a_call_attempt_survives() {
        survives(
                CallAttempt.class,
                Map.of("problemId", problem.id()),
                (store, it) -> store.addAttempts(List.of(it)),
                (store, it) -> store.attemptsOf(it.problemId()).stream()
                        .filter(attempt -> attempt.id().equals(it.id()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void every_field_of_a_suggestion_survives() {
        survives(
                StoredSuggestion.class,
                Map.of("responseId", response.id()),
                SessionStore::addSuggestion,
                (store, it) -> store.suggestion(it.responseId(), it.kind()).orElseThrow());
    }

    @Test
    void every_field_of_a_correction_survives() {
        for (Correction correction : List.of(
                new Correction.OfStatus(3, StepStatus.NOTED_REDUNDANT),
                new Correction.OfStatus(3, null),
                new Correction.OfLinks(4, 9, List.of(2, 11)),
                new Correction.OfLinks(4, 9, List.of()),
                new Correction.OfLinks(4, 9, null))) {
            survives(
                    CorrectionEvent.class,
                    Map.of("responseId", response.id(), "correction", correction),
                    SessionStore::addCorrection,
                    (store, it) -> store.correctionHistory(it.responseId()).getLast());
        }
    }

    @Test
    void every_field_of_a_study_survives() {
        survives(
                StoredStudy.class,
                Map.of(),
                (store, it) -> store.runs().putStudy(it, List.of(problem.id())),
                (store, it) -> store.runs().studies().stream()
                        .filter(study -> study.id().equals(it.id()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void every_field_of_what_an_attempt_took_survives() {
        List<RunEntry.Usage> full = List.of(
                distinctive.fill(RunEntry.Usage.class, Map.of()),
                distinctive.without(RunEntry.Usage.class, "promptTokens", Map.of()),
                distinctive.without(RunEntry.Usage.class, "outputTokens", Map.of()));
        for (RunEntry.Usage usage : full) {
            survives(usage, StoredFieldsTest::attempt, StoredFieldsTest::usage);
            survives(unpriced(usage), StoredFieldsTest::attempt, StoredFieldsTest::usage);
        }
    }

    private static RunEntry.Usage unpriced(RunEntry.Usage usage) {
        return new RunEntry.Usage(
                usage.callKey() + " unpriced",
                usage.endpoint(),
                usage.model(),
                usage.millis(),
                usage.status(),
                usage.promptTokens(),
                usage.outputTokens(),
                null,
                null);
    }

    private static void attempt(SessionStore store, RunEntry.Usage usage) {
        CallAttempt attempt = new CallAttempt(
                "attempt of " + usage.callKey(),
                store.runs().problems().getFirst().id(),
                null,
                null,
                "solve",
                usage.model(),
                1,
                usage.millis(),
                usage.status(),
                null,
                usage.promptTokens(),
                usage.outputTokens());
        store.runs()
                .write(List.of(
                        new RunEntry.Begun(usage.callKey(), "study", usage.endpoint(), attempt),
                        new RunEntry.Ended(usage.callKey(), attempt, usage.cost(), usage.currency())));
    }

    private static RunEntry.Usage usage(SessionStore store, RunEntry.Usage like) {
        return store.runs().usage().stream()
                .filter(usage -> usage.callKey().equals(like.callKey()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_field_of_what_came_of_a_call_survives() {
        Plan reviewed = distinctive.fill(Plan.class, Map.of("problemId", problem.id()));
        Plan planned = distinctive.fill(Plan.class, Map.of("problemId", problem.id()));
        Response answer = distinctive.fill(Response.class, Map.of("problemId", problem.id(), "planId", plan.id()));
        List<RunEntry> entries = List.of(
                new RunEntry.Planned("k1", planned, "a note", 5),
                new RunEntry.Reviewed("k1", reviewed, "r1", "ada", "made-model", 8),
                new RunEntry.Answered("k2", answer, "", 6),
                new RunEntry.GaveUp("k3", "The server said no.", 7));
        try (SessionStore store = Sessions.open(file)) {
            store.runs().write(entries);
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.runs().results())
                    .containsExactlyInAnyOrder(
                            new RunEntry.Result("k1", planned.id(), reviewed.id(), null, null),
                            new RunEntry.Result("k2", null, null, answer.id(), null),
                            new RunEntry.Result("k3", null, null, null, "The server said no."));
            assertThat(store.runs().plans())
                    .containsOnly(Map.entry(planned.id(), planned), Map.entry(reviewed.id(), reviewed));
            assertThat(store.response(answer.id())).contains(answer);
            assertThat(store.runs().reviews("k1"))
                    .containsExactly(new ReviewEvent("r1", "k1", planned.id(), reviewed.id(), "ada", "made-model", 8));
            store.runs().write(List.of(new RunEntry.ReviewTakenBack("k1", "r2", "ben", 9)));
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.runs().reviews("k1").getLast())
                    .isEqualTo(new ReviewEvent("r2", "k1", planned.id(), null, "ben", null, 9));
        }
    }

    @Test
    void steps_without_marker_body_or_gap_come_back_as_they_were() {
        for (Steps steps : List.of(
                new Steps("", List.of(), ""),
                new Steps("only an introduction", List.of(), ""),
                new Steps("", List.of(), "only a closing"),
                new Steps("", List.of(new Step("", "", ""), new Step("1.", "", "\n"), new Step("", "body", "")), ""),
                Samples.steps("🥚", "\ud83e", "\udd5a"))) {
            assertThat(Cuts.apply(steps.text(), Cuts.of(steps))).isEqualTo(steps);
        }
    }

    private <T extends Record> void survives(
            Class<T> type,
            Map<String, Object> given,
            BiConsumer<SessionStore, T> save,
            BiFunction<SessionStore, T, T> read) {
        survives(distinctive.fill(type, given), save, read);
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                survives(distinctive.without(type, component.getName(), given), save, read);
            }
        }
    }

    private <T> void survives(T saved, BiConsumer<SessionStore, T> save, BiFunction<SessionStore, T, T> read) {
        try (SessionStore store = Sessions.open(file)) {
            save.accept(store, saved);
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(read.apply(store, saved)).isEqualTo(saved);
        }
    }
}
