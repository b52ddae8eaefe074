package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.CellProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a cell at one moment.
 *
 * @param progress its calls
 * @param perMinute calls settled a minute lately
 * @param left the time until it is done at that rate, or null where none can be told
 */
public record CellState(
        CellProgress progress, double perMinute, @Nullable Duration left) {
    int settled() {
        return progress.done() + progress.failed();
    }

    boolean complete() {
        return settled() == progress.total();
    }
}
