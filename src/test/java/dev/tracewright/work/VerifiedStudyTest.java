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
import dev.tracewright.llm.ModelException;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Plan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study in which a verifier reviews the steps and nobody looks at what it says; in a real session. */
@Timeout(60)
class VerifiedStudyTest {
    private static final ModelRef JUDGE = new ModelRef("Court", "judge");

    private final SessionStore store;
    private final MadeServers servers = MadeServers.of("Home", "large", "small");
    private StudyDesk desk;

    VerifiedStudyTest(@TempDir Path folder) {
        store = Sessions.create(folder.resolve("verified.tracewright"));
        store.addProblems(MadeStudies.problems(2));
        servers.models.put("Court", List.of("judge"));
        servers.answer = prompt -> answer(prompt, "1. Note the plums.\n2. Take one away.");
        servers.price(new ModelRef("Home", "large"), "0", "0", "USD");
        servers.price(new ModelRef("Home", "small"), "0", "0", "USD");
        servers.price(JUDGE, "10", "100", "USD");
        desk = desk();
    }

    private StudyDesk desk() {
        return new StudyDesk(store, Samples.HOME, servers, Records.SYSTEM);
    }

    private static String answer(String prompt, String verified) {
        if (prompt.contains("Check the steps")) {
            return verified;
        }
        return prompt.startsWith("Create") ? "1. Note the plums.\n2. Add one." : "The answer is 1.";
    }

    @AfterEach
    void close() {
        desk.close();
        store.close();
    }

    private static StudyPlan plan(Set<Arm> arms, ModelRef verifier) {
        return new StudyPlan(
                "Plums",
                7,
                new DataSelection(new Source.Session("orchard"), new Sample.All(), List.of(), List.of()),
                List.of(StudyPrompt.traceOfThought("paper/delegation", "paper/solution")),
                List.of(),
                new StudyModels(
                        List.of(new ModelRef("Home", "large")),
                        List.of(new ModelRef("Home", "small")),
                        false,
                        verifier),
                1,
                CallSettings.DEFAULT,
                CallSettings.DEFAULT,
                new Review(new Review.Extent.All(), arms, Review.By.VERIFIER),
                Budget.NONE);
    }

    private static StudyPlan bothArms() {
        return plan(Set.of(Arm.ORIGINAL, Arm.CORRECTED), JUDGE);
    }

    private OpenStudy run(StudyPlan plan) throws InterruptedException {
        OpenStudy study = desk.open(desk.prepare(plan, null));
        study.run().start();
        study.run().awaitIdle();
        return study;
    }

    private long asked(String words) {
        return servers.asked.stream().filter(prompt -> prompt.contains(words)).count();
    }

    private Plan plan(ItemRow row) {
        return store.plan(Objects.requireNonNull(row.planId())).orElseThrow();
    }

    @Test
    void the_run_asks_the_verifier_and_solves_both_arms_without_waiting_for_anybody() throws Exception {
        PreparedStudy prepared = desk.prepare(bothArms(), null);
        assertThat(Objects.requireNonNull(prepared.estimate()).calls()).isEqualTo(8);
        assertThat(prepared.estimate().lines())
                .anySatisfy(line -> assertThat(line.verifications()).isEqualTo(2));

        RunProgress end = run(bothArms()).run().progress();
        assertThat(end.phase()).isEqualTo(RunProgress.Phase.DONE);
        assertThat(end.done()).isEqualTo(8);
        assertThat(asked("Check the steps")).isEqualTo(2);
        List<ItemRow> rows = store.items("ada");
        assertThat(rows).hasSize(4).extracting(ItemRow::planVersion).containsExactly(1, 2, 1, 2);
        Plan verified = plan(rows.get(1));
        assertThat(verified.origin()).isEqualTo(Plan.Origin.VERIFIER);
        assertThat(verified.author()).isEqualTo("judge");
        assertThat(verified.delegator()).isEqualTo("large");
        assertThat(verified.parentId()).isEqualTo(rows.getFirst().planId());
        assertThat(verified.steps().text()).contains("Take one away.");
        assertThat(store.response(Objects.requireNonNull(rows.get(1).responseId()))
                        .orElseThrow()
                        .prompt())
                .contains("Take one away.");
    }

    @Test
    void what_the_verifier_takes_is_counted_in_its_own_cell() throws Exception {
        RunProgress end = run(bothArms()).run().progress();
        assertThat(end.cells())
                .filteredOn(cell -> cell.cell().model().equals(JUDGE))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.done()).isEqualTo(2);
                    assertThat(cell.used().promptTokens()).isEqualTo(200);
                    assertThat(cell.used().outputTokens()).isEqualTo(40);
                    assertThat(Objects.requireNonNull(cell.used().money()).amount())
                            .isEqualByComparingTo(new BigDecimal("0.006"));
                });
        assertThat(store.attemptsOf(store.runs().problems().getFirst().id()))
                .extracting(attempt -> attempt.role())
                .containsOnlyOnce("delegate", "verify")
                .contains("solve");
    }

    @Test
    void steps_that_the_verifier_lets_stand_are_solved_again_as_they_were() throws Exception {
        servers.answer = prompt -> answer(prompt, "1. Note the plums.\n2. Add one.");
        RunProgress end = run(bothArms()).run().progress();
        assertThat(end.done()).isEqualTo(8);
        assertThat(store.items("ada"))
                .hasSize(4)
                .extracting(ItemRow::planVersion)
                .containsOnly(1);
    }

    @Test
    void a_later_start_pays_nothing_twice() throws Exception {
        run(bothArms());
        int asked = servers.asked.size();
        desk.close();
        desk = desk();
        assertThat(run(bothArms()).run().progress().phase()).isEqualTo(RunProgress.Phase.DONE);
        assertThat(servers.asked).hasSize(asked);
    }

    @Test
    void a_verifier_without_a_list_fails_the_corrected_arm_only_and_is_asked_again_on_a_retry() throws Exception {
        servers.answer = prompt -> answer(prompt, "");
        OpenStudy study = run(bothArms());
        RunProgress end = study.run().progress();
        assertThat(end.done()).isEqualTo(4);
        assertThat(end.failed()).isEqualTo(4);
        assertThat(end.troubles())
                .anySatisfy(
                        trouble -> assertThat(trouble.why()).contains("The verifier judge answered without a list"));
        servers.answer = prompt -> answer(prompt, "1. Take one away.");
        study.run().retryFailed();
        study.run().start();
        assertThat(study.run().awaitIdle().done()).isEqualTo(8);
    }

    @Test
    void a_persons_review_of_the_same_steps_is_another_arm() throws Exception {
        run(bothArms());
        StudyPlan mine =
                MadeStudies.with(bothArms(), new Review(new Review.Extent.All(), Set.of(Arm.ORIGINAL, Arm.CORRECTED)));
        OpenStudy study = run(mine);
        assertThat(study.run().progress().phase()).isEqualTo(RunProgress.Phase.IN_REVIEW);
        assertThat(study.run().waitingForReview()).hasSize(2);
        assertThat(store.items("ada").stream().filter(QueueFilter.State.REVIEW::holds))
                .hasSize(2);
    }

    @Test
    void only_the_original_arm_needs_no_verifier() throws Exception {
        assertThat(run(plan(Set.of(Arm.ORIGINAL), JUDGE)).run().progress().done())
                .isEqualTo(4);
        assertThat(asked("Check the steps")).isZero();
    }

    @Test
    void an_offline_model_is_refused_as_a_verifier_before_anything_is_sent() throws ModelException {
        servers.models.put("offline", List.of("demo"));
        assertThat(desk.prepare(plan(Set.of(Arm.CORRECTED), new ModelRef("offline", "demo")), null)
                        .troubles())
                .singleElement()
                .asString()
                .contains("offline demonstration model and cannot check steps");
    }
}
