package dev.tracewright.exchange.report;

import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Figure.Anchor;
import dev.tracewright.analysis.Figure.Ink;
import dev.tracewright.analysis.Figure.Mark;
import dev.tracewright.analysis.Figure.Rule;
import dev.tracewright.analysis.Figure.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart with its title and subtitle above it and a margin around it, laid out once for SVG and PNG.
 *
 * @param head the lines of title and subtitle
 * @param left how far the marks are moved to the right, in pixels
 * @param top how far the marks are moved down, in pixels
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 */
record FigurePage(List<Words> head, double left, double top, double width, double height) {
    private static final double MARGIN = 16;
    private static final double TITLE_SIZE = 15;
    private static final double SUBTITLE_SIZE = 12;
    private static final double LEADING = 1.4;
    private static final double GAP = 10;
    private static final int TITLE_LINES = 3;
    private static final int SUBTITLE_LINES = 4;
    private static final double LEAST = 120;

    static FigurePage of(Figure figure) {
        double plane = Math.max(LEAST, figure.width());
        List<Words> head = new ArrayList<>();
        double y = MARGIN;
        for (String line : wrap(figure.title(), TITLE_SIZE, true, plane, TITLE_LINES)) {
            y += TITLE_SIZE * LEADING;
            head.add(new Words(MARGIN, y - TITLE_SIZE * (LEADING - 1), line, TITLE_SIZE, true, Anchor.START, Ink.TEXT));
        }
        for (String line : wrap(figure.subtitle(), SUBTITLE_SIZE, false, plane, SUBTITLE_LINES)) {
            y += SUBTITLE_SIZE * LEADING;
            head.add(new Words(
                    MARGIN, y - SUBTITLE_SIZE * (LEADING - 1), line, SUBTITLE_SIZE, false, Anchor.START, Ink.MUTED));
        }
        double top = head.isEmpty() ? MARGIN : y + GAP;
        return new FigurePage(
                List.copyOf(head), MARGIN, top, plane + 2 * MARGIN, top + Math.max(1, figure.height()) + MARGIN);
    }

    /** The lines of words' ink that begin with this mark and follow each other, such as a whisker with its ends; none where none begins. */
    static List<Rule> whiskers(List<Mark> marks, int at) {
        List<Rule> run = new ArrayList<>();
        if (at > 0 && isWhisker(marks.get(at - 1))) {
            return run;
        }
        for (int i = at; i < marks.size() && marks.get(i) instanceof Rule rule && isWhisker(rule); i++) {
            run.add(rule);
        }
        return run;
    }

    private static boolean isWhisker(Mark mark) {
        return mark instanceof Rule rule && rule.ink() == Ink.TEXT;
    }

    private static List<String> wrap(String text, double size, boolean bold, double room, int most) {
        String rest = Printable.line(text, Printable.TITLE);
        List<String> lines = new ArrayList<>();
        while (!rest.isEmpty() && lines.size() < most) {
            int end = fitting(rest, size, bold, room);
            boolean cut = lines.size() == most - 1 && end < rest.length();
            String line = rest.substring(0, end).strip();
            lines.add(
                    cut
                            ? line.substring(0, line.offsetByCodePoints(line.length(), -1))
                                            .strip() + "…"
                            : line);
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** How much of the text fits in a line: as many words as there is room for, or as many letters of the first word, at least one. */
    private static int fitting(String text, double size, boolean bold, double room) {
        if (Faces.width(text, size, bold) <= room) {
            return text.length();
        }
        int fits = text.offsetByCodePoints(0, 1);
        int word = 0;
        for (int i = fits; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (Faces.width(text.substring(0, i), size, bold) > room) {
                break;
            }
            fits = i;
            word = text.charAt(i) == ' ' ? i : word;
        }
        return word > 0 ? word : fits;
    }
}
