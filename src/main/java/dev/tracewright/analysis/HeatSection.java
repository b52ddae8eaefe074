package dev.tracewright.analysis;

import dev.tracewright.analysis.HeatMap.Line;
import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.analysis.Selection.Traced;
import dev.tracewright.analysis.StepTraces.Heap;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the delegated steps, by solver, position, data set, delegator and verdict. */
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
                        parts(solvers),
                        traces.unread())));
        for (StepStatus status : StepStatus.values()) {
            if (traces.all().steps().in(status).hits() > 0) {
                figures.add(byPosition(
                        "steps-" + slug(status) + "-by-position",
                        AnalysisTexts.of("steps.position.title", word(status)),
                        parts(traces.bySolver()),
                        status,
                        traces));
            }
        }
        if (traces.byDelegator().size() > 1) {
            figures.add(overview(
                    "steps-by-delegator",
                    AnalysisTexts.of("steps.delegator.title"),
                    "delegator",
                    parts(traces.byDelegator()),
                    traces.unread()));
        }
        figures.addAll(byVerdict(traces));
        return Sections.of("steps", figures, List.of());
    }

    /** What right answers do with their steps beside what wrong ones do, and which steps right ones do without. */
    private static List<Figure> byVerdict(StepTraces traces) {
        List<Figure> figures = new ArrayList<>();
        List<Part> judged = new ArrayList<>();
        List<Part> right = new ArrayList<>();
        traces.bySolver().forEach((solver, heap) -> {
            Part yes = new Part(solver, heap, Outcome.TRUE);
            Part no = new Part(solver, heap, Outcome.FALSE);
            Stream.of(yes, no).filter(part -> part.steps().all() > 0).forEach(judged::add);
            if (yes.steps().all() > 0) {
                right.add(yes);
            }
        });
        if (!judged.isEmpty()) {
            figures.add(overview(
                    "steps-by-verdict", AnalysisTexts.of("steps.verdict.title"), "solver", judged, traces.unread()));
        }
        if (right.stream().anyMatch(part -> part.steps().in(StepStatus.SKIPPED).hits() > 0)) {
            figures.add(byPosition(
                    "steps-skipped-in-true-answers-by-position",
                    AnalysisTexts.of("steps.needless.title"),
                    right,
                    StepStatus.SKIPPED,
                    traces));
        }
        return figures;
    }

    /** A row: some answers, or those of them that are true or false. */
    private record Part(String name, Heap heap, @Nullable Outcome outcome) {
        /** The name with the verdict. */
        String label() {
            return outcome == null ? name : AnalysisTexts.of("steps.judged", name, verdict());
        }

        String verdict() {
            return AnalysisTexts.of(outcome == Outcome.TRUE ? "verdict.true" : "verdict.false");
        }

        StatusCounts steps() {
            return outcome == null ? heap.steps() : heap.steps(outcome == Outcome.TRUE);
        }

        long answers() {
            Proportion accuracy = heap.accuracy();
            return outcome == null
                    ? heap.answers()
                    : outcome == Outcome.TRUE ? accuracy.hits() : accuracy.n() - accuracy.hits();
        }

        /** How many of the answers are so by suggestion, where it matters what they are. */
        long suggested() {
            return outcome == null ? 0 : heap.suggested(outcome == Outcome.TRUE);
        }

        Selection opens(String title, Traced found) {
            Selection all = heap.opens(title, found);
            return outcome == null ? all : all.said(Said.of(outcome));
        }
    }

    private static List<Part> parts(SortedMap<String, Heap> heaps) {
        return heaps.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue(), null))
                .toList();
    }

    private static String word(StepStatus status) {
        return AnalysisTexts.of("status." + status.key());
    }

    private static String slug(StepStatus status) {
        return status.key().replace('_', '-');
    }

    private static Figure byPosition(String id, String title, List<Part> parts, StepStatus status, StepTraces traces) {
        int last = parts.stream().mapToInt(part -> part.steps().last()).max().orElse(0);
        List<String> columns = Stream.iterate(1, column -> column <= last, column -> column + 1)
                .map(StatusCounts::head)
                .toList();
        String marked = marked(title, parts);
        TableBuilder table = new TableBuilder(id, marked, AnalysisTexts.of("steps.position.note"))
                .words("solver", "position")
                .figures("steps", "count", "percent", "low", "high")
                .footnotes(footnotes(parts, traces.unread()));
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            List<HeatMap.Cell> cells = new ArrayList<>();
            for (int column = 1; column <= last; column++) {
                Proportion value = part.steps().in(column, status);
                String head = StatusCounts.head(column);
                Selection opens =
                        opens(AnalysisTexts.of("open.step", part.label(), head, word(status)), part, status, column);
                cells.add(cell(value, opens));
                if (value.known()) {
                    table.row(
                            Value.words(Names.shown(part.name())),
                            Value.words(head),
                            Values.count(
                                    value.n(),
                                    part.opens(
                                            AnalysisTexts.of("open.position", part.label(), head),
                                            Traced.position(column))),
                            Values.count(value.hits(), opens),
                            Values.percent(value, opens),
                            Values.low(value),
                            Values.high(value));
                }
            }
            lines.add(new Line(part.name(), part.steps().all(), cells));
        }
        return HeatMap.of(
                id,
                marked,
                AnalysisTexts.of("steps.position.subtitle"),
                AnalysisTexts.of("column.steps"),
                columns,
                lines,
                table.build());
    }

    private static Figure overview(String id, String title, String rows, List<Part> parts, long unread) {
        List<StepStatus> statuses = List.of(StepStatus.values());
        boolean judged = parts.stream().anyMatch(part -> part.outcome() != null);
        String marked = marked(title, parts);
        TableBuilder table = new TableBuilder(
                        id, marked, AnalysisTexts.of(judged ? "steps.verdict.note" : "steps.overview.note"))
                .words(rows)
                .words(judged ? new String[] {"verdict"} : new String[0])
                .figures("answers", "steps")
                .footnotes(footnotes(parts, unread));
        statuses.forEach(status -> table.figure(status.key(), word(status) + ", %"));
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            List<Value> values = new ArrayList<>(List.of(Value.words(Names.shown(part.name()))));
            if (judged) {
                values.add(Value.words(part.verdict()));
            }
            values.add(Values.count(part.answers(), part.opens(part.label(), Traced.STEPS)));
            values.add(Values.count(part.steps().all(), part.opens(part.label(), Traced.STEPS)));
            List<HeatMap.Cell> cells = new ArrayList<>();
            for (StepStatus status : statuses) {
                Proportion value = part.steps().in(status);
                Selection opens = opens(AnalysisTexts.of("open.status", part.label(), word(status)), part, status, 0);
                cells.add(cell(value, opens));
                values.add(Values.percent(value, opens).hinting(hint(value)));
            }
            lines.add(new Line(part.label(), part.steps().all(), cells));
            table.row(values);
        }
        return HeatMap.of(
                id,
                marked,
                AnalysisTexts.of("steps.overview.subtitle"),
                AnalysisTexts.of("column.steps"),
                statuses.stream().map(HeatSection::word).toList(),
                lines,
                table.build());
    }

    private static String marked(String title, List<Part> parts) {
        return Footnotes.title(title, suggested(parts));
    }

    private static List<String> footnotes(List<Part> parts, long unread) {
        List<String> notes = new ArrayList<>(Footnotes.ofSuggested(suggested(parts)));
        notes.addAll(Footnotes.ofUnread(unread));
        return notes;
    }

    private static long suggested(List<Part> parts) {
        return parts.stream().mapToLong(Part::suggested).sum();
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

    private static Selection opens(String title, Part part, StepStatus status, int position) {
        return part.opens(title, StatusCounts.meant(position, new Traced(null, null, position, status, null, 0, 0)));
    }
}
