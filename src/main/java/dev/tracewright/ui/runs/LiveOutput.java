package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the output of one call of a cell while it comes, and goes on to another one when it has ended. However fast pieces
 * come, the screen reads the text when it looks, and never more than its end.
 */
final class LiveOutput {
    private static final int MOST_SHOWN = 4000;

    private final StringBuilder text = new StringBuilder();
    private @Nullable StudyRun run;
    private @Nullable StudyCall call;

    /**
     * What is seen of a call.
     *
     * @param text the end of what has come since it is followed
     */
    record Seen(StudyCall call, String text) {}

    /** Looks at a cell of a run; blocks shortly, away from the screen. Null while nothing was seen of it. */
    synchronized @Nullable Seen look(StudyRun from, Cell cell) {
        List<StudyCall> underWay = from.underWay(cell, Integer.MAX_VALUE);
        StudyCall followed = call;
        boolean same = followed != null && run == from && ofCell(followed, cell);
        if (!same || (!underWay.isEmpty() && !underWay.contains(followed))) {
            follow(from, underWay.isEmpty() ? null : underWay.getFirst());
        }
        StudyCall now = call;
        return now == null ? null : new Seen(now, text.toString());
    }

    private static boolean ofCell(StudyCall call, Cell cell) {
        return call.model().equals(cell.model()) && cell.equals(Cell.of(call));
    }

    /** Follows nothing any more. */
    synchronized void release() {
        follow(null, null);
    }

    private void follow(@Nullable StudyRun newRun, @Nullable StudyCall newCall) {
        if (run != null && call != null) {
            run.watch(call.key(), null);
        }
        run = newRun;
        call = newCall;
        text.setLength(0);
        if (newRun != null && newCall != null) {
            newRun.watch(newCall.key(), piece -> hear(newCall, piece));
        }
    }

    private synchronized void hear(StudyCall from, String piece) {
        if (from.equals(call)) {
            text.append(piece);
            if (text.length() > 2 * MOST_SHOWN) {
                text.delete(0, text.length() - MOST_SHOWN);
            }
        }
    }
}
