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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts problems that two cells both answered. It goes through the answers once, in the order of an index that has those to one
 * problem in one repetition side by side, and keeps only these at a time: joining a million rows with themselves takes far longer. On its
 * way it counts lengths, too, because a second pass would take half as long again.
 */
final class PairCount {
    private static final String ANSWERS = """
            SELECT problem, repetition, cell, panel, reading, again, characters FROM answer a WHERE {passes}
            ORDER BY problem, repetition""";

    private static final int ANALYSIS = 4;
    private static final int SUGGESTION_SHIFT = 3;
    private static final int CODE_BITS = 5;
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Suggestion> SUGGESTIONS = List.of(Suggestion.values());

    private final ResultKeys keys;
    private final LengthCount lengths;
    /** Which cells are compared as first and second, by their numbers; a row is null where the cell is never the first. */
    private final boolean[][] compared;

    private final Map<Long, long[]> counts = new HashMap<>();
    private int problem;
    private int repetition;
    private int size;
    private int[] cells = new int[64];
    private int[] codes = new int[64];

    private PairCount(ResultKeys keys) {
        this.keys = keys;
        this.lengths = new LengthCount(keys);
        this.compared = compared(keys.cells());
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
        int nextProblem = row.getInt(1);
        int nextRepetition = row.getInt(2);
        if (nextProblem != problem || nextRepetition != repetition) {
            close();
            problem = nextProblem;
            repetition = nextRepetition;
        }
        int cell = keys.cell(row.getInt(3));
        if (cell < 0) {
            return;
        }
        ResultKeys.Read read = keys.reading(row.getInt(5));
        if (keys.passes(read)) {
            int said = keys.said(row.getInt(4));
            if (lengths.counts(cell)) {
                lengths.add(cell, said, read, row.getInt(7));
            }
            if (row.getInt(6) > 0) {
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
                    long pair = ((long) cells[i] << Integer.SIZE) | cells[j];
                    counts.computeIfAbsent(pair, it -> new long[1 << (2 * CODE_BITS)])[
                            (codes[i] << CODE_BITS) | codes[j]]++;
                }
            }
        }
        size = 0;
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
        counts.forEach((pair, byCode) -> {
            Cell first = keys.cells().get((int) (pair >> Integer.SIZE));
            Cell second = keys.cells().get(pair.intValue());
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
        });
        return groups;
    }

    private static Outcome outcome(int code) {
        return OUTCOMES.get(code & (ANALYSIS - 1));
    }

    private static @Nullable Suggestion suggestion(int code) {
        int place = code >> SUGGESTION_SHIFT;
        return place == 0 ? null : SUGGESTIONS.get(place - 1);
    }
}
