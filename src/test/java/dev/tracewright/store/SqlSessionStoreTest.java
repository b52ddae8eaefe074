package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.store.SessionStore.Added;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlSessionStoreTest {
    @TempDir
    Path folder;

    private SessionStore store;

    @BeforeEach
    void create() {
        store = Sessions.create(folder.resolve("eggs"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_session_is_called_as_its_file_without_the_ending() throws Exception {
        assertThat(store.name()).isEqualTo("eggs");
        assertThat(store.location())
                .isEqualTo(folder.toRealPath().resolve("eggs.tracewright").toString());
    }

    @Test
    void adding_the_same_problems_again_adds_nothing_and_changes_nothing() {
        Problem problem = Samples.problem(1);
        assertThat(store.addProblems(List.of(problem, Samples.problem(2)))).isEqualTo(2);

        Problem other = new Problem(problem.id(), "math", 9, "another question", "1", "Level 1", "Algebra");
        assertThat(store.addProblems(List.of(other, Samples.problem(3)))).isEqualTo(1);

        assertThat(store.problem(problem.id())).contains(problem);
        assertThat(store.problem("nobody")).isEmpty();
    }

    @Test
    void importing_twice_adds_nothing_and_says_so() {
        Trace first = Samples.trace(1);
        Plan corrected = Samples.corrected(Samples.planOf(first), "ada");
        Response again = Samples.response(corrected, "llama");
        Trace second = new Trace(
                first.problem(), corrected, first.plan(), again, Samples.label("e1", again, "ada", Samples.RIGHT, 5));
        List<Trace> traces = List.of(first, second);

        assertThat(store.addTraces(traces)).isEqualTo(new Added(1, 2, 2, 1, 0, 0));
        List<Trace> stored = all();
        assertThat(store.addTraces(traces)).isEqualTo(new Added(0, 0, 0, 0, 0, 2));

        assertThat(all()).isEqualTo(stored).containsExactlyElementsOf(traces);
    }

    @Test
    void a_second_annotators_labels_join_responses_that_are_there() {
        Trace trace = Samples.trace(1);
        LabelEvent ada = Samples.label("e1", trace.response(), "ada", Samples.RIGHT, 5);
        LabelEvent bob = Samples.label("e2", trace.response(), "bob", Samples.WRONG, 6);
        store.addTraces(List.of(labelled(trace, ada)));

        assertThat(store.addTraces(List.of(labelled(trace, bob)))).isEqualTo(new Added(0, 0, 0, 1, 0, 0));

        assertThat(all()).containsExactly(labelled(trace, ada), labelled(trace, bob));
        assertThat(store.annotators()).containsExactly("ada", "bob");
    }

    @Test
    void an_imported_label_never_displaces_what_its_author_said_later() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        LabelEvent now = Samples.label("now", trace.response(), "ada", Samples.WRONG, 500);
        store.addLabel(now);

        store.addTraces(List.of(labelled(trace, Samples.label("before", trace.response(), "ada", Samples.RIGHT, 300))));

        assertThat(store.trace(trace.response().id(), "ada").orElseThrow().label())
                .isEqualTo(now);
        assertThat(store.labelHistory(trace.response().id())).containsExactly(now);
    }

    @Test
    void the_latest_event_of_an_author_is_that_authors_label_even_within_one_millisecond() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        LabelEvent first = Samples.label("z", trace.response(), "ada", Samples.RIGHT, 7);
        LabelEvent second = Samples.label("a", trace.response(), "ada", Samples.WRONG, 7);
        LabelEvent backwards = Samples.label("m", trace.response(), "ada", Samples.RIGHT, 6);
        store.addLabel(first);
        store.addLabel(second);
        assertThat(store.items("ada").getFirst().label()).isEqualTo(Samples.WRONG);

        store.addLabel(backwards);
        store.addLabel(second);

        assertThat(store.items("ada").getFirst().label()).isEqualTo(Samples.RIGHT);
        assertThat(store.items("ada").getFirst().labelledAt()).isEqualTo(6);
        assertThat(store.labelHistory(trace.response().id())).containsExactly(first, second, backwards);
    }

    @Test
    void annotators_do_not_see_each_others_labels_and_drafts() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        store.addLabel(Samples.label("e1", trace.response(), "ada", Samples.RIGHT, 7));
        store.addDraft(new Draft("d1", Samples.planOf(trace).id(), "ada", Samples.steps("Count."), "edit", 8));

        ItemRow bobs = store.items("bob").getFirst();
        assertThat(bobs.label()).isEqualTo(Label.NONE);
        assertThat(bobs.labelledAt()).isZero();
        assertThat(bobs.drafted()).isFalse();
        assertThat(store.draft(Samples.planOf(trace).id(), "bob")).isEmpty();
        assertThat(store.trace(trace.response().id(), "bob").orElseThrow().label())
                .isNull();

        ItemRow adas = store.items("ada").getFirst();
        assertThat(adas.label()).isEqualTo(Samples.RIGHT);
        assertThat(adas.drafted()).isTrue();
    }

    @Test
    void a_label_that_was_taken_back_is_kept_as_history_but_is_no_label_of_an_export() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        store.addLabel(Samples.label("e1", trace.response(), "ada", Samples.RIGHT, 7));
        store.addLabel(new LabelEvent("e2", trace.response().id(), "ada", Label.NONE, true, 0, 8));

        assertThat(all()).containsExactly(trace);
        assertThat(store.labelHistory(trace.response().id()))
                .extracting(LabelEvent::undo)
                .containsExactly(false, true);
        assertThat(store.items("ada").getFirst().label()).isEqualTo(Label.NONE);
    }

    @Test
    void a_withdrawn_draft_is_no_draft_and_a_new_one_after_it_is() {
        Plan plan = Samples.planOf(Samples.trace(1));
        store.addTraces(List.of(Samples.trace(1)));
        Draft edit = new Draft("d1", plan.id(), "ada", Samples.steps("Count."), "edit", 8);
        store.addDraft(edit);
        store.addDraft(edit);
        assertThat(store.draft(plan.id(), "ada")).contains(edit);

        store.addDraft(new Draft("d2", plan.id(), "ada", null, "undo", 8));
        assertThat(store.draft(plan.id(), "ada")).isEmpty();
        assertThat(store.items("ada").getFirst().drafted()).isFalse();

        Draft empty = new Draft("d3", plan.id(), "ada", new Steps("", List.of(), ""), "cut", 8);
        store.addDraft(empty);
        assertThat(store.draft(plan.id(), "ada")).contains(empty);
        assertThat(store.items("ada").getFirst().drafted()).isTrue();
    }

    @Test
    void the_original_of_a_plan_is_found_through_any_number_of_corrections() {
        Problem problem = Samples.problem(1);
        Plan first = Samples.plan(problem, "gpt-4");
        Plan second = Samples.corrected(first, "ada");
        Plan third = Samples.corrected(second, "bob");
        Response answer = Samples.response(third, "llama");
        store.addProblems(List.of(problem));
        store.addPlan(first);
        store.addPlan(second);
        store.addPlan(third);
        store.addPlan(third);
        store.addResponse(answer, List.of());

        assertThat(store.trace(answer.id(), "ada")).contains(new Trace(problem, third, first, answer, null));
        assertThat(store.plansOf(problem.id())).containsExactly(first, second, third);
    }

    @Test
    void an_imported_original_is_kept_where_the_versions_between_are_missing() {
        Problem problem = Samples.problem(1);
        Plan first = Samples.plan(problem, "gpt-4");
        Plan third = Samples.corrected(Samples.corrected(first, "ada"), "bob");
        Trace trace = new Trace(problem, third, first, Samples.response(third, "llama"), null);

        store.addTraces(List.of(trace));

        assertThat(all()).containsExactly(trace);
    }

    @Test
    void the_queue_is_ordered_by_data_set_number_approach_delegator_solver_version_and_repetition() {
        Problem gsm2 = Samples.problem(2);
        Problem gsm10 = Samples.problem(10);
        Problem aqua = Problem.of("aqua", 50, "Which?", "A");
        Plan a = Samples.plan(gsm2, "a");
        Plan b = Samples.plan(gsm2, "b");
        Plan b2 = Samples.corrected(b, "ada");
        Response repeated = repetition(Samples.response(b, "x"), 1);
        store.addProblems(List.of(gsm10, gsm2, aqua));
        for (Plan plan : List.of(b, b2, a)) {
            store.addPlan(plan);
        }
        List<Response> expected = List.of(
                Samples.response(a, "y"),
                Samples.response(b, "x"),
                repeated,
                Samples.response(b2, "x"),
                Samples.response(b, "y"),
                Samples.withoutPlan(gsm2, Approach.STANDARD, "z"),
                Samples.withoutPlan(gsm2, Approach.CHAIN_OF_THOUGHT, "a"),
                Samples.withoutPlan(gsm2, Approach.CHAIN_OF_THOUGHT, "b"),
                Samples.withoutPlan(gsm2, Approach.PLAN_AND_SOLVE, "a"));
        for (Response response : expected.reversed()) {
            store.addResponse(response, List.of());
        }

        List<ItemRow> rows = store.items("ada");

        List<String> keys = new ArrayList<>(List.of("problem:" + aqua.id()));
        expected.forEach(response -> keys.add(response.id()));
        keys.add("problem:" + gsm10.id());
        assertThat(rows).extracting(ItemRow::key).containsExactlyElementsOf(keys);
        assertThat(rows.get(1).problem()).isSameAs(rows.get(2).problem());
        assertThat(all()).extracting(Trace::response).containsExactlyElementsOf(expected);
    }

    @Test
    void a_problem_nobody_solved_is_a_row_with_its_latest_plan() {
        Problem problem = Samples.problem(1);
        Plan plan = Samples.plan(problem, "gpt-4");
        Plan corrected = Samples.corrected(plan, "ada");
        store.addProblems(List.of(problem));
        assertThat(store.items("ada"))
                .containsExactly(new ItemRow(problem, null, null, 0, null, null, null, Label.NONE, 0, false));

        store.addPlan(plan);
        store.addPlan(corrected);
        store.addDraft(new Draft("d", corrected.id(), "ada", Samples.steps("x"), "edit", 1));
        assertThat(store.items("ada"))
                .containsExactly(
                        new ItemRow(problem, null, corrected.id(), 2, null, "gpt-4", null, Label.NONE, 0, true));
    }

    @Test
    void every_call_is_recorded_once_whether_it_led_to_a_response_or_not() {
        Trace trace = Samples.trace(1);
        store.addProblems(List.of(trace.problem()));
        store.addPlan(Samples.planOf(trace));
        CallAttempt failed = attempt("c1", trace, null, 10, 503, "overloaded");
        CallAttempt accepted = attempt("c2", trace, trace.response().id(), 20, 200, null);
        store.addResponse(trace.response(), List.of(accepted));
        store.addAttempts(List.of(failed));
        store.addAttempts(List.of(failed, accepted));

        assertThat(store.attemptsOf(trace.problem().id())).containsExactly(failed, accepted);
    }

    @Test
    void the_latest_suggestion_of_a_kind_is_shown_and_is_no_label() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        StoredSuggestion readable = suggestion("s1", trace, "alignment", "{}", 2);
        StoredSuggestion unreadable = suggestion("s2", trace, "alignment", null, 1);
        StoredSuggestion other = suggestion("s3", trace, "answer", "{}", 3);
        store.addSuggestion(readable);
        assertThat(store.suggested("alignment", "gpt-4"))
                .containsExactly(trace.response().id());
        store.addSuggestion(unreadable);
        store.addSuggestion(unreadable);
        store.addSuggestion(other);

        assertThat(store.suggestion(trace.response().id(), "alignment")).contains(unreadable);
        assertThat(store.suggestion(trace.response().id(), "answer")).contains(other);
        assertThat(store.suggested("alignment", "llama")).isEmpty();
        assertThat(store.items("ada").getFirst().label()).isEqualTo(Label.NONE);
    }

    @Test
    void a_reply_that_could_not_be_read_does_not_count_as_an_opinion() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        store.addSuggestion(suggestion("s1", trace, "alignment", null, 1));
        assertThat(store.suggested("alignment", "gpt-4")).isEmpty();
    }

    private static StoredSuggestion suggestion(String id, Trace trace, String kind, @Nullable String json, long at) {
        return new StoredSuggestion(
                id, trace.response().id(), kind, "gpt-4", "here", "v1", json, "raw", json == null ? "why" : null, at);
    }

    @Test
    void of_corrections_the_latest_about_a_place_counts_and_each_annotator_has_their_own() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        CorrectionEvent merged = status("c1", trace, "ada", 2, StepStatus.MERGED, 9);
        CorrectionEvent links = links("c2", trace, "ada", List.of(1, 2), 8);
        CorrectionEvent none = links("c3", trace, "bob", List.of(), 7);
        CorrectionEvent skipped = status("c4", trace, "ada", 2, StepStatus.SKIPPED, 6);
        List.of(merged, links, none, skipped).forEach(store::addCorrection);
        store.addCorrection(skipped);

        String id = trace.response().id();
        assertThat(store.corrections(id, "ada")).containsExactly(links, skipped);
        assertThat(store.corrections(id, "bob")).containsExactly(none);
        assertThat(store.corrections(id, "eve")).isEmpty();
        assertThat(store.correctionHistory(id)).containsExactly(merged, links, none, skipped);
        assertThat(store.trace(id, "ada").orElseThrow().corrections()).containsExactly(links, skipped);
        assertThat(store.annotators()).containsExactly("ada", "bob");
    }

    @Test
    void whoever_corrected_has_a_record_of_their_own_even_without_a_label() {
        Trace trace = Samples.trace(1);
        store.addTraces(List.of(trace));
        LabelEvent label = Samples.label("e1", trace.response(), "cyd", Samples.RIGHT, 5);
        CorrectionEvent ofAda = status("c1", trace, "ada", 2, StepStatus.MERGED, 9);
        CorrectionEvent ofCyd = links("c2", trace, "cyd", List.of(1), 9);
        store.addLabel(label);
        store.addCorrection(ofAda);
        store.addCorrection(ofCyd);
        store.addCorrection(status("c3", trace, "bob", 1, StepStatus.MERGED, 9));
        store.addCorrection(status("c4", trace, "bob", 1, null, 10));

        List<Trace> traces = new ArrayList<>();
        store.forEachTrace(traces::add);
        assertThat(traces).hasSize(2);
        assertThat(traces.getFirst().label()).isNull();
        assertThat(traces.getFirst().corrections()).containsExactly(ofAda);
        assertThat(traces.getLast().label()).isEqualTo(label);
        assertThat(traces.getLast().corrections()).containsExactly(ofCyd);
    }

    @Test
    void imported_corrections_never_displace_what_their_author_said_later() {
        Trace trace = Samples.trace(1);
        CorrectionEvent now = status("now", trace, "ada", 2, StepStatus.SKIPPED, 500);
        store.addTraces(List.of(trace));
        store.addCorrection(now);
        CorrectionEvent before = status("before", trace, "ada", 2, StepStatus.MERGED, 300);
        CorrectionEvent elsewhere = status("elsewhere", trace, "ada", 1, StepStatus.MERGED, 300);
        Trace imported =
                new Trace(trace.problem(), trace.plan(), null, trace.response(), null, List.of(before, elsewhere));

        assertThat(store.addTraces(List.of(imported))).isEqualTo(new Added(0, 0, 0, 0, 1, 0));
        assertThat(store.corrections(trace.response().id(), "ada")).containsExactly(now, elsewhere);
        assertThat(store.addTraces(List.of(imported))).isEqualTo(new Added(0, 0, 0, 0, 0, 1));
    }

    private static CorrectionEvent status(
            String id, Trace trace, String author, int step, @Nullable StepStatus status, long at) {
        return new CorrectionEvent(
                id, trace.response().id(), author, new Correction.OfStatus(step, status), false, null, null, at);
    }

    private static CorrectionEvent links(String id, Trace trace, String author, List<Integer> steps, long at) {
        return new CorrectionEvent(
                id, trace.response().id(), author, new Correction.OfLinks(3, 20, steps), false, "gpt-4", "s1", at);
    }

    @Test
    void a_setting_is_set_replaced_and_removed() {
        assertThat(store.setting("gold")).isEmpty();
        store.putSetting("gold", "hidden");
        store.putSetting("gold", "shown");
        assertThat(store.setting("gold")).contains("shown");
        store.putSetting("gold", null);
        assertThat(store.setting("gold")).isEmpty();
    }

    @Test
    void a_response_to_an_unknown_problem_is_refused_whole() {
        Trace trace = Samples.trace(1);
        assertThatThrownBy(() -> store.addResponse(
                        trace.response(),
                        List.of(attempt("c", trace, trace.response().id(), 1, 200, null))))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FAILED))
                .hasMessageContaining("eggs.tracewright")
                .hasMessageContaining("refers to");
        assertThat(store.attemptsOf(trace.problem().id())).isEmpty();
    }

    @Test
    void an_export_sees_one_snapshot_while_labels_are_written() {
        store.addTraces(List.of(Samples.trace(1), Samples.trace(2)));
        List<Trace> seen = new ArrayList<>();
        store.forEachTrace(trace -> {
            seen.add(trace);
            store.addLabel(Samples.label("e" + seen.size(), Samples.trace(2).response(), "ada", Samples.RIGHT, 1));
        });
        assertThat(seen).containsExactly(Samples.trace(1), Samples.trace(2));
        assertThat(all().getLast().label()).isNotNull();
    }

    @Test
    void what_a_consumer_throws_reaches_the_caller_and_the_store_stays_usable() {
        store.addTraces(List.of(Samples.trace(1)));
        assertThatThrownBy(() -> store.forEachTrace(trace -> {
                    throw new IllegalStateException("no room on the stick");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no room on the stick");
        assertThat(all()).hasSize(1);
    }

    @Test
    void a_closed_session_says_so() {
        store.close();
        assertThatThrownBy(() -> store.items("ada"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> store.putSetting("a", "b"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
    }

    private List<Trace> all() {
        List<Trace> traces = new ArrayList<>();
        store.forEachTrace(traces::add);
        return traces;
    }

    private static Trace labelled(Trace trace, LabelEvent event) {
        return new Trace(trace.problem(), trace.plan(), trace.original(), trace.response(), event);
    }

    private static CallAttempt attempt(
            String id, Trace trace, @Nullable String responseId, long startedAt, int status, @Nullable String problem) {
        return new CallAttempt(
                id,
                trace.problem().id(),
                responseId,
                Samples.planOf(trace).id(),
                "solve",
                "llama",
                startedAt,
                40,
                status,
                problem,
                null,
                null);
    }

    private static Response repetition(Response of, int repetition) {
        return new Response(
                of.id() + "-" + repetition,
                of.problemId(),
                of.planId(),
                of.approach(),
                of.delegator(),
                of.solver(),
                repetition,
                of.prompt(),
                of.output(),
                of.reasoning(),
                of.promptTokens(),
                of.outputTokens(),
                of.millis(),
                of.finish(),
                of.attempts(),
                of.source(),
                of.createdAt());
    }
}
