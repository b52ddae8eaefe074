package dev.tracewright.analysis;

import dev.tracewright.analysis.Selection.Traced;
import dev.tracewright.trace.Approach;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Trace-of-Thought answers that have steps and have been read, added up in one walk in all the ways they are looked at. */
final class StepTraces {
    private final long unread;
    private final SortedMap<String, Heap> bySolver = new TreeMap<>(Names.ORDER);
    private final SortedMap<String, Heap> byDelegator = new TreeMap<>(Names.ORDER);
    private final SortedMap<String, SortedMap<String, Heap>> byDataset = new TreeMap<>(Names.ORDER);
    private final SortedMap<String, Heap> ofDatasets = new TreeMap<>(Names.ORDER);
    private final Heap all = new Heap();

    private StepTraces(Answered answered) {
        long notRead = 0;
        Map<Cell, Heap> byCell = new HashMap<>();
        for (AnswerGroup group : answered.groups()) {
            StepPattern pattern = group.pattern();
            if (group.cell().approach() != Approach.TRACE_OF_THOUGHT) {
                continue;
            }
            if (pattern == null) {
                notRead += group.count();
            } else if (!pattern.statuses().isEmpty()) {
                Outcome outcome = Tally.outcome(
                        group.outcome(), group.suggestion(), answered.filter().suggestions());
                byCell.computeIfAbsent(group.cell(), cell -> new Heap()).add(group, pattern, outcome);
            }
        }
        unread = notRead;
        for (LengthGroup group : answered.lengths()) {
            Outcome outcome = Tally.outcome(
                    group.outcome(), group.suggestion(), answered.filter().suggestions());
            byCell.computeIfAbsent(group.cell(), cell -> new Heap()).add(group, outcome);
        }
        byCell.forEach((cell, heap) -> heaps(cell).forEach(into -> into.add(cell, heap)));
    }

    static StepTraces of(Answered answered) {
        return new StepTraces(answered);
    }

    private List<Heap> heaps(Cell cell) {
        String delegator = cell.delegator() == null ? AnalysisTexts.of("name.unknown") : Names.shown(cell.delegator());
        Function<String, Heap> empty = name -> new Heap();
        return List.of(
                all,
                ofDatasets.computeIfAbsent(cell.dataset(), empty),
                bySolver.computeIfAbsent(cell.solver(), empty),
                byDelegator.computeIfAbsent(delegator, empty),
                byDataset
                        .computeIfAbsent(cell.dataset(), name -> new TreeMap<>(Names.ORDER))
                        .computeIfAbsent(cell.solver(), empty));
    }

    /** How many Trace-of-Thought answers have not been read. */
    long unread() {
        return unread;
    }

    SortedMap<String, Heap> bySolver() {
        return bySolver;
    }

    SortedMap<String, Heap> byDelegator() {
        return byDelegator;
    }

    /** By data set, then by solver. */
    SortedMap<String, SortedMap<String, Heap>> byDataset() {
        return byDataset;
    }

    /** By data set. */
    SortedMap<String, Heap> ofDatasets() {
        return ofDatasets;
    }

    Heap all() {
        return all;
    }

    /** Some of these answers, added up. */
    static final class Heap {
        private final Set<Cell> cells = new HashSet<>();
        private final StatusCounts steps = new StatusCounts();
        /** Of the wrong answers and of the right ones. */
        private final StatusCounts[] stepsJudged = {new StatusCounts(), new StatusCounts()};

        private final Map<Trait, Judged> with = new EnumMap<>(Trait.class);
        private final Map<Trait, Judged> without = new EnumMap<>(Trait.class);
        private final SortedMap<Integer, Judged> byCount = new TreeMap<>();
        private final SortedMap<LengthBand, Judged> byLength = new TreeMap<>();
        private final SortedMap<Integer, Long> firstFalse = new TreeMap<>();
        private final SortedMap<Integer, Long> bySize = new TreeMap<>();
        private final Judged judged = new Judged();
        /** Of the wrong answers and of the right ones whose length is known. */
        private final long[] characters = new long[2];

        private final long[] measured = new long[2];
        private long answers;

        private void add(AnswerGroup group, StepPattern pattern, Outcome outcome) {
            long count = group.count();
            long suggested = outcome == group.outcome() ? 0 : count;
            answers += count;
            steps.add(pattern.statuses(), count);
            if (outcome == Outcome.TRUE || outcome == Outcome.FALSE) {
                stepsJudged[outcome == Outcome.TRUE ? 1 : 0].add(pattern.statuses(), count);
            }
            firstFalse.merge(pattern.firstFalse(), count, Long::sum);
            bySize.merge(pattern.statuses().size(), count, Long::sum);
            judged.add(outcome, count, suggested);
            byCount.computeIfAbsent(StatusCounts.column(pattern.statuses().size()), size -> new Judged())
                    .add(outcome, count, suggested);
            for (Trait trait : Trait.values()) {
                trait(trait, trait.in(pattern)).add(outcome, count, suggested);
            }
        }

        private void add(LengthGroup group, Outcome outcome) {
            byLength.computeIfAbsent(group.length(), band -> new Judged())
                    .add(outcome, group.count(), outcome == group.outcome() ? 0 : group.count());
            if (outcome == Outcome.TRUE || outcome == Outcome.FALSE) {
                characters[outcome == Outcome.TRUE ? 1 : 0] += group.characters();
                measured[outcome == Outcome.TRUE ? 1 : 0] += group.count();
            }
        }

        private Judged trait(Trait trait, boolean present) {
            return (present ? with : without).computeIfAbsent(trait, key -> new Judged());
        }

        private void add(Cell cell, Heap other) {
            cells.add(cell);
            answers += other.answers;
            steps.add(other.steps);
            stepsJudged[0].add(other.stepsJudged[0]);
            stepsJudged[1].add(other.stepsJudged[1]);
            other.firstFalse.forEach((place, count) -> firstFalse.merge(place, count, Long::sum));
            other.bySize.forEach((size, count) -> bySize.merge(size, count, Long::sum));
            judged.add(other.judged);
            other.byCount.forEach((count, of) ->
                    byCount.computeIfAbsent(count, size -> new Judged()).add(of));
            other.byLength.forEach((band, of) ->
                    byLength.computeIfAbsent(band, length -> new Judged()).add(of));
            other.with.forEach((trait, of) -> trait(trait, true).add(of));
            other.without.forEach((trait, of) -> trait(trait, false).add(of));
            characters[0] += other.characters[0];
            characters[1] += other.characters[1];
            measured[0] += other.measured[0];
            measured[1] += other.measured[1];
        }

        Set<Cell> cells() {
            return cells;
        }

        /** Those of these answers in which this was found; it must leave out answers without steps. */
        Selection opens(String title, Traced found) {
            return Selection.of(title, cells).traced(found);
        }

        StatusCounts steps() {
            return steps;
        }

        /** Those of the right or of the wrong answers. */
        StatusCounts steps(boolean right) {
            return stepsJudged[right ? 1 : 0];
        }

        long answers() {
            return answers;
        }

        /** How many answers have at least so many steps. */
        long answersWith(int count) {
            return bySize.tailMap(count).values().stream().mapToLong(of -> of).sum();
        }

        /** How many of the judged answers are true. */
        Proportion accuracy() {
            return judged.accuracy();
        }

        long suggested() {
            return judged.suggested;
        }

        /** How many of the right or of the wrong answers are so by suggestion. */
        long suggested(boolean right) {
            return right ? judged.suggestedRight : judged.suggested - judged.suggestedRight;
        }

        /** How many of the judged answers with this trait, or of those without, are true. */
        Proportion accuracy(Trait trait, boolean present) {
            return trait(trait, present).accuracy();
        }

        /** By number of steps; what is above the last column of the heat maps is counted there. */
        SortedMap<Integer, Proportion> accuracyByCount() {
            SortedMap<Integer, Proportion> accuracies = new TreeMap<>();
            byCount.forEach((count, of) -> accuracies.put(count, of.accuracy()));
            return accuracies;
        }

        /** By how long the outputs are. */
        SortedMap<LengthBand, Proportion> accuracyByLength() {
            SortedMap<LengthBand, Proportion> accuracies = new TreeMap<>();
            byLength.forEach((band, of) -> accuracies.put(band, of.accuracy()));
            return accuracies;
        }

        /** How many answers have their first false equation in this place, numbered as in {@link StepPattern#firstFalse()}. */
        long firstFalse(int place) {
            return firstFalse.getOrDefault(place, 0L);
        }

        /** How many answers have it in a step beyond this one. */
        long firstFalseBeyond(int place) {
            return firstFalse.tailMap(place + 1).values().stream()
                    .mapToLong(count -> count)
                    .sum();
        }

        /** How long the outputs are on average, of the right or of the wrong answers; null where there are none. */
        @Nullable
        Double characters(boolean right) {
            int which = right ? 1 : 0;
            return measured[which] == 0 ? null : (double) characters[which] / measured[which];
        }
    }

    /** Judged answers. */
    private static final class Judged {
        private long right;
        private long n;
        private long suggested;
        private long suggestedRight;

        private void add(Outcome outcome, long count, long bySuggestion) {
            if (outcome == Outcome.TRUE || outcome == Outcome.FALSE) {
                right += outcome == Outcome.TRUE ? count : 0;
                n += count;
                suggested += bySuggestion;
                suggestedRight += outcome == Outcome.TRUE ? bySuggestion : 0;
            }
        }

        private void add(Judged other) {
            right += other.right;
            n += other.n;
            suggested += other.suggested;
            suggestedRight += other.suggestedRight;
        }

        private Proportion accuracy() {
            return new Proportion(right, n);
        }
    }
}
