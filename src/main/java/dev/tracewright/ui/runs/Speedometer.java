package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.CellProgress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells from looks at a run how fast each of its cells is: calls settled within the last minute, or since it was started. */
final class Speedometer {
    private static final long WINDOW_NANOS = 60_000_000_000L;
    /** Looks that follow each other more quickly say nothing new. */
    private static final long STEP_NANOS = 1_000_000_000L;

    private record Look(long nanos, Map<Cell, Integer> settled) {}

    private final ArrayDeque<Look> looks = new ArrayDeque<>();

    /** What is to be shown of the cells after a look at {@code nanos}. */
    Map<Cell, CellState> look(RunProgress progress, long nanos) {
        boolean running = progress.phase() == RunProgress.Phase.RUNNING;
        if (!running) {
            looks.clear();
        } else if (looks.isEmpty() || nanos - looks.getLast().nanos() >= STEP_NANOS) {
            Map<Cell, Integer> settled = new HashMap<>();
            progress.cells().forEach(cell -> settled.put(cell.cell(), cell.done() + cell.failed()));
            looks.addLast(new Look(nanos, settled));
            while (looks.size() > 2 && nanos - looks.getFirst().nanos() > WINDOW_NANOS) {
                looks.removeFirst();
            }
        }
        Map<Cell, CellState> states = new LinkedHashMap<>();
        progress.cells().forEach(cell -> states.put(cell.cell(), state(cell, nanos)));
        return states;
    }

    private CellState state(CellProgress cell, long nanos) {
        int settled = cell.done() + cell.failed();
        int open = cell.total() - settled - cell.inReview();
        Look first = looks.peekFirst();
        double minutes = first == null ? 0 : (nanos - first.nanos()) / 6e10;
        if (first == null || minutes <= 0) {
            return new CellState(cell, 0, null);
        }
        double perMinute = (settled - first.settled().getOrDefault(cell.cell(), settled)) / minutes;
        return new CellState(cell, perMinute, left(open, perMinute));
    }

    private static @Nullable Duration left(int open, double perMinute) {
        return open == 0 || perMinute <= 0 ? null : Duration.ofSeconds(Math.round(open / perMinute * 60));
    }
}
