package dev.tracewright.analysis;

import java.util.LinkedHashSet;
import java.util.Set;

/** Cells that are shown as one, with what was said of their answers. */
final class Pool {
    private final Set<Cell> cells = new LinkedHashSet<>();
    private final Tally tally;

    Pool(boolean suggestions) {
        tally = new Tally(suggestions);
    }

    void add(Cell cell, Tally counted) {
        cells.add(cell);
        tally.add(counted);
    }

    Set<Cell> cells() {
        return cells;
    }

    Tally tally() {
        return tally;
    }

    Proportion accuracy() {
        return tally.accuracy();
    }
}
