package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import dev.tracewright.trace.Verdict;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What exact-match grading would have said of an output, so that a person's verdict can be compared with it. It is no part of the
 * suggestion and understands nothing on purpose: one value is taken by its place and compared as a plain string.
 *
 * @param value the value that was compared, with its place in the output, or null where the output has none
 * @param verdict true where it equals the data set's answer as a string
 */
public record StrictMatch(@Nullable Found value, Verdict verdict) {
    private static final int LONGEST_BOX = 1_000;
    private static final String MARK = "####";
    private static final String BOX = "\\boxed";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])[-−]?\\d[\\d,]*+(?:\\.\\d++)?+");
    private static final Pattern SILENT = Pattern.compile(
            "\\\\(?:left|right|displaystyle|[,!;: ])|\\^\\{?\\\\circ}?|\\\\text\\{[^{}]*+}|\\\\?[$%]|[\\s,]");
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]frac");

    /**
     * Grades {@code output} as benchmark scripts do: the value behind the last {@code ####}, else the content of the last
     * {@code \boxed{…}}, else the last number; time is linear in the length of the output.
     *
     * @param gold the data set's answer as {@link GoldAnswer} gives it, or null where there is none
     * @return what strict matching says, or null where there is nothing to compare with
     */
    public static @Nullable StrictMatch of(@Nullable String gold, String output) {
        if (gold == null) {
            return null;
        }
        Found value = last(output);
        boolean same = value != null && light(value.value()).equals(light(gold));
        return new StrictMatch(value, same ? Verdict.TRUE : Verdict.FALSE);
    }

    private static @Nullable Found last(String output) {
        int mark = output.lastIndexOf(MARK);
        Found marked = mark < 0 ? null : line(output, mark + MARK.length());
        if (marked != null) {
            return marked;
        }
        int box = output.lastIndexOf(BOX);
        Found boxed = box < 0 ? null : boxed(output, box + BOX.length());
        return boxed != null ? boxed : lastNumber(output);
    }

    /** What stands on the rest of this line, where there is a value on it. */
    private static @Nullable Found line(String output, int from) {
        int end = output.indexOf('\n', from);
        Found rest = stripped(output, from, end < 0 ? output.length() : end);
        return rest == null || rest.value().length() > LONGEST_BOX ? null : rest;
    }

    private static @Nullable Found boxed(String output, int from) {
        int open = from;
        while (open < output.length() && output.charAt(open) == ' ') {
            open++;
        }
        if (open >= output.length() || output.charAt(open) != '{') {
            return null;
        }
        int depth = 0;
        int limit = Math.min(output.length(), open + LONGEST_BOX);
        for (int i = open; i < limit; i++) {
            char c = output.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return stripped(output, open + 1, i);
            }
        }
        return null;
    }

    /** The number that ends last; looked for line by line from the end, so that long outputs cost little. */
    private static @Nullable Found lastNumber(String output) {
        int end = output.length();
        while (end > 0) {
            int start = output.lastIndexOf('\n', end - 1) + 1;
            Matcher number = NUMBER.matcher(output).region(start, end);
            Found last = null;
            while (number.find()) {
                last = new Found(number.group(), number.start(), number.end());
            }
            if (last != null) {
                return withoutComma(last);
            }
            end = start - 1;
        }
        return null;
    }

    private static Found withoutComma(Found number) {
        int end = number.end();
        String value = number.value();
        while (value.endsWith(",")) {
            value = value.substring(0, value.length() - 1);
            end--;
        }
        return new Found(value, number.start(), end);
    }

    private static @Nullable Found stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : new Found(text.substring(start, end), start, end);
    }

    /**
     * The string that is compared: without white space, currency, percent, thousands separators, LaTeX's spacing, units in
     * {@code \text{…}} and a full stop at the end. {@code 18.00} and {@code 18} stay two strings, and so do {@code 3/4} and
     * {@code \frac{3}{4}}.
     */
    private static String light(String value) {
        String plain = FRACTION.matcher(value.replace('−', '-')).replaceAll("\\\\frac");
        plain = SILENT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
