package dev.tracewright.ui.runs;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.CellProgress;
import dev.tracewright.trace.Approach;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a study lie in rows and columns: a row for each model and, where it follows steps, for each delegator; a
 * column for each way of prompting. Not every place has a cell.
 *
 * @param rows in the order of the plan, those of one model together
 * @param columns likewise, delegations first
 */
public record RunMatrix(List<Row> rows, List<Column> columns) {
    /** No study. */
    public static final RunMatrix EMPTY = new RunMatrix(List.of(), List.of());

    /**
     * Who is asked.
     *
     * @param delegator whose steps the model follows, or null where it follows none
     */
    public record Row(ModelRef model, @Nullable ModelRef delegator) {
        static Row of(Cell cell) {
            return new Row(cell.model(), cell.delegator());
        }
    }

    /**
     * How it is asked.
     *
     * @param approach null where the model is asked for steps
     * @param template the prompt template
     * @param delegationTemplate the template of the delegation that it follows, or null
     * @param arm which version of the steps
     */
    public record Column(
            @Nullable Approach approach,
            String template,
            @Nullable String delegationTemplate,
            Arm arm) {
        static Column of(Cell cell) {
            return new Column(cell.approach(), cell.templateName(), cell.delegationTemplate(), cell.arm());
        }
    }

    public RunMatrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** The matrix of these cells. */
    public static RunMatrix of(Collection<CellProgress> cells) {
        Map<ModelRef, LinkedHashSet<Row>> rows = new LinkedHashMap<>();
        LinkedHashSet<Column> columns = new LinkedHashSet<>();
        for (CellProgress cell : cells) {
            rows.computeIfAbsent(cell.cell().model(), model -> new LinkedHashSet<>())
                    .add(Row.of(cell.cell()));
            columns.add(Column.of(cell.cell()));
        }
        return new RunMatrix(rows.values().stream().flatMap(Collection::stream).toList(), List.copyOf(columns));
    }

    /** The cell at this place, which need not exist. */
    public static Cell cell(Row row, Column column) {
        return new Cell(
                column.approach(),
                column.template(),
                column.delegationTemplate(),
                row.delegator(),
                row.model(),
                column.arm());
    }
}
