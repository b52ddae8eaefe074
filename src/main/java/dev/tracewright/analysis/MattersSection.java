package dev.tracewright.analysis;

import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.analysis.StepTraces.Heap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether answers in which something happened to the steps are right more or less often than those in which it did not. */
final class MattersSection {
    private MattersSection() {}

    static Optional<Section> of(StepTraces traces) {
        List<Figure> figures = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        traces.ofDatasets().forEach((dataset, heap) -> {
            String slug = Names.slug(dataset, slugs);
            if (!comparable(heap).isEmpty()) {
                figures.add(figure("matters-" + slug, dataset, heap, traces.unread()));
            }
        });
        return Sections.of("matters", figures, List.of(bySolver(traces)));
    }

    /** All solvers together, on one data set: what is rare in easy problems must not be set against hard ones. */
    private static Figure figure(String id, String dataset, Heap heap, long unread) {
        String title = Footnotes.title(AnalysisTexts.of("matters.title", dataset), heap.suggested());
        TableBuilder table = new TableBuilder(id, title, AnalysisTexts.of("matters.note"));
        columns(table, heap.suggested(), unread);
        List<Row> rows = rows(List.of(new Compared(dataset, heap, List.of())));
        rows.forEach(row -> table.row(values(row)));
        List<IntervalChart.Line> lines = rows.stream()
                .map(row -> new IntervalChart.Line(
                        row.trait().words(),
                        row.contrast().difference(),
                        Significance.is(row.holm()),
                        AnalysisTexts.of(
                                "chart.n.against",
                                heap.accuracy(row.trait(), true).n(),
                                heap.accuracy(row.trait(), false).n()),
                        hint(row),
                        opens(row, true)))
                .toList();
        return IntervalChart.of(id, title, AnalysisTexts.of("matters.subtitle"), lines, table.build());
    }

    /** Each solver on each data set, where some data set has several. */
    private static TableBuilder bySolver(StepTraces traces) {
        List<Compared> all = new ArrayList<>();
        traces.byDataset()
                .forEach((dataset, solvers) -> solvers.forEach((solver, heap) -> all.add(new Compared(
                        AnalysisTexts.of("name.party", solver, dataset),
                        heap,
                        List.of(Value.words(dataset), Value.words(Names.shown(solver)))))));
        boolean several = traces.byDataset().values().stream().anyMatch(solvers -> solvers.size() > 1);
        long suggested = traces.all().suggested();
        TableBuilder table = new TableBuilder(
                        "matters-by-solver",
                        Footnotes.title(AnalysisTexts.of("matters-by-solver.title"), suggested),
                        AnalysisTexts.of("matters.note"))
                .words("dataset", "solver");
        columns(table, suggested, traces.unread());
        if (several) {
            rows(all).forEach(row -> table.row(values(row)));
        }
        return table;
    }

    private static void columns(TableBuilder table, long suggested, long unread) {
        table.words("trait")
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
                .footnotes(Footnotes.ofSuggested(suggested))
                .footnotes(Footnotes.ofUnread(unread));
    }

    /** What both happened and did not happen in judged answers. */
    private static List<Trait> comparable(Heap heap) {
        return Stream.of(Trait.values())
                .filter(trait -> heap.accuracy(trait, true).known()
                        && heap.accuracy(trait, false).known())
                .toList();
    }

    /**
     * Answers that are compared with each other.
     *
     * @param name whose they are
     * @param before what stands before what is said of them
     */
    private record Compared(String name, Heap heap, List<Value> before) {}

    /**
     * What is said of them.
     *
     * @param holm the p of the contrast, corrected for all rows
     */
    private record Row(Compared compared, Trait trait, Contrast contrast, double holm) {}

    private static List<Row> rows(List<Compared> all) {
        List<Row> rows = all.stream()
                .flatMap(each -> comparable(each.heap()).stream().map(trait -> row(each, trait)))
                .toList();
        List<Double> adjusted =
                Holm.adjust(rows.stream().map(row -> row.contrast().p()).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Row(
                        rows.get(i).compared(), rows.get(i).trait(), rows.get(i).contrast(), adjusted.get(i)))
                .toList();
    }

    private static Row row(Compared compared, Trait trait) {
        Contrast contrast = Contrast.of(
                compared.heap().accuracy(trait, true), compared.heap().accuracy(trait, false));
        return new Row(compared, trait, contrast, contrast.p());
    }

    private static List<Value> values(Row row) {
        Heap heap = row.compared().heap();
        Difference difference = row.contrast().difference();
        List<Value> values = new ArrayList<>(row.compared().before());
        values.add(Value.words(row.trait().words()));
        for (boolean with : new boolean[] {true, false}) {
            Proportion accuracy = heap.accuracy(row.trait(), with);
            Selection opens = opens(row, with);
            values.add(Values.percent(accuracy, opens));
            values.add(Values.count(accuracy.n(), opens));
        }
        values.add(Values.points(difference));
        values.add(Values.bound(difference.interval().low()));
        values.add(Values.bound(difference.interval().high()));
        values.add(Values.p(row.contrast().p()));
        values.add(Value.words(AnalysisTexts.of(row.contrast().exact() ? "value.fisher" : "value.z")));
        values.add(Values.p(row.holm()));
        return values;
    }

    private static Selection opens(Row row, boolean with) {
        String title = AnalysisTexts.of(
                with ? "open.with" : "open.without",
                row.compared().name(),
                row.trait().words());
        return Selection.of(title, row.compared().heap().cells())
                .said(Said.JUDGED)
                .traced(row.trait().traced(with));
    }

    private static String hint(Row row) {
        Heap heap = row.compared().heap();
        return AnalysisTexts.of(
                "hint.matters",
                Values.hint(heap.accuracy(row.trait(), true)),
                Values.hint(heap.accuracy(row.trait(), false)),
                Numbers.p(row.contrast().p()),
                Numbers.p(row.holm()));
    }
}
