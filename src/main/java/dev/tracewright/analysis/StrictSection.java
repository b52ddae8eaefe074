package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What exact matching would have said beside what people said, of the same answers. */
final class StrictSection {
    static final String ID = "strict";

    private StrictSection() {}

    static Optional<Section> of(Counted counted) {
        long suggested = suggested(counted);
        TableBuilder table = new TableBuilder(
                        ID,
                        Footnotes.title(AnalysisTexts.of("strict.title"), suggested),
                        AnalysisTexts.of("strict.note"))
                .words("dataset", "solver", "approach")
                .figures("n", "people", "strict", "strict-difference", "only-people", "only-strict")
                .footnotes(Footnotes.ofSuggested(suggested));
        for (Board board : counted.boards()) {
            for (Map.Entry<Party, ? extends Map<Series, Pool>> row :
                    board.pools().entrySet()) {
                row.getValue().forEach((series, pool) -> {
                    if (people(pool.tally()).known()) {
                        table.row(row(board, row.getKey(), series, pool));
                    }
                });
            }
        }
        return Sections.of(ID, List.of(), List.of(table));
    }

    /** How many of the answers that both judged people judge by suggestion. */
    static long suggested(Counted counted) {
        return counted.boards().stream()
                .flatMap(board -> board.all().stream())
                .mapToLong(pool -> pool.tally().strictSuggested())
                .sum();
    }

    /** The answers that people alone call true, or exact matching alone. */
    static Selection only(boolean people, Board board, Party party, Series series, Pool pool) {
        Selection all = all(board, party, series, pool);
        String word = AnalysisTexts.of(people ? "column.only-people" : "column.only-strict");
        return all.titled(AnalysisTexts.of("open.said", all.title(), word))
                .said(Said.of(people ? Outcome.TRUE : Outcome.FALSE).strictly(people ? Verdict.FALSE : Verdict.TRUE));
    }

    private static Selection all(Board board, Party party, Series series, Pool pool) {
        return Selection.of(AnalysisTexts.of("open.cell", party.name(), series.name(), board.dataset()), pool.cells());
    }

    /** How many of the answers that both judged people call true. */
    private static Proportion people(Tally tally) {
        long right = tally.strict(true, true) + tally.strict(true, false);
        return new Proportion(right, right + tally.strict(false, true) + tally.strict(false, false));
    }

    private static List<Value> row(Board board, Party party, Series series, Pool pool) {
        Tally tally = pool.tally();
        Proportion people = people(tally);
        Proportion strict = new Proportion(tally.strict(true, true) + tally.strict(false, true), people.n());
        double apart = strict.percent() - people.percent();
        Selection both = all(board, party, series, pool).said(Said.JUDGED.strictly(Verdict.values()));
        List<Value> values = new ArrayList<>(
                List.of(Value.words(board.dataset()), Value.words(party.name()), Value.words(series.name())));
        values.add(Values.count(people.n(), both));
        values.add(Values.percent(people, both));
        values.add(Values.percent(strict, both));
        values.add(new Value(Numbers.pointsInColumn(apart), apart, "", null, both));
        values.add(Values.count(tally.strict(true, false), only(true, board, party, series, pool)));
        values.add(Values.count(tally.strict(false, true), only(false, board, party, series, pool)));
        return values;
    }
}
