package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.trace.Flag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Trace-of-Thought against the highest alternative: as the paper tests it, and with the tests that the same problems allow. */
final class ComparisonSection {
    private ComparisonSection() {}

    static Optional<Section> of(Counted counted) {
        List<TableBuilder> tables = new ArrayList<>();
        for (Board board : counted.boards()) {
            List<Match> matches = board.matches();
            tables.add(overview(board, matches));
            tables.add(pairs(board, matches));
            tables.add(sensitivity(board, matches));
        }
        return Sections.of("comparison", List.of(), tables);
    }

    static TableBuilder table(String id, Board board, List<Match> matches) {
        Set<Pool> pools = pools(matches);
        return new TableBuilder(
                        id + "-" + board.slug(),
                        Footnotes.title(AnalysisTexts.of(id + ".title", board.dataset()), Footnotes.suggested(pools)),
                        AnalysisTexts.of(id + ".note"))
                .footnotes(Footnotes.of(pools));
    }

    /** The answers of all sides, each once: several Trace-of-Thought series may have one alternative. */
    static Set<Pool> pools(List<Match> matches) {
        return matches.stream()
                .flatMap(match -> Stream.of(match.trace(), match.alternative()))
                .collect(Collectors.toSet());
    }

    /** The judged answers of one side. */
    static Selection side(Board board, Match match, boolean trace) {
        return Selection.of(
                        AnalysisTexts.of(
                                "open.cell",
                                match.party().name(),
                                (trace ? match.series() : match.alternativeSeries()).name(),
                                board.dataset()),
                        (trace ? match.trace() : match.alternative()).cells())
                .said(Said.JUDGED);
    }

    private static TableBuilder overview(Board board, List<Match> matches) {
        TableBuilder table = table("against", board, matches)
                .words("solver", "alternative-name")
                .figures(
                        "alternative",
                        "alternative-n",
                        "trace",
                        "trace-n",
                        "change",
                        "z",
                        "p",
                        "won",
                        "lost",
                        "mcnemar");
        for (Match match : matches) {
            ZTest test = match.test();
            McNemar exact = match.pairs().test();
            table.row(
                    Value.words(match.name()),
                    Value.words(match.alternativeSeries().name()),
                    Values.percent(match.alternative().accuracy(), side(board, match, false)),
                    Values.count(match.alternative().accuracy().n(), side(board, match, false)),
                    Values.percent(match.trace().accuracy(), side(board, match, true)),
                    Values.count(match.trace().accuracy().n(), side(board, match, true)),
                    change(match),
                    z(test),
                    Values.p(test.p()),
                    split(match, true),
                    split(match, false),
                    match.pairs().n() == 0 ? Value.NONE : Values.p(exact.p()));
        }
        return table;
    }

    /** The judged answers of both sides. */
    static Selection both(Match match) {
        return Selection.of(AnalysisTexts.of("open.both", match.name()), bothCells(match))
                .said(Said.JUDGED);
    }

    private static Set<Cell> bothCells(Match match) {
        Set<Cell> cells = new HashSet<>(match.trace().cells());
        cells.addAll(match.alternative().cells());
        return cells;
    }

    /** By how much of the alternative's accuracy Trace-of-Thought's differs, in percent. */
    static Value change(Match match) {
        double before = match.alternative().accuracy().percent();
        if (before == 0) {
            return Value.NONE.hinting(AnalysisTexts.of("hint.change.none"));
        }
        double change = 100 * (match.trace().accuracy().percent() - before) / before;
        return new Value(AnalysisTexts.of("value.percent", Numbers.change(change)), change, "", null, both(match));
    }

    static Value z(ZTest test) {
        return new Value(Numbers.fixed(test.z(), 4), test.z(), "", null, null);
    }

    private static Value split(Match match, boolean won) {
        McNemar test = match.pairs().test();
        if (match.pairs().n() == 0) {
            return Value.NONE;
        }
        return Values.count(
                won ? test.won() : test.lost(),
                paired(
                        AnalysisTexts.of(won ? "open.won" : "open.lost", match.name()),
                        match.trace(),
                        match.alternative(),
                        won));
    }

    /** The first pool's answers to problems that only one of the two got right; null where a pool is more than one cell. */
    static @Nullable Selection paired(String title, Pool first, Pool second, boolean won) {
        if (second.cells().size() != 1) {
            return null;
        }
        return Selection.of(title, first.cells())
                .said(Said.of(won ? Outcome.TRUE : Outcome.FALSE))
                .against(second.cells().iterator().next(), won ? Outcome.FALSE : Outcome.TRUE);
    }

    /** The first pool's answers to problems that are judged both times; null where a pool is more than one cell. */
    static @Nullable Selection paired(String title, Pool first, Pool second) {
        if (second.cells().size() != 1) {
            return null;
        }
        return Selection.of(title, first.cells())
                .said(Said.JUDGED)
                .against(second.cells().iterator().next(), Outcome.TRUE, Outcome.FALSE);
    }

    private static TableBuilder pairs(Board board, List<Match> matches) {
        List<Match> paired =
                matches.stream().filter(match -> match.pairs().n() > 0).toList();
        long suggested =
                paired.stream().mapToLong(match -> match.pairs().suggested()).sum();
        TableBuilder table = new TableBuilder(
                        "same-problems-" + board.slug(),
                        Footnotes.title(AnalysisTexts.of("same-problems.title", board.dataset()), suggested),
                        AnalysisTexts.of("same-problems.note"))
                .words("solver", "alternative-name")
                .figures("pairs", "won", "lost", "difference", "difference-low", "difference-high", "mcnemar", "holm")
                .footnotes(Footnotes.ofSuggested(suggested));
        List<Double> adjusted = Holm.adjust(
                paired.stream().map(match -> match.pairs().test().p()).toList());
        for (int i = 0; i < paired.size(); i++) {
            Match match = paired.get(i);
            Difference difference = match.pairs().difference();
            table.row(
                    Value.words(match.name()),
                    Value.words(match.alternativeSeries().name()),
                    Values.count(
                            match.pairs().n(),
                            paired(AnalysisTexts.of("open.pairs", match.name()), match.trace(), match.alternative())),
                    split(match, true),
                    split(match, false),
                    Values.points(difference),
                    Values.bound(difference.interval().low()),
                    Values.bound(difference.interval().high()),
                    Values.p(match.pairs().test().p()),
                    Values.p(adjusted.get(i)));
        }
        return table;
    }

    private static TableBuilder sensitivity(Board board, List<Match> matches) {
        TableBuilder table = table("sensitivity", board, matches)
                .words("solver", "alternative-name")
                .figures("flagged", "p", "flips-z", "mcnemar", "flips-mcnemar");
        for (Match match : matches) {
            VerdictSensitivity byZ = VerdictSensitivity.ofZ(
                    match.trace().accuracy(),
                    match.trace().tally().flagged(),
                    match.alternative().accuracy(),
                    match.alternative().tally().flagged());
            if (byZ.flagged() == 0) {
                continue;
            }
            table.row(
                    Value.words(match.name()),
                    Value.words(match.alternativeSeries().name()),
                    Values.count(byZ.flagged(), flagged(match)),
                    Values.p(match.test().p()),
                    flips(byZ),
                    match.pairs().n() == 0
                            ? Value.NONE
                            : Values.p(match.pairs().test().p()),
                    flips(VerdictSensitivity.ofPairs(match.pairs())));
        }
        return table;
    }

    private static Selection flagged(Match match) {
        return Selection.of(AnalysisTexts.of("open.flagged", match.name()), bothCells(match))
                .said(Said.JUDGED.flagged(Flag.NEEDS_ANALYSIS));
    }

    private static Value flips(VerdictSensitivity sensitivity) {
        if (sensitivity.flagged() == 0) {
            return Value.NONE;
        }
        Long flips = sensitivity.flips();
        if (flips == null) {
            return Value.words(AnalysisTexts.of("value.flips.none", sensitivity.flagged()))
                    .hinting(AnalysisTexts.of("hint.flips.none", sensitivity.flagged()));
        }
        return new Value(
                AnalysisTexts.of("value.flips", flips, sensitivity.flagged()),
                (double) flips,
                "",
                AnalysisTexts.of("hint.flips", flips, sensitivity.flagged()),
                null);
    }
}
