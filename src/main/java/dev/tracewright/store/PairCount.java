package dev.tracewright.store;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.LengthGroup;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.PairGroup;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Judgement.Suggestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts problems that two cells both answered. It goes through the answers once, in the order of an index that has those to one
 * problem in one repetition side by side, and keeps only these at a time: joining a million rows with themselves takes far longer. On its
 * way it counts lengths, too, because a second pass would take half as long again.
 */
final class PairCount {
    /**
     * Problem, repetition and whether it is another answer of its cell; cell and panel; reading and length. Several numbers a column,
     * because to fetch a column takes longer than to find it.
     */
    private static final String ANSWERS = """
            SELECT (problem << 32) | (repetition << 1) | CASE WHEN again > 0 THEN 1 ELSE 0 END,
                   (cell << 32) | panel, (coalesce(reading, 0) << 32) | characters
            FROM answer a WHERE {passes}
            ORDER BY problem, repetition""";

    private static final int AGAIN = 1;
    private static final int ANALYSIS = 4;
    private static final int SUGGESTION_SHIFT = 3;
    private static final int CODE_BITS = 5;
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Suggestion> SUGGESTIONS = List.of(Suggestion.values());

    private final ResultKeys keys;
    private final LengthCount lengths;
    /** Which cells are compared as first and second, by their numbers; a row is null where the cell is never the first. */
    private final boolean[][] compared;

    /** By the numbers of two cells, then by the codes of both answers; null where no problem is answered in both. */
    private final long[] @Nullable [][] counts;

    private long answered;
    private int size;
    private int[] cells = new int[64];
    private int[] codes = new int[64];

    private PairCount(ResultKeys keys) {
        this.keys = keys;
        this.lengths = new LengthCount(keys);
        this.compared = compared(keys.cells());
        this.counts = new long[compared.length][compared.length][];
    }

    /** Counts what the filter of {@code keys} lets through. */
    static PairCount of(Handle handle, ResultKeys keys) {
        PairCount count = new PairCount(keys);
        Scan.of(handle, ANSWERS.replace("{passes}", keys.condition("a")), count::add);
        count.close();
        return count;
    }

    /** Answers by length. */
    List<LengthGroup> lengths() {
        return lengths.groups();
    }

    private static boolean[][] compared(List<Cell> cells) {
        boolean[][] compared = new boolean[cells.size()][];
        for (int first = 0; first < cells.size(); first++) {
            compared[first] = new boolean[cells.size()];
            for (int second = 0; second < cells.size(); second++) {
                compared[first][second] = PairGroup.compares(cells.get(first), cells.get(second));
            }
        }
        return compared;
    }

    private void add(ResultSet row) throws SQLException {
        long bout = row.getLong(1);
        if (bout >> 1 != answered) {
            close();
            answered = bout >> 1;
        }
        long place = row.getLong(2);
        int cell = keys.cell((int) (place >> Integer.SIZE));
        if (cell < 0) {
            return;
        }
        long text = row.getLong(3);
        ResultKeys.Read read = keys.reading((int) (text >> Integer.SIZE));
        if (keys.passes(read)) {
            int said = keys.panels().said((int) place);
            if (lengths.counts(cell)) {
                lengths.add(cell, said, read, (int) text);
            }
            if ((bout & AGAIN) != 0) {
                return;
            }
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, size * 2);
                codes = Arrays.copyOf(codes, size * 2);
            }
            cells[size] = cell;
            codes[size++] = code(said, read);
        }
    }

    private void close() {
        for (int i = 0; i < size; i++) {
            boolean[] seconds = compared[cells[i]];
            for (int j = 0; j < size; j++) {
                if (seconds[cells[j]]) {
                    count(cells[i], cells[j], (codes[i] << CODE_BITS) | codes[j]);
                }
            }
        }
        size = 0;
    }

    private void count(int first, int second, int both) {
        long[] byCode = counts[first][second];
        if (byCode == null) {
            byCode = new long[1 << (2 * CODE_BITS)];
            counts[first][second] = byCode;
        }
        byCode[both]++;
    }

    private static int code(int said, ResultKeys.@Nullable Read read) {
        Suggestion suggestion = read == null ? null : read.suggestion();
        return OUTCOMES.indexOf(Codes.outcome(said))
                | ((said & Codes.bit(Flag.NEEDS_ANALYSIS)) != 0 ? ANALYSIS : 0)
                | ((suggestion == null ? 0 : SUGGESTIONS.indexOf(suggestion) + 1) << SUGGESTION_SHIFT);
    }

    /** Pairs of answers to one problem in one repetition; of several answers of one cell the first. */
    List<PairGroup> groups() {
        List<PairGroup> groups = new ArrayList<>();
        for (int first = 0; first < counts.length; first++) {
            for (int second = 0; second < counts.length; second++) {
                long[] byCode = counts[first][second];
                if (byCode != null) {
                    add(groups, keys.cells().get(first), keys.cells().get(second), byCode);
                }
            }
        }
        return groups;
    }

    private static void add(List<PairGroup> groups, Cell first, Cell second, long[] byCode) {
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                int one = code >> CODE_BITS;
                int other = code & ((1 << CODE_BITS) - 1);
                groups.add(new PairGroup(
                        first,
                        second,
                        outcome(one),
                        outcome(other),
                        (one & ANALYSIS) != 0,
                        (other & ANALYSIS) != 0,
                        suggestion(one),
                        suggestion(other),
                        byCode[code]));
            }
        }
    }

    private static Outcome outcome(int code) {
        return OUTCOMES.get(code & (ANALYSIS - 1));
    }

    private static @Nullable Suggestion suggestion(int code) {
        int place = code >> SUGGESTION_SHIFT;
        return place == 0 ? null : SUGGESTIONS.get(place - 1);
    }
}
