package dev.tracewright.align;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a text, so that lists and paragraphs can be found without losing offsets.
 *
 * @param start offset of its first character
 * @param end offset after its last character, before the line break
 * @param next offset of the next line
 * @param indent columns of white space before the text, a tab counting four
 * @param marker what announces an item here, or null
 */
record Line(
        int start, int end, int next, int indent, @Nullable Marker marker) {

    /** The lines of {@code text} in order; together they cover it. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            int next = end;
            if (next < text.length()) {
                next += text.startsWith("\r\n", next) ? 2 : 1;
            }
            int indent = 0;
            for (int i = start; i < end && MarkerReader.isBlank(text.charAt(i)); i++) {
                indent += text.charAt(i) == '\t' ? 4 : 1;
            }
            lines.add(new Line(start, end, next, indent, MarkerReader.read(text, start, end)));
            start = next;
        }
        return lines;
    }

    boolean isBlank(String text) {
        return textStart(text) == end;
    }

    /** Offset of the first character that is no white space, or {@link #end()}. */
    int textStart(String text) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
