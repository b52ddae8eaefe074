package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Figure.Anchor;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.util.ArrayList;
import java.util.List;

/** Charts with made figures, laid out as those of results are. */
final class Figures {
    private static final Ink[] SERIES = {
        Ink.STANDARD, Ink.CHAIN_OF_THOUGHT, Ink.PLAN_AND_SOLVE, Ink.TRACE_OF_THOUGHT, Ink.CORRECTED
    };
    private static final String[] NAMES = {
        "Standard", "Chain-of-Thought", "Plan-and-Solve", "Trace-of-Thought", "corrected steps"
    };
    private static final String[] SOLVERS = {"Made-Large", "Made-Turbo", "Made-7B Chat", "Made-7B"};
    private static final double[][] PER_CENT = {
        {94.5, 93.5, 93, 93.5, 95}, {74, 75.5, 78, 86, 88.5}, {22, 23.5, 30, 52.5, 58}, {23, 26, 31.5, 56, 0}
    };

    private Figures() {}

    /** Five bars a solver, each with its interval. */
    static Figure bars() {
        double left = 36;
        double top = 34;
        double high = 240;
        List<Mark> marks = new ArrayList<>();
        double legend = left;
        for (int s = 0; s < SERIES.length; s++) {
            marks.add(new Box(legend, 2, 11, 11, SERIES[s], 0, null, null));
            marks.add(new Words(legend + 16, 12, NAMES[s], 12, false, Anchor.START, Ink.MUTED));
            legend += 30 + NAMES[s].length() * 6.4;
        }
        for (int tick = 0; tick <= 100; tick += 25) {
            double y = top + high - tick * high / 100;
            marks.add(new Rule(left, y, 690, y, Ink.GRID, 1));
            marks.add(new Words(left - 6, y + 4, Integer.toString(tick), 11, false, Anchor.END, Ink.MUTED));
        }
        for (int i = 0; i < SOLVERS.length; i++) {
            double start = left + 14 + i * 162;
            for (int s = 0; s < SERIES.length; s++) {
                double value = PER_CENT[i][s];
                double x = start + s * 28;
                double y = top + high - value * high / 100;
                double spread = (4 + Math.sqrt(value * (100 - value)) / 20) * high / 100;
                marks.add(new Box(x, y, 24, value * high / 100, SERIES[s], 0, NAMES[s] + ": " + value + " %", null));
                marks.add(new Rule(x + 12, y - spread, x + 12, Math.min(top + high, y + spread), Ink.TEXT, 1));
                marks.add(new Rule(x + 8, y - spread, x + 16, y - spread, Ink.TEXT, 1));
                marks.add(new Words(x + 12, y - spread - 4, label(value), 10, false, Anchor.MIDDLE, Ink.TEXT));
            }
            marks.add(new Words(start + 68, top + high + 18, SOLVERS[i], 12, false, Anchor.MIDDLE, Ink.TEXT));
        }
        return new Figure(
                "accuracy-made",
                "Accuracy by solver and approach",
                "per cent true of 200, with 95 % Wilson intervals (made figures)",
                700,
                300,
                marks,
                Tables.named("accuracy-made", 94.5));
    }

    /** Rates by position of the step. */
    static Figure heat() {
        List<Mark> marks = new ArrayList<>();
        for (int column = 0; column < 8; column++) {
            marks.add(new Words(
                    150 + column * 40 + 19, 12, Integer.toString(column + 1), 12, false, Anchor.MIDDLE, Ink.MUTED));
        }
        for (int row = 0; row < SOLVERS.length; row++) {
            double y = 20 + row * 32;
            marks.add(new Words(142, y + 20, SOLVERS[row], 12, false, Anchor.END, Ink.TEXT));
            for (int column = 0; column < 8; column++) {
                double heat = (row * 8 + column) / 31.0;
                double x = 150 + column * 40;
                marks.add(new Box(x, y, 38, 30, Ink.HEAT, heat, "step " + (column + 1) + ": " + heat, null));
                marks.add(new Words(
                        x + 19,
                        y + 19,
                        Integer.toString((int) Math.round(heat * 40)),
                        12,
                        false,
                        Anchor.MIDDLE,
                        heat > 0.55 ? Ink.ON_HEAT : Ink.TEXT));
            }
        }
        return new Figure(
                "skipped-made",
                "Skipped steps",
                "per cent of delegated steps, by position; made figures in a subtitle that is long enough for a second line",
                472,
                152,
                marks,
                Tables.named("skipped-made", 7));
    }

    /** A chart in which the text stands everywhere a text can stand. */
    static Figure of(String text) {
        DataTable table = Tables.of(text);
        return new Figure(
                text,
                text,
                text,
                300,
                80,
                List.of(
                        new Box(0, 0, 100, 40, Ink.STANDARD, 0, text, null),
                        new Rule(0, Double.NaN, 100, 40, Ink.GRID, 1),
                        new Words(10, 20, text, 12, true, Anchor.MIDDLE, Ink.TEXT)),
                table);
    }

    private static String label(double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
    }
}
