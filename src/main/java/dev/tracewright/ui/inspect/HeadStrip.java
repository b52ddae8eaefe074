package dev.tracewright.ui.inspect;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Keeps what stands above the columns of a scroll pane in sight: it goes sideways with them, and never up. */
final class HeadStrip extends Region {
    private final Region heads;
    private final ScrollPane scroll;

    /**
     * @param heads as wide as the content of {@code scroll}
     * @param scroll holds the columns
     */
    HeadStrip(Region heads, ScrollPane scroll) {
        this.heads = heads;
        this.scroll = scroll;
        getChildren().add(heads);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinWidth(0);
        scroll.hvalueProperty().subscribe(this::requestLayout);
        scroll.viewportBoundsProperty().subscribe(this::requestLayout);
    }

    /** Scrolls sideways until the node, which is in the heads, is in sight. */
    void reveal(Node node) {
        double hidden = hidden();
        if (hidden <= 0) {
            return;
        }
        Bounds at = heads.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getWidth();
        double left = scroll.getHvalue() * hidden;
        if (at.getMinX() < left) {
            scroll.setHvalue(Math.max(0, at.getMinX() / hidden));
        } else if (at.getMaxX() > left + view) {
            scroll.setHvalue(Math.min(1, (at.getMaxX() - view) / hidden));
        }
    }

    /** How much wider the columns are than what shows them, in pixels. */
    private double hidden() {
        return heads.prefWidth(-1) - scroll.getViewportBounds().getWidth();
    }

    /** What the heads need with the widths they have, in which texts wrap. */
    @Override
    protected double computePrefHeight(double width) {
        return heads.prefHeight(heads.prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = Math.max(0, hidden()) * scroll.getHvalue();
        heads.resizeRelocate(snapPositionX(-left), 0, heads.prefWidth(-1), getHeight());
    }
}
