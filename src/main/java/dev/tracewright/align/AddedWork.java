package dev.tracewright.align;

import dev.tracewright.trace.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the stretches of an output in which the solver works on something that no delegated step asked for. */
public final class AddedWork {
    private AddedWork() {}

    /**
     * Positions (from 0) of the segments that perform no step and yet do work: they are steps or extras with an equation of
     * their own, or with a value that stands in neither question nor steps nor in the output before them. A friendly offer
     * or a remark is no work. Linear in the lengths of the texts.
     *
     * @param given what the solver was given: the question and the delegated steps
     * @param output the solver's output
     * @param segments its segments in order
     * @param equations its equations in order
     */
    public static List<Integer> in(String given, String output, List<Segment> segments, List<Equation> equations) {
        List<Integer> found = new ArrayList<>();
        Set<String> known = values(given, 0, given.length());
        int equation = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Set<String> own = values(output, textStart(output, segment), segment.end());
            boolean calculates = false;
            while (equation < equations.size() && equations.get(equation).start() < segment.end()) {
                calculates |= equations.get(equation).start() >= segment.start();
                equation++;
            }
            boolean unasked = segment.steps().isEmpty()
                    && (segment.kind() == Segment.Kind.STEP || segment.kind() == Segment.Kind.EXTRA);
            if (unasked && (calculates || !known.containsAll(own))) {
                found.add(i);
            }
            known.addAll(own);
        }
        return found;
    }

    /** Where the text begins behind the printed number, which is no value. */
    private static int textStart(String output, Segment segment) {
        String printed = segment.printed();
        if (printed == null) {
            return segment.start();
        }
        int at = output.indexOf(printed, segment.start());
        return at < 0 || at + printed.length() > segment.end() ? segment.start() : at + printed.length();
    }

    /** The numbers between two offsets, without thousands separators and trailing zeros of decimals. */
    private static Set<String> values(String text, int from, int to) {
        Set<String> values = new HashSet<>();
        int at = from;
        while (at < to) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < to && (isDigit(text.charAt(at)) || isInside(text, at, to))) {
                at++;
            }
            values.add(plain(text.substring(start, at)));
        }
        return values;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isInside(String text, int at, int to) {
        char c = text.charAt(at);
        return (c == ',' || c == '.') && at + 1 < to && isDigit(text.charAt(at + 1));
    }

    private static String plain(String number) {
        String digits = number.replace(",", "");
        int end = digits.length();
        if (digits.indexOf('.') >= 0) {
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            if (digits.charAt(end - 1) == '.') {
                end--;
            }
        }
        return digits.substring(0, end);
    }
}
