package dev.tracewright.analysis;

import dev.tracewright.analysis.Counted.Board;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One solver following a delegator's steps, as they were written and as they were corrected, in one template.
 *
 * @param board the data set
 * @param original the cell with the steps as they were written
 * @param corrected the cell with the corrected steps
 * @param pairs the problems answered and judged both times, the corrected steps first
 */
record Correction(Board board, Pool original, Pool corrected, PairTally pairs) {
    /** Those of which some problem was judged both times. */
    static List<Correction> of(Counted counted) {
        Map<String, Board> boards = new HashMap<>();
        counted.boards().forEach(board -> boards.put(board.dataset(), board));
        List<Correction> all = new ArrayList<>();
        counted.cells().forEach((cell, tally) -> {
            Cell before =
                    new Cell(cell.dataset(), cell.approach(), cell.template(), cell.delegator(), cell.solver(), false);
            Tally original = counted.cells().get(before);
            Board board = boards.get(cell.dataset());
            if (!cell.corrected() || original == null || board == null) {
                return;
            }
            Pool first = pool(counted, cell, tally);
            Pool second = pool(counted, before, original);
            PairTally pairs = counted.pairs(first, second);
            if (pairs.n() > 0) {
                all.add(new Correction(board, second, first, pairs));
            }
        });
        return all;
    }

    private static Pool pool(Counted counted, Cell cell, Tally tally) {
        Pool pool = new Pool(counted.suggestions());
        pool.add(cell, tally);
        return pool;
    }

    /** The cell with the corrected steps. */
    Cell cell() {
        return corrected.cells().iterator().next();
    }
}
