package dev.tracewright.ui.inspect;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.Value;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.Texts;
import dev.tracewright.work.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One problem side by side as a table for programs and spreadsheets: a row for what each answer has in each row of its group. */
final class ComparisonTable {
    static final String ID = "one-problem";

    private static final List<String> COLUMNS = List.of(
            "approach", "delegator", "version", "solver", "verdict", "stated", "number", "step", "status", "output");

    private ComparisonTable() {}

    /** What is shown now, with names hidden where they are; without rows where nothing is shown. */
    static DataTable of(ComparisonModel model) {
        List<DataTable.Row> rows = new ArrayList<>();
        SideBySide shown = model.shown().get();
        if (shown != null) {
            for (SideBySide.Group group : shown.groups()) {
                for (int i = 0; i < group.answers().size(); i++) {
                    for (SideBySide.Row row : group.rows()) {
                        rows.add(row(model, shown, group, i, row));
                    }
                }
            }
        }
        return new DataTable(
                ID,
                shown == null
                        ? ""
                        : Texts.of(
                                "inspect.table.title",
                                shown.problem().number(),
                                shown.problem().dataset()),
                "",
                COLUMNS.stream()
                        .map(id -> new Column(id, Texts.of("inspect.column." + id), false))
                        .toList(),
                rows,
                List.of());
    }

    private static DataTable.Row row(
            ComparisonModel model, SideBySide shown, SideBySide.Group group, int place, SideBySide.Row row) {
        SideBySide.Answer answer = group.answers().get(place);
        SideBySide.Cell cell = row.cells().get(place);
        StepStatus status = cell.status();
        String delegator = group.delegator();
        List<String> values = List.of(
                answer.approach().key(),
                delegator == null ? "" : model.delegator(shown, delegator),
                group.planVersion() == 0 ? "" : String.valueOf(group.planVersion()),
                model.solver(shown, answer.solver()),
                answer.outcome() == Outcome.UNLABELLED
                        ? ""
                        : answer.outcome().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(answer.stated(), ""),
                row.step() == 0 ? "" : String.valueOf(row.step()),
                row.step() == 0 ? "" : group.steps().get(row.step() - 1),
                status == null ? "" : status.key(),
                text(answer.output(), cell));
        return new DataTable.Row(values.stream().map(Value::words).toList(), false);
    }

    private static String text(String output, SideBySide.Cell cell) {
        StringBuilder text = new StringBuilder();
        for (SideBySide.Passage passage : cell.passages()) {
            text.append(output, passage.start(), passage.end());
        }
        return text.toString();
    }
}
