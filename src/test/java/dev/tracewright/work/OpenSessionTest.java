package dev.tracewright.work;

import static dev.tracewright.work.Samples.RIGHT;
import static dev.tracewright.work.Samples.WRONG;
import static dev.tracewright.work.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.CallAttempt;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OpenSessionTest {
    private static final Steps EDITED = steps("Count the eggs.", "Add the eaten ones.");

    @TempDir
    @Nullable
    Path folder;

    private final Screen screen = new Screen();
    private final CountedStamps stamps = new CountedStamps();
    private @Nullable FailingStore disk;
    private @Nullable OpenSession opened;

    /** Problem 1 with two solvers on one plan, problem 2 with one, problem 3 unsolved. */
    @BeforeEach
    void a_session_with_three_answers() {
        SessionStore store = Sessions.create(file());
        store.addProblems(List.of(Samples.problem(1), Samples.problem(2), Samples.problem(3)));
        store.addTraces(List.of(Samples.trace(1, "llama"), Samples.trace(1, "mistral"), Samples.trace(2, "llama")));
        open(store);
    }

    @AfterEach
    void close() {
        session().close();
    }

    private Path file() {
        return Objects.requireNonNull(folder).resolve("lesson.tracewright");
    }

    private OpenSession session() {
        return Objects.requireNonNull(opened);
    }

    private FailingStore disk() {
        return Objects.requireNonNull(disk);
    }

    private void open(SessionStore store) {
        FailingStore failing = new FailingStore(store);
        disk = failing;
        opened = new OpenSession(failing.store, "ada", screen, stamps);
        session().queue().load(store.items("ada"));
    }

    private void reopen() {
        session().close();
        open(Sessions.open(file()));
    }

    private List<ItemRow> rows() {
        return session().queue().matching(row -> true);
    }

    private ItemRow row(String key) {
        return session().queue().find(key).orElseThrow();
    }

    private OpenSession.Item item(String key) {
        return session().read(row(key));
    }

    private static String unsolvedKey() {
        return "problem:" + Samples.problem(3).id();
    }

    private void saved() throws InterruptedException {
        screen.until(() -> session().saves().state().get() instanceof SaveQueue.State.Saved);
    }

    @Test
    void a_label_is_shown_at_once_and_is_there_after_reopening() {
        Label label = WRONG.toggled(Flag.FORMAT_MISMATCH).withNote("derives 9");
        session().labelling().label("response-1-llama", label, 12.5);
        assertThat(row("response-1-llama").label()).isEqualTo(label);
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).isEqualTo(before);
        assertThat(session().store().labelHistory("response-1-llama"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.author()).isEqualTo("ada");
                    assertThat(event.seconds()).isEqualTo(12.5);
                    assertThat(event.undo()).isFalse();
                });
    }

    @Test
    void a_label_that_is_taken_back_leaves_the_session_as_it_was_and_both_events_on_record() {
        session().labelling().label("response-1-llama", RIGHT, 3);
        session().labelling().label("response-1-llama", WRONG, 1);
        assertThat(session().labelling().undo()).contains("response-1-llama");
        assertThat(row("response-1-llama").label()).isEqualTo(RIGHT);
        assertThat(session().labelling().undo()).contains("response-1-llama");
        assertThat(row("response-1-llama").label()).isEqualTo(Label.NONE);
        assertThat(session().labelling().undo()).isEmpty();
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).isEqualTo(before);
        assertThat(session().queue().decided().get()).isZero();
        assertThat(session().store().labelHistory("response-1-llama"))
                .extracting(LabelEvent::undo)
                .containsExactly(false, false, true, true);
    }

    @Test
    void undoing_goes_back_over_items_in_the_order_of_the_labels() {
        session().labelling().label("response-1-llama", RIGHT, 1);
        session().labelling().label("response-2-llama", WRONG, 1);
        assertThat(session().labelling().last().get())
                .isEqualTo(new Labelling.Labelled("response-2-llama", Label.NONE, WRONG));
        assertThat(session().labelling().undo()).contains("response-2-llama");
        assertThat(session().labelling().undo()).contains("response-1-llama");
        assertThat(session().labelling().last().get()).isNull();
    }

    @Test
    void the_same_label_again_and_a_label_of_what_nobody_solved_are_no_acts() throws InterruptedException {
        session().labelling().label("response-1-llama", Label.NONE, 1);
        session().labelling().label(unsolvedKey(), RIGHT, 1);
        session().labelling().label("no such item", RIGHT, 1);
        assertThat(session().labelling().last().get()).isNull();
        assertThat(session().saves().drain()).isTrue();
        assertThat(disk().writes).hasValue(0);
    }

    @Test
    void a_draft_is_read_again_before_and_after_it_is_on_disk_and_every_answer_of_the_plan_shows_it() {
        session().keepDraft("plan-1", EDITED, "edit");
        assertThat(item("response-1-llama").draft()).isEqualTo(EDITED);
        assertThat(row("response-1-llama").drafted()).isTrue();
        assertThat(row("response-1-mistral").drafted()).isTrue();
        assertThat(row("response-2-llama").drafted()).isFalse();
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).isEqualTo(before);
        assertThat(item("response-1-mistral").draft()).isEqualTo(EDITED);
    }

    @Test
    void a_withdrawn_draft_is_gone_for_good() {
        session().keepDraft("plan-1", EDITED, "edit");
        session().keepDraft("plan-1", null, "undo");
        assertThat(item("response-1-llama").draft()).isNull();
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).isEqualTo(before);
        assertThat(item("response-1-llama").draft()).isNull();
    }

    @Test
    void another_annotator_sees_neither_label_nor_draft() {
        session().labelling().label("response-1-llama", RIGHT, 1);
        session().keepDraft("plan-1", EDITED, "edit");
        session().close();
        SessionStore store = Sessions.open(file());
        opened = new OpenSession(store, "bob", screen, stamps);
        session().queue().load(store.items("bob"));
        assertThat(row("response-1-llama").label()).isEqualTo(Label.NONE);
        assertThat(row("response-1-llama").drafted()).isFalse();
        assertThat(item("response-1-llama").draft()).isNull();
    }

    @Test
    void a_person_can_write_the_steps_of_a_problem_without_any() {
        session().writePlan(item(unsolvedKey()));
        OpenSession.Item written = item(unsolvedKey());
        Plan plan = Objects.requireNonNull(written.plan());
        assertThat(plan.origin()).isEqualTo(Plan.Origin.PERSON);
        assertThat(plan.author()).isEqualTo("ada");
        assertThat(plan.steps().size()).isEqualTo(1);
        assertThat(written.original()).isEqualTo(plan);
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).isEqualTo(before);
        assertThat(item(unsolvedKey())).isEqualTo(written);
    }

    @Test
    void what_was_just_solved_can_be_read_before_it_is_on_disk() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        session().saves().add(() -> await(go));
        OpenSession.Item from = item("response-1-llama");
        Plan corrected = corrected(from);
        Response response = solved(from, corrected);
        session().addResponse(from, corrected, response, List.of());
        OpenSession.Item read = item(response.id());
        assertThat(session().store().response(response.id())).isEmpty();
        assertThat(read.response()).isEqualTo(response);
        assertThat(read.plan()).isEqualTo(corrected);
        assertThat(read.original()).isEqualTo(from.plan());
        assertThat(read.plans()).contains(corrected);
        go.countDown();
        saved();
        assertThat(session().store().response(response.id())).contains(response);
        assertThat(item(response.id())).isEqualTo(read);
    }

    @Test
    void an_answer_takes_the_row_of_a_problem_nobody_had_solved() {
        OpenSession.Item from = item(unsolvedKey());
        Response response = Samples.response(Samples.problem(3), null, "scripted");
        session().addResponse(from, null, response, List.of());
        assertThat(session().queue().find(unsolvedKey())).isEmpty();
        assertThat(row(response.id()).planId()).isNull();
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void an_answer_whose_item_went_in_the_meantime_is_still_shown() {
        OpenSession.Item from = item(unsolvedKey());
        session().queue().load(List.of(row("response-1-llama")));
        Response response = Samples.response(Samples.problem(3), null, "scripted");
        session().addResponse(from, null, response, List.of());
        assertThat(session().queue().find(response.id())).isPresent();
    }

    @Test
    void a_disk_that_fails_is_told_and_a_retry_keeps_everything_once() throws InterruptedException {
        disk().full.set(true);
        session().labelling().label("response-1-llama", RIGHT, 1);
        session().labelling().label("response-2-llama", WRONG, 1);
        OpenSession.Item from = item("response-1-llama");
        Plan corrected = corrected(from);
        Response response = solved(from, corrected);
        CallAttempt attempt = new CallAttempt(
                "call-1", from.problem().id(), response.id(), null, "solve", "scripted", 1, 2, 200, null, 3, 4);
        session().addResponse(from, corrected, response, List.of(attempt));
        screen.until(() ->
                session().saves().state().get() instanceof SaveQueue.State.Failed failed && failed.pending() == 5);
        assertThat(session().saves().state().get()).isEqualTo(new SaveQueue.State.Failed("The disk is full.", 5));
        assertThat(row("response-1-llama").label()).isEqualTo(RIGHT);
        assertThat(item(response.id()).response()).isEqualTo(response);
        disk().full.set(false);
        session().saves().retry();
        saved();
        assertThat(disk().writes).hasValue(5);
        List<ItemRow> before = rows();
        reopen();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(session().store().labelHistory("response-1-llama")).hasSize(1);
        assertThat(session().store().attemptsOf(from.problem().id())).containsExactly(attempt);
    }

    @Test
    void closing_at_once_loses_nothing() {
        for (int i = 0; i < 40; i++) {
            session().labelling().label("response-1-llama", i % 2 == 0 ? RIGHT : WRONG, 1);
        }
        reopen();
        assertThat(session().store().labelHistory("response-1-llama")).hasSize(40);
        assertThat(row("response-1-llama").label()).isEqualTo(WRONG);
    }

    @Test
    void versions_count_up_within_one_delegators_plan() {
        Plan first = Samples.plan(Samples.problem(1));
        Plan second = child(first, "second", 2);
        Plan third = child(second, "third", 3);
        Plan other = new Plan(
                "other", first.problemId(), null, 1, Plan.Origin.DELEGATOR, "gpt-3", "gpt-3", null, first.steps(), 1);
        List<Plan> plans = List.of(first, other, second, third);
        assertThat(OpenSession.nextVersion(first, plans)).isEqualTo(4);
        assertThat(OpenSession.nextVersion(second, plans)).isEqualTo(4);
        assertThat(OpenSession.nextVersion(other, plans)).isEqualTo(2);
        assertThat(OpenSession.originalOf(third, plans)).isEqualTo(first);
        assertThat(OpenSession.originalOf(third, List.of(third))).isEqualTo(third);
    }

    private static Plan child(Plan parent, String id, int version) {
        return new Plan(
                id,
                parent.problemId(),
                parent.id(),
                version,
                Plan.Origin.PERSON,
                "ada",
                parent.delegator(),
                null,
                EDITED,
                parent.createdAt() + 1);
    }

    private static Plan corrected(OpenSession.Item from) {
        return child(Objects.requireNonNull(from.plan()), "corrected", 2);
    }

    private static Response solved(OpenSession.Item from, Plan plan) {
        return Samples.response(from.problem(), plan, "scripted");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
