package dev.tracewright.ui.figure;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Holds what may be wider than the window: as wide as there is room, and scrolled sideways below the least width it has. */
final class WideScroll extends ScrollPane {
    private static final double BAR_PIXELS = 14;

    private final Region content;

    WideScroll(Region content) {
        super(content);
        this.content = content;
        getStyleClass().addAll("plain-scroll", "wide-scroll");
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double least = content.minWidth(-1);
        double given = width < 0 ? content.prefWidth(-1) : width;
        return content.prefHeight(Math.max(given, least)) + (given < least ? BAR_PIXELS : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
