package dev.tracewright.analysis;

import dev.tracewright.analysis.Figure.Anchor;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.util.ArrayList;
import java.util.List;

/** Differences as dots with their intervals, left and right of none. */
final class IntervalChart {
    private static final double SMALL = 11;
    private static final double NORMAL = 12;
    private static final double LABEL = 250;
    private static final double PLOT = 360;
    private static final double FIGURES = 190;
    private static final double COUNTED = 130;
    private static final double ROW = 30;
    private static final double HEAD = 24;
    private static final double DOT = 9;
    private static final int[] REACHES = {10, 20, 40, 60, 80, 100};

    /**
     * A difference with its name.
     *
     * @param told whether it can be told from none
     * @param counted how many there are of each side
     * @param opens the answers of the first side
     */
    record Line(String label, Difference difference, boolean told, String counted, String hint, Selection opens) {}

    private IntervalChart() {}

    /** The chart, in points; it reaches equally far to both sides. */
    static Figure of(String id, String title, String subtitle, List<Line> lines, DataTable table) {
        int reach = reach(lines);
        double bottom = HEAD + ROW * lines.size();
        List<Mark> marks = new ArrayList<>();
        for (int tick = -2; tick <= 2; tick++) {
            double points = reach * tick / 2.0;
            double x = x(points / 100, reach);
            marks.add(new Rule(x, HEAD, x, bottom, tick == 0 ? Ink.MUTED : Ink.GRID, 1));
            marks.add(new Words(x, HEAD - 9, Numbers.points(points), SMALL, false, Anchor.MIDDLE, Ink.MUTED));
        }
        double y = HEAD;
        for (Line line : lines) {
            line(marks, line, y + ROW / 2, reach);
            y += ROW;
        }
        return new Figure(id, title, subtitle, LABEL + PLOT + FIGURES + COUNTED, bottom + 8, marks, table);
    }

    private static void line(List<Mark> marks, Line line, double y, int reach) {
        Difference difference = line.difference();
        Interval interval = difference.interval();
        String label = TextFit.shorten(line.label(), LABEL - 20, NORMAL);
        marks.add(new Words(4, y + 4, label, NORMAL, false, Anchor.START, Ink.TEXT));
        marks.add(new Rule(x(interval.low(), reach), y, x(interval.high(), reach), y, Ink.TEXT, 1.5));
        marks.add(new Box(
                x(difference.estimate(), reach) - DOT / 2,
                y - DOT / 2,
                DOT,
                DOT,
                Ink.TRACE_OF_THOUGHT,
                0,
                line.hint(),
                line.opens()));
        marks.add(new Words(
                LABEL + PLOT + 16,
                y + 4,
                Numbers.points(100 * difference.estimate()) + " " + Numbers.bounds(interval),
                NORMAL,
                line.told(),
                Anchor.START,
                Ink.TEXT));
        marks.add(new Words(LABEL + PLOT + FIGURES, y + 4, line.counted(), SMALL, false, Anchor.START, Ink.MUTED));
    }

    private static double x(double rate, int reach) {
        return LABEL + PLOT * (0.5 + 50 * rate / reach);
    }

    private static int reach(List<Line> lines) {
        double farthest = 0;
        for (Line line : lines) {
            Interval interval = line.difference().interval();
            farthest = Math.max(farthest, 100 * Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
        }
        for (int reach : REACHES) {
            if (farthest <= reach) {
                return reach;
            }
        }
        return 100;
    }
}
