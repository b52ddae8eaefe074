package dev.tracewright.ui.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays parts beside each other where they fit at the width they like, and below each other elsewhere; each row is filled. */
public final class CardFlow extends Pane {
    private final double gap;
    private final Set<Node> alone = new HashSet<>();

    private record Row(List<Node> parts, double liked) {}

    /** @param gap between parts, in pixels */
    public CardFlow(double gap) {
        this.gap = gap;
        getStyleClass().add("card-flow");
    }

    /** Shows these parts. */
    public void show(List<? extends Node> parts) {
        alone.clear();
        getChildren().setAll(parts);
    }

    /** Gives this part a row of its own. */
    public void setAlone(Node part) {
        alone.add(part);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream()
                .mapToDouble(part -> part.prefWidth(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? prefWidth(-1) : width;
        double height = 0;
        for (Row row : rows(given)) {
            height += (height == 0 ? 0 : gap) + height(row, given);
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double top = 0;
        for (Row row : rows(getWidth())) {
            double height = height(row, getWidth());
            double left = 0;
            for (Node part : row.parts()) {
                double width = width(part, row, getWidth());
                part.resizeRelocate(Math.rint(left), Math.rint(top), Math.rint(width), Math.ceil(height));
                left += width + gap;
            }
            top += height + gap;
        }
    }

    private List<Row> rows(double width) {
        List<Row> rows = new ArrayList<>();
        List<Node> parts = new ArrayList<>();
        double liked = 0;
        for (Node part : getManagedChildren()) {
            double wanted = wanted(part, width);
            boolean ownRow = alone.contains(part) || (!parts.isEmpty() && alone.contains(parts.getFirst()));
            if (!parts.isEmpty() && (ownRow || liked + gap + wanted > width)) {
                rows.add(new Row(List.copyOf(parts), liked));
                parts.clear();
                liked = 0;
            }
            liked += (parts.isEmpty() ? 0 : gap) + wanted;
            parts.add(part);
        }
        if (!parts.isEmpty()) {
            rows.add(new Row(List.copyOf(parts), liked));
        }
        return rows;
    }

    private static double wanted(Node part, double width) {
        double liked = part instanceof Squeezable flexible ? flexible.readableWidth() : part.prefWidth(-1);
        return Math.min(width, liked);
    }

    private double height(Row row, double width) {
        return row.parts().stream()
                .mapToDouble(part -> part.prefHeight(width(part, row, width)))
                .max()
                .orElse(0);
    }

    /** What is left of a row is shared by what its parts like. */
    private double width(Node part, Row row, double width) {
        double gaps = gap * (row.parts().size() - 1);
        double wanted = wanted(part, width);
        double left = Math.max(0, width - row.liked());
        return wanted + left * wanted / Math.max(1, row.liked() - gaps);
    }
}
