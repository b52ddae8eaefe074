package dev.tracewright.analysis;

import java.util.List;
import java.util.Optional;

/** The effect of correcting steps: the same solver on the same problems, with the steps as written and as corrected. */
final class CorrectionSection {
    private CorrectionSection() {}

    static Optional<Section> of(Counted counted) {
        List<Correction> corrections = Correction.of(counted);
        long suggested =
                corrections.stream().mapToLong(each -> each.pairs().suggested()).sum();
        TableBuilder table = new TableBuilder(
                        "correction",
                        Footnotes.title(AnalysisTexts.of("correction.title"), suggested),
                        AnalysisTexts.of("correction.note"))
                .words("dataset", "solver", "delegator")
                .figures("pairs", "original", "corrected", "mended", "spoilt", "difference", "difference-low")
                .figures("difference-high", "mcnemar", "holm")
                .footnotes(Footnotes.ofSuggested(suggested));
        List<Double> adjusted = Holm.adjust(
                corrections.stream().map(each -> each.pairs().test().p()).toList());
        for (int i = 0; i < corrections.size(); i++) {
            table.row(row(counted, corrections.get(i), adjusted.get(i)));
        }
        return Sections.of("correction", List.of(), List.of(table));
    }

    private static List<Value> row(Counted counted, Correction correction, double adjusted) {
        PairTally pairs = correction.pairs();
        Difference difference = pairs.difference();
        Cell cell = correction.cell();
        String delegator = cell.delegator() == null ? AnalysisTexts.of("name.unknown") : Names.shown(cell.delegator());
        String solver = Names.shown(cell.solver()) + counted.series(cell).templateSuffix();
        Selection corrected = ComparisonSection.paired(
                AnalysisTexts.of("open.corrected", solver, cell.dataset()),
                correction.corrected(),
                correction.original());
        return List.of(
                Value.words(cell.dataset()),
                Value.words(solver),
                Value.words(delegator),
                Values.count(pairs.n(), corrected),
                Values.percent(
                        pairs.second(),
                        ComparisonSection.paired(
                                AnalysisTexts.of("open.original", solver, cell.dataset()),
                                correction.original(),
                                correction.corrected())),
                Values.percent(pairs.first(), corrected),
                turned(correction, solver, true),
                turned(correction, solver, false),
                Values.points(difference),
                Values.bound(difference.interval().low()),
                Values.bound(difference.interval().high()),
                Values.p(pairs.test().p()),
                Values.p(adjusted));
    }

    private static Value turned(Correction correction, String solver, boolean mended) {
        McNemar test = correction.pairs().test();
        return Values.count(
                mended ? test.won() : test.lost(),
                ComparisonSection.paired(
                        AnalysisTexts.of(mended ? "open.mended" : "open.spoilt", solver),
                        correction.corrected(),
                        correction.original(),
                        mended));
    }
}
