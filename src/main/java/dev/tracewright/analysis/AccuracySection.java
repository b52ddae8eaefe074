package dev.tracewright.analysis;

import dev.tracewright.analysis.BarChart.Bar;
import dev.tracewright.analysis.BarChart.Group;
import dev.tracewright.analysis.Counted.Board;
import dev.tracewright.analysis.Selection.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;

/** Accuracy by solver, approach and data set: the paper's Figures 3 and 4, and every count behind them. */
final class AccuracySection {
    private AccuracySection() {}

    static Optional<Section> of(Counted counted) {
        List<Figure> figures = new ArrayList<>();
        for (Board board : counted.boards()) {
            figure(board).ifPresent(figures::add);
        }
        return Sections.of("accuracy", figures, List.of(counts(counted)));
    }

    private static Optional<Figure> figure(Board board) {
        List<Series> series = board.series();
        List<Group> groups = new ArrayList<>();
        board.pools().forEach((party, row) -> {
            List<Bar> bars = new ArrayList<>();
            row.forEach((one, pool) -> {
                if (pool.accuracy().known()) {
                    bars.add(new Bar(
                            one.ink(),
                            letter(one, series),
                            pool.accuracy(),
                            hint(party, one, pool),
                            opens(board, party, one, pool).said(Said.JUDGED)));
                }
            });
            if (!bars.isEmpty()) {
                groups.add(new Group(party.label(), sizes(bars), bars));
            }
        });
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        long suggested = Footnotes.suggested(board.all());
        String title = Footnotes.title(AnalysisTexts.of("accuracy.title", board.dataset()), suggested);
        List<BarChart.Key> keys = series.stream()
                .filter(one -> board.pools().values().stream()
                        .map(row -> row.get(one))
                        .anyMatch(pool -> pool != null && pool.accuracy().known()))
                .map(one -> new BarChart.Key(one.ink(), (letter(one, series) + " " + one.name()).strip()))
                .toList();
        return Optional.of(BarChart.of(
                "accuracy-" + board.slug(),
                title,
                AnalysisTexts.of("accuracy.subtitle"),
                keys,
                groups,
                matrix(board, title)));
    }

    /** How many answers the bars of one group count. */
    private static String sizes(List<Bar> bars) {
        LongSummaryStatistics n =
                bars.stream().mapToLong(bar -> bar.value().n()).summaryStatistics();
        return n.getMin() == n.getMax()
                ? AnalysisTexts.of("chart.n", n.getMin())
                : AnalysisTexts.of("chart.n.range", n.getMin(), n.getMax());
    }

    /** Tells series of one ink apart. */
    private static String letter(Series one, List<Series> all) {
        if (!one.severalTemplates()) {
            return "";
        }
        List<Series> alike =
                all.stream().filter(other -> other.ink() == one.ink()).toList();
        int place = alike.indexOf(one);
        return place < 26 ? String.valueOf((char) ('a' + place)) : String.valueOf(place + 1);
    }

    private static String hint(Party party, Series series, Pool pool) {
        return AnalysisTexts.of(
                "accuracy.hint",
                party.name(),
                series.name(),
                Values.hint(pool.accuracy()),
                pool.tally().unlabelled(),
                pool.tally().disputed());
    }

    private static Selection opens(Board board, Party party, Series series, Pool pool) {
        return Selection.of(AnalysisTexts.of("open.cell", party.name(), series.name(), board.dataset()), pool.cells());
    }

    /** The table beside the chart: a row a solver, two columns a series. */
    private static DataTable matrix(Board board, String title) {
        List<Series> series = board.series();
        TableBuilder table =
                new TableBuilder("accuracy-" + board.slug(), title, AnalysisTexts.of("accuracy.note")).words("solver");
        for (Series one : series) {
            table.figure(one.id(), one.name()).figure(one.id() + "-n", AnalysisTexts.of("column.n"));
        }
        board.pools().forEach((party, row) -> {
            List<Value> values = new ArrayList<>();
            values.add(Value.words(party.name()));
            for (Series one : series) {
                Pool pool = row.get(one);
                if (pool == null) {
                    values.addAll(List.of(Value.NONE, Value.NONE));
                    continue;
                }
                Selection all = opens(board, party, one, pool);
                Value accuracy = Values.percent(pool.accuracy(), all.said(Said.JUDGED));
                values.add(pool.accuracy().known() ? accuracy.hinting(hint(party, one, pool)) : accuracy);
                values.add(Values.count(pool.accuracy().n(), all.said(Said.JUDGED)));
            }
            table.row(values);
        });
        return table.footnotes(Footnotes.of(board.all())).build();
    }

    /** Every cell with all its counts. */
    private static TableBuilder counts(Counted counted) {
        List<Pool> all =
                counted.boards().stream().flatMap(board -> board.all().stream()).toList();
        TableBuilder table = new TableBuilder(
                        "counts",
                        Footnotes.title(AnalysisTexts.of("counts.title"), Footnotes.suggested(all)),
                        AnalysisTexts.of("counts.note"))
                .words("dataset", "solver", "approach")
                .figures("answers", "true", "false", "disputed", "unlabelled", "suggested", "accuracy", "low", "high");
        for (Board board : counted.boards()) {
            for (Map.Entry<Party, ? extends Map<Series, Pool>> row :
                    board.pools().entrySet()) {
                row.getValue().forEach((series, pool) -> table.row(counts(board, row.getKey(), series, pool)));
            }
        }
        return table.footnotes(Footnotes.of(all));
    }

    private static List<Value> counts(Board board, Party party, Series series, Pool pool) {
        Selection all = opens(board, party, series, pool);
        Proportion accuracy = pool.accuracy();
        Tally tally = pool.tally();
        return List.of(
                Value.words(board.dataset()),
                Value.words(party.name()),
                Value.words(series.name()),
                Values.count(tally.answers(), all),
                Values.count(accuracy.hits(), said(all, Outcome.TRUE)),
                Values.count(accuracy.n() - accuracy.hits(), said(all, Outcome.FALSE)),
                Values.count(tally.disputed(), said(all, Outcome.DISPUTED)),
                Values.count(tally.unlabelled(), said(all, Outcome.UNLABELLED)),
                Values.count(
                        tally.suggested(),
                        all.titled(AnalysisTexts.of("open.said", all.title(), AnalysisTexts.of("column.suggested")))
                                .said(Said.ANYTHING.suggested())),
                Values.percent(accuracy, all.said(Said.JUDGED)),
                Values.low(accuracy),
                Values.high(accuracy));
    }

    private static Selection said(Selection all, Outcome outcome) {
        String word = AnalysisTexts.of(
                switch (outcome) {
                    case TRUE -> "column.true";
                    case FALSE -> "column.false";
                    case DISPUTED -> "column.disputed";
                    case UNLABELLED -> "column.unlabelled";
                });
        return all.titled(AnalysisTexts.of("open.said", all.title(), word)).said(Said.of(outcome));
    }
}
