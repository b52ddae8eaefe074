package dev.tracewright.analysis;

import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.analysis.StepTraces.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether answers in which something happened to the steps are right more or less often than those in which it did not. */
final class MattersSection {
    private MattersSection() {}

    static Optional<Section> of(StepTraces traces) {
        List<Trait> traits = comparable(traces.all());
        if (traits.isEmpty()) {
            return Optional.empty();
        }
        String title =
                Footnotes.title(AnalysisTexts.of("matters.title"), traces.all().suggested());
        TableBuilder table = table("matters", title, traces);
        rows(table, List.of(new Compared(traces.all(), List.of())));
        List<IntervalChart.Line> lines = traits.stream()
                .map(trait -> new IntervalChart.Line(
                        trait.words(),
                        contrast(traces.all(), trait).difference(),
                        AnalysisTexts.of(
                                "chart.n.against",
                                traces.all().accuracy(trait, true).n(),
                                traces.all().accuracy(trait, false).n()),
                        hint(traces.all(), trait),
                        opens(traces.all(), trait, true)))
                .toList();
        List<TableBuilder> further = new ArrayList<>();
        if (traces.bySolver().size() > 1) {
            TableBuilder bySolver = table(
                    "matters-by-solver",
                    Footnotes.title(
                            AnalysisTexts.of("matters-by-solver.title"),
                            traces.all().suggested()),
                    traces);
            List<Compared> solvers = new ArrayList<>();
            traces.bySolver()
                    .forEach((solver, heap) ->
                            solvers.add(new Compared(heap, List.of(Value.words(Names.shown(solver))))));
            rows(bySolver, solvers);
            further.add(bySolver);
        }
        return Sections.of(
                "matters",
                List.of(IntervalChart.of("matters", title, AnalysisTexts.of("matters.subtitle"), lines, table.build())),
                further);
    }

    private static TableBuilder table(String id, String title, StepTraces traces) {
        TableBuilder table = new TableBuilder(id, title, AnalysisTexts.of("matters.note"));
        if (id.equals("matters-by-solver")) {
            table.words("solver");
        }
        return table.words("trait")
                .figures(
                        "with",
                        "with-n",
                        "without",
                        "without-n",
                        "difference",
                        "difference-low",
                        "difference-high",
                        "p")
                .words("test")
                .figures("holm")
                .footnotes(Footnotes.ofSuggested(traces.all().suggested()))
                .footnotes(Footnotes.ofUnread(traces.unread()));
    }

    /** What both happened and did not happen in judged answers. */
    private static List<Trait> comparable(Heap heap) {
        return Stream.of(Trait.values())
                .filter(trait -> heap.accuracy(trait, true).known()
                        && heap.accuracy(trait, false).known())
                .toList();
    }

    private static Contrast contrast(Heap heap, Trait trait) {
        return Contrast.of(heap.accuracy(trait, true), heap.accuracy(trait, false));
    }

    /** Answers, and what stands before what is said of them. */
    private record Compared(Heap heap, List<Value> before) {}

    private record Row(Compared compared, Trait trait, Contrast contrast) {}

    private static void rows(TableBuilder table, List<Compared> all) {
        List<Row> rows = all.stream()
                .flatMap(each -> comparable(each.heap()).stream()
                        .map(trait -> new Row(each, trait, contrast(each.heap(), trait))))
                .toList();
        List<Double> adjusted =
                Holm.adjust(rows.stream().map(row -> row.contrast().p()).toList());
        for (int i = 0; i < rows.size(); i++) {
            Heap heap = rows.get(i).compared().heap();
            Trait trait = rows.get(i).trait();
            Contrast contrast = rows.get(i).contrast();
            Difference difference = contrast.difference();
            List<Value> values = new ArrayList<>(rows.get(i).compared().before());
            values.add(Value.words(trait.words()));
            for (boolean with : new boolean[] {true, false}) {
                Proportion accuracy = heap.accuracy(trait, with);
                Selection opens = opens(heap, trait, with);
                values.add(Values.percent(accuracy, opens));
                values.add(Values.count(accuracy.n(), opens));
            }
            values.add(Values.points(difference));
            values.add(Values.bound(difference.interval().low()));
            values.add(Values.bound(difference.interval().high()));
            values.add(Values.p(contrast.p()));
            values.add(Value.words(AnalysisTexts.of(contrast.exact() ? "value.fisher" : "value.z")));
            values.add(Values.p(adjusted.get(i)));
            table.row(values);
        }
    }

    private static Selection opens(Heap heap, Trait trait, boolean with) {
        return Selection.of(AnalysisTexts.of(with ? "open.with" : "open.without", trait.words()), heap.cells())
                .said(Said.JUDGED)
                .traced(trait.traced(with));
    }

    private static String hint(Heap heap, Trait trait) {
        return AnalysisTexts.of(
                "hint.matters",
                Values.hint(heap.accuracy(trait, true)),
                Values.hint(heap.accuracy(trait, false)),
                Numbers.p(contrast(heap, trait).p()));
    }
}
