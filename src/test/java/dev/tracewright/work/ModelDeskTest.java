package dev.tracewright.work;

import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.Templates;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ModelException;
import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelDeskTest {
    private static final Steps EDITED = steps("Count the eggs.", "Add the eaten ones.");
    private static final String SOLVED = "response-1-llama";

    @TempDir
    @Nullable
    Path folder;

    private final Screen screen = new Screen();
    private final List<String> failures = new ArrayList<>();
    private @Nullable OpenSession opened;
    private @Nullable ModelDesk desk;

    @BeforeEach
    void a_session_with_one_answer_and_one_open_problem() {
        SessionStore store = Sessions.create(Objects.requireNonNull(folder).resolve("desk"));
        store.addProblems(List.of(Samples.problem(1), Samples.problem(3)));
        store.addTraces(List.of(Samples.trace(1, "llama")));
        OpenSession session = new OpenSession(store, "ada", screen, new CountedStamps());
        session.queue().load(store.items("ada"));
        opened = session;
        desk = new ModelDesk(session, screen, Templates.PAPER, CallSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        session().close();
    }

    private OpenSession session() {
        return Objects.requireNonNull(opened);
    }

    private ModelDesk desk() {
        return Objects.requireNonNull(desk);
    }

    private OpenSession.Item item(String key) {
        return session().read(session().queue().find(key).orElseThrow());
    }

    private static String unsolvedKey() {
        return "problem:" + Samples.problem(3).id();
    }

    /** Solves and returns the item that the person is at afterwards. */
    private OpenSession.Item solve(OpenSession.Item from, @Nullable Steps edited, Approach approach, ChatModel solver) {
        desk().solve(from, from.plan(), edited, approach, solver, failures::add);
        return session().read(Objects.requireNonNull(session().queue().current().get()));
    }

    private List<CallAttempt> attempts(int problem) throws InterruptedException {
        assertThat(session().saves().drain()).isTrue();
        return session().store().attemptsOf(Samples.problem(problem).id());
    }

    private static Response response(OpenSession.Item item) {
        return Objects.requireNonNull(item.response());
    }

    private static Plan plan(OpenSession.Item item) {
        return Objects.requireNonNull(item.plan());
    }

    @Test
    void solving_with_edited_steps_makes_a_new_version_and_withdraws_the_draft() throws InterruptedException {
        session().keepDraft("plan-1", EDITED, "edit");
        ScriptedModel solver = ScriptedModel.saying("1. 16\n2. 16 + 7 = 23\nThe answer is 23.");
        OpenSession.Item solved = solve(item(SOLVED), EDITED, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(solver.asked.getFirst().prompt()).contains(EDITED.text());
        assertThat(plan(solved).steps()).isEqualTo(EDITED);
        assertThat(plan(solved).version()).isEqualTo(2);
        assertThat(plan(solved).parentId()).isEqualTo("plan-1");
        assertThat(plan(solved).origin()).isEqualTo(Plan.Origin.PERSON);
        assertThat(plan(solved).author()).isEqualTo("ada");
        assertThat(plan(solved).delegator()).isEqualTo("gpt-4");
        assertThat(response(solved).planId()).isEqualTo(plan(solved).id());
        assertThat(solved.row().planVersion()).isEqualTo(2);
        assertThat(solved.draft()).isNull();
        assertThat(item(SOLVED).draft()).isNull();
        assertThat(item(SOLVED).row().drafted()).isFalse();
        assertThat(attempts(1))
                .extracting(CallAttempt::status, CallAttempt::responseId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                503, response(solved).id()),
                        org.assertj.core.groups.Tuple.tuple(
                                200, response(solved).id()));
        assertThat(session().store().items("ada"))
                .containsExactlyInAnyOrderElementsOf(session().queue().matching(row -> true));
        assertThat(failures).isEmpty();
        assertThat(desk().isBusy()).isFalse();
    }

    @Test
    void versions_go_on_counting_from_whichever_version_was_edited() {
        ChatModel solver = ScriptedModel.saying("The answer is 9.");
        OpenSession.Item second = solve(item(SOLVED), EDITED, Approach.TRACE_OF_THOUGHT, solver);
        session().queue().select(SOLVED);
        OpenSession.Item third = solve(item(SOLVED), steps("Guess."), Approach.TRACE_OF_THOUGHT, solver);
        session().queue().select(response(second).id());
        OpenSession.Item fourth =
                solve(item(response(second).id()), steps("Guess again."), Approach.TRACE_OF_THOUGHT, solver);
        assertThat(plan(third).version()).isEqualTo(3);
        assertThat(plan(fourth).version()).isEqualTo(4);
        assertThat(plan(fourth).parentId()).isEqualTo(plan(second).id());
        assertThat(Objects.requireNonNull(fourth.original()).id()).isEqualTo("plan-1");
    }

    @Test
    void the_same_question_again_is_the_next_repetition() {
        ChatModel solver = ScriptedModel.saying("The answer is 9.");
        OpenSession.Item first = solve(item(SOLVED), null, Approach.TRACE_OF_THOUGHT, solver);
        OpenSession.Item second = solve(first, null, Approach.TRACE_OF_THOUGHT, solver);
        OpenSession.Item plain = solve(second, null, Approach.STANDARD, solver);
        OpenSession.Item plainAgain = solve(second, EDITED, Approach.STANDARD, solver);
        assertThat(response(first).repetition()).isZero();
        assertThat(response(second).repetition()).isEqualTo(1);
        assertThat(response(plain).repetition()).isZero();
        assertThat(response(plain).planId()).isNull();
        assertThat(plain.row().planVersion()).isZero();
        assertThat(session().queue().matching(row -> row.approach() == Approach.STANDARD))
                .hasSize(2);
        assertThat(plainAgain.plans()).hasSize(1);
    }

    @Test
    void solving_without_steps_leaves_the_draft_alone() {
        session().keepDraft("plan-1", EDITED, "edit");
        solve(item(SOLVED), EDITED, Approach.CHAIN_OF_THOUGHT, ScriptedModel.saying("The answer is 9."));
        assertThat(item(SOLVED).draft()).isEqualTo(EDITED);
    }

    @Test
    void a_call_stopped_before_any_text_adds_nothing_but_its_attempts() throws InterruptedException {
        session().keepDraft("plan-1", EDITED, "edit");
        List<ItemRow> before = session().queue().matching(row -> true);
        ScriptedModel solver = new ScriptedModel((listener, cancellation) -> {
            Objects.requireNonNull(desk().job().get()).cancellation().cancel();
            assertThat(cancellation.isCancelled()).isTrue();
            return ScriptedModel.reply("", FinishReason.CANCELLED);
        });
        solve(item(SOLVED), EDITED, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(session().queue().matching(row -> true)).isEqualTo(before);
        assertThat(item(SOLVED).draft()).isEqualTo(EDITED);
        assertThat(attempts(1)).hasSize(2).allMatch(attempt -> attempt.responseId() == null);
        assertThat(session().store().plansOf(Samples.problem(1).id())).hasSize(1);
        assertThat(failures).isEmpty();
        assertThat(desk().isBusy()).isFalse();
    }

    @Test
    void what_had_come_before_a_stop_is_kept_as_stopped() throws InterruptedException {
        ScriptedModel solver = new ScriptedModel((listener, cancellation) -> {
            listener.output("1. There are 16");
            return ScriptedModel.reply("1. There are 16", FinishReason.CANCELLED);
        });
        OpenSession.Item solved = solve(item(SOLVED), null, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(response(solved).output()).isEqualTo("1. There are 16");
        assertThat(response(solved).finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(attempts(1)).hasSize(2);
    }

    @Test
    void a_failure_is_one_sentence_and_its_attempts_are_kept() throws InterruptedException {
        ScriptedModel solver = new ScriptedModel((listener, cancellation) -> {
            listener.output("half");
            throw new ModelException(
                    ModelException.Kind.SERVER_ERROR,
                    "The server says: try later.",
                    List.of(ScriptedModel.FAILED),
                    null);
        });
        int before = session().queue().size();
        solve(item(SOLVED), null, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(failures).containsExactly("The server says: try later.");
        assertThat(attempts(1)).singleElement().satisfies(attempt -> {
            assertThat(attempt.problem()).isEqualTo("try later");
            assertThat(attempt.role()).isEqualTo("solve");
            assertThat(attempt.model()).isEqualTo("scripted");
            assertThat(attempt.responseId()).isNull();
        });
        assertThat(session().queue().size()).isEqualTo(before);
        assertThat(desk().isBusy()).isFalse();
    }

    @Test
    void a_plan_without_words_is_refused_before_anything_is_sent() {
        ScriptedModel solver = ScriptedModel.saying("9");
        solve(item(SOLVED), steps(" "), Approach.TRACE_OF_THOUGHT, solver);
        assertThat(solver.asked).isEmpty();
        assertThat(failures).singleElement().asString().contains("at least one delegated step");
        assertThat(desk().isBusy()).isFalse();
    }

    @Test
    void a_delegator_gives_a_problem_its_plan() throws InterruptedException {
        desk().delegate(item(unsolvedKey()), ScriptedModel.saying("1. Count.\n2. Subtract."), failures::add);
        OpenSession.Item delegated = item(unsolvedKey());
        assertThat(Samples.bodies(plan(delegated).steps())).containsExactly("Count.", "Subtract.");
        assertThat(plan(delegated).origin()).isEqualTo(Plan.Origin.DELEGATOR);
        assertThat(plan(delegated).version()).isEqualTo(1);
        assertThat(delegated.row().delegator()).isEqualTo("scripted");
        assertThat(attempts(3))
                .hasSize(2)
                .allMatch(attempt -> attempt.role().equals("delegate")
                        && plan(delegated).id().equals(attempt.planId()));
        assertThat(session().store().items("ada")).isEqualTo(session().queue().matching(row -> true));
        session().queue().select(unsolvedKey());
        OpenSession.Item solved =
                solve(delegated, null, Approach.TRACE_OF_THOUGHT, ScriptedModel.saying("The answer is 9."));
        assertThat(plan(solved)).isEqualTo(plan(delegated));
        assertThat(session().queue().find(unsolvedKey())).isEmpty();
    }

    @Test
    void a_delegator_without_steps_is_told_and_paid_for() throws InterruptedException {
        desk().delegate(item(unsolvedKey()), ScriptedModel.saying(""), failures::add);
        assertThat(failures).singleElement().asString().startsWith("The delegator scripted answered without any steps");
        assertThat(item(unsolvedKey()).plan()).isNull();
        assertThat(attempts(3)).hasSize(2);
    }

    @Test
    void the_answer_that_is_kept_is_the_reply_and_not_what_was_streamed() throws InterruptedException {
        ScriptedModel solver = new ScriptedModel((listener, cancellation) -> {
            listener.output("Let me think</think>The answer is 9.");
            return ScriptedModel.reply("The answer is 9.", FinishReason.STOP);
        });
        OpenSession.Item solved = solve(item(SOLVED), null, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(response(solved).output()).isEqualTo("The answer is 9.");
        assertThat(session().saves().drain()).isTrue();
        assertThat(session().store().response(response(solved).id())).contains(response(solved));
    }

    @Test
    void text_that_comes_is_told_once_a_frame_and_a_retry_makes_it_void() {
        List<String> told = new ArrayList<>();
        List<String> streamed = new ArrayList<>();
        desk().onText(told::add);
        ScriptedModel solver = new ScriptedModel((listener, cancellation) -> {
            ModelJob job = Objects.requireNonNull(desk().job().get());
            assertThat(job.key()).isEqualTo(SOLVED);
            assertThat(job.role()).isEqualTo(ModelJob.Role.SOLVE);
            listener.output("half an ");
            listener.output("answer");
            screen.catchUp();
            streamed.add(job.text().read());
            listener.retrying(ScriptedModel.FAILED, 100);
            listener.output("The answer is 9.");
            screen.catchUp();
            streamed.add(job.text().read());
            return ScriptedModel.reply("The answer is 9.", FinishReason.STOP);
        });
        solve(item(SOLVED), null, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(told).containsExactly(SOLVED, SOLVED);
        assertThat(streamed).containsExactly("half an answer", "The answer is 9.");
    }

    @Test
    void a_person_who_went_on_while_the_model_wrote_stays_where_they_are() {
        ScriptedModel solver = new ScriptedModel((listener, cancellation) -> {
            session().queue().select(unsolvedKey());
            return ScriptedModel.reply("The answer is 9.", FinishReason.STOP);
        });
        OpenSession.Item at = solve(item(SOLVED), null, Approach.TRACE_OF_THOUGHT, solver);
        assertThat(at.row().key()).isEqualTo(unsolvedKey());
        assertThat(session().queue().size()).isEqualTo(3);
    }
}
