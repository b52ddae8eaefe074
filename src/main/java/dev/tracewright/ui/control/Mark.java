package dev.tracewright.ui.control;

/**
 * A place in a text that is lit.
 *
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset after the last character
 * @param style the style class of the light behind it, such as {@code mark-added}
 * @param sign what stands behind it
 */
public record Mark(int start, int end, String style, Sign sign) {
    /** The style of words that were taken away; they are struck through as well. */
    public static final String REMOVED = "mark-removed";

    /** A small sign behind a lit place, so that colour is never the only message. */
    public enum Sign {
        NONE,
        CHECK,
        CROSS
    }

    public static Mark of(int start, int end, String style) {
        return new Mark(start, end, style, Sign.NONE);
    }
}
