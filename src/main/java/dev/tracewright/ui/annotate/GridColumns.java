package dev.tracewright.ui.annotate;

import dev.tracewright.ui.theme.Theme;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A row of three cells: steps, status, output. Every row and the header share the widths, so that they stand below each other;
 * cells are as tall as the tallest of them.
 */
class GridColumns extends Pane {
    private static final double STEPS_SHARE = 0.38;
    private static final double STATUS_IN_EM = 7.6;
    private static final double GAP = 8;

    private final Node[] cells;
    private boolean outputOnly;

    /** @param cells one to three cells, from the left; a missing one leaves its place empty */
    GridColumns(Region... cells) {
        this.cells = cells.clone();
        getChildren().addAll(cells);
        setMinWidth(0);
    }

    /** Gives the whole width to the output, for an answer that was made without steps. */
    final void setOutputOnly(boolean only) {
        if (outputOnly != only) {
            outputOnly = only;
            cells[0].setVisible(!only);
            if (cells.length > 1) {
                cells[1].setVisible(!only);
            }
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double inner = (width < 0 ? getWidth() : width) - in.getLeft() - in.getRight();
        double height = 0;
        for (int i = first(); i < cells.length; i++) {
            height = Math.max(height, cells[i].prefHeight(width(i, inner)));
        }
        return Math.ceil(height) + in.getTop() + in.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double inner = getWidth() - in.getLeft() - in.getRight();
        double height = getHeight() - in.getTop() - in.getBottom();
        double x = in.getLeft();
        for (int i = first(); i < cells.length; i++) {
            double width = width(i, inner);
            cells[i].resizeRelocate(snapPositionX(x), in.getTop(), snapSizeX(width), height);
            x += width + GAP;
        }
    }

    private int first() {
        return outputOnly ? cells.length - 1 : 0;
    }

    private double width(int column, double inner) {
        if (outputOnly) {
            return inner;
        }
        double status = STATUS_IN_EM * Theme.fontPixels().get();
        double texts = Math.max(0, inner - status - 2 * GAP);
        return switch (column) {
            case 0 -> Math.floor(texts * STEPS_SHARE);
            case 1 -> status;
            default -> texts - Math.floor(texts * STEPS_SHARE);
        };
    }
}
