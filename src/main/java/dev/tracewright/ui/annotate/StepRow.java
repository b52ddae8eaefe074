package dev.tracewright.ui.annotate;

import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One row of the grid: a delegated step, what became of it, and the text that performs it. */
final class StepRow extends GridColumns {
    private static final PseudoClass DROP_BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass DROP_AFTER = PseudoClass.getPseudoClass("drop-after");

    private final StepCell stepCell;
    private final StatusCell statusCell;
    private final OutputCell outputCell;
    private final StepGrid grid;
    private AlignedRows.@Nullable Row row;

    StepRow(StepGrid grid) {
        this(grid, new StepCell(grid), new StatusCell(grid.model()), new OutputCell(grid.model(), grid::chooseLinks));
    }

    private StepRow(StepGrid grid, StepCell stepCell, StatusCell statusCell, OutputCell outputCell) {
        super(stepCell, statusCell, outputCell);
        this.grid = grid;
        this.stepCell = stepCell;
        this.statusCell = statusCell;
        this.outputCell = outputCell;
        getStyleClass().add("step-row");
    }

    /** The number of the step from 1, or 0 for a row of output only. */
    int step() {
        AlignedRows.Row shown = row;
        return shown == null ? 0 : shown.step();
    }

    /** Whether the segment at this position stands in this row. */
    boolean holds(int segment) {
        AlignedRows.Row shown = row;
        return shown != null && shown.segments().contains(segment);
    }

    StepCell stepCell() {
        return stepCell;
    }

    /** Shows a row of the sheet; parts whose content is the same stay untouched. */
    void show(Sheet sheet, AlignedRows.Row newRow) {
        row = newRow;
        stepCell.show(sheet, newRow.step());
        statusCell.show(sheet, newRow);
        outputCell.show(sheet, newRow, grid.model().phase().get());
    }

    /** Lights the sides that belong to what is selected. */
    void light() {
        AlignedRows.Row shown = row;
        if (shown == null) {
            return;
        }
        TraceSelection selection = grid.model().selection();
        stepCell.light(selection);
        outputCell.light(selection);
    }

    /** Keeps the step and its status in sight where the row begins above the view, by this much. */
    void keepInSight(double above) {
        KeptInSight.move(stepCell, above);
        KeptInSight.move(statusCell, above);
    }

    /** What a person looks at for the segment: its box where it is shown, the row otherwise. */
    Node place(int segment) {
        return Objects.requireNonNullElse(outputCell.box(segment), this);
    }

    /** The lit place in the text of the segment, or what {@link #place} gives where none is lit. */
    Node litPlace(int segment) {
        return Objects.requireNonNullElse(outputCell.litPlace(segment), place(segment));
    }

    /** Shows or hides the line at which a dragged step would land. */
    void showDrop(boolean here, boolean after) {
        pseudoClassStateChanged(DROP_BEFORE, here && !after);
        pseudoClassStateChanged(DROP_AFTER, here && after);
    }
}
