package dev.tracewright.work;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays delegated steps and the solver's segments out in rows: steps stay in their order, the output stays in its order, and a
 * segment stands beside a step it performs wherever both orders allow it. What cannot stand beside its step (work done out of
 * order, a second pass) gets a row of its own in its place.
 */
public final class AlignedRows {
    private AlignedRows() {}

    /**
     * One row of the screen.
     *
     * @param step number of the delegated step from 1, or 0 where the row holds output only
     * @param segments positions in {@link Alignment#segments()}, in order; empty where no text stands beside the step
     */
    public record Row(int step, List<Integer> segments) {
        public Row {
            segments = List.copyOf(segments);
        }
    }

    /**
     * The rows for an alignment.
     *
     * @param stepCount how many delegated steps there are
     * @param segments the output's segments in order
     */
    public static List<Row> of(int stepCount, List<Segment> segments) {
        int[] anchor = anchors(stepCount, segments);
        List<Row> rows = new ArrayList<>();
        int shownSteps = 0;
        int at = 0;
        while (at < segments.size()) {
            int step = anchor[at];
            if (step == 0) {
                rows.add(new Row(0, List.of(at)));
                at++;
                continue;
            }
            while (shownSteps + 1 < step) {
                shownSteps++;
                rows.add(new Row(shownSteps, List.of()));
            }
            List<Integer> together = new ArrayList<>();
            while (at < segments.size() && anchor[at] == step) {
                together.add(at);
                at++;
            }
            if (shownSteps < step) {
                rows.add(new Row(step, together));
                shownSteps = step;
            } else {
                for (int segment : together) {
                    rows.add(new Row(0, List.of(segment)));
                }
            }
        }
        int place = endOfWork(rows, segments);
        while (shownSteps < stepCount) {
            shownSteps++;
            rows.add(place, new Row(shownSteps, List.of()));
            place++;
        }
        return rows;
    }

    /** Steps that nothing performs come before a conclusion or additions at the end of the output, not behind them. */
    private static int endOfWork(List<Row> rows, List<Segment> segments) {
        int place = rows.size();
        while (place > 0 && rows.get(place - 1).step() == 0) {
            Segment.Kind kind =
                    segments.get(rows.get(place - 1).segments().getFirst()).kind();
            if (kind != Segment.Kind.CONCLUSION && kind != Segment.Kind.EXTRA) {
                break;
            }
            place--;
        }
        return place;
    }

    /** For each segment the step beside which it stands, or 0: the longest selection in which the steps never go back. */
    private static int[] anchors(int stepCount, List<Segment> segments) {
        int n = segments.size();
        int[] wanted = new int[n];
        for (int i = 0; i < n; i++) {
            wanted[i] = segments.get(i).steps().stream()
                    .filter(step -> step >= 1 && step <= stepCount)
                    .max(Integer::compare)
                    .orElse(0);
        }
        int[] length = new int[n];
        int[] previous = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            if (wanted[i] == 0) {
                continue;
            }
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (wanted[j] != 0 && wanted[j] <= wanted[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) {
                best = i;
            }
        }
        int[] anchor = new int[n];
        for (int i = best; i >= 0; i = previous[i]) {
            anchor[i] = wanted[i];
        }
        return anchor;
    }
}
