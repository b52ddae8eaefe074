package dev.tracewright.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes names fit their place in a chart. How wide a text will be is estimated, because the charts know no fonts: 0.6 of the size for
 * a character, all of it for a wide one (Chinese, Japanese, Korean, pictures).
 */
final class TextFit {
    private static final double CHARACTER = 0.6;
    private static final String MORE = "\u2026";

    private TextFit() {}

    /** The estimated width in pixels of a text of this size. */
    static double width(String text, double size) {
        return size
                * text.codePoints().mapToDouble(c -> wide(c) ? 1 : CHARACTER).sum();
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || c >= 0x1F300;
    }

    /** The text, or its two ends with an ellipsis between; what tells models apart stands at either end. */
    static String shorten(String text, double most, double size) {
        if (width(text, size) <= most) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int kept = points.length - 1; kept > 0; kept--) {
            int tail = kept / 2;
            String shorter = new String(points, 0, kept - tail) + MORE + new String(points, points.length - tail, tail);
            if (width(shorter, size) <= most) {
                return shorter;
            }
        }
        return MORE;
    }

    /** The text in at most two lines, broken after a space, hyphen, slash, underscore or colon, and shortened where it is longer. */
    static List<String> wrap(String text, double most, double size) {
        if (width(text, size) <= most) {
            return List.of(text);
        }
        int end = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (" -/_:".indexOf(text.charAt(i - 1)) >= 0
                    && width(text.substring(0, i).strip(), size) <= most) {
                end = i;
            }
        }
        if (end == 0) {
            return List.of(shorten(text, most, size));
        }
        List<String> lines = new ArrayList<>();
        lines.add(text.substring(0, end).strip());
        lines.add(shorten(text.substring(end).strip(), most, size));
        return lines;
    }
}
