package dev.tracewright.ui.inspect;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** As high as what it holds, and scrolled where it may not be that high. */
final class TallScroll extends ScrollPane {
    private final Region inside;

    TallScroll(Region inside) {
        super(inside);
        this.inside = inside;
        getStyleClass().add("plain-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        inside.heightProperty().subscribe(this::requestLayout);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return inside.prefHeight(width) + getInsets().getTop() + getInsets().getBottom();
    }
}
