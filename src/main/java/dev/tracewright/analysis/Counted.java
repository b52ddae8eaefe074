package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answers added up cell by cell, with the names that cells go by; the order in which they were counted leaves no trace. */
final class Counted {
    private static final Comparator<Cell> BY_NAME = Comparator.comparing(Cell::dataset, Names.ORDER)
            .thenComparing(Cell::solver, Names.ORDER)
            .thenComparing(Cell::approach)
            .thenComparing(cell -> cell.template() == null ? "" : cell.template())
            .thenComparing(cell -> cell.delegator() == null ? "" : cell.delegator())
            .thenComparing(Cell::corrected)
            .thenComparing(cell -> cell.template() == null)
            .thenComparing(cell -> cell.delegator() == null);

    private final Answered answered;
    private final boolean suggestions;
    private final SortedMap<Cell, Tally> cells = new TreeMap<>(BY_NAME);
    private final Map<Cell, Map<Cell, PairTally>> pairs = new HashMap<>();
    private final Map<Approach, Set<String>> templates = new EnumMap<>(Approach.class);
    private final Map<Solver, Set<String>> delegators = new HashMap<>();
    private final SortedMap<String, Board> boards = new TreeMap<>(Names.ORDER);

    /** A solver on one data set; where it followed one delegator there, its ways of answering stand in one row. */
    private record Solver(String dataset, String name) {
        static Solver of(Cell cell) {
            return new Solver(cell.dataset(), cell.solver());
        }
    }

    private Counted(Answered answered) {
        this.answered = answered;
        this.suggestions = answered.filter().suggestions();
        Map<Cell, Tally> unordered = new HashMap<>();
        for (AnswerGroup group : answered.groups()) {
            unordered
                    .computeIfAbsent(group.cell(), cell -> new Tally(suggestions))
                    .add(group);
        }
        answered.efforts()
                .forEach((cell, effort) -> unordered
                        .computeIfAbsent(cell, key -> new Tally(suggestions))
                        .add(effort));
        cells.putAll(unordered);
        answered.pairs().forEach(this::add);
        for (Cell cell : cells.keySet()) {
            templates
                    .computeIfAbsent(cell.approach(), approach -> new HashSet<>())
                    .add(String.valueOf(cell.template()));
            if (cell.approach() == Approach.TRACE_OF_THOUGHT) {
                delegators
                        .computeIfAbsent(Solver.of(cell), solver -> new HashSet<>())
                        .add(String.valueOf(cell.delegator()));
            }
        }
        Set<String> slugs = new HashSet<>();
        cells.forEach((cell, tally) -> boards.computeIfAbsent(
                        cell.dataset(), dataset -> new Board(dataset, Names.slug(dataset, slugs)))
                .add(party(cell), series(cell), cell, tally));
    }

    static Counted of(Answered answered) {
        return new Counted(answered);
    }

    private void add(PairGroup group) {
        Outcome first = Tally.outcome(group.firstOutcome(), group.firstSuggestion(), suggestions);
        Outcome second = Tally.outcome(group.secondOutcome(), group.secondSuggestion(), suggestions);
        if (!judged(first) || !judged(second)) {
            return;
        }
        boolean turned = BY_NAME.compare(group.first(), group.second()) > 0;
        PairTally counted = new PairTally();
        counted.add(
                first == Outcome.TRUE,
                second == Outcome.TRUE,
                group.firstAnalysis(),
                group.secondAnalysis(),
                group.count());
        counted.addSuggested((first != group.firstOutcome() ? group.count() : 0)
                + (second != group.secondOutcome() ? group.count() : 0));
        pairs.computeIfAbsent(turned ? group.second() : group.first(), cell -> new HashMap<>())
                .computeIfAbsent(turned ? group.first() : group.second(), cell -> new PairTally())
                .add(turned ? counted.exchanged() : counted);
    }

    private static boolean judged(Outcome outcome) {
        return outcome == Outcome.TRUE || outcome == Outcome.FALSE;
    }

    Answered answered() {
        return answered;
    }

    boolean suggestions() {
        return suggestions;
    }

    SortedMap<Cell, Tally> cells() {
        return cells;
    }

    /** One a data set. */
    List<Board> boards() {
        return List.copyOf(boards.values());
    }

    /** Whether there is more than one data set. */
    boolean severalDatasets() {
        return boards.size() > 1;
    }

    /** The problems answered and judged in both, the first pool's answers first. */
    PairTally pairs(Pool first, Pool second) {
        PairTally all = new PairTally();
        for (Cell one : first.cells()) {
            for (Cell other : second.cells()) {
                boolean turned = BY_NAME.compare(one, other) > 0;
                PairTally found =
                        pairs.getOrDefault(turned ? other : one, Map.of()).get(turned ? one : other);
                if (found != null) {
                    all.add(turned ? found.exchanged() : found);
                }
            }
        }
        return all;
    }

    Series series(Cell cell) {
        boolean several = templates.getOrDefault(cell.approach(), Set.of()).size() > 1;
        return new Series(
                cell.approach(),
                several ? cell.template() : null,
                several,
                cell.corrected() && cell.approach() == Approach.TRACE_OF_THOUGHT);
    }

    Party party(Cell cell) {
        boolean several = delegators.getOrDefault(Solver.of(cell), Set.of()).size() > 1;
        if (!several || cell.approach() != Approach.TRACE_OF_THOUGHT) {
            return new Party(cell.solver(), "");
        }
        return new Party(cell.solver(), stepsOf(cell.delegator(), cell.solver()));
    }

    private static String stepsOf(@Nullable String delegator, String solver) {
        if (delegator == null) {
            return AnalysisTexts.of("name.steps.unknown");
        }
        return delegator.equals(solver)
                ? AnalysisTexts.of("name.steps.own")
                : AnalysisTexts.of("name.steps", Names.shown(delegator));
    }

    /** What is known of one data set. */
    final class Board {
        private final String dataset;
        private final String slug;
        private final SortedMap<Party, SortedMap<Series, Pool>> pools = new TreeMap<>(Party.BY_NAME);

        private Board(String dataset, String slug) {
            this.dataset = dataset;
            this.slug = slug;
        }

        private void add(Party party, Series series, Cell cell, Tally tally) {
            pools.computeIfAbsent(party, key -> new TreeMap<>(Series.BY_APPROACH))
                    .computeIfAbsent(series, key -> new Pool(suggestions))
                    .add(cell, tally);
        }

        String dataset() {
            return dataset;
        }

        /** The data set's name as part of a file name. */
        String slug() {
            return slug;
        }

        SortedMap<Party, SortedMap<Series, Pool>> pools() {
            return pools;
        }

        List<Pool> all() {
            return pools.values().stream()
                    .flatMap(series -> series.values().stream())
                    .toList();
        }

        List<Series> series() {
            Set<Series> series = new TreeSet<>(Series.BY_APPROACH);
            pools.values().forEach(row -> series.addAll(row.keySet()));
            return List.copyOf(series);
        }

        /** Trace-of-Thought as the delegator wrote the steps against the best other way of prompting the same solver. */
        List<Match> matches() {
            return matches(false);
        }

        /**
         * Trace-of-Thought against the best other way of prompting the same solver; those without judged answers or without an
         * alternative are left out.
         *
         * @param corrected whether answers to corrected steps are matched, too
         */
        List<Match> matches(boolean corrected) {
            return pools.entrySet().stream()
                    .flatMap(row -> row.getValue().entrySet().stream()
                            .filter(entry -> entry.getKey().traces()
                                    && (corrected || !entry.getKey().corrected())
                                    && entry.getValue().accuracy().known())
                            .flatMap(entry ->
                                    Match.of(Counted.this, this, row.getKey(), entry.getKey(), entry.getValue())
                                            .stream()))
                    .toList();
        }
    }
}
