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
                    Values.count(
                            match.alternative().accuracy().n(),
                            ComparisonSection.side(board, match, false).said(Said.JUDGED)),
                    Values.percent(match.trace().accuracy(), ComparisonSection.side(board, match, true)),
                    Values.count(
                            match.trace().accuracy().n(),
                            ComparisonSection.side(board, match, true).said(Said.JUDGED)),
                    ComparisonSection.change(match));
        }
        return table;
    }

    /** Tables 3 and 4; of sessions with one solver there is nothing to spread. */
    private static TableBuilder spread(Board board) {
        SortedMap<Series, List<Pool>> rows = new TreeMap<>(Series.BY_APPROACH);
        Set<String> solvers = new TreeSet<>();
        List<Pool> shown = new ArrayList<>();
        for (Map.Entry<Party, ? extends Map<Series, Pool>> row : board.pools().entrySet()) {
            row.getValue().forEach((series, pool) -> {
                if (pool.accuracy().known()) {
                    rows.computeIfAbsent(series, key -> new ArrayList<>()).add(pool);
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
            rows.forEach((series, pools) -> table.row(spread(board, series, pools)));
        }
        return table;
    }

    private static List<Value> spread(Board board, Series series, List<Pool> pools) {
        Comparator<Pool> byAccuracy =
                Comparator.comparingDouble(pool -> pool.accuracy().percent());
        double mean = pools.stream()
                .mapToDouble(pool -> pool.accuracy().percent())
                .average()
                .orElseThrow();
        Selection all = judged(board, series, pools);
        return List.of(
                Value.words(series.name()),
                extreme(board, series, Collections.min(pools, byAccuracy)),
                extreme(board, series, Collections.max(pools, byAccuracy)),
                Values.percentage(mean).opening(all),
                Values.count(pools.size(), null),
                Values.count(
                        pools.stream().mapToLong(pool -> pool.accuracy().n()).sum(), all));
    }

    /** The accuracy of one solver; who asks sees counts and interval. */
    private static Value extreme(Board board, Series series, Pool pool) {
        return Values.percent(pool.accuracy(), judged(board, series, List.of(pool)));
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
                    Values.count(
                            match.trace().accuracy().n(),
                            ComparisonSection.side(board, match, true).said(Said.JUDGED)),
                    Values.percent(match.alternative().accuracy(), ComparisonSection.side(board, match, false)),
                    Values.count(
                            match.alternative().accuracy().n(),
                            ComparisonSection.side(board, match, false).said(Said.JUDGED)),
                    ComparisonSection.z(match.test()),
                    Values.p(match.test().p()),
                    Values.p(adjusted.get(i)));
        }
        return table;
    }
}
