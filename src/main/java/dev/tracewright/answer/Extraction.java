package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an output gives as its answer, found without knowing the data set's.
 *
 * @param stated the answer in its most formal place, or null
 * @param reasoned the value that the reasoning before it arrives at, or null where there is no other place
 * @param firm whether {@code reasoned} comes from a sentence that says it concludes
 * @param blank whether the output ends with a blank to be filled in
 * @param others further values in the concluding sentences
 */
record Extraction(@Nullable Found stated, @Nullable Found reasoned, boolean firm, boolean blank, List<Found> others) {
    private static final List<String> MARKS =
            List.of("the answer is", "final answer is", "final answer:", "answer:", "answer is", "####");
    private static final int CONCLUDING_SENTENCES = 14;
    private static final int NEAR_THE_END = 400;

    static Extraction of(String question, String output) {
        SentenceValue values = new SentenceValue(question);
        List<Found> others = new ArrayList<>();
        int mark = lastMark(output);
        Found formatted = mark < 0 ? null : formatted(values, output, mark);
        List<Found> boxes = Boxed.all(output);
        Found boxed = boxes.isEmpty() ? null : box(boxes.getLast());
        List<Sentence> sentences = Sentence.of(output);
        boolean blank = !sentences.isEmpty() && sentences.getLast().text().contains("____");
        Found concluded = null;
        boolean firm = false;
        int looked = 0;
        for (int i = sentences.size() - 1; i >= 0 && looked < CONCLUDING_SENTENCES && concluded == null; i--) {
            Sentence sentence = sentences.get(i);
            boolean isMarkLine = formatted != null && sentence.end() > mark;
            if (isMarkLine || sentence.isAside()) {
                looked += isMarkLine ? 0 : 1;
                continue;
            }
            looked++;
            concluded = values.in(output, textStart(sentence), sentence.end(), others);
            firm = concluded != null && sentence.concludes() && !sentence.text().endsWith(":");
        }
        if (formatted != null) {
            return new Extraction(formatted, concluded, firm, blank, others);
        }
        if (boxed != null && (concluded == null || output.length() - boxed.end() < NEAR_THE_END)) {
            boolean later = concluded != null && concluded.start() > boxed.end();
            return new Extraction(
                    boxed,
                    later || concluded == null || !concluded.value().contains("\\boxed") ? concluded : null,
                    firm,
                    blank,
                    others);
        }
        return new Extraction(concluded, null, firm, blank, others);
    }

    private static Found box(Found box) {
        int sign = box.value().lastIndexOf('=');
        if (sign < 0 || sign + 1 >= box.value().length()) {
            return box;
        }
        String value = box.value().substring(sign + 1).strip();
        return new Found(value, box.end() - value.length(), box.end());
    }

    /** Where the last formal answer line begins, or -1; one that working follows is not the last word. */
    private static int lastMark(String output) {
        String lower = output.toLowerCase(Locale.ROOT);
        int best = -1;
        for (String mark : MARKS) {
            int at = lower.lastIndexOf(mark);
            if (at >= 0) {
                best = Math.max(best, at + mark.length());
            }
        }
        if (best < 0 || isJudgement(lower, best)) {
            return -1;
        }
        int lineEnd = output.indexOf('\n', best);
        String after = lineEnd < 0 ? "" : output.substring(lineEnd);
        boolean blank = best == output.length()
                || output.substring(best, lineEnd < 0 ? output.length() : lineEnd)
                        .replaceAll("[\\s:*$]++", "")
                        .isEmpty();
        return !blank && (after.indexOf('=') >= 0 || after.length() > NEAR_THE_END) ? -1 : best;
    }

    /** "The answer is correct" says no value. */
    private static boolean isJudgement(String lower, int at) {
        String next = lower.substring(at, Math.min(lower.length(), at + 30))
                .replaceAll("[:*\\s]++", " ")
                .strip();
        return next.startsWith("correct")
                || next.startsWith("reasonable")
                || next.startsWith("valid")
                || next.startsWith("right");
    }

    private static @Nullable Found formatted(SentenceValue values, String output, int mark) {
        int start = mark;
        while (start < output.length()
                && (Character.isWhitespace(output.charAt(start)) || ":*".indexOf(output.charAt(start)) >= 0)) {
            start++;
        }
        int end = output.indexOf('\n', start);
        end = end < 0 ? output.length() : end;
        if (output.startsWith("$$", start) || output.startsWith("\\[", start)) {
            int close = output.indexOf(output.startsWith("$$", start) ? "$$" : "\\]", start + 2);
            end = close < 0 ? end : close + 2;
        }
        if (start >= end) {
            return null;
        }
        List<Found> boxes = Boxed.all(output.substring(start, end));
        if (!boxes.isEmpty()) {
            Found found = boxes.getLast();
            return box(new Found(found.value(), start + found.start(), start + found.end()));
        }
        String line = output.substring(start, end);
        Algebra whole = MathParser.parse(Normal.of(line));
        if (whole != null) {
            int sign = line.lastIndexOf('=');
            int from = start + sign + 1;
            return trimmed(output, from, end);
        }
        List<Sentence> sentences = Sentence.of(line);
        int first = sentences.isEmpty() ? end : start + sentences.getFirst().end();
        Found value = values.in(output, start, first, new ArrayList<>());
        boolean words = value == null ? line.length() < 40 : values.isOnlyMentioned(output, start, value);
        return words && line.indexOf('_') < 0 ? trimmed(output, start, end) : value;
    }

    private static Found trimmed(String output, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && " *$".indexOf(output.charAt(start)) >= 0 && !output.startsWith("$", start)) {
            start++;
        }
        while (end > start && " .*".indexOf(output.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Found(output.substring(start, end), start, end);
    }

    /** A printed list number is no value. */
    private static int textStart(Sentence sentence) {
        String text = sentence.text();
        int at = 0;
        while (at < text.length() && "*#- ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (text.regionMatches(true, at, "step ", 0, 5)) {
            at += 5;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean number = digits > at
                && digits - at <= 2
                && digits + 1 < text.length()
                && ".):".indexOf(text.charAt(digits)) >= 0
                && " *".indexOf(text.charAt(digits + 1)) >= 0;
        return sentence.start() + (number ? digits + 1 : 0);
    }
}
