package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPrompt;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.store.StoredStudy;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyDeskTest {
    private static final ModelRef LARGE = new ModelRef("Home", "large");
    private static final ModelRef SMALL = new ModelRef("Home", "small");

    private final Path folder;
    private final SessionStore store;
    private final MadeServers servers = MadeServers.of("Home", "large", "small");
    private StudyDesk desk;

    StudyDeskTest(@TempDir Path folder) {
        this.folder = folder;
        store = Sessions.create(folder.resolve("study.tracewright"));
        store.addProblems(MadeStudies.problems(3));
        desk = desk();
    }

    @AfterEach
    void close() {
        desk.close();
        store.close();
    }

    private StudyDesk desk() {
        return new StudyDesk(store, Samples.HOME, servers, Records.SYSTEM);
    }

    private static StudyPlan plan(Budget budget) {
        return plan(new Source.Session("orchard"), budget);
    }

    private static StudyPlan plan(Source source, Budget budget) {
        return new StudyPlan(
                "Plums",
                7,
                new DataSelection(source, new Sample.All(), List.of(), List.of()),
                List.of(
                        StudyPrompt.of(Approach.STANDARD, "paper/standard"),
                        StudyPrompt.traceOfThought("paper/delegation", "paper/solution")),
                List.of(),
                new StudyModels(List.of(LARGE), List.of(SMALL), false, null),
                1,
                CallSettings.DEFAULT,
                CallSettings.DEFAULT,
                Review.NONE,
                budget);
    }

    @Test
    void preparing_counts_calls_tokens_and_money_and_sends_and_changes_nothing() {
        servers.price(LARGE, "10", "30", "USD");
        servers.price(SMALL, "1", "2", "USD");
        PreparedStudy prepared = desk.prepare(plan(Budget.NONE), null);
        assertThat(prepared.troubles()).isEmpty();
        assertThat(prepared.ready()).isTrue();
        assertThat(prepared.problems()).hasSize(3);
        Estimate estimate = Objects.requireNonNull(prepared.estimate());
        assertThat(estimate.calls()).isEqualTo(9);
        assertThat(estimate.unpriced()).isEmpty();
        assertThat(estimate.money()).hasSize(1);
        assertThat(prepared.answered()).isZero();
        assertThat(servers.asked).isEmpty();
        assertThat(desk.studies()).isEmpty();
    }

    @Test
    void a_study_runs_to_its_end_and_its_answers_are_in_the_queue() throws Exception {
        OpenStudy study = desk.open(desk.prepare(plan(Budget.NONE), null));
        assertThat(study.run().progress().phase()).isEqualTo(RunProgress.Phase.READY);
        study.run().start();
        RunProgress end = study.run().awaitIdle();
        assertThat(end.phase()).isEqualTo(RunProgress.Phase.DONE);
        assertThat(end.done()).isEqualTo(9);
        List<ItemRow> items = store.items("ada");
        assertThat(items).hasSize(6);
        assertThat(items).extracting(ItemRow::solver).containsOnly("small");
        assertThat(items).extracting(ItemRow::approach).containsOnly(Approach.STANDARD, Approach.TRACE_OF_THOUGHT);
        assertThat(items)
                .filteredOn(row -> row.approach() == Approach.TRACE_OF_THOUGHT)
                .allSatisfy(row -> {
                    assertThat(row.delegator()).isEqualTo("large");
                    assertThat(row.planId()).isNotNull();
                });
        assertThat(items).allSatisfy(row -> assertThat(row.label().verdict()).isNull());
    }

    @Test
    void stored_studies_are_listed_with_their_progress_and_given_back_without_being_started() throws Exception {
        StudyPlan plan = plan(Budget.NONE);
        OpenStudy study = desk.open(desk.prepare(plan, null));
        study.run().start();
        study.run().awaitIdle();
        int asked = servers.asked.size();

        StudyDesk later = desk();
        assertThat(later.studies()).singleElement().satisfies(listed -> {
            assertThat(listed.plan()).isEqualTo(plan);
            assertThat(listed.trouble()).isNull();
            RunProgress progress = Objects.requireNonNull(listed.progress());
            assertThat(progress.phase()).isEqualTo(RunProgress.Phase.DONE);
            assertThat(progress.done()).isEqualTo(9);
            assertThat(progress.promptTokens()).isEqualTo(900);
        });
        OpenStudy again = later.reopen(study.study().id());
        assertThat(again.plan()).isEqualTo(plan);
        again.run().start();
        assertThat(again.run().awaitIdle().phase()).isEqualTo(RunProgress.Phase.DONE);
        assertThat(servers.asked).hasSize(asked);
        assertThat(later.prepare(plan, null).answered()).isEqualTo(9);
    }

    @Test
    void a_raised_budget_goes_on_with_the_study_and_another_question_is_another_study() {
        OpenStudy first = desk.open(desk.prepare(plan(new Budget(null, 1_000L)), null));
        StudyPlan raised = plan(new Budget(null, 9_000L));
        OpenStudy second = desk.open(desk.prepare(raised, null));
        assertThat(second.study().id()).isEqualTo(first.study().id());
        assertThat(desk.studies())
                .singleElement()
                .extracting(StudyDesk.Listed::plan)
                .isEqualTo(raised);
        desk.open(desk.prepare(
                MadeStudies.with(
                        raised,
                        raised.seed(),
                        new DataSelection(new Source.Session("orchard"), new Sample.First(1), List.of(), List.of())),
                null));
        assertThat(desk.studies()).hasSize(2);
    }

    @Test
    void problems_that_are_imported_later_do_not_change_a_study() {
        OpenStudy study = desk.open(desk.prepare(plan(Budget.NONE), null));
        store.addProblems(MadeStudies.problems(9));
        assertThat(desk().reopen(study.study().id()).run().progress().total()).isEqualTo(9);
    }

    @Test
    void problems_come_from_a_file_beside_the_plan_or_with_the_program_and_stay_in_the_session() throws Exception {
        Files.writeString(folder.resolve("two.jsonl"), """
                {"question": "What is 1 + 1?", "answer": "#### 2"}
                {"question": "What is 1 + 2?", "answer": "#### 3"}
                {"no question": 1}
                """);
        PreparedStudy file = desk.prepare(plan(new Source.File("two.jsonl"), Budget.NONE), folder);
        assertThat(file.troubles()).isEmpty();
        assertThat(file.notes()).singleElement().asString().contains("1 row could not be read");
        OpenStudy study = desk.open(file);
        Files.delete(folder.resolve("two.jsonl"));
        assertThat(desk().reopen(study.study().id()).run().progress().total()).isEqualTo(6);

        PreparedStudy bundled = desk.prepare(plan(new Source.Bundled("arithmetic"), Budget.NONE), null);
        assertThat(bundled.troubles()).isEmpty();
        assertThat(bundled.problems()).hasSize(24).extracting(Problem::dataset).containsOnly("arithmetic");
    }

    @Test
    void a_file_whose_columns_nobody_knows_is_read_as_the_plan_says() throws Exception {
        Files.writeString(
                folder.resolve("ours.csv"),
                "Aufgabe,Ergebnis,Stufe\nWhat is 1 + 1?,2,leicht\nWhat is 2 + 3?,5,schwer\n");
        Files.writeString(folder.resolve("bare.csv"), "What is 1 + 1?,2\nWhat is 2 + 3?,5\n");
        assertThat(desk.prepare(plan(new Source.File("ours.csv"), Budget.NONE), folder)
                        .problems())
                .isEmpty();
        assertThat(desk.columns("ours.csv", folder).columns()).containsExactly("Aufgabe", "Ergebnis", "Stufe");

        Map<String, String> columns = Map.of("question", "Aufgabe", "gold_answer", "Ergebnis", "level", "Stufe");
        PreparedStudy mapped = desk.prepare(plan(new Source.File("ours.csv", columns), Budget.NONE), folder);
        assertThat(mapped.troubles()).isEmpty();
        assertThat(mapped.problems()).extracting(Problem::answer).containsExactly("2", "5");
        assertThat(mapped.problems()).extracting(Problem::level).containsExactly("leicht", "schwer");

        PreparedStudy bare = desk.prepare(
                plan(new Source.File("bare.csv", Map.of("question", "#1", "gold_answer", "#2")), Budget.NONE), folder);
        assertThat(bare.problems()).extracting(Problem::question).containsExactly("What is 1 + 1?", "What is 2 + 3?");

        assertTroubles(
                plan(new Source.File("ours.csv", Map.of("question", "Frage", "gold_answer", "Ergebnis")), Budget.NONE),
                "The file 'ours.csv' has no problem.");
    }

    @Test
    void what_keeps_a_study_from_running_is_told_in_sentences_before_anything_is_sent() {
        assertTroubles(plan(new Source.Session("orchid"), Budget.NONE), "did you mean 'orchard'?");
        assertTroubles(
                plan(new Source.Bundled("gsm8k"), Budget.NONE),
                "There is no bundled data set 'gsm8k'; there are arithmetic and symbolic-algebra.");
        assertTroubles(plan(new Source.File("gone.jsonl"), Budget.NONE), "does not exist");
        assertTroubles(
                plan(new Source.File("gone.jsonl", Map.of("asked", "A")), Budget.NONE),
                "'asked' is nothing that a column can mean; known are question,");
        assertTroubles(
                plan(new Budget(new Money(BigDecimal.ONE, "USD"), null)),
                "the price of large · Home and small · Home is unknown");
        servers.price(LARGE, "10", "30", "EUR");
        servers.price(SMALL, "0", "0", "EUR");
        assertTroubles(plan(new Budget(new Money(BigDecimal.ONE, "USD"), null)), "prices in EUR");
        servers.troubles.put("Home", "The environment variable HOME_KEY is not set.");
        assertTroubles(plan(Budget.NONE), "The environment variable HOME_KEY is not set.");
        servers.troubles.clear();
        servers.models.put("Home", List.of("large"));
        assertTroubles(plan(Budget.NONE), "the endpoint 'Home' has no model 'small'");
        assertThat(servers.asked).isEmpty();
        assertThat(desk.studies()).isEmpty();
    }

    private void assertTroubles(StudyPlan plan, String words) {
        PreparedStudy prepared = desk.prepare(plan, folder);
        assertThat(prepared.troubles()).singleElement().asString().contains(words);
        assertThatThrownBy(() -> desk.open(prepared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(prepared.troubles().getFirst());
    }

    @Test
    void a_relative_data_file_of_a_plan_without_a_file_is_refused() {
        assertThat(desk.prepare(plan(new Source.File("two.jsonl"), Budget.NONE), null)
                        .troubles())
                .singleElement()
                .asString()
                .contains("give its whole path");
    }

    @Test
    void an_estimate_above_the_budget_is_a_note_and_not_a_trouble() {
        PreparedStudy prepared = desk.prepare(plan(new Budget(null, 100L)), null);
        assertThat(prepared.ready()).isTrue();
        assertThat(prepared.notes()).singleElement().asString().contains("more than the budget of 100");
    }

    @Test
    void a_study_that_runs_is_the_same_when_it_is_opened_again_and_stops_with_the_desk() throws Exception {
        servers.answer = prompt -> {
            Thread.sleep(20);
            return "1. Wait.";
        };
        OpenStudy study = desk.open(desk.prepare(plan(Budget.NONE), null));
        study.run().start();
        assertThat(desk.reopen(study.study().id())).isSameAs(study);
        desk.close();
        assertThat(study.run().progress().phase().active()).isFalse();
    }

    @Test
    void a_stored_plan_that_cannot_be_read_is_listed_with_the_reason() {
        store.runs().putStudy(new StoredStudy("s", "From tomorrow", "format: 99\n", 1), List.of());
        assertThat(desk.studies()).singleElement().satisfies(listed -> {
            assertThat(listed.plan()).isNull();
            assertThat(listed.progress()).isNull();
            assertThat(listed.trouble()).isNotBlank();
        });
    }
}
