package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.RunProgress.CellProgress;
import dev.tracewright.experiment.RunProgress.Phase;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StudyRunTest {
    private static final ModelRef LARGE = new ModelRef("Home", "large");
    private static final ModelRef SMALL = new ModelRef("Home", "small");
    private static final ModelRef OTHER = new ModelRef("Away", "small");

    private final MemoryJournal journal = new MemoryJournal();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private Answer answer = (model, prompt, cancellation) -> reply(FinishReason.STOP);
    private int parallel = 1;

    private interface Answer {
        ChatReply of(ModelRef model, String prompt, Cancellation cancellation)
                throws ModelException, InterruptedException;
    }

    private static ChatReply reply(FinishReason finish) {
        Attempt attempt = new Attempt(1, 10, 200, null, 100, 20);
        return new ChatReply("1. One step.", null, finish, 100, 20, 10, List.of(attempt), List.of());
    }

    private static ModelException refused(ModelException.Kind kind, int status, String words) {
        return new ModelException(kind, words, List.of(new Attempt(1, 5, status, words, null, null)), null);
    }

    private final RunModels models = new RunModels() {
        @Override
        public ChatModel model(ModelRef ref) {
            return new ChatModel() {
                @Override
                public String name() {
                    return ref.model();
                }

                @Override
                public boolean demonstration() {
                    return false;
                }

                @Override
                public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation)
                        throws ModelException {
                    asked.add(ref.endpoint() + " " + request.prompt());
                    listener.attempting();
                    try {
                        return answer.of(ref, request.prompt(), cancellation);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }

        @Override
        public int parallel(String endpoint) {
            return parallel;
        }

        @Override
        public Money cost(ModelRef ref, @Nullable Integer promptTokens, @Nullable Integer outputTokens) {
            return new Money(BigDecimal.valueOf(promptTokens == null ? 0 : promptTokens, 2), "USD");
        }
    };

    private static StudyPlan plan(Review review, ModelRef... solvers) {
        return MadeStudies.plan(
                List.of(
                        StudyPrompt.of(Approach.STANDARD, "paper/standard"),
                        StudyPrompt.traceOfThought("paper/delegation", "paper/solution")),
                new StudyModels(List.of(LARGE), List.of(solvers), false, null),
                1,
                review);
    }

    private StudyRun run(StudyPlan plan, int problems, Budget limit) {
        Predicate<StudyCall.Delegate> reviewed = call -> plan.reviews(call.problem(), call.model());
        return new StudyRun(
                calls(plan, problems), reviewed, limit, models, journal, StudyRunTest::steps, Records.SYSTEM);
    }

    private static List<StudyCall> calls(StudyPlan plan, int problems) {
        return new StudyCalls(plan, TemplateLibrary.BUILT_IN, MadeStudies.problems(problems))
                .stream().toList();
    }

    private static Steps steps(String text) {
        return new Steps("", List.of(new Step("1. ", text.substring(3), "")), "");
    }

    private StudyRun run(int problems) {
        return run(plan(Review.NONE, SMALL), problems, Budget.NONE);
    }

    private static RunProgress finish(StudyRun run) throws InterruptedException {
        run.start();
        return run.awaitIdle();
    }

    @Test
    void every_call_is_made_once_problem_by_problem_and_steps_before_what_follows_them() throws Exception {
        RunProgress end = finish(run(3));
        assertThat(end.phase()).isEqualTo(Phase.DONE);
        assertThat(end.done()).isEqualTo(9);
        assertThat(asked).hasSize(9).doesNotHaveDuplicates();
        for (int i = 0; i < 3; i++) {
            String plums = "bears " + (i + 1) + " plums";
            assertThat(asked.subList(3 * i, 3 * i + 3)).allMatch(prompt -> prompt.contains(plums));
            assertThat(asked.get(3 * i)).contains("Create very short");
        }
        assertThat(journal.responses).hasSize(6);
    }

    @Test
    void tokens_time_and_money_are_told_by_cell_and_altogether() throws Exception {
        RunProgress end = finish(run(3));
        assertThat(end.cells()).hasSize(3).extracting(CellProgress::used).allSatisfy(used -> {
            assertThat(used.attempts()).isEqualTo(3);
            assertThat(used.promptTokens()).isEqualTo(300);
            assertThat(used.outputTokens()).isEqualTo(60);
            assertThat(used.millis()).isEqualTo(30);
            assertThat(used.money()).isEqualTo(new Money(BigDecimal.valueOf(3), "USD"));
            assertThat(used.unpriced()).isZero();
        });
        assertThat(end.used().money()).isEqualTo(new Money(BigDecimal.valueOf(9), "USD"));
        assertThat(run(3).progress().used())
                .as("as the journal tells it to another run")
                .isEqualTo(end.used());
    }

    @Test
    void what_the_journal_knows_is_not_asked_again_and_a_larger_study_asks_only_what_is_new() throws Exception {
        finish(run(2));
        StudyRun again = run(2);
        assertThat(again.progress().phase()).isEqualTo(Phase.DONE);
        again.start();
        assertThat(asked).hasSize(6);
        RunProgress larger = finish(run(3));
        assertThat(larger.done()).isEqualTo(9);
        assertThat(asked).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void a_pause_begins_no_further_call_and_start_goes_on() throws Exception {
        Semaphore may = new Semaphore(0);
        CountDownLatch first = new CountDownLatch(1);
        answer = (model, prompt, cancellation) -> {
            first.countDown();
            may.acquire();
            return reply(FinishReason.STOP);
        };
        StudyRun run = run(2);
        run.start();
        first.await();
        run.pause();
        may.release(100);
        while (run.progress().running() > 0) {
            Thread.sleep(5);
        }
        Thread.sleep(50);
        assertThat(run.progress().phase()).isEqualTo(Phase.PAUSED);
        assertThat(asked).hasSize(1);
        assertThat(run.progress().done()).isEqualTo(1);
        assertThat(finish(run).done()).isEqualTo(6);
        assertThat(asked).hasSize(6);
    }

    @Test
    void a_stop_breaks_calls_off_and_a_later_start_asks_them_again() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        answer = (model, prompt, cancellation) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            try (var _ = cancellation.onCancel(cancelled::countDown)) {
                first.countDown();
                cancelled.await();
            }
            return reply(FinishReason.CANCELLED);
        };
        StudyRun run = run(2);
        run.start();
        first.await();
        run.stop();
        RunProgress stopped = run.awaitIdle();
        assertThat(stopped.phase()).isEqualTo(Phase.STOPPED);
        assertThat(stopped.done() + stopped.failed()).isZero();
        assertThat(journal.settled).isEmpty();
        answer = (model, prompt, cancellation) -> reply(FinishReason.STOP);
        assertThat(finish(run).done()).isEqualTo(6);
    }

    @Test
    void what_failed_is_told_with_its_reason_and_only_that_is_tried_again() throws Exception {
        answer = (model, prompt, cancellation) -> {
            if (prompt.contains("bears 2 plums")) {
                throw refused(ModelException.Kind.CONTEXT_TOO_LONG, 400, "The context is full.");
            }
            return reply(FinishReason.STOP);
        };
        StudyRun run = run(3);
        RunProgress end = finish(run);
        assertThat(end.phase()).isEqualTo(Phase.DONE);
        assertThat(end.done()).isEqualTo(6);
        assertThat(end.failed()).isEqualTo(3);
        assertThat(end.troubles())
                .containsExactly(
                        new RunProgress.Trouble("The context is full.", 2),
                        new RunProgress.Trouble("There are no steps to follow: The context is full.", 1));
        assertThat(run.failed(end.cells().getFirst().cell())).containsValue("The context is full.");
        int before = asked.size();
        answer = (model, prompt, cancellation) -> reply(FinishReason.STOP);
        run.retryFailed();
        assertThat(run.progress().phase()).isEqualTo(Phase.READY);
        assertThat(finish(run).done()).isEqualTo(9);
        assertThat(asked.subList(before, asked.size())).hasSize(3).allMatch(prompt -> prompt.contains("bears 2 plums"));
    }

    @Test
    void an_answer_that_breaks_off_is_asked_again_and_given_up_in_the_end() throws Exception {
        AtomicInteger times = new AtomicInteger();
        answer = (model, prompt, cancellation) -> reply(
                prompt.contains("bears 1 plums") || times.getAndIncrement() == 0
                        ? FinishReason.TRUNCATED
                        : FinishReason.STOP);
        StudyPlan plan = MadeStudies.plan(
                List.of(StudyPrompt.of(Approach.STANDARD, "paper/standard")),
                new StudyModels(List.of(), List.of(SMALL), false, null),
                1,
                Review.NONE);
        RunProgress end = finish(run(plan, 2, Budget.NONE));
        assertThat(end.done()).isEqualTo(1);
        assertThat(end.troubles())
                .containsExactly(new RunProgress.Trouble(
                        "The answer broke off in each of " + CallCarrier.MAX_BROKEN_OFF + " tries.", 1));
        assertThat(journal.attempts).hasSize(CallCarrier.MAX_BROKEN_OFF + 2);
    }

    @Test
    void a_wrong_key_closes_its_endpoint_for_this_run_and_the_others_go_on() throws Exception {
        answer = (model, prompt, cancellation) -> {
            if (model.equals(OTHER)) {
                throw refused(ModelException.Kind.UNAUTHORISED, 401, "Incorrect key.");
            }
            return reply(FinishReason.STOP);
        };
        StudyRun run = run(plan(Review.NONE, SMALL, OTHER), 4, Budget.NONE);
        RunProgress end = finish(run);
        assertThat(end.phase()).isEqualTo(Phase.DONE);
        assertThat(end.done()).isEqualTo(12);
        assertThat(end.failed()).isEqualTo(8);
        assertThat(asked).filteredOn(prompt -> prompt.startsWith("Away")).hasSize(1);
        assertThat(end.troubles())
                .containsExactly(
                        new RunProgress.Trouble("Not asked, since another call was given up: Incorrect key.", 7),
                        new RunProgress.Trouble("Incorrect key.", 1));
        assertThat(journal.settled.values())
                .filteredOn(RunJournal.GivenUp.class::isInstance)
                .hasSize(1);

        answer = (model, prompt, cancellation) -> reply(FinishReason.STOP);
        StudyRun later = run(plan(Review.NONE, SMALL, OTHER), 4, Budget.NONE);
        assertThat(later.progress().failed()).isEqualTo(1);
        later.retryFailed();
        assertThat(finish(later).done()).isEqualTo(20);
    }

    @Test
    void an_unknown_model_is_asked_once_and_its_neighbours_go_on() throws Exception {
        answer = (model, prompt, cancellation) -> {
            if (model.equals(LARGE)) {
                throw refused(ModelException.Kind.UNKNOWN_MODEL, 404, "There is no large.");
            }
            return reply(FinishReason.STOP);
        };
        RunProgress end = finish(run(3));
        assertThat(end.done()).isEqualTo(3);
        assertThat(end.failed()).isEqualTo(6);
        assertThat(asked)
                .filteredOn(prompt -> prompt.contains("Create very short"))
                .hasSize(1);
    }

    @Test
    void a_question_that_is_forbidden_closes_nothing() throws Exception {
        answer = (model, prompt, cancellation) -> {
            if (prompt.contains("bears 1 plums")) {
                throw refused(ModelException.Kind.UNAUTHORISED, 403, "Flagged.");
            }
            return reply(FinishReason.STOP);
        };
        RunProgress end = finish(run(3));
        assertThat(end.done()).isEqualTo(6);
        assertThat(end.failed()).isEqualTo(3);
    }

    @Test
    void a_budget_stops_before_it_is_overrun_says_so_and_a_larger_one_goes_on() throws Exception {
        for (Budget limit :
                List.of(new Budget(null, 500L), new Budget(new Money(BigDecimal.valueOf(4), "USD"), null))) {
            journal.settled.clear();
            journal.attempts.clear();
            StudyRun run = run(plan(Review.NONE, SMALL), 4, limit);
            RunProgress end = finish(run);
            assertThat(end.phase()).isEqualTo(Phase.STOPPED);
            assertThat(end.stopped()).contains("reached its limit");
            assertThat(end.done()).isEqualTo(4);
            assertThat(end.failed()).isZero();
            assertThat(end.promptTokens() + end.outputTokens()).isLessThanOrEqualTo(500);
            assertThat(finish(run(plan(Review.NONE, SMALL), 4, Budget.NONE)).done())
                    .isEqualTo(12);
        }
    }

    @Test
    void corrected_steps_are_waited_for_and_solved_with() throws Exception {
        Review review = new Review(new Review.Extent.All(), Set.of(Arm.ORIGINAL, Arm.CORRECTED));
        StudyRun run = run(plan(review, SMALL), 2, Budget.NONE);
        RunProgress waiting = finish(run);
        assertThat(waiting.phase()).isEqualTo(Phase.IN_REVIEW);
        assertThat(waiting.inReview()).isEqualTo(2);
        assertThat(waiting.done()).isEqualTo(6);
        Map<StudyCall.Delegate, Plan> plans = run.waitingForReview();
        assertThat(plans).hasSize(2);
        plans.forEach((call, plan) -> run.reviewed(
                call.key(),
                new Plan(
                        "corrected " + plan.id(),
                        plan.problemId(),
                        plan.id(),
                        2,
                        Plan.Origin.PERSON,
                        "ada",
                        plan.delegator(),
                        null,
                        steps("1. Corrected."),
                        9)));
        assertThat(run.awaitIdle().phase()).isIn(Phase.DONE, Phase.IN_REVIEW);
        while (run.progress().phase() != Phase.DONE) {
            Thread.sleep(5);
        }
        assertThat(run.progress().done()).isEqualTo(8);
        assertThat(asked).filteredOn(prompt -> prompt.contains("1. Corrected.")).hasSize(2);
    }

    @Test
    void a_journal_that_cannot_be_written_stops_the_run_with_its_sentence() throws Exception {
        StudyRun run = run(3);
        answer = (model, prompt, cancellation) -> {
            if (prompt.contains("bears 2 plums")) {
                journal.broken = "The disk is full.";
            }
            return reply(FinishReason.STOP);
        };
        RunProgress end = finish(run);
        assertThat(end.phase()).isEqualTo(Phase.STOPPED);
        assertThat(end.stopped()).isEqualTo("The disk is full.");
        assertThat(end.done()).isEqualTo(3);
        journal.broken = null;
        answer = (model, prompt, cancellation) -> reply(FinishReason.STOP);
        assertThat(finish(run).done()).isEqualTo(9);
    }

    @Test
    void as_many_calls_run_at_once_as_each_endpoint_takes() throws Exception {
        parallel = 3;
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        answer = (model, prompt, cancellation) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(10);
            now.decrementAndGet();
            return reply(FinishReason.STOP);
        };
        assertThat(finish(run(8)).done()).isEqualTo(24);
        assertThat(most.get()).isEqualTo(3);
    }
}
