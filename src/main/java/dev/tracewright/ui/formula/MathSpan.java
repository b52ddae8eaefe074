package dev.tracewright.ui.formula;

/**
 * One formula inside a text, so that a view can put a drawing where its source stands; all offsets are UTF-16 offsets.
 *
 * @param start offset of the first character of the opening delimiter
 * @param end offset after the last character of the closing delimiter
 * @param bodyStart offset of the first character to be set; equals {@code start} for a bare environment
 * @param bodyEnd offset after the last character to be set; equals {@code end} for a bare environment
 * @param display whether the formula was written to stand on a line of its own
 */
public record MathSpan(int start, int end, int bodyStart, int bodyEnd, boolean display) {

    /** The LaTeX between the delimiters; {@code text} is the text in which the span was found. */
    public String body(CharSequence text) {
        return text.subSequence(bodyStart, bodyEnd).toString();
    }

    /** The formula with its delimiters, as it stands in {@code text}. */
    public String source(CharSequence text) {
        return text.subSequence(start, end).toString();
    }
}
