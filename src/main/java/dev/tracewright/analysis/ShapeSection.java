package dev.tracewright.analysis;

import dev.tracewright.analysis.BarChart.Bar;
import dev.tracewright.analysis.BarChart.Group;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.analysis.Selection.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Accuracy by number of steps and by length of output, and how long right and wrong outputs are. */
final class ShapeSection {
    private final StepTraces traces;
    private final long suggested;

    private ShapeSection(StepTraces traces) {
        this.traces = traces;
        this.suggested = traces.all().suggested();
    }

    static Optional<Section> of(StepTraces traces) {
        ShapeSection section = new ShapeSection(traces);
        return Sections.of(
                "shape",
                Stream.of(section.byCount(), section.byLength())
                        .flatMap(Optional::stream)
                        .toList(),
                List.of(section.bySolver(), section.lengths()));
    }

    private TableBuilder table(String id) {
        return new TableBuilder(
                        id, Footnotes.title(AnalysisTexts.of(id + ".title"), suggested), AnalysisTexts.of(id + ".note"))
                .footnotes(Footnotes.ofSuggested(suggested))
                .footnotes(Footnotes.ofUnread(traces.unread()));
    }

    private Optional<Figure> byCount() {
        TableBuilder table = table("step-count").words("step-count").figures("n", "accuracy", "low", "high");
        List<Group> groups = new ArrayList<>();
        traces.all().accuracyByCount().forEach((count, accuracy) -> {
            String head = StatusCounts.head(count);
            Selection opens = traces.all()
                    .opens(
                            AnalysisTexts.of("open.count", head),
                            StatusCounts.meant(count, new Traced(null, null, 0, null, null, count, 0)))
                    .said(Said.JUDGED);
            add(table, groups, head, accuracy, opens);
        });
        return chart("step-count", AnalysisTexts.of("step-count.subtitle"), groups, table);
    }

    private Optional<Figure> byLength() {
        TableBuilder table = table("length").words("length").figures("n", "accuracy", "low", "high");
        List<Group> groups = new ArrayList<>();
        traces.all().accuracyByLength().forEach((band, accuracy) -> {
            Selection opens = opens(traces.all(), AnalysisTexts.of("open.length", band.words()), band);
            add(table, groups, band.words(), accuracy, opens);
        });
        return chart("length", AnalysisTexts.of("length.subtitle"), groups, table);
    }

    /** The judged answers whose outputs are so long. */
    private static Selection opens(StepTraces.Heap heap, String title, LengthBand band) {
        return heap.opens(title, Traced.STEPS).said(Said.JUDGED).length(band);
    }

    private static void add(TableBuilder table, List<Group> groups, String head, Proportion accuracy, Selection opens) {
        if (accuracy.known()) {
            groups.add(new Group(
                    head,
                    AnalysisTexts.of("chart.n", accuracy.n()),
                    List.of(new Bar(Ink.TRACE_OF_THOUGHT, "", accuracy, Values.hint(accuracy), opens))));
            table.row(
                    Value.words(head),
                    Values.count(accuracy.n(), opens),
                    Values.percent(accuracy, opens),
                    Values.low(accuracy),
                    Values.high(accuracy));
        }
    }

    private static Optional<Figure> chart(String id, String subtitle, List<Group> groups, TableBuilder table) {
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(BarChart.of(id, table.title(), subtitle, List.of(), groups, table.build()));
    }

    /** A row a solver, two columns a band; of one solver the chart says it all. */
    private TableBuilder bySolver() {
        TableBuilder table = table("length-by-solver").words("solver");
        List<LengthBand> bands = traces.all().accuracyByLength().entrySet().stream()
                .filter(entry -> entry.getValue().known())
                .map(Map.Entry::getKey)
                .toList();
        for (LengthBand band : bands) {
            String id = "length-" + band.least();
            table.figure(id, band.words() + ", %").figure(id + "-n", AnalysisTexts.of("column.n"));
        }
        if (traces.bySolver().size() > 1) {
            traces.bySolver().forEach((solver, heap) -> {
                if (heap.accuracy().known()) {
                    table.row(row(solver, heap, bands));
                }
            });
        }
        return table;
    }

    private static List<Value> row(String solver, StepTraces.Heap heap, List<LengthBand> bands) {
        List<Value> values = new ArrayList<>(List.of(Value.words(Names.shown(solver))));
        for (LengthBand band : bands) {
            Proportion accuracy = heap.accuracyByLength().getOrDefault(band, Proportion.NONE);
            Selection opens = opens(heap, AnalysisTexts.of("open.length.solver", solver, band.words()), band);
            values.add(Values.percent(accuracy, opens));
            values.add(accuracy.known() ? Values.count(accuracy.n(), opens) : Value.NONE);
        }
        return values;
    }

    private TableBuilder lengths() {
        TableBuilder table =
                table("output-length").words("solver").figures("length-true", "true", "length-false", "false");
        traces.bySolver().forEach((solver, heap) -> {
            Proportion accuracy = heap.accuracy();
            if (accuracy.known()) {
                Selection all = heap.opens(solver, Traced.STEPS);
                Selection right = all.said(Said.of(Outcome.TRUE));
                Selection wrong = all.said(Said.of(Outcome.FALSE));
                table.row(
                        Value.words(Names.shown(solver)),
                        Values.amount(heap.characters(true), right),
                        Values.count(accuracy.hits(), right),
                        Values.amount(heap.characters(false), wrong),
                        Values.count(accuracy.n() - accuracy.hits(), wrong));
            }
        });
        return table;
    }
}
