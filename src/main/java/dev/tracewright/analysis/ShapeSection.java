package dev.tracewright.analysis;

import dev.tracewright.analysis.BarChart.Bar;
import dev.tracewright.analysis.BarChart.Group;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.analysis.Selection.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accuracy by number of steps, and how long right and wrong outputs are. */
final class ShapeSection {
    private ShapeSection() {}

    static Optional<Section> of(StepTraces traces) {
        return Sections.of("shape", byCount(traces).stream().toList(), List.of(lengths(traces)));
    }

    private static Optional<Figure> byCount(StepTraces traces) {
        StepTraces.Heap all = traces.all();
        String title = Footnotes.title(AnalysisTexts.of("step-count.title"), all.suggested());
        TableBuilder table = new TableBuilder("step-count", title, AnalysisTexts.of("step-count.note"))
                .words("step-count")
                .figures("n", "accuracy", "low", "high")
                .footnotes(Footnotes.ofSuggested(all.suggested()))
                .footnotes(Footnotes.ofUnread(traces.unread()));
        List<Group> groups = new ArrayList<>();
        all.accuracyByCount().forEach((count, accuracy) -> {
            if (!accuracy.known()) {
                return;
            }
            String head = StatusCounts.head(count);
            Selection opens = Selection.of(AnalysisTexts.of("open.count", head), all.cells())
                    .said(new Said(Set.of(Outcome.TRUE, Outcome.FALSE), null, null))
                    .traced(StatusCounts.meant(count, new Traced(null, null, 0, null, null, count, 0)));
            groups.add(new Group(
                    head, List.of(new Bar(Ink.TRACE_OF_THOUGHT, "", accuracy, Values.hint(accuracy), opens))));
            table.row(
                    Value.words(head),
                    Values.count(accuracy.n(), opens),
                    Values.percent(accuracy, opens),
                    Values.low(accuracy),
                    Values.high(accuracy));
        });
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(BarChart.of(
                        "step-count",
                        title,
                        AnalysisTexts.of("step-count.subtitle"),
                        List.of(),
                        groups,
                        table.build()));
    }

    private static TableBuilder lengths(StepTraces traces) {
        long suggested = traces.all().suggested();
        TableBuilder table = new TableBuilder(
                        "output-length",
                        Footnotes.title(AnalysisTexts.of("output-length.title"), suggested),
                        AnalysisTexts.of("output-length.note"))
                .words("solver")
                .figures("length-true", "true", "length-false", "false")
                .footnotes(Footnotes.ofSuggested(suggested))
                .footnotes(Footnotes.ofUnread(traces.unread()));
        traces.bySolver().forEach((solver, heap) -> {
            Proportion accuracy = heap.accuracy();
            if (accuracy.known()) {
                table.row(
                        Value.words(Names.shown(solver)),
                        Values.amount(heap.characters(true)),
                        Values.count(accuracy.hits(), null),
                        Values.amount(heap.characters(false)),
                        Values.count(accuracy.n() - accuracy.hits(), null));
            }
        });
        return table;
    }
}
