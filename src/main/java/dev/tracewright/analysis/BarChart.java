package dev.tracewright.analysis;

import dev.tracewright.analysis.Figure.Anchor;
import dev.tracewright.analysis.Figure.Box;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars in groups, from 0 to 100 percent, each with the whisker of its Wilson interval and its figure above, as the paper's Figures 3
 * and 4; what does not fit beside each other goes into further rows.
 */
final class BarChart {
    private static final double BAR = 30;
    private static final double PITCH = 36;
    private static final double GROUP_GAP = 28;
    private static final double MOST_LABEL = 116;
    private static final int LABEL_LINES = 3;
    private static final double LEFT = 44;
    private static final double RIGHT = 12;
    private static final double MOST_WIDTH = 896;
    private static final double LEAST_WIDTH = 320;
    private static final double PLOT = 240;
    private static final double ABOVE = 26;
    private static final double BELOW = 10;
    private static final double LEADING = 16;
    private static final double LETTERS = 16;
    private static final double LEGEND = 22;
    private static final double SMALL = 11;
    private static final double NORMAL = 12;
    private static final double CAP = 4;

    /**
     * A bar.
     *
     * @param letter what stands below it to tell bars of one ink apart, empty for nothing
     */
    record Bar(
            Ink ink,
            String letter,
            Proportion value,
            String hint,
            @Nullable Selection opens) {}

    /**
     * Bars that belong together.
     *
     * @param note what stands below the label in less weight, empty for nothing
     */
    record Group(String label, String note, List<Bar> bars) {
        Group(String label, List<Bar> bars) {
            this(label, "", bars);
        }
    }

    /** An entry of the legend. */
    record Key(Ink ink, String text) {}

    private final List<Mark> marks = new ArrayList<>();
    private final double groupWidth;
    private final int groupsInRow;
    private final double width;
    private final double letters;
    private final int labelLines;

    private BarChart(List<Group> groups) {
        int bars = groups.stream().mapToInt(group -> group.bars().size()).max().orElse(1);
        double label = groups.stream()
                .mapToDouble(
                        group -> Math.max(TextFit.width(group.label(), NORMAL), TextFit.width(group.note(), SMALL)))
                .max()
                .orElse(0);
        groupWidth = Math.max(bars * PITCH + GROUP_GAP, Math.min(label, MOST_LABEL) + NORMAL);
        int most = Math.max(1, (int) (MOST_WIDTH / groupWidth));
        int rows = Math.ceilDiv(groups.size(), most);
        groupsInRow = Math.ceilDiv(groups.size(), rows);
        labelLines = groups.stream()
                .mapToInt(group -> label(group).size() + (group.note().isEmpty() ? 0 : 1))
                .max()
                .orElse(1);
        width = LEFT + Math.max(groupsInRow * groupWidth, LEAST_WIDTH) + RIGHT;
        letters = groups.stream()
                        .flatMap(group -> group.bars().stream())
                        .allMatch(bar -> bar.letter().isEmpty())
                ? 0
                : LETTERS;
    }

    /**
     * The chart.
     *
     * @param keys the legend; empty for none
     * @param groups at least one
     */
    static Figure of(String id, String title, String subtitle, List<Key> keys, List<Group> groups, DataTable table) {
        BarChart chart = new BarChart(groups);
        double y = chart.legend(keys);
        for (int first = 0; first < groups.size(); first += chart.groupsInRow) {
            y = chart.row(groups.subList(first, Math.min(groups.size(), first + chart.groupsInRow)), y);
        }
        return new Figure(id, title, subtitle, chart.width, y, chart.marks, table);
    }

    /** Draws the legend from the top; returns where it ends. */
    private double legend(List<Key> keys) {
        double x = LEFT;
        double y = keys.isEmpty() ? 0 : LEGEND;
        for (Key key : keys) {
            String text = TextFit.shorten(key.text(), width - LEFT - RIGHT - 16, NORMAL);
            double needed = 16 + TextFit.width(text, NORMAL);
            if (x > LEFT && x + needed > width - RIGHT) {
                x = LEFT;
                y += LEGEND;
            }
            marks.add(new Box(x, y - 14, 10, 10, key.ink(), 0, key.text(), null));
            marks.add(new Words(x + 16, y - 5, text, NORMAL, false, Anchor.START, Ink.MUTED));
            x += needed + 18;
        }
        return y;
    }

    /** Draws some groups beside each other below y; returns where they end. */
    private double row(List<Group> shown, double y) {
        double base = y + ABOVE + PLOT;
        for (int percent = 0; percent <= 100; percent += 25) {
            double at = base - PLOT * percent / 100;
            marks.add(new Rule(LEFT, at, width - RIGHT, at, Ink.GRID, 1));
            marks.add(new Words(LEFT - 8, at + 4, String.valueOf(percent), SMALL, false, Anchor.END, Ink.MUTED));
        }
        double each = (width - LEFT - RIGHT) / groupsInRow;
        for (int i = 0; i < shown.size(); i++) {
            group(shown.get(i), LEFT + each * (i + 0.5), base);
        }
        return base + letters + BELOW + LEADING * labelLines;
    }

    private void group(Group group, double middle, double base) {
        double x = middle - group.bars().size() * PITCH / 2 + PITCH / 2;
        for (Bar bar : group.bars()) {
            bar(bar, x, base);
            x += PITCH;
        }
        double y = base + letters + 20;
        for (String line : label(group)) {
            marks.add(new Words(middle, y, line, NORMAL, false, Anchor.MIDDLE, Ink.TEXT));
            y += LEADING;
        }
        if (!group.note().isEmpty()) {
            marks.add(new Words(middle, y, group.note(), SMALL, false, Anchor.MIDDLE, Ink.MUTED));
        }
    }

    private List<String> label(Group group) {
        return TextFit.wrap(group.label(), groupWidth - NORMAL, NORMAL, LABEL_LINES);
    }

    private void bar(Bar bar, double middle, double base) {
        double height = PLOT * bar.value().rate();
        Interval interval = bar.value().interval();
        double low = base - PLOT * interval.low();
        double high = base - PLOT * interval.high();
        marks.add(new Box(middle - BAR / 2, base - height, BAR, height, bar.ink(), 0, bar.hint(), bar.opens()));
        marks.add(new Rule(middle, low, middle, high, Ink.TEXT, 1));
        marks.add(new Rule(middle - CAP, low, middle + CAP, low, Ink.TEXT, 1));
        marks.add(new Rule(middle - CAP, high, middle + CAP, high, Ink.TEXT, 1));
        String figure = Numbers.percent(bar.value().percent());
        marks.add(new Words(middle, high - 5, figure, SMALL, false, Anchor.MIDDLE, Ink.TEXT));
        if (!bar.letter().isEmpty()) {
            marks.add(new Words(middle, base + 14, bar.letter(), SMALL, false, Anchor.MIDDLE, Ink.MUTED));
        }
    }
}
