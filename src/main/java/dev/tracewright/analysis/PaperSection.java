package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import dev.tracewright.analysis.Selection.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The paper's tables in the paper's form, of this session: Table 2, Tables 3 and 4, Tables 5 and 6. */
final class PaperSection {
    private PaperSection() {}

    static Optional<Section> of(Counted counted) {
        List<TableBuilder> tables = new ArrayList<>();
        for (Board board : counted.boards()) {
            List<Match> matches = board.matches();
            tables.add(change(board, matches));
            tables.add(spread(board));
            tables.add(tests(board, matches));
        }
        return Sections.of("paper", List.of(), tables);
    }

    /** Table 2. */
    private static TableBuilder change(Board board, List<Match> matches) {
        TableBuilder table = ComparisonSection.table("highest-alternative", board, matches)
                .words("solver")
                .figures("alternative", "alternative-n", "trace", "trace-n", "change");
        for (Match match : matches) {
            Value alternative =
                    Values.percent(match.alternative().accuracy(), ComparisonSection.side(board, match, false));
            table.row(
                    Value.words(match.name()),
                    alternative.hinting(AnalysisTexts.of(
                            "hint.named",
                            match.alternativeSeries().name(),
                            Values.hint(match.alternative().accuracy()))),
                    Values.count(match.alternative().accuracy().n(), ComparisonSection.side(board, match, false)),
                    Values.percent(match.trace().accuracy(), ComparisonSection.side(board, match, true)),
                    Values.count(match.trace().accuracy().n(), ComparisonSection.side(board, match, true)),
                    ComparisonSection.change(match));
        }
        return table;
    }

    /** Tables 3 and 4; of sessions with one solver there is nothing to spread. */
    private static TableBuilder spread(Board board) {
        SortedMap<Series, SortedMap<String, List<Pool>>> rows = new TreeMap<>(Series.BY_APPROACH);
        Set<String> solvers = new TreeSet<>();
        List<Pool> shown = new ArrayList<>();
        for (Map.Entry<Party, ? extends Map<Series, Pool>> row : board.pools().entrySet()) {
            row.getValue().forEach((series, pool) -> {
                if (pool.accuracy().known()) {
                    rows.computeIfAbsent(series, key -> new TreeMap<>(Names.ORDER))
                            .computeIfAbsent(row.getKey().solver(), key -> new ArrayList<>())
                            .add(pool);
                    solvers.add(row.getKey().solver());
                    shown.add(pool);
                }
            });
        }
        TableBuilder table = new TableBuilder(
                        "spread-" + board.slug(),
                        Footnotes.title(AnalysisTexts.of("spread.title", board.dataset()), Footnotes.suggested(shown)),
                        AnalysisTexts.of("spread.note"))
                .words("approach")
                .figures("min", "max", "mean", "rows", "n")
                .footnotes(Footnotes.of(shown));
        if (solvers.size() > 1) {
            rows.forEach((series, bySolver) -> table.row(spread(
                    board, series, bySolver.values().stream().map(Solver::new).toList())));
        }
        return table;
    }

    /** A solver with what it answered in one way, to the steps of each delegator. */
    private record Solver(List<Pool> pools) {
        /** The mean accuracy over its delegators. */
        double percent() {
            return pools.stream()
                    .mapToDouble(pool -> pool.accuracy().percent())
                    .average()
                    .orElseThrow();
        }
    }

    private static List<Value> spread(Board board, Series series, List<Solver> solvers) {
        Comparator<Solver> byAccuracy = Comparator.comparingDouble(Solver::percent);
        double mean = solvers.stream().mapToDouble(Solver::percent).average().orElseThrow();
        List<Pool> pools =
                solvers.stream().flatMap(solver -> solver.pools().stream()).toList();
        Selection all = judged(board, series, pools);
        return List.of(
                Value.words(series.name()),
                extreme(board, series, Collections.min(solvers, byAccuracy)),
                extreme(board, series, Collections.max(solvers, byAccuracy)),
                Values.percentage(mean).opening(all),
                Values.count(solvers.size(), null),
                Values.count(
                        pools.stream().mapToLong(pool -> pool.accuracy().n()).sum(), all));
    }

    /** The accuracy of one solver; who asks sees counts and interval. */
    private static Value extreme(Board board, Series series, Solver solver) {
        Selection judged = judged(board, series, solver.pools());
        return solver.pools().size() == 1
                ? Values.percent(solver.pools().getFirst().accuracy(), judged)
                : Values.percentage(solver.percent()).opening(judged);
    }

    private static Selection judged(Board board, Series series, List<Pool> pools) {
        Set<Cell> cells = new HashSet<>();
        pools.forEach(pool -> cells.addAll(pool.cells()));
        return Selection.of(AnalysisTexts.of("open.series", series.name(), board.dataset()), cells)
                .said(Said.JUDGED);
    }

    /** Tables 5 and 6, with Holm's correction beside them. */
    private static TableBuilder tests(Board board, List<Match> matches) {
        TableBuilder table = ComparisonSection.table("z-test", board, matches)
                .words("solver")
                .figures("trace", "trace-n", "alternative", "alternative-n", "z", "p", "holm");
        List<Double> adjusted =
                Holm.adjust(matches.stream().map(match -> match.test().p()).toList());
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            table.row(
                    Value.words(match.name()),
                    Values.percent(match.trace().accuracy(), ComparisonSection.side(board, match, true)),
                    Values.count(match.trace().accuracy().n(), ComparisonSection.side(board, match, true)),
                    Values.percent(match.alternative().accuracy(), ComparisonSection.side(board, match, false)),
                    Values.count(match.alternative().accuracy().n(), ComparisonSection.side(board, match, false)),
                    ComparisonSection.z(match.test()),
                    Values.p(match.test().p()),
                    Values.p(adjusted.get(i)));
        }
        return table;
    }
}
