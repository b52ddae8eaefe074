package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.Paid;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.RunJournal;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.llm.Attempt;
import dev.tracewright.store.RunEntry;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRunJournalTest {
    private final Path folder;
    private final SessionStore store;
    private final SessionRunJournal journal;
    private final List<StudyCall> calls = RunningProcess.calls(2);
    private final StudyCall.Delegate delegate = (StudyCall.Delegate) calls.get(0);
    private final StudyCall.Solve solve = (StudyCall.Solve) calls.get(1);
    private final StudyCall.Solve standard = (StudyCall.Solve) calls.get(2);

    SessionRunJournalTest(@TempDir Path folder) {
        this.folder = folder;
        store = Sessions.create(folder.resolve("journal.tracewright"));
        store.addProblems(List.of(RunningProcess.problem(1), RunningProcess.problem(2)));
        journal = new SessionRunJournal(store, "study", Records.SYSTEM);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Plan plan(String id) {
        return new Plan(
                id,
                delegate.problem().id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                "tiny",
                "tiny",
                "Write.",
                Samples.steps("Note it.", "Add one."),
                5);
    }

    private static Response response(String id, StudyCall.Solve call, Plan plan) {
        boolean stepped = call.approach() == Approach.TRACE_OF_THOUGHT;
        return new Response(
                id,
                call.problem().id(),
                stepped ? plan.id() : null,
                call.approach(),
                stepped ? "tiny" : null,
                "tiny",
                0,
                "prompt",
                "The answer is 1.",
                null,
                30,
                6,
                70L,
                FinishReason.STOP,
                1,
                null,
                8);
    }

    private static Paid paid(int tokensIn, int tokensOut, long millis, String cost) {
        return new Paid(new Attempt(1, millis, 200, null, tokensIn, tokensOut), new Money(new BigDecimal(cost), "USD"));
    }

    private static Paid unanswered(long millis) {
        return new Paid(new Attempt(1, millis, 500, "out of order", null, null), null);
    }

    @Test
    void what_an_answer_and_its_steps_took_counts_every_attempt_and_survives_an_export() throws Exception {
        Plan plan = plan("p");
        journal.ends(delegate, journal.begins(delegate), unanswered(5));
        journal.accepts(delegate, plan, journal.begins(delegate), paid(40, 12, 50, "0.002"), List.of());
        journal.ends(solve, journal.begins(solve), paid(30, 2, 7, "0.0001"));
        journal.accepts(
                solve, response("r", solve, plan), journal.begins(solve), paid(30, 6, 70, "0.0003"), List.of("a note"));
        Trace trace = store.trace("r", "ada").orElseThrow();
        assertThat(trace.solving()).isEqualTo(new Outlay(2, 60L, 8L, 77, new BigDecimal("0.0004"), "USD"));
        assertThat(trace.delegating()).isEqualTo(new Outlay(2, 40L, 12L, 55, new BigDecimal("0.002"), "USD"));

        for (RecordWriter.Format format : List.of(RecordWriter.Format.CSV, RecordWriter.Format.JSONL)) {
            Path file = folder.resolve("out." + format);
            Path again = folder.resolve("again." + format);
            Transfer.write(store, format, file);
            assertThat(Files.readString(file)).contains("solving_cost", "0.0004", "delegating_cost", "0.002");
            try (SessionStore other = Sessions.create(folder.resolve("other" + format))) {
                Transfer.read(file, ImportOptions.NONE, other, read -> {}, () -> false);
                Transfer.write(other, format, again);
                assertThat(other.trace("r", "ada")).contains(trace);
            }
            assertThat(again).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void a_cost_that_lacks_a_part_is_unknown_and_not_smaller() {
        Attempt unpriced = new Attempt(1, 9, 200, null, 5, 5);
        journal.ends(standard, journal.begins(standard), new Paid(unpriced, null));
        journal.accepts(
                standard,
                response("r", standard, plan("p")),
                journal.begins(standard),
                paid(30, 6, 70, "0.0003"),
                List.of());
        assertThat(store.trace("r", "ada").orElseThrow().solving()).isEqualTo(new Outlay(2, 35L, 11L, 79, null, null));
    }

    @Test
    void the_first_answer_stands_and_a_call_that_was_given_up_may_still_be_answered() {
        journal.givesUp(standard, "The server said no.");
        assertThat(journal.settled(calls)).containsEntry(standard.key(), new RunJournal.GivenUp("The server said no."));
        String first = journal.accepts(
                standard, response("r1", standard, plan("p")), journal.begins(standard), paid(1, 1, 1, "0"), List.of());
        String second = journal.accepts(
                standard, response("r2", standard, plan("p")), journal.begins(standard), paid(1, 1, 1, "0"), List.of());
        assertThat(first).isEqualTo("r1");
        assertThat(second).isEqualTo("r1");
        journal.givesUp(standard, "Too late.");
        assertThat(journal.settled(calls))
                .containsOnlyKeys(standard.key())
                .containsValue(new RunJournal.Answered("r1"));
        assertThat(store.response("r2")).isEmpty();
        assertThat(journal.spent(calls)).hasSize(2);
    }

    @Test
    void a_plan_comes_back_with_its_review_and_the_first_one_stands() {
        Plan standing = journal.accepts(delegate, plan("p1"), journal.begins(delegate), paid(1, 1, 1, "0"), List.of());
        assertThat(journal.accepts(delegate, plan("p2"), journal.begins(delegate), paid(1, 1, 1, "0"), List.of()))
                .isEqualTo(standing);
        assertThat(journal.settled(calls)).containsValue(new RunJournal.Planned(standing, null));
        Plan corrected = new Plan(
                "p3", standing.problemId(), "p1", 2, Plan.Origin.PERSON, "ada", "tiny", null, Samples.steps("Add."), 9);
        store.runs().write(List.of(new RunEntry.Reviewed(delegate.key(), corrected, "review", "ada", null, 9)));
        assertThat(journal.settled(calls)).containsValue(new RunJournal.Planned(standing, corrected));
    }

    @Test
    void an_attempt_that_never_ended_is_kept_as_broken_off() {
        journal.begins(standard);
        assertThat(store.attemptsOf(standard.problem().id())).singleElement().satisfies(attempt -> {
            assertThat(attempt.problem()).contains("broken off");
            assertThat(attempt.status()).isZero();
        });
        journal.forget(List.of(standard));
        assertThat(journal.settled(calls)).isEmpty();
    }

    @Test
    void many_workers_write_at_once_and_each_is_durable_when_it_goes_on() throws Exception {
        List<Thread> workers = IntStream.range(0, 40)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    String id = journal.begins(standard);
                    assertThat(store.attemptsOf(standard.problem().id()))
                            .anyMatch(attempt -> attempt.id().equals(id));
                    journal.ends(standard, id, paid(i, 1, i, "0.5"));
                }))
                .toList();
        for (Thread worker : workers) {
            worker.join();
        }
        List<RunEntry.Usage> usage = new ArrayList<>(store.runs().usage());
        assertThat(usage).hasSize(40);
        assertThat(usage.stream()
                        .mapToInt(each -> each.promptTokens() == null ? -1000 : each.promptTokens())
                        .sum())
                .isEqualTo(40 * 39 / 2);
    }
}
