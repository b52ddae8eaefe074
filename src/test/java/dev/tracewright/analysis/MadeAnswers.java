package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes counted answers for tests: from accuracies, and at random with everything that a session may hold. */
final class MadeAnswers {
    static final String DELEGATOR = "GPT-4";

    private final List<AnswerGroup> groups = new ArrayList<>();
    private final Map<Cell, Effort> efforts = new HashMap<>();
    private final List<PairGroup> pairs = new ArrayList<>();
    private final List<DelegationGroup> delegations = new ArrayList<>();
    private final List<LengthGroup> lengths = new ArrayList<>();
    private final List<PanelGroup> panels = new ArrayList<>();
    private boolean suggestions;
    private boolean demonstration;

    static Cell cell(String dataset, Approach approach, String solver) {
        return new Cell(
                dataset, approach, "t@1", approach == Approach.TRACE_OF_THOUGHT ? DELEGATOR : null, solver, false);
    }

    static Cell corrected(Cell cell) {
        return new Cell(cell.dataset(), cell.approach(), cell.template(), cell.delegator(), cell.solver(), true);
    }

    /** So many labelled answers, of which this percentage is right. */
    MadeAnswers labelled(Cell cell, double percent, long n) {
        long right = Math.round(percent * n / 100);
        group(cell, Outcome.TRUE, right);
        return group(cell, Outcome.FALSE, n - right);
    }

    MadeAnswers group(Cell cell, Outcome outcome, long count) {
        return group(new AnswerGroup(cell, outcome, null, null, Set.of(), null, count));
    }

    MadeAnswers group(AnswerGroup group) {
        if (group.count() > 0) {
            groups.add(group);
        }
        return this;
    }

    MadeAnswers effort(Cell cell, Effort effort) {
        efforts.merge(cell, effort, Effort::plus);
        return this;
    }

    MadeAnswers pair(Cell first, Cell second, Outcome one, Outcome other, long count) {
        return pair(new PairGroup(first, second, one, other, false, false, null, null, count));
    }

    MadeAnswers pair(PairGroup group) {
        if (group.count() > 0) {
            pairs.add(group);
        }
        return this;
    }

    MadeAnswers delegation(DelegationGroup group) {
        delegations.add(group);
        return this;
    }

    MadeAnswers lengths(LengthGroup group) {
        lengths.add(group);
        return this;
    }

    MadeAnswers panel(Cell cell, Map<String, Verdict> verdicts, long count) {
        if (count > 0) {
            Outcome outcome = verdicts.containsValue(Verdict.TRUE)
                    ? verdicts.containsValue(Verdict.FALSE) ? Outcome.DISPUTED : Outcome.TRUE
                    : Outcome.FALSE;
            panels.add(new PanelGroup(cell, verdicts, outcome, count));
        }
        return this;
    }

    MadeAnswers withSuggestions() {
        suggestions = true;
        return this;
    }

    /** What was made is demonstration material. */
    MadeAnswers demonstrating() {
        demonstration = true;
        return this;
    }

    Answered answered() {
        return new Answered(
                ResultFilter.ALL.withSuggestions(suggestions),
                groups,
                efforts,
                pairs,
                delegations,
                lengths,
                panels,
                0,
                demonstration,
                0);
    }

    /** A session of many kinds of answers; equal seeds make equal sessions. */
    static MadeAnswers random(long seed, int count) {
        Random random = new Random(seed);
        MadeAnswers made = new MadeAnswers();
        List<Cell> cells = new ArrayList<>();
        for (String dataset : List.of("GSM8K", "MATH")) {
            for (String solver :
                    List.of("Llama 2-7B Chat", "GPT-4", "org/a-rather-long-model-name-70B-Instruct-v0.3")) {
                for (Approach approach : Approach.values()) {
                    Cell cell = cell(dataset, approach, solver);
                    cells.add(cell);
                    if (approach == Approach.TRACE_OF_THOUGHT) {
                        cells.add(corrected(cell));
                    }
                }
            }
            for (String delegator : List.of("GPT-4", "Mixtral")) {
                made.delegation(
                        new DelegationGroup(dataset, delegator, 200, effort(random, 200), 40, 9, 8, 7, 30, 1800));
            }
        }
        for (int i = 0; i < count; i++) {
            Cell cell = cells.get(random.nextInt(cells.size()));
            long n = 1L + random.nextInt(3);
            made.group(new AnswerGroup(
                    cell,
                    outcome(random),
                    random.nextInt(4) == 0 ? null : pick(random, Suggestion.values()),
                    random.nextInt(4) == 0 ? null : pick(random, Verdict.values()),
                    random.nextInt(5) == 0 ? Set.of(Flag.NEEDS_ANALYSIS) : Set.of(),
                    cell.approach() == Approach.TRACE_OF_THOUGHT ? pattern(random) : null,
                    n));
            made.effort(cell, effort(random, n));
            if (random.nextInt(3) == 0) {
                made.panel(cell, verdicts(random), n);
            }
            AnswerGroup last = made.groups.getLast();
            if (last.pattern() != null) {
                made.lengths(new LengthGroup(
                        cell,
                        last.outcome(),
                        last.suggestion(),
                        LengthBand.of(20 << (i % 10)),
                        last.count(),
                        last.count() * (20L << (i % 10))));
            }
            Cell other = cells.get(random.nextInt(cells.size()));
            if (other.dataset().equals(cell.dataset())
                    && other.solver().equals(cell.solver())
                    && cells.indexOf(cell) < cells.indexOf(other)) {
                made.pair(new PairGroup(
                        cell,
                        other,
                        outcome(random),
                        outcome(random),
                        random.nextInt(5) == 0,
                        random.nextInt(5) == 0,
                        pick(random, Suggestion.values()),
                        null,
                        n));
            }
        }
        return made;
    }

    private static Outcome outcome(Random random) {
        int of = random.nextInt(20);
        return of < 11 ? Outcome.TRUE : of < 17 ? Outcome.FALSE : of < 18 ? Outcome.DISPUTED : Outcome.UNLABELLED;
    }

    /** Of two of three annotators, or of all. */
    private static Map<String, Verdict> verdicts(Random random) {
        Map<String, Verdict> verdicts = new HashMap<>();
        boolean right = random.nextBoolean();
        for (String annotator : List.of("ada", "Bob", "\u00e5sa")) {
            verdicts.put(annotator, right == (random.nextInt(5) > 0) ? Verdict.TRUE : Verdict.FALSE);
        }
        if (random.nextBoolean()) {
            verdicts.remove(List.copyOf(verdicts.keySet()).get(random.nextInt(3)));
        }
        return verdicts;
    }

    private static @Nullable StepPattern pattern(Random random) {
        if (random.nextInt(9) == 0) {
            return null;
        }
        int steps = 1 + random.nextInt(random.nextInt(6) == 0 ? 22 : 8);
        List<StepStatus> statuses = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            statuses.add(random.nextInt(3) > 0 ? StepStatus.FOLLOWED : pick(random, StepStatus.values()));
        }
        int place = random.nextInt(10) == 0 ? -1 : random.nextInt(4) == 0 ? 1 + random.nextInt(steps) : 0;
        return new StepPattern(statuses, random.nextInt(9) == 0, random.nextInt(7) == 0, random.nextInt(5) == 0, place);
    }

    private static Effort effort(Random random, long n) {
        return new Effort(
                n * (100 + random.nextInt(50)),
                n,
                n * (200 + random.nextInt(80)),
                n,
                n * 2100,
                n,
                random.nextBoolean() ? Map.of("USD", n * 1_500_000) : Map.of("EUR", n * 700_000),
                n * 14.5);
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
