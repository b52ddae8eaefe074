package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Ui;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Scrolls just enough to show a part of a long list whole, or its beginning where it is taller than the view. */
final class Reveal {
    private static final double MARGIN = 8;

    private Reveal() {}

    /** Shows {@code part} of {@code content} in {@code pane} once the present event is laid out; does nothing when it is gone. */
    static void within(ScrollPane pane, Region content, Node part) {
        Ui.soon(() -> {
            double height = content.getHeight();
            double view = pane.getViewportBounds().getHeight();
            if (height <= view || part.getScene() == null) {
                return;
            }
            Bounds bounds = content.sceneToLocal(part.localToScene(part.getBoundsInLocal()));
            double now = pane.getVvalue() * (height - view);
            if (bounds.getMinY() < now) {
                pane.setVvalue(Math.max(0, bounds.getMinY() - MARGIN) / (height - view));
            } else if (bounds.getMaxY() > now + view) {
                double wanted = Math.min(bounds.getMinY(), bounds.getMaxY() - view + MARGIN);
                pane.setVvalue(Math.min(height - view, wanted) / (height - view));
            }
        });
    }
}
