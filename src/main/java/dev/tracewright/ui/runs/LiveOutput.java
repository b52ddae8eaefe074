package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the output of one call of a cell while it comes, and goes on to another one when it has ended. However fast pieces
 * come, the screen reads the text when it looks. Used by one look at a time.
 */
final class LiveOutput {
    private @Nullable Seen last;

    /**
     * What is seen of a call.
     *
     * @param text what has come of it, or the end where that is long
     */
    record Seen(StudyCall call, String text) {}

    /** Looks at a cell of a run; null while nothing was seen of it. What was seen last stays where no call is under way. */
    @Nullable
    Seen look(StudyRun run, Cell cell) {
        List<StudyCall> underWay = run.underWay(cell, Integer.MAX_VALUE);
        Seen before = last;
        StudyCall followed = before == null ? null : before.call();
        if (underWay.isEmpty()) {
            last = followed != null && cell.equals(Cell.of(followed)) ? before : null;
            return last;
        }
        StudyCall now = followed != null && underWay.contains(followed) ? followed : underWay.getFirst();
        String text = run.heard(now.key());
        boolean ended = text.isEmpty() && before != null && now.equals(followed);
        last = ended ? before : new Seen(now, text);
        return last;
    }
}
