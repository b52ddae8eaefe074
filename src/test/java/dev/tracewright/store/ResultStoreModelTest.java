package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.LengthBand;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.PairGroup;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.store.NaiveResults.Known;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted in the data base after random events is what counting them one by one gives. */
class ResultStoreModelTest {
    private static final List<String> AUTHORS = List.of("ada", "bob", "åsa 中");

    private final NaiveResults naive = new NaiveResults();
    private final Map<String, Trace> added = new HashMap<>();
    private int made;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void counts_pairs_and_selections_agree_with_counting_one_by_one(long seed, @TempDir Path folder) {
        Random random = new Random(seed);
        Path file = folder.resolve("model.tracewright");
        SessionStore store = Sessions.create(file);
        for (int step = 0; step < 260; step++) {
            act(store, random, step);
            if (random.nextInt(60) == 0) {
                store.close();
                store = Sessions.open(file);
            }
            if (step % 65 == 64) {
                assertAgrees(store.results(), random);
            }
        }
        store.close();
    }

    private void act(SessionStore store, Random random, int step) {
        int kind = added.isEmpty() ? 0 : random.nextInt(8);
        if (kind <= 2) {
            Trace trace = MadeResults.trace(random, made++);
            store.addTraces(List.of(trace));
            added.put(trace.response().id(), trace);
            naive.add(trace);
        } else if (kind <= 5) {
            Trace trace = any(random);
            LabelEvent event = new LabelEvent(
                    "e" + step,
                    trace.response().id(),
                    AUTHORS.get(random.nextInt(AUTHORS.size())),
                    label(random),
                    random.nextInt(4) == 0,
                    random.nextInt(40) / 4.0,
                    step);
            store.addLabel(event);
            store.addLabel(event);
            naive.label(event);
        } else if (kind == 6) {
            List<UnreadAnswer> page = store.results().unread(0, 1 + random.nextInt(12), null);
            List<AnswerReading> readings =
                    page.stream().map(answer -> reading(random, answer)).toList();
            store.results().addReadings(readings);
            for (int i = 0; i < page.size(); i++) {
                naive.read(page.get(i), readings.get(i));
            }
        } else {
            Trace trace = any(random);
            store.addCorrection(new CorrectionEvent(
                    "c" + step,
                    trace.response().id(),
                    "ada",
                    new Correction.OfStatus(1, StepStatus.SKIPPED),
                    false,
                    null,
                    null,
                    step));
            naive.correct(trace.response().id());
        }
    }

    private Trace any(Random random) {
        List<String> ids = added.keySet().stream().sorted().toList();
        return Objects.requireNonNull(added.get(ids.get(random.nextInt(ids.size()))));
    }

    private static Label label(Random random) {
        Label label = Label.NONE;
        if (random.nextInt(4) > 0) {
            label = label.withVerdict(random.nextInt(3) > 0 ? Verdict.TRUE : Verdict.FALSE);
        }
        for (Flag flag : Flag.values()) {
            if (flag.personal() && random.nextInt(5) == 0) {
                label = label.toggled(flag);
            }
        }
        return random.nextInt(4) == 0 ? label.withNote("a note") : label;
    }

    private static AnswerReading reading(Random random, UnreadAnswer answer) {
        Set<Finding> findings = new HashSet<>();
        for (Finding finding : Finding.values()) {
            if (random.nextInt(3) == 0) {
                findings.add(finding);
            }
        }
        List<StepStatus> statuses = new ArrayList<>();
        for (int i = answer.steps() == null ? 9 : 0; i < 2; i++) {
            statuses.add(MadeResults.any(random, StepStatus.values()));
        }
        return new AnswerReading(
                answer.key(),
                answer.corrected(),
                random.nextInt(5) == 0 ? null : MadeResults.any(random, Suggestion.values()),
                random.nextInt(5) == 0 ? null : MadeResults.any(random, Verdict.values()),
                findings,
                statuses,
                findings.contains(Finding.FALSE_ARITHMETIC) ? random.nextInt(3) == 0 ? -1 : 1 : 0);
    }

    private void assertAgrees(ResultStore results, Random random) {
        List<ResultFilter> filters = new ArrayList<>(List.of(ResultFilter.ALL));
        for (int i = 0; i < 6; i++) {
            filters.add(MadeResults.filter(random, AUTHORS));
        }
        for (ResultFilter filter : filters) {
            Answered answered = results.count(filter);
            assertThat(answered.filter()).isEqualTo(filter);
            assertThat(answered.groups()).containsExactlyInAnyOrderElementsOf(naive.groups(filter));
            assertThat(answered.efforts()).isEqualTo(naive.efforts(filter));
            assertThat(answered.pairs()).containsExactlyInAnyOrderElementsOf(naive.pairs(filter));
            assertThat(answered.lengths()).containsExactlyInAnyOrderElementsOf(naive.lengths(filter));
            assertThat(answered.panels()).containsExactlyInAnyOrderElementsOf(naive.panels(filter));
            assertThat(answered.unread()).isEqualTo(naive.unread(filter));
            assertThat(answered.demonstration()).isEqualTo(naive.demonstration(filter));
            assertThat(answered.leftOut()).isEqualTo(naive.leftOut(filter));
            for (int i = 0; i < 8; i++) {
                Selection selection = selection(random, answered);
                List<String> expected = naive.select(selection, filter);
                assertThat(results.select(selection, filter, 1_000))
                        .as("%s of %s", selection, filter)
                        .isEqualTo(new ResultStore.Selected(expected, expected.size()));
                assertThat(results.select(selection, filter, 2).responseIds())
                        .isEqualTo(expected.subList(0, Math.min(2, expected.size())));
            }
            for (PairGroup pair : answered.pairs()) {
                if (!filter.suggestions()) {
                    long both = answered.pairs().stream()
                            .filter(other -> other.first().equals(pair.first())
                                    && other.second().equals(pair.second())
                                    && other.firstOutcome() == pair.firstOutcome()
                                    && other.secondOutcome() == pair.secondOutcome())
                            .mapToLong(PairGroup::count)
                            .sum();
                    Selection behind = Selection.of("", Set.of(pair.first()))
                            .said(Selection.Said.of(pair.firstOutcome()))
                            .against(pair.second(), pair.secondOutcome());
                    assertThat(results.select(behind, filter, 0).count()).isEqualTo(both);
                }
            }
        }
        List<Known> all = naive.all();
        assertThat(results.unread())
                .isEqualTo(all.stream().filter(known -> known.reading == null).count());
        for (boolean demonstration : new boolean[] {false, true}) {
            List<Response> kind = all.stream()
                    .filter(known -> !naive.bothKinds() || known.demonstrates() == demonstration)
                    .map(known -> known.trace.response())
                    .toList();
            ResultStore.Facets facets = results.facets(demonstration);
            assertThat(facets.bothKinds()).isEqualTo(naive.bothKinds());
            assertThat(facets.solvers())
                    .isEqualTo(kind.stream()
                            .map(Response::solver)
                            .distinct()
                            .sorted()
                            .toList());
            assertThat(facets.approaches())
                    .isEqualTo(kind.stream()
                            .map(Response::approach)
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    private static Selection selection(Random random, Answered answered) {
        List<Cell> cells =
                answered.groups().stream().map(AnswerGroup::cell).distinct().toList();
        Set<Cell> some = cells.stream().filter(cell -> random.nextBoolean()).collect(Collectors.toSet());
        Selection selection = Selection.of("some", some);
        if (random.nextInt(3) > 0) {
            selection = selection.said(new Selection.Said(
                    random.nextBoolean()
                            ? Set.of()
                            : EnumSet.of(MadeResults.any(random, Outcome.values()), Outcome.TRUE),
                    random.nextInt(3) == 0 ? Flag.NEEDS_ANALYSIS : null,
                    random.nextInt(4) > 0
                            ? Set.of()
                            : random.nextBoolean() ? Set.of(Verdict.TRUE) : Set.of(Verdict.values()),
                    random.nextInt(3) == 0,
                    random.nextInt(4) > 0 ? 0 : 1 + random.nextInt(2),
                    random.nextInt(6) == 0,
                    random.nextInt(4) > 0
                            ? Map.of()
                            : Map.of(
                                    AUTHORS.get(0),
                                    Set.of(MadeResults.any(random, Verdict.values())),
                                    AUTHORS.get(1),
                                    Set.of(Verdict.values()))));
        }
        if (random.nextInt(3) == 0) {
            selection = selection.traced(new Selection.Traced(
                    random.nextBoolean() ? null : MadeResults.any(random, Finding.values()),
                    random.nextInt(3) > 0 ? null : MadeResults.any(random, Finding.values()),
                    random.nextInt(3),
                    random.nextBoolean() ? null : MadeResults.any(random, StepStatus.values()),
                    random.nextInt(4) > 0 ? null : StepStatus.SKIPPED,
                    random.nextInt(4) > 0 ? 0 : 2,
                    random.nextInt(5) > 0 ? 0 : random.nextBoolean() ? -1 : 1,
                    random.nextBoolean()));
        }
        if (random.nextInt(3) == 0) {
            selection = selection.length(MadeResults.any(random, LengthBand.values()));
        }
        if (random.nextInt(4) == 0) {
            selection = selection.measured(MadeResults.any(random, Selection.Measured.values()));
        }
        List<Cell> plain = cells.stream()
                .filter(cell -> cell.approach() != Approach.TRACE_OF_THOUGHT)
                .toList();
        if (random.nextInt(3) == 0 && !plain.isEmpty()) {
            Map<Cell, Cell> others = new HashMap<>();
            some.stream()
                    .filter(cell -> random.nextInt(4) > 0)
                    .forEach(cell -> others.put(cell, plain.get(random.nextInt(plain.size()))));
            selection = selection.against(
                    others,
                    EnumSet.of(MadeResults.any(random, Outcome.values()), Outcome.FALSE)
                            .toArray(Outcome[]::new));
        }
        return selection;
    }
}
