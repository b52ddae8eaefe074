package dev.tracewright.analysis;

import dev.tracewright.analysis.Figure.Anchor;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rates in a grid, the more the darker, each with its figure inside; a cell that counts nothing stays blank. */
final class HeatMap {
    private static final double SMALL = 11;
    private static final double NORMAL = 12;
    private static final double ROW = 32;
    private static final double LEADING = 14;
    private static final double LEAST_COLUMN = 40;
    private static final double MOST_LABEL = 240;
    private static final double HEAD = 26;
    private static final int HEAD_LINES = 2;
    private static final double SCALE = 40;
    private static final double PATCH = 22;
    private static final int PATCHES = 5;
    /** From here on words are set for a dark ground. */
    private static final double DARK = 0.55;

    private static final int[] TOPS = {5, 10, 25, 50, 75, 100};

    /** A place of the grid. */
    record Cell(Proportion value, String hint, @Nullable Selection opens) {}

    /**
     * A row of the grid, with one cell a column.
     *
     * @param n how many steps there are in it
     */
    record Line(String label, long n, List<Cell> cells) {}

    private HeatMap() {}

    /**
     * The chart; the scale begins at 0 and ends at a round figure not below the highest rate.
     *
     * @param counted what stands above the numbers of steps
     */
    static Figure of(
            String id,
            String title,
            String subtitle,
            String counted,
            List<String> columns,
            List<Line> lines,
            DataTable table) {
        double label = Math.min(
                MOST_LABEL,
                lines.stream()
                        .mapToDouble(line -> TextFit.width(line.label(), NORMAL))
                        .max()
                        .orElse(0));
        double count = Stream.concat(Stream.of(counted), lines.stream().map(line -> Numbers.count(line.n())))
                .mapToDouble(words -> TextFit.width(words, SMALL))
                .max()
                .orElse(0);
        double left = label + count + 28;
        double column = Math.max(LEAST_COLUMN, 12 + longestWord(columns));
        List<List<String>> heads = columns.stream()
                .map(head -> TextFit.wrap(head, column - 4, SMALL, HEAD_LINES))
                .toList();
        double top = HEAD + LEADING * (heads.stream().mapToInt(List::size).max().orElse(1) - 1);
        double width = Math.max(left + column * columns.size() + 4, left + scaleWidth());
        int most = most(lines);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            head(marks, heads.get(i), left + column * (i + 0.5), top);
        }
        marks.add(new Words(left - 10, top - 9, counted, SMALL, false, Anchor.END, Ink.MUTED));
        double y = top;
        for (Line line : lines) {
            marks.add(new Rule(0, y, width, y, Ink.GRID, 1));
            label(marks, line.label(), y, label);
            marks.add(new Words(left - 10, y + 20, Numbers.count(line.n()), SMALL, false, Anchor.END, Ink.MUTED));
            for (int i = 0; i < line.cells().size(); i++) {
                cell(marks, line.cells().get(i), left + column * i, y, column, most);
            }
            y += ROW;
        }
        marks.add(new Rule(0, y, width, y, Ink.GRID, 1));
        scale(marks, left, y + 12, most);
        return new Figure(id, title, subtitle, width, y + SCALE, marks, table);
    }

    private static double longestWord(List<String> heads) {
        return heads.stream()
                .flatMap(head -> Arrays.stream(head.split(" ", -1)))
                .mapToDouble(word -> TextFit.width(word, SMALL))
                .max()
                .orElse(0);
    }

    /** Writes the head of a column, its last line just above the grid. */
    private static void head(List<Mark> marks, List<String> lines, double middle, double top) {
        double y = top - 9 - LEADING * (lines.size() - 1);
        for (String line : lines) {
            marks.add(new Words(middle, y, line, SMALL, false, Anchor.MIDDLE, Ink.MUTED));
            y += LEADING;
        }
    }

    private static void label(List<Mark> marks, String label, double y, double most) {
        List<String> lines = TextFit.wrap(label, most, NORMAL, 2);
        double at = y + 20 - LEADING / 2 * (lines.size() - 1);
        for (String line : lines) {
            marks.add(new Words(4, at, line, NORMAL, false, Anchor.START, Ink.TEXT));
            at += LEADING;
        }
    }

    private static void cell(List<Mark> marks, Cell cell, double x, double y, double width, int top) {
        if (!cell.value().known()) {
            return;
        }
        double heat = Math.min(1, cell.value().percent() / top);
        marks.add(new Box(x + 1, y + 1, width - 2, ROW - 2, Ink.HEAT, heat, cell.hint(), cell.opens()));
        marks.add(new Words(
                x + width / 2,
                y + 20,
                figure(cell.value()),
                NORMAL,
                false,
                Anchor.MIDDLE,
                heat > DARK ? Ink.ON_HEAT : Ink.TEXT));
    }

    private static String figure(Proportion value) {
        return value.hits() > 0 && value.percent() < 0.5 ? "<1" : Numbers.fixed(value.percent(), 0);
    }

    private static int most(List<Line> lines) {
        double highest = lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(cell -> cell.value().known())
                .mapToDouble(cell -> cell.value().percent())
                .max()
                .orElse(0);
        for (int top : TOPS) {
            if (highest <= top) {
                return top;
            }
        }
        return 100;
    }

    private static double scaleWidth() {
        return 2 * 40 + PATCHES * PATCH;
    }

    private static void scale(List<Mark> marks, double x, double y, int top) {
        marks.add(new Words(x + 34, y + 13, "0 %", SMALL, false, Anchor.END, Ink.MUTED));
        for (int i = 0; i < PATCHES; i++) {
            marks.add(new Box(x + 40 + PATCH * i, y, PATCH, 16, Ink.HEAT, (double) i / (PATCHES - 1), null, null));
        }
        marks.add(new Words(x + 46 + PATCH * PATCHES, y + 13, top + " %", SMALL, false, Anchor.START, Ink.MUTED));
    }
}
