package dev.tracewright.analysis;

import dev.tracewright.analysis.BarChart.Bar;
import dev.tracewright.analysis.BarChart.Group;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Selection.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** At which step arithmetic first goes wrong. */
final class FalseEquationSection {
    private static final int NO_STEP = -1;

    private FalseEquationSection() {}

    static Optional<Section> of(StepTraces traces) {
        StepTraces.Heap all = traces.all();
        long found = all.firstFalse(NO_STEP) + all.firstFalseBeyond(0);
        if (found == 0) {
            return Optional.empty();
        }
        TableBuilder table = new TableBuilder(
                        "first-false", AnalysisTexts.of("first-false.title"), AnalysisTexts.of("first-false.note"))
                .words("position")
                .figures("first-false", "answers", "percent", "low", "high")
                .footnotes(Footnotes.ofUnread(traces.unread()));
        List<Group> groups = new ArrayList<>();
        for (int column = 1; column <= all.steps().last(); column++) {
            boolean beyond = column > StatusCounts.LAST;
            long answers = all.answersWith(column);
            long hits = beyond ? all.firstFalseBeyond(StatusCounts.LAST) : all.firstFalse(column);
            String head = StatusCounts.head(column);
            add(
                    table,
                    groups,
                    head,
                    new Proportion(hits, answers),
                    opens(all, head)
                            .traced(StatusCounts.meant(column, new Traced(null, null, 1, null, null, 0, column))),
                    all.opens(AnalysisTexts.of("open.position", head), Traced.position(column)));
        }
        String none = AnalysisTexts.of("value.no-step");
        add(
                table,
                groups,
                none,
                new Proportion(all.firstFalse(NO_STEP), all.answers()),
                opens(all, none).traced(new Traced(null, null, 1, null, null, 0, NO_STEP)),
                all.opens(AnalysisTexts.of("open.steps"), Traced.STEPS));
        return Sections.of(
                "first-false",
                List.of(BarChart.of(
                        "first-false",
                        AnalysisTexts.of("first-false.title"),
                        AnalysisTexts.of("first-false.subtitle"),
                        List.of(),
                        groups,
                        table.build())),
                List.of());
    }

    private static Selection opens(StepTraces.Heap all, String head) {
        return Selection.of(AnalysisTexts.of("open.first-false", head), all.cells());
    }

    private static void add(
            TableBuilder table, List<Group> groups, String head, Proportion value, Selection opens, Selection among) {
        groups.add(new Group(
                head,
                AnalysisTexts.of("chart.n", value.n()),
                List.of(new Bar(Ink.TRACE_OF_THOUGHT, "", value, Values.hint(value), opens))));
        table.row(
                Value.words(head),
                Values.count(value.hits(), opens),
                Values.count(value.n(), among),
                Values.percent(value, opens),
                Values.low(value),
                Values.high(value));
    }
}
