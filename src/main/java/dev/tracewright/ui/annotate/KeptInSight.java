package dev.tracewright.ui.annotate;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Keeps what stands at the top of a tall cell in sight while the cell is scrolled past: beside an output of several screens one
 * still sees which step it performs. Moves nodes without laying them out anew.
 */
final class KeptInSight {
    private final ScrollPane pane;
    private final Pane rows;

    private KeptInSight(ScrollPane pane, Pane rows) {
        this.pane = pane;
        this.rows = rows;
    }

    /** Follows the scrolling of {@code pane}, whose content is {@code rows}, of which those that are {@link StepRow}s take part. */
    static void in(ScrollPane pane, Pane rows) {
        KeptInSight kept = new KeptInSight(pane, rows);
        InvalidationListener moved = change -> kept.place();
        pane.vvalueProperty().addListener(moved);
        pane.viewportBoundsProperty().addListener(moved);
        rows.needsLayoutProperty().addListener(moved);
    }

    private void place() {
        double hidden = rows.getHeight() - pane.getViewportBounds().getHeight();
        double top = Math.max(0, hidden) * pane.getVvalue() / pane.getVmax();
        for (Node child : rows.getChildren()) {
            if (child instanceof StepRow row) {
                row.keepInSight(top - row.getLayoutY());
            }
        }
    }

    /**
     * Moves what stands in {@code cell} down so that it begins no higher than {@code top} (in the cell's measure), and never below
     * the cell's end.
     */
    static void move(Region cell, double top) {
        boolean cut = top > 0 && top < cell.getHeight();
        double room = cut ? Math.max(0, cell.getHeight() - cell.prefHeight(cell.getWidth())) : 0;
        double down = Math.clamp(top, 0, room);
        for (Node part : cell.getChildrenUnmodifiable()) {
            part.setTranslateY(down);
        }
    }
}
