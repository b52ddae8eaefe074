package dev.tracewright.ui.annotate;

import java.util.List;
import javafx.geometry.Bounds;

/** Tells and shows where a step that is dragged over the rows would land. */
final class StepDrop {
    private StepDrop() {}

    /** The number that a dragged step would get for a pointer at this height of the scene. */
    static int target(List<StepRow> rows, double sceneY, int dragged) {
        int target = dragged;
        for (StepRow row : rows) {
            if (row.step() == 0) {
                continue;
            }
            Bounds bounds = row.localToScene(row.getBoundsInLocal());
            double middle = (bounds.getMinY() + bounds.getMaxY()) / 2;
            if (row.step() > dragged && sceneY > middle) {
                target = row.step();
            } else if (row.step() < dragged && sceneY < middle) {
                return row.step();
            }
        }
        return target;
    }

    /** Draws the line at which the step would land; 0 for none. */
    static void show(List<StepRow> rows, int target, int dragged) {
        for (StepRow row : rows) {
            row.showDrop(row.step() != 0 && row.step() == target && target != dragged, target > dragged);
        }
    }
}
