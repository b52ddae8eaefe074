package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.DelegationGroup;
import dev.tracewright.analysis.Effort;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What results count follows every way in which a session changes. */
class ResultStoreTest {
    private final Path folder;
    private final Path file;

    ResultStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("results.tracewright");
    }

    @Test
    void a_session_of_the_fourth_format_is_counted_as_if_it_had_been_made_now() throws Exception {
        Path old = OldRows.session(folder, 4);
        Random random = new Random(7);
        NaiveResults naive = new NaiveResults();
        for (int i = 0; i < 40; i++) {
            Trace made = MadeResults.trace(random, i);
            Trace trace = new Trace(
                    made.problem(),
                    made.plan(),
                    made.original(),
                    made.response().withTemplate(null),
                    null);
            OldRows.add(old, trace);
            naive.add(trace);
            for (int said = 0; said < random.nextInt(4); said++) {
                Label label = new Label(
                        random.nextInt(3) == 0 ? null : MadeResults.any(random, Verdict.values()),
                        random.nextBoolean() ? Set.of(Flag.NEEDS_ANALYSIS, Flag.ROUNDED) : Set.of(),
                        "");
                LabelEvent event = new LabelEvent(
                        "e" + i + "-" + said,
                        trace.response().id(),
                        random.nextBoolean() ? "ada" : "bob",
                        said == 2 ? Label.NONE : label,
                        said == 2,
                        1.5,
                        said);
                OldRows.add(old, event);
                naive.label(event);
            }
        }
        try (SessionStore store = Sessions.open(old)) {
            for (Set<String> annotators : List.of(Set.<String>of(), Set.of("bob"))) {
                ResultFilter filter = by(annotators);
                Answered answered = store.results().count(filter);
                assertThat(answered.groups())
                        .extracting(AnswerGroup::outcome)
                        .contains(Outcome.TRUE, Outcome.UNLABELLED);
                assertThat(sorted(answered.groups())).isEqualTo(sorted(personal(naive.groups(filter))));
                assertThat(answered.pairs()).containsExactlyInAnyOrderElementsOf(naive.pairs(filter));
                assertThat(answered.unread()).isEqualTo(naive.unread(filter));
                assertThat(answered.unread() + answered.leftOut()).isEqualTo(40);
            }
        }
    }

    /** Only flags that people set are kept. */
    private static List<AnswerGroup> personal(List<AnswerGroup> groups) {
        return groups.stream()
                .map(group -> new AnswerGroup(
                        group.cell(),
                        group.outcome(),
                        group.suggestion(),
                        group.strict(),
                        group.flags().contains(Flag.NEEDS_ANALYSIS) ? Set.of(Flag.NEEDS_ANALYSIS) : Set.of(),
                        group.pattern(),
                        group.count()))
                .toList();
    }

    private static List<String> sorted(List<AnswerGroup> groups) {
        return groups.stream().map(AnswerGroup::toString).sorted().toList();
    }

    @Test
    void importing_the_same_file_twice_counts_once_and_takes_over_what_is_learnt_later() {
        Trace trace = Samples.many(1).getFirst();
        Trace paid = new Trace(
                trace.problem(),
                trace.plan(),
                null,
                trace.response(),
                trace.label(),
                List.of(),
                new Outlay(3, 500L, 900L, 7_000, new BigDecimal("0.5"), "USD"),
                null);
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(List.of(trace));
            Answered once = store.results().count(ResultFilter.ALL);
            store.addTraces(List.of(trace, trace));
            assertThat(store.results().count(ResultFilter.ALL)).isEqualTo(once);
            assertThat(once.groups()).singleElement().returns(1L, AnswerGroup::count);
            assertThat(effort(store).outputTokens()).isEqualTo(700);
            assertThat(effort(store).costNano()).isEmpty();
            store.addTraces(List.of(paid));
            assertThat(store.results().count(ResultFilter.ALL).groups())
                    .singleElement()
                    .returns(1L, AnswerGroup::count);
            assertThat(effort(store).outputTokens()).isEqualTo(900);
            assertThat(effort(store).millis()).isEqualTo(7_000);
            assertThat(effort(store).costNano()).isEqualTo(Map.of("USD", 500_000_000L));
        }
    }

    @Test
    void an_answer_of_a_study_is_counted_with_what_all_its_attempts_took() {
        Trace trace = Samples.many(1).getFirst();
        Response response = trace.response().withTemplate("paper/solution@1");
        CallAttempt attempt =
                new CallAttempt("a1", trace.problem().id(), null, null, "solve", "llama", 1, 400, 200, null, 11, 22);
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(List.of(trace.problem()));
            store.addPlan(Samples.planOf(trace));
            store.runs()
                    .write(List.of(
                            new RunEntry.Begun("k", "s", "here", attempt),
                            new RunEntry.Ended("k", attempt, new BigDecimal("0.001"), "EUR"),
                            new RunEntry.Answered("k", response, "", 5)));
            assertThat(store.results().count(ResultFilter.ALL).groups())
                    .singleElement()
                    .returns("paper/solution@1", group -> group.cell().template());
            assertThat(effort(store).promptTokens()).isEqualTo(11);
            assertThat(effort(store).millis()).isEqualTo(400);
            assertThat(effort(store).costNano()).isEqualTo(Map.of("EUR", 1_000_000L));
        }
    }

    @Test
    void flags_without_a_verdict_count_and_the_answer_stays_unlabelled() {
        Trace trace = Samples.many(1).getFirst();
        String id = trace.response().id();
        Label flagged = new Label(null, Set.of(Flag.NEEDS_ANALYSIS), "");
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(List.of(new Trace(trace.problem(), trace.plan(), null, trace.response(), null)));
            store.addLabel(new LabelEvent("1", id, "ada", flagged, false, 2, 1));
            assertThat(said(store)).isEqualTo("UNLABELLED [NEEDS_ANALYSIS]");
            store.addLabel(new LabelEvent("2", id, "ada", Samples.RIGHT, false, 2, 2));
            assertThat(said(store)).isEqualTo("TRUE []");
            store.addLabel(new LabelEvent("3", id, "bob", Samples.WRONG, false, 2, 3));
            assertThat(said(store)).isEqualTo("DISPUTED [FORMAT_MISMATCH]");
            store.addLabel(new LabelEvent("4", id, "ada", Label.NONE, true, 0, 4));
            assertThat(said(store)).isEqualTo("FALSE [FORMAT_MISMATCH]");
            assertThat(effort(store).personSeconds()).isEqualTo(6);
        }
    }

    /** What the answers of the only cell took. */
    private static Effort effort(SessionStore store) {
        Map<Cell, Effort> efforts = store.results().count(ResultFilter.ALL).efforts();
        assertThat(efforts).hasSize(1);
        return efforts.values().iterator().next();
    }

    private static String said(SessionStore store) {
        AnswerGroup group = store.results().count(ResultFilter.ALL).groups().getFirst();
        return group.outcome() + " " + group.flags();
    }

    @Test
    void a_correction_makes_an_answer_unread_and_drops_a_reading_that_does_not_know_it() {
        Trace trace = Samples.many(1).getFirst();
        CorrectionEvent correction = new CorrectionEvent(
                "c1",
                trace.response().id(),
                "ada",
                new Correction.OfStatus(1, StepStatus.SKIPPED),
                false,
                null,
                null,
                9);
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(List.of(trace));
            ResultStore results = store.results();
            UnreadAnswer before = results.unread(0, 10, null).getFirst();
            assertThat(before.corrections()).isEmpty();
            store.addCorrection(correction);
            results.addReadings(List.of(reading(before)));
            assertThat(results.unread()).isEqualTo(1);
            UnreadAnswer after = results.unread(0, 10, "bob").getFirst();
            assertThat(after.corrections()).containsExactly(correction);
            results.addReadings(List.of(reading(after)));
            assertThat(results.unread()).isZero();
            assertThat(results.unread(0, 10, null)).isEmpty();
            store.addCorrection(new CorrectionEvent(
                    "c2", trace.response().id(), "ada", correction.correction(), true, null, null, 10));
            assertThat(results.unread()).isEqualTo(1);
            assertThat(results.count(ResultFilter.ALL).unread()).isEqualTo(1);
        }
    }

    private static AnswerReading reading(UnreadAnswer answer) {
        return new AnswerReading(
                answer.key(), answer.corrected(), Suggestion.TRUE, Verdict.TRUE, Set.of(), List.of(), 0);
    }

    @Test
    void answers_that_other_rules_have_read_count_as_unread_until_these_have() {
        List<Trace> traces = Samples.many(3);
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(traces);
            store.results()
                    .addReadings(store.results().unread(0, 10, null).stream()
                            .map(ResultStoreTest::reading)
                            .toList());
            assertThat(store.results().unread()).isZero();
        }
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteMigrations.CURRENT, config -> {})) {
            ResultStore newer = new SqlResultStore(database, new Rows("here"), AnswerReading.RULES + 1);
            assertThat(newer.unread()).isEqualTo(3);
            Answered answered = newer.count(ResultFilter.ALL);
            assertThat(answered.unread()).isEqualTo(3);
            assertThat(answered.groups())
                    .allSatisfy(group -> assertThat(group.pattern()).isNull());
            newer.addReadings(newer.unread(0, 2, null).stream()
                    .map(ResultStoreTest::reading)
                    .toList());
            assertThat(newer.unread()).isEqualTo(1);
            assertThat(newer.count(ResultFilter.ALL).unread()).isEqualTo(1);
        }
    }

    @Test
    void delegations_tell_what_writing_took_and_what_people_changed() {
        Trace trace = Samples.many(1).getFirst();
        Plan original = Samples.planOf(trace);
        Plan changed = new Plan(
                "changed",
                original.problemId(),
                original.id(),
                2,
                Plan.Origin.PERSON,
                "ada",
                original.delegator(),
                null,
                Samples.steps("Other words."),
                9);
        List<Trace> traces = new ArrayList<>(List.of(new Trace(
                trace.problem(),
                original,
                null,
                trace.response(),
                null,
                List.of(),
                null,
                new Outlay(1, 40L, 60L, 800, new BigDecimal("0.01"), "USD"))));
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(traces);
            store.addPlan(changed);
            long[] times = {1_000, 21_000, 100_000, 130_000};
            for (int i = 0; i < times.length; i++) {
                store.addDraft(new Draft("d" + i, original.id(), "ada", changed.steps(), "edit", times[i]));
            }
            assertThat(store.results().unreadPlans(10)).isEmpty();
            store.addResponse(
                    new Response(
                            "solved",
                            original.problemId(),
                            "changed",
                            trace.response().approach(),
                            original.delegator(),
                            "llama",
                            0,
                            "",
                            "4",
                            null,
                            null,
                            null,
                            null,
                            trace.response().finish(),
                            0,
                            null,
                            3),
                    List.of());
            assertThat(store.results().unreadPlans(10))
                    .containsExactly(new UnreadPlan("changed", original.id(), original.steps(), changed.steps()));
            store.results().addPlanChanges(List.of(new PlanChange("changed", original.id(), 1, 2, 3, 4)));
            assertThat(store.results().unreadPlans(10)).isEmpty();
            DelegationGroup group =
                    store.results().count(ResultFilter.ALL).delegations().getFirst();
            assertThat(group.plans()).isEqualTo(1);
            assertThat(group.effort().outputTokens()).isEqualTo(60);
            assertThat(group.effort().costNano()).isEqualTo(Map.of("USD", 10_000_000L));
            assertThat(List.of(group.changed(), group.inserted(), group.deleted(), group.moved(), group.reworded()))
                    .containsExactly(1L, 1L, 2L, 3L, 4L);
            assertThat(group.editingSeconds()).isEqualTo(50);
            String delegator = original.delegator();
            String question = trace.problem().question().toUpperCase(Locale.ROOT);
            for (String words :
                    List.of(delegator, question, trace.problem().dataset(), "llama", delegator + " llama")) {
                assertThat(store.results()
                                .count(ResultFilter.ALL.withWords(words))
                                .delegations())
                        .as(words)
                        .containsExactly(group);
            }
            assertThat(store.results()
                            .count(ResultFilter.ALL.withWords(delegator + " nowhere"))
                            .delegations())
                    .isEmpty();
        }
    }

    private static ResultFilter by(Set<String> annotators) {
        return ResultFilter.ALL.withAnnotators(annotators);
    }
}
