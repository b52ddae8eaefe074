package dev.tracewright.analysis;

import dev.tracewright.analysis.StrictRow.Differing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every single answer of which exact matching says something else than people, for reports; the window opens these answers instead. */
public final class StrictRows {
    private StrictRows() {}

    /** Which answers these are, in the order of the table that counts them. */
    public static List<Differing> differing(Answered answered) {
        Counted counted = Counted.of(answered);
        List<Differing> all = new ArrayList<>();
        counted.boards()
                .forEach(board -> board.pools()
                        .forEach((party, row) -> row.forEach((series, pool) -> {
                            for (boolean people : new boolean[] {true, false}) {
                                if (pool.tally().strict(people, !people) > 0) {
                                    all.add(new Differing(
                                            board.dataset(),
                                            party.name(),
                                            series.name(),
                                            people,
                                            StrictSection.only(people, board, party, series, pool)));
                                }
                            }
                        })));
        return all;
    }

    /**
     * The sections, with a table of these answers where there are any.
     *
     * @param sections what {@link ResultSections} makes of {@code answered}
     * @param rows the answers, in the order in which they are to stand
     * @param all how many there are, which may be more
     */
    public static List<Section> in(List<Section> sections, Answered answered, List<StrictRow> rows, long all) {
        long suggested = StrictSection.suggested(Counted.of(answered));
        TableBuilder table = new TableBuilder(
                        "strict-rows",
                        Footnotes.title(AnalysisTexts.of("strict-rows.title"), suggested),
                        AnalysisTexts.of("strict-rows.note"))
                .words("dataset", "problem", "solver", "approach", "verdict", "exact", "taken", "gold")
                .footnotes(Footnotes.ofSuggested(suggested));
        if (all > rows.size()) {
            table.footnotes(List.of(AnalysisTexts.of("strict-rows.cut", rows.size(), all)));
        }
        for (StrictRow row : rows) {
            table.row(
                    Value.words(row.of().dataset()),
                    Value.words(String.valueOf(row.number())),
                    Value.words(row.of().solver()),
                    Value.words(row.of().approach()),
                    verdict(row.of().people()),
                    verdict(!row.of().people()),
                    row.taken().isEmpty() ? Value.NONE : Value.words(row.taken()),
                    Value.words(row.gold()));
        }
        Optional<Section> more = Sections.of(StrictSection.ID, List.of(), List.of(table))
                .map(section -> Demonstrated.in(section, answered));
        return sections.stream()
                .map(section -> more.filter(rest -> rest.id().equals(section.id()))
                        .map(rest -> with(section, rest.tables()))
                        .orElse(section))
                .toList();
    }

    private static Section with(Section section, List<DataTable> more) {
        return new Section(
                section.id(),
                section.title(),
                section.note(),
                section.figures(),
                Stream.concat(section.tables().stream(), more.stream()).toList());
    }

    private static Value verdict(boolean right) {
        return Value.words(AnalysisTexts.of(right ? "verdict.true" : "verdict.false"));
    }
}
