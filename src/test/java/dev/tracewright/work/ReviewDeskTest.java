package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPrompt;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Steps wait for a review, are reviewed by a person, and are solved with in both arms; all in a real session. */
@Timeout(60)
class ReviewDeskTest {
    private static final Steps CORRECTED = Samples.steps("Note the plums.", "Take one away.");

    private final Path file;
    private final Screen screen = new Screen();
    private final MadeServers servers = MadeServers.of("Home", "large", "small");
    private OpenSession session;
    private StudyDesk studies;

    ReviewDeskTest(@TempDir Path folder) {
        file = folder.resolve("reviews.tracewright");
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(MadeStudies.problems(3));
        }
        session = session("ada");
        studies = studies(session);
    }

    private OpenSession session(String annotator) {
        SessionStore store = Sessions.open(file);
        OpenSession opened = new OpenSession(store, annotator, screen, Stamps.real());
        opened.queue().load(store.items(annotator));
        return opened;
    }

    private StudyDesk studies(OpenSession of) {
        StudyDesk desk = new StudyDesk(of.store(), Samples.HOME, servers, Records.SYSTEM);
        of.reviews().follow(desk);
        return desk;
    }

    @AfterEach
    void close() {
        studies.close();
        session.close();
    }

    private void reopen(String annotator) {
        close();
        session = session(annotator);
        studies = studies(session);
    }

    private static StudyPlan plan(Review review) {
        return new StudyPlan(
                "Plums",
                7,
                new DataSelection(new Source.Session("orchard"), new Sample.All(), List.of(), List.of()),
                List.of(StudyPrompt.traceOfThought("paper/delegation", "paper/solution")),
                List.of(),
                new StudyModels(
                        List.of(new ModelRef("Home", "large")), List.of(new ModelRef("Home", "small")), false, null),
                1,
                CallSettings.DEFAULT,
                CallSettings.DEFAULT,
                review,
                Budget.NONE);
    }

    private static StudyPlan bothArms() {
        return plan(new Review(new Review.Extent.All(), Set.of(Arm.ORIGINAL, Arm.CORRECTED)));
    }

    private OpenStudy run(StudyPlan plan) throws InterruptedException {
        OpenStudy study = studies.open(studies.prepare(plan, null));
        study.run().start();
        study.run().awaitIdle();
        session.queue().load(session.store().items(session.annotator()));
        return study;
    }

    private List<ItemRow> waiting() {
        return session.queue().matching(QueueFilter.State.REVIEW::holds);
    }

    private void review(ItemRow row, @Nullable Steps steps) throws Exception {
        OpenSession.Item item = session.read(row);
        Plan plan = Objects.requireNonNull(item.plan());
        session.reviews().review(item, steps == null ? plan.steps() : steps, null);
        assertThat(session.saves().drain()).isTrue();
        screen.catchUp();
    }

    private void undo() throws Exception {
        assertThat(session.labelling().undo()).isPresent();
        assertThat(session.saves().drain()).isTrue();
        screen.catchUp();
    }

    private ItemRow.Review reviewOf(String key) {
        return Objects.requireNonNull(session.queue().find(key).orElseThrow().review());
    }

    @Test
    void steps_of_a_study_wait_as_items_of_their_own_beside_the_answers_of_the_original_arm() throws Exception {
        OpenStudy study = run(bothArms());
        assertThat(study.run().progress().phase()).isEqualTo(RunProgress.Phase.IN_REVIEW);
        assertThat(session.queue().size()).isEqualTo(6);
        assertThat(waiting()).hasSize(3).allSatisfy(row -> {
            assertThat(row.responseId()).isNull();
            assertThat(row.delegator()).isEqualTo("large");
            assertThat(session.read(row).plan()).isNotNull();
        });
        reopen("ada");
        assertThat(waiting()).hasSize(3);
    }

    @Test
    void unchanged_steps_count_as_reviewed_and_the_open_run_goes_on_at_once() throws Exception {
        OpenStudy study = run(plan(new Review(new Review.Extent.All(), Set.of(Arm.CORRECTED))));
        List<ItemRow> rows = waiting();
        assertThat(rows).hasSize(3);
        review(rows.getFirst(), null);
        screen.until(() -> study.run().progress().done() == 4);
        assertThat(study.run().awaitIdle().phase()).isEqualTo(RunProgress.Phase.IN_REVIEW);
        for (ItemRow row : rows.subList(1, 3)) {
            review(row, null);
        }
        screen.until(() -> study.run().progress().phase() == RunProgress.Phase.DONE);
        assertThat(session.store().items("ada")).hasSize(3).allSatisfy(row -> {
            assertThat(row.responseId()).isNotNull();
            assertThat(row.planVersion()).isEqualTo(1);
        });
    }

    @Test
    void edited_steps_are_a_version_of_the_persons_and_are_solved_in_both_arms_at_the_next_start() throws Exception {
        run(bothArms());
        studies.close();
        ItemRow row = waiting().getFirst();
        OpenSession.Item item = session.read(row);
        session.keepDraft(Objects.requireNonNull(row.planId()), CORRECTED, "edit");
        review(row, CORRECTED);
        ItemRow reviewed = session.queue().find(row.key()).orElseThrow();
        assertThat(reviewed.planVersion()).isEqualTo(2);
        assertThat(reviewed.drafted()).isFalse();
        assertThat(reviewOf(row.key()).reviewer()).isEqualTo("ada");

        reopen("ben");
        assertThat(waiting()).hasSize(2);
        assertThat(reviewOf(row.key()).reviewer()).isEqualTo("ada");
        OpenStudy again = studies.reopen(studies.studies().getFirst().study().id());
        again.run().start();
        again.run().awaitIdle();
        List<ItemRow> answers = session.store().items("ben").stream()
                .filter(answer ->
                        answer.responseId() != null && answer.problem().equals(item.problem()))
                .toList();
        assertThat(answers).extracting(ItemRow::planVersion).containsExactly(1, 2);
        Plan corrected = session.store()
                .plan(Objects.requireNonNull(answers.getLast().planId()))
                .orElseThrow();
        assertThat(corrected.steps()).isEqualTo(CORRECTED);
        assertThat(corrected.origin()).isEqualTo(Plan.Origin.PERSON);
        assertThat(corrected.author()).isEqualTo("ada");
        assertThat(corrected.parentId()).isEqualTo(row.planId());
        assertThat(session.store().items("ben")).noneMatch(left -> left.key().equals(row.key()));
        assertThat(session.store().runs().reviews(callKey(row))).singleElement().satisfies(event -> {
            assertThat(event.reviewer()).isEqualTo("ada");
            assertThat(event.planId()).isEqualTo(row.planId());
            assertThat(event.reviewedId()).isEqualTo(corrected.id());
            assertThat(event.at()).isPositive();
        });
    }

    private static String callKey(ItemRow row) {
        return Objects.requireNonNull(row.review()).callKey();
    }

    @Test
    void a_review_is_taken_back_with_its_edits_until_a_solver_has_the_steps() throws Exception {
        OpenStudy study = run(bothArms());
        study.run().pause();
        ItemRow row = waiting().getFirst();
        review(row, CORRECTED);
        undo();
        assertThat(waiting()).hasSize(3).contains(row.withDrafted(true));
        assertThat(session.read(session.queue().find(row.key()).orElseThrow()).draft())
                .isEqualTo(CORRECTED);
        study.run().start();
        assertThat(study.run().awaitIdle().phase()).isEqualTo(RunProgress.Phase.IN_REVIEW);
        assertThat(study.run().progress().done()).isEqualTo(6);

        review(session.queue().find(row.key()).orElseThrow(), CORRECTED);
        screen.until(() -> study.run().progress().done() == 7);
        undo();
        assertThat(session.reviews().said().get())
                .isEqualTo(new ReviewDesk.Said.Solved(row.problem().number()));
        assertThat(waiting()).hasSize(2);
        assertThat(session.store().runs().reviews(callKey(row))).hasSize(3);
    }

    @Test
    void without_an_open_run_the_session_itself_refuses_to_take_back_what_was_solved() throws Exception {
        OpenStudy study = run(bothArms());
        ItemRow row = waiting().getFirst();
        review(row, null);
        screen.until(() -> study.run().progress().done() == 7);
        session.reviews().follow(ReviewDesk.Runs.NONE);
        undo();
        assertThat(session.reviews().said().get()).isInstanceOf(ReviewDesk.Said.Solved.class);
    }

    @Test
    void the_first_of_two_reviewers_stands_and_the_other_hears_of_it() throws Exception {
        run(bothArms());
        ItemRow row = waiting().getFirst();
        OpenSession other = session("ben");
        try {
            ItemRow theirs = other.queue().find(row.key()).orElseThrow();
            review(row, CORRECTED);
            OpenSession.Item item = other.read(theirs);
            other.reviews().review(item, Samples.steps("Guess."), null);
            assertThat(other.saves().drain()).isTrue();
            screen.catchUp();
            assertThat(other.reviews().said().get())
                    .isEqualTo(new ReviewDesk.Said.Overtaken(row.problem().number(), "ada"));
            assertThat(other.labelling().undo()).isPresent();
            assertThat(other.saves().drain()).isTrue();
        } finally {
            other.close();
        }
        assertThat(session.store().runs().reviews(callKey(row)))
                .singleElement()
                .satisfies(event -> assertThat(event.reviewer()).isEqualTo("ada"));
        assertThat(session.store().plansOf(row.problem().id())).hasSize(3);
    }

    @Test
    void solving_by_hand_leaves_the_steps_waiting_with_their_edits() throws Exception {
        run(bothArms());
        ItemRow row = waiting().getFirst();
        session.queue().select(row.key());
        session.keepDraft(Objects.requireNonNull(row.planId()), CORRECTED, "edit");
        OpenSession.Item item = session.read(session.queue().find(row.key()).orElseThrow());
        ModelDesk desk =
                new ModelDesk(session, screen, dev.tracewright.experiment.Templates.PAPER, CallSettings.DEFAULT);
        desk.solve(
                item,
                item.plan(),
                CORRECTED,
                dev.tracewright.trace.Approach.TRACE_OF_THOUGHT,
                servers.model(new ModelRef("Home", "small")),
                message -> assertThat(message).isNull());
        assertThat(session.saves().drain()).isTrue();
        screen.catchUp();
        assertThat(session.queue().size()).isEqualTo(7);
        ItemRow still = session.queue().find(row.key()).orElseThrow();
        assertThat(still.drafted()).isTrue();
        review(still, CORRECTED);
        assertThat(session.queue().find(row.key()).orElseThrow().planVersion())
                .as("the version that was solved by hand is the reviewed one")
                .isEqualTo(2);
    }
}
