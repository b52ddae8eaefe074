package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import java.util.ArrayList;
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
        SortedMap<Series, List<Double>> accuracies = new TreeMap<>(Series.BY_APPROACH);
        SortedMap<Series, Long> answers = new TreeMap<>(Series.BY_APPROACH);
        Set<String> solvers = new TreeSet<>();
        List<Pool> shown = new ArrayList<>();
        for (Map.Entry<Party, ? extends Map<Series, Pool>> row : board.pools().entrySet()) {
            row.getValue().forEach((series, pool) -> {
                if (pool.accuracy().known()) {
                    accuracies
                            .computeIfAbsent(series, key -> new ArrayList<>())
                            .add(pool.accuracy().percent());
                    answers.merge(series, pool.accuracy().n(), Long::sum);
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
            accuracies.forEach((series, of) -> table.row(
                    Value.words(series.name()),
                    Values.percentage(of.stream().mapToDouble(a -> a).min().orElseThrow()),
                    Values.percentage(of.stream().mapToDouble(a -> a).max().orElseThrow()),
                    Values.percentage(of.stream().mapToDouble(a -> a).average().orElseThrow()),
                    Values.count(of.size(), null),
                    Values.count(answers.getOrDefault(series, 0L), null)));
        }
        return table;
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
