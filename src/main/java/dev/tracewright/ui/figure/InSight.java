package dev.tracewright.ui.figure;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls so that what the keyboard has reached can be seen, in every scroll pane around it. */
final class InSight {
    private static final double MARGIN = 24;

    private InSight() {}

    /**
     * Brings a part of a node in sight.
     *
     * @param part in the node's own measure
     */
    static void bring(Node node, Bounds part) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() != null) {
                Bounds inContent = pane.getContent().sceneToLocal(node.localToScene(part));
                bring(pane, inContent);
            }
        }
    }

    private static void bring(ScrollPane pane, Bounds part) {
        Bounds content = pane.getContent().getLayoutBounds();
        Bounds view = pane.getViewportBounds();
        double hiddenHeight = content.getHeight() - view.getHeight();
        if (hiddenHeight > 0) {
            double top = moved(
                    pane.getVvalue() * hiddenHeight, view.getHeight(), part.getMinY(), part.getMaxY(), hiddenHeight);
            pane.setVvalue(top / hiddenHeight);
        }
        double hiddenWidth = content.getWidth() - view.getWidth();
        if (hiddenWidth > 0) {
            double left =
                    moved(pane.getHvalue() * hiddenWidth, view.getWidth(), part.getMinX(), part.getMaxX(), hiddenWidth);
            pane.setHvalue(left / hiddenWidth);
        }
    }

    private static double moved(double from, double shown, double start, double end, double most) {
        double to = from;
        if (end + MARGIN > from + shown) {
            to = end + MARGIN - shown;
        }
        if (start - MARGIN < to) {
            to = start - MARGIN;
        }
        return Math.clamp(to, 0, most);
    }
}
