package dev.tracewright.ui.control;

import java.util.Map;

/**
 * A place in a text that is lit.
 *
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset after the last character
 * @param style the style class of the light behind it, such as {@code mark-added}
 * @param sign what stands behind it
 * @param hint what is said when the pointer rests on it; empty for nothing
 */
public record Mark(int start, int end, String style, Sign sign, String hint) {
    /** The style of words that were taken away; they are struck through as well. */
    public static final String REMOVED = "mark-removed";

    /** The style of the place that is pointed at. */
    public static final String LIT = "mark-lit";

    /** The styles that have a line below the text as well, with the style class that is named after it. */
    private static final Map<String, String> LINES =
            Map.of("mark-stated", "line-stated", "mark-reasoned", "line-reasoned", "mark-strict", "line-strict");

    /** A small sign behind a lit place, so that colour is never the only message. */
    public enum Sign {
        NONE,
        CHECK,
        CROSS,
        DROP
    }

    public static Mark of(int start, int end, String style) {
        return new Mark(start, end, style, Sign.NONE, "");
    }

    /** The mark of an equation, which says whether it holds. */
    public static Mark equation(int start, int end, boolean holds) {
        return new Mark(start, end, holds ? "mark-holds" : "mark-fails", holds ? Sign.CHECK : Sign.CROSS, "");
    }

    /** The style class of the line below a lit place; empty where a style has none. */
    static String line(String style) {
        return LINES.getOrDefault(style, "");
    }

    /** The same mark elsewhere. */
    public Mark at(int newStart, int newEnd) {
        return new Mark(newStart, newEnd, style, sign, hint);
    }
}
