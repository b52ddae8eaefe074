package dev.tracewright.ui.annotate;

import dev.tracewright.work.AlignedRows;
import java.util.ArrayList;
import java.util.List;

/** Keeps the grid short where an output loops. */
final class RowFolding {
    /** How many rows at the end are always shown, because the answer stands there. */
    static final int LAST_ROWS = 2;

    private static final int OUTPUT_ROWS_AT_ONCE = 24;

    private RowFolding() {}

    /**
     * The rows without those that a looping output adds without end: every step, the first rows of output beside no step, and
     * the last ones.
     */
    static List<AlignedRows.Row> shortened(List<AlignedRows.Row> rows) {
        List<AlignedRows.Row> kept = new ArrayList<>();
        int outputOnly = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean stays = rows.get(i).step() != 0 || i >= rows.size() - LAST_ROWS;
            if (stays || outputOnly++ < OUTPUT_ROWS_AT_ONCE) {
                kept.add(rows.get(i));
            }
        }
        return kept;
    }
}
