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
    private StrictSection() {}

    static Optional<Section> of(Counted counted) {
        List<Pool> shown = counted.boards().stream()
                .flatMap(board -> board.all().stream())
                .filter(pool -> people(pool.tally()).known())
                .toList();
        long suggested =
                shown.stream().mapToLong(pool -> pool.tally().strictSuggested()).sum();
        TableBuilder table = new TableBuilder(
                        "strict",
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
        return Sections.of("strict", List.of(), List.of(table));
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
        Selection all =
                Selection.of(AnalysisTexts.of("open.cell", party.name(), series.name(), board.dataset()), pool.cells());
        Selection both = all.said(Said.JUDGED.strictly(Verdict.values()));
        List<Value> values = new ArrayList<>(
                List.of(Value.words(board.dataset()), Value.words(party.name()), Value.words(series.name())));
        values.add(Values.count(people.n(), both));
        values.add(Values.percent(people, both));
        values.add(Values.percent(strict, both));
        values.add(new Value(Numbers.pointsInColumn(apart), apart, "", null, both));
        values.add(Values.count(
                tally.strict(true, false), all.said(Said.of(Outcome.TRUE).strictly(Verdict.FALSE))));
        values.add(Values.count(
                tally.strict(false, true), all.said(Said.of(Outcome.FALSE).strictly(Verdict.TRUE))));
        return values;
    }
}
