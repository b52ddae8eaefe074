package dev.tracewright.analysis;

import dev.tracewright.analysis.Selection.Traced;
import dev.tracewright.trace.StepStatus;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What became of steps, counted by their position; positions beyond {@link #LAST} are one. */
final class StatusCounts {
    /** The last position that is told apart. */
    static final int LAST = 15;

    private static final int COLUMNS = LAST + 1;
    private final Map<StepStatus, long[]> hits = new EnumMap<>(StepStatus.class);
    private final long[] steps = new long[COLUMNS + 1];

    StatusCounts() {
        for (StepStatus status : StepStatus.values()) {
            hits.put(status, new long[COLUMNS + 1]);
        }
    }

    /** The column that a position, from 1, falls into: 1 to {@link #LAST}, and the one after it for all further ones. */
    static int column(int position) {
        return Math.min(position, COLUMNS);
    }

    /** The head of a column. */
    static String head(int column) {
        return column > LAST ? column + "+" : String.valueOf(column);
    }

    /** Conditions on the number of a column, which in the last one stand for all further numbers, too. */
    static Traced meant(int column, Traced conditions) {
        return column > LAST ? conditions.andLater() : conditions;
    }

    private long[] of(StepStatus status) {
        return Objects.requireNonNull(hits.get(status));
    }

    void add(List<StepStatus> statuses, long count) {
        for (int i = 0; i < statuses.size(); i++) {
            int column = column(i + 1);
            of(statuses.get(i))[column] += count;
            steps[column] += count;
        }
    }

    void add(StatusCounts other) {
        for (StepStatus status : StepStatus.values()) {
            long[] more = other.of(status);
            long[] mine = of(status);
            for (int column = 0; column < mine.length; column++) {
                mine[column] += more[column];
            }
        }
        for (int column = 0; column < steps.length; column++) {
            steps[column] += other.steps[column];
        }
    }

    /** How many of the steps in a column became this. */
    Proportion in(int column, StepStatus status) {
        return new Proportion(of(status)[column], steps[column]);
    }

    /** How many of all steps became this. */
    Proportion in(StepStatus status) {
        return new Proportion(sum(of(status)), all());
    }

    /** How many steps there are. */
    long all() {
        return sum(steps);
    }

    private static long sum(long[] columns) {
        return Arrays.stream(columns, 1, COLUMNS + 1).sum();
    }

    /** The last column that has steps, 0 where there are none. */
    int last() {
        int last = COLUMNS;
        while (last > 0 && steps[last] == 0) {
            last--;
        }
        return last;
    }
}
