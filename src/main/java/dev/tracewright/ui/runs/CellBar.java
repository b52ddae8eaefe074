package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.CellProgress;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A thin bar with the shares of a cell that are done, given up and under way, side by side. */
final class CellBar extends Region {
    private final Region done = part("done");
    private final Region failed = part("failed");
    private final Region running = part("running");
    private double shareDone;
    private double shareFailed;
    private double shareRunning;

    CellBar() {
        getStyleClass().add("cell-bar");
        getChildren().addAll(done, failed, running);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.setManaged(false);
        part.getStyleClass().add("cell-bar-" + style);
        return part;
    }

    void show(@Nullable CellProgress progress) {
        if (progress == null) {
            show(0, 0, 0, 1);
        } else {
            show(progress.done(), progress.failed(), progress.running(), progress.total());
        }
    }

    void show(int isDone, int isFailed, int isRunning, int total) {
        double all = Math.max(1, total);
        shareDone = isDone / all;
        shareFailed = isFailed / all;
        shareRunning = isRunning / all;
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double x = place(done, 0, shareDone, height);
        x = place(failed, x, shareFailed, height);
        place(running, x, shareRunning, height);
    }

    private double place(Region part, double x, double share, double height) {
        double width = share * getWidth();
        part.setVisible(width > 0);
        part.resizeRelocate(x, 0, width, height);
        return x + width;
    }
}
