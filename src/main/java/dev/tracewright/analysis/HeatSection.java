package dev.tracewright.analysis;

import dev.tracewright.analysis.HeatMap.Line;
import dev.tracewright.analysis.Selection.Traced;
import dev.tracewright.analysis.StepTraces.Heap;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the delegated steps, by solver, position, data set and delegator. */
final class HeatSection {
    private HeatSection() {}

    static Optional<Section> of(StepTraces traces) {
        List<Figure> figures = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        traces.byDataset()
                .forEach((dataset, solvers) -> figures.add(overview(
                        "steps-" + Names.slug(dataset, slugs),
                        AnalysisTexts.of("steps.dataset.title", dataset),
                        "solver",
                        solvers,
                        traces.unread())));
        for (StepStatus status : StepStatus.values()) {
            if (traces.all().steps().in(status).hits() > 0) {
                figures.add(byPosition(traces, status));
            }
        }
        if (traces.byDelegator().size() > 1) {
            figures.add(overview(
                    "steps-by-delegator",
                    AnalysisTexts.of("steps.delegator.title"),
                    "delegator",
                    traces.byDelegator(),
                    traces.unread()));
        }
        return Sections.of("steps", figures, List.of());
    }

    private static String word(StepStatus status) {
        return AnalysisTexts.of("status." + status.key());
    }

    private static Figure byPosition(StepTraces traces, StepStatus status) {
        int last = traces.all().steps().last();
        List<String> columns = Stream.iterate(1, column -> column <= last, column -> column + 1)
                .map(StatusCounts::head)
                .toList();
        String id = "steps-" + status.key().replace('_', '-') + "-by-position";
        String title = AnalysisTexts.of("steps.position.title", word(status));
        TableBuilder table = new TableBuilder(id, title, AnalysisTexts.of("steps.position.note"))
                .words("solver", "position")
                .figures("steps", "count", "percent", "low", "high")
                .footnotes(Footnotes.ofUnread(traces.unread()));
        List<Line> lines = new ArrayList<>();
        traces.bySolver().forEach((solver, heap) -> {
            List<HeatMap.Cell> cells = new ArrayList<>();
            for (int column = 1; column <= last; column++) {
                Proportion value = heap.steps().in(column, status);
                String open = AnalysisTexts.of("open.step", solver, StatusCounts.head(column), word(status));
                Selection opens = opens(open, heap, status, column);
                cells.add(cell(value, opens));
                if (value.known()) {
                    table.row(
                            Value.words(Names.shown(solver)),
                            Value.words(StatusCounts.head(column)),
                            Values.count(
                                    value.n(),
                                    heap.opens(
                                            AnalysisTexts.of("open.position", StatusCounts.head(column)),
                                            Traced.position(column))),
                            Values.count(value.hits(), opens),
                            Values.percent(value, opens),
                            Values.low(value),
                            Values.high(value));
                }
            }
            lines.add(new Line(solver, heap.steps().all(), cells));
        });
        return HeatMap.of(
                id,
                title,
                AnalysisTexts.of("steps.position.subtitle"),
                AnalysisTexts.of("column.steps"),
                columns,
                lines,
                table.build());
    }

    private static Figure overview(String id, String title, String rows, SortedMap<String, Heap> heaps, long unread) {
        List<StepStatus> statuses = List.of(StepStatus.values());
        TableBuilder table = new TableBuilder(id, title, AnalysisTexts.of("steps.overview.note"))
                .words(rows)
                .figures("answers", "steps")
                .footnotes(Footnotes.ofUnread(unread));
        statuses.forEach(status -> table.figure(status.key(), word(status) + ", %"));
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, Heap> row : heaps.entrySet()) {
            Heap heap = row.getValue();
            List<Value> values = new ArrayList<>(List.of(
                    Value.words(Names.shown(row.getKey())),
                    Values.count(heap.answers(), heap.opens(row.getKey(), Traced.STEPS)),
                    Values.count(heap.steps().all(), heap.opens(row.getKey(), Traced.STEPS))));
            List<HeatMap.Cell> cells = new ArrayList<>();
            for (StepStatus status : statuses) {
                Proportion value = heap.steps().in(status);
                Selection opens = opens(AnalysisTexts.of("open.status", row.getKey(), word(status)), heap, status, 0);
                cells.add(cell(value, opens));
                values.add(Values.percent(value, opens).hinting(hint(value)));
            }
            lines.add(new Line(row.getKey(), heap.steps().all(), cells));
            table.row(values);
        }
        return HeatMap.of(
                id,
                title,
                AnalysisTexts.of("steps.overview.subtitle"),
                AnalysisTexts.of("column.steps"),
                statuses.stream().map(HeatSection::word).toList(),
                lines,
                table.build());
    }

    private static HeatMap.Cell cell(Proportion value, @Nullable Selection opens) {
        return new HeatMap.Cell(value, hint(value), value.hits() == 0 ? null : opens);
    }

    private static String hint(Proportion value) {
        return value.known()
                ? AnalysisTexts.of(
                        "hint.steps",
                        value.hits(),
                        value.n(),
                        Numbers.percent(value.percent()),
                        Numbers.range(value.interval()))
                : "";
    }

    private static Selection opens(String title, Heap heap, StepStatus status, int position) {
        return Selection.of(title, heap.cells())
                .traced(StatusCounts.meant(position, new Traced(null, null, position, status, null, 0, 0)));
    }
}
