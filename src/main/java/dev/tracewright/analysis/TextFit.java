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
        int longest = (int) Math.min(points.length - 1, most / (size * CHARACTER));
        for (int kept = longest; kept > 0; kept--) {
            int tail = kept / 2;
            String shorter = new String(points, 0, kept - tail) + MORE + new String(points, points.length - tail, tail);
            if (width(shorter, size) <= most) {
                return shorter;
            }
        }
        return MORE;
    }

    /**
     * The text in at most so many lines, broken after a space, hyphen, slash, underscore or colon, and shortened where it is longer.
     *
     * @param lines at least 1
     */
    static List<String> wrap(String text, double most, double size, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        while (wrapped.size() < lines - 1 && width(rest, size) > most) {
            int end = breaking(rest, most, size);
            if (end == 0) {
                break;
            }
            wrapped.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        wrapped.add(shorten(rest, most, size));
        return wrapped;
    }

    /** The last place where the text may be broken for its first part to fit; 0 for none. */
    private static int breaking(String text, double most, double size) {
        int end = 0;
        for (int i = 1; i < text.length(); i++) {
            if (" -/_:".indexOf(text.charAt(i - 1)) >= 0) {
                if (width(text.substring(0, i).strip(), size) > most) {
                    break;
                }
                end = i;
            }
        }
        return end;
    }
}
