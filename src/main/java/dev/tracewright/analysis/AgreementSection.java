package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far annotators agree on the answers that several of them judged; nothing where nobody judged what somebody else did. */
final class AgreementSection {
    private static final Set<Verdict> EITHER = Set.of(Verdict.values());

    private AgreementSection() {}

    static Optional<Section> of(Counted counted) {
        Map<Cell, List<PanelGroup>> byCell =
                counted.answered().panels().stream().collect(Collectors.groupingBy(PanelGroup::cell));
        TableBuilder datasets = table("agreement")
                .words("dataset")
                .figures("annotators", "n", "differ", "unsettled", "agreement", "low", "high", "alpha");
        TableBuilder pairs = table("agreement-by-pair")
                .words("dataset", "annotator", "second")
                .figures("n", "both-true", "only-first", "only-second", "both-false")
                .figures("agreement", "low", "high", "kappa", "kappa-low", "kappa-high");
        TableBuilder solvers = table("agreement-by-solver")
                .words("dataset", "solver", "approach")
                .figures("n", "differ", "unsettled", "agreement", "low", "high", "alpha");
        for (Board board : counted.boards()) {
            Jury all = Jury.of(board.all(), byCell);
            if (!all.isEmpty()) {
                datasets.row(dataset(board, all));
                all.pairs.forEach((pair, kappa) -> pairs.row(pair(board, all, pair, kappa)));
            }
            board.pools()
                    .forEach((party, row) -> row.forEach((series, pool) -> {
                        Jury jury = Jury.of(List.of(pool), byCell);
                        if (!jury.isEmpty()) {
                            solvers.row(solver(board, party, series, jury));
                        }
                    }));
        }
        return Sections.of("agreement", List.of(), List.of(datasets, pairs, solvers));
    }

    private static TableBuilder table(String id) {
        return new TableBuilder(id, AnalysisTexts.of(id + ".title"), AnalysisTexts.of(id + ".note"));
    }

    private static List<Value> dataset(Board board, Jury jury) {
        List<Value> values = new ArrayList<>(List.of(
                Value.words(board.dataset()),
                Values.count(jury.annotators().size(), jury.opens("open.several", board.dataset()))));
        values.addAll(jury.figures(board.dataset()));
        return values;
    }

    private static List<Value> solver(Board board, Party party, Series series, Jury jury) {
        List<Value> values = new ArrayList<>(
                List.of(Value.words(board.dataset()), Value.words(party.name()), Value.words(series.name())));
        values.addAll(jury.figures(AnalysisTexts.of("open.cell", party.name(), series.name(), board.dataset())));
        return values;
    }

    private static List<Value> pair(Board board, Jury jury, Pair pair, CohenKappa kappa) {
        Selection opens = pair.opens(board, jury, EITHER, EITHER);
        Interval interval = kappa.interval();
        return List.of(
                Value.words(board.dataset()),
                Value.words(pair.first()),
                Value.words(pair.second()),
                Values.count(kappa.agreement().n(), opens),
                Values.count(kappa.both(), pair.opens(board, jury, Set.of(Verdict.TRUE), Set.of(Verdict.TRUE))),
                Values.count(kappa.first(), pair.opens(board, jury, Set.of(Verdict.TRUE), Set.of(Verdict.FALSE))),
                Values.count(kappa.second(), pair.opens(board, jury, Set.of(Verdict.FALSE), Set.of(Verdict.TRUE))),
                Values.count(kappa.neither(), pair.opens(board, jury, Set.of(Verdict.FALSE), Set.of(Verdict.FALSE))),
                Values.percent(kappa.agreement(), opens),
                Values.low(kappa.agreement()),
                Values.high(kappa.agreement()),
                coefficient(kappa.value(), opens),
                interval == null ? Value.NONE : coefficient(interval.low(), null),
                interval == null ? Value.NONE : coefficient(interval.high(), null));
    }

    private static Value coefficient(double value, @Nullable Selection opens) {
        return Double.isNaN(value) ? Value.NONE : new Value(Numbers.fixed(value, 3), value, "", null, opens);
    }

    /** Two annotators, in alphabetical order. */
    private record Pair(String first, String second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byFirst = Names.ORDER.compare(first, other.first);
            return byFirst == 0 ? Names.ORDER.compare(second, other.second) : byFirst;
        }

        /** The answers of a data set of which they say one of these each. */
        Selection opens(Board board, Jury jury, Set<Verdict> ofFirst, Set<Verdict> ofSecond) {
            return Selection.of(
                            AnalysisTexts.of(
                                    "open.pair", first, said(ofFirst), second, said(ofSecond), board.dataset()),
                            jury.cells)
                    .said(Said.by(Map.of(first, ofFirst, second, ofSecond)));
        }

        private static String said(Set<Verdict> verdicts) {
            return verdicts.size() > 1
                    ? ""
                    : AnalysisTexts.of(verdicts.contains(Verdict.TRUE) ? "open.pair.true" : "open.pair.false");
        }
    }

    /** What annotators say of some answers that two of them or more judged. */
    private static final class Jury {
        private final Set<Cell> cells = new HashSet<>();
        private final SortedMap<Pair, CohenKappa> pairs = new TreeMap<>();
        private final List<PanelGroup> groups = new ArrayList<>();

        /** Those of these pools. */
        static Jury of(Collection<Pool> pools, Map<Cell, List<PanelGroup>> byCell) {
            Jury jury = new Jury();
            pools.stream()
                    .flatMap(pool -> pool.cells().stream())
                    .flatMap(cell -> byCell.getOrDefault(cell, List.of()).stream())
                    .forEach(jury::add);
            return jury;
        }

        private void add(PanelGroup group) {
            cells.add(group.cell());
            groups.add(group);
            String[] names = group.verdicts().keySet().toArray(String[]::new);
            Arrays.sort(names, Names.ORDER);
            for (int i = 0; i < names.length; i++) {
                for (int j = i + 1; j < names.length; j++) {
                    boolean first = group.verdicts().get(names[i]) == Verdict.TRUE;
                    boolean second = group.verdicts().get(names[j]) == Verdict.TRUE;
                    pairs.merge(
                            new Pair(names[i], names[j]),
                            CohenKappa.of(first, second, group.count()),
                            CohenKappa::plus);
                }
            }
        }

        Set<String> annotators() {
            Set<String> names = new TreeSet<>();
            groups.forEach(group -> names.addAll(group.verdicts().keySet()));
            return names;
        }

        boolean isEmpty() {
            return groups.isEmpty();
        }

        /** How many of the answers all who judged them judged alike. */
        private Proportion agreement() {
            return new Proportion(count(PanelGroup::unanimous), count(group -> true));
        }

        private long count(Predicate<PanelGroup> which) {
            return groups.stream().filter(which).mapToLong(PanelGroup::count).sum();
        }

        private double alpha() {
            KrippendorffAlpha alpha = new KrippendorffAlpha();
            for (PanelGroup group : groups) {
                long right = group.verdicts().values().stream()
                        .filter(verdict -> verdict == Verdict.TRUE)
                        .count();
                alpha.add(right, group.verdicts().size() - right, group.count());
            }
            return alpha.value();
        }

        private Selection opens(String key, String whose) {
            return Selection.of(AnalysisTexts.of(key, whose), cells).said(Said.bySeveral());
        }

        /** How many answers, of how many they differ, how many of these are not settled, how many are unanimous, and alpha. */
        List<Value> figures(String whose) {
            Proportion agreement = agreement();
            Selection all = opens("open.several", whose);
            return List.of(
                    Values.count(agreement.n(), all),
                    Values.count(
                            agreement.n() - agreement.hits(),
                            opens("open.differ", whose).said(Said.differently(false))),
                    Values.count(
                            count(group -> !group.unanimous() && group.outcome() == Outcome.DISPUTED),
                            opens("open.unsettled", whose).said(Said.differently(true))),
                    Values.percent(agreement, all),
                    Values.low(agreement),
                    Values.high(agreement),
                    coefficient(alpha(), all));
        }
    }
}
