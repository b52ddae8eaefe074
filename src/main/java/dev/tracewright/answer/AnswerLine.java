package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line in which an output says that this is the answer: {@code ####}, "The answer is:", a heading "Final Answer".
 *
 * @param mark offset after the words or signs that announce the answer
 * @param found the value after them
 */
record AnswerLine(int mark, Found found) {
    /**
     * Words or signs that announce an answer, found by a word that they contain, because searching for the whole pattern at
     * every place of a long output is slow.
     *
     * @param word what is searched for, in small letters
     * @param rest what must follow the word; it may look at what stands before
     */
    private record Sign(String word, Pattern rest) {
        Sign(String word, String rest) {
            this(word, Pattern.compile(rest));
        }

        /** Where the announcement around the word at {@code at} ends, or -1. */
        int end(String lower, int at) {
            Matcher matcher = rest.matcher(lower)
                    .region(at + word.length(), lower.length())
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false);
            return matcher.lookingAt() ? matcher.end() : -1;
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "answer",
                    " is(?: option| choice)?(?![a-z])"
                            + "|(?<!(?:check|verify|confirm|interpret) (?:the|your|our|my) answer)[*_ ]{0,4}[:：]"
                            + "|(?<=(?:^|\\n)[#*_ ]{0,8}(?:the )?(?:final )?answer)[*_:# ]{0,8}(?=\\n|$)"),
            new Sign("####", ""),
            new Sign("a:", "(?<=(?:^|\\n)a:)"),
            new Sign("correct ", "(?:option|choice) is"),
            new Sign("答案", "[是为：:]"));

    /** "The answer is correct" says no value. */
    private static final Pattern JUDGES = Pattern.compile(
            "[:*\\s]*+(?:in(?:deed)? )?(?:correct|reasonable|valid|right|indeed|wrong|not|obtained|found|given by|the same|that)\\b");
    /** Work that is numbered and goes on after the line. */
    private static final Pattern GOES_ON = Pattern.compile("(?m)^\\s{0,8}+[*#]{0,4}+\\s?+(?:step\\s)?\\d{1,2}[.):]");

    /** What a prompt or a form puts where the answer belongs. */
    private static final Pattern UNFILLED = Pattern.compile(
            "[\\s$*\\\\(\\[{<]*+(?:text\\{|boxed\\{)?(?:your |final |the |insert |numerical )*+(?:answer|value|number|result)"
                    + "(?: here)?[\\s$*)\\]}>.]*+");

    private static final int NEAR_THE_END = 400;
    private static final int TAIL = 4_000;
    private static final int SHORT_ANSWER = 40;

    /** The last answer line, or null where there is none or where the work goes on after it. */
    static @Nullable AnswerLine of(StatedValue values, Asked asked, String output) {
        int mark = lastMark(output);
        Found found = mark < 0 ? null : value(values, asked, output, mark);
        return found == null ? null : new AnswerLine(mark, found);
    }

    /** Where the words end that first announce an answer, or -1. */
    static int firstEnd(String lower) {
        int first = -1;
        for (Sign sign : SIGNS) {
            int end = -1;
            for (int at = lower.indexOf(sign.word()); at >= 0 && end < 0; at = lower.indexOf(sign.word(), at + 1)) {
                end = sign.end(lower, at);
            }
            first = end < 0 || (first >= 0 && first < end) ? first : end;
        }
        return first;
    }

    /** Where the words end that announce an answer for the last time, or -1. */
    private static int lastEnd(String lower) {
        int last = -1;
        for (Sign sign : SIGNS) {
            int end = -1;
            for (int at = lower.lastIndexOf(sign.word());
                    at >= 0 && end < 0;
                    at = lower.lastIndexOf(sign.word(), at - 1)) {
                int found = sign.end(lower, at);
                boolean judges = found >= 0
                        && JUDGES.matcher(lower).region(found, lower.length()).lookingAt();
                end = judges ? -1 : found;
            }
            last = Math.max(last, end);
        }
        return last;
    }

    private static int lastMark(String output) {
        int tail = Math.max(0, output.length() - TAIL);
        int end = lastEnd(Cue.lower(output.substring(tail)));
        if (end < 0) {
            return -1;
        }
        int best = tail + end;
        int lineEnd = lineEnd(output, valueStart(output, best));
        String after = output.substring(lineEnd);
        boolean goesOn = after.indexOf('=') >= 0
                || after.length() > NEAR_THE_END
                || GOES_ON.matcher(Cue.lower(after)).find();
        boolean formula =
                output.startsWith("$$", valueStart(output, best)) || output.startsWith("\\[", valueStart(output, best));
        return goesOn && !formula ? -1 : best;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int valueStart(String output, int mark) {
        int start = mark;
        while (start < output.length()
                && (Character.isWhitespace(output.charAt(start)) || ":：*#_".indexOf(output.charAt(start)) >= 0)) {
            start++;
        }
        return start;
    }

    private static @Nullable Found value(StatedValue values, Asked asked, String output, int mark) {
        int start = valueStart(output, mark);
        int end = lineEnd(output, start);
        if (output.startsWith("$$", start) || output.startsWith("\\[", start)) {
            int close =
                    output.indexOf(output.startsWith("$$", start) ? "$$" : "\\]", Math.min(start + 2, output.length()));
            end = close < 0 ? end : close + 2;
        }
        if (start >= end) {
            return null;
        }
        String line = output.substring(start, end);
        if (saysNothing(line)) {
            return null;
        }
        Found word = WordAnswer.in(asked, output, start, end);
        if (word != null) {
            return word;
        }
        List<Found> boxes = Boxed.all(line);
        if (!boxes.isEmpty()) {
            Found found = boxes.getLast();
            return rightSide(new Found(found.value(), start + found.start(), start + found.end()));
        }
        if (MathParser.parse(Normal.of(line)) != null) {
            return trimmed(output, start + line.lastIndexOf('=') + 1, end);
        }
        List<Sentence> sentences = Sentence.of(line);
        int first = sentences.isEmpty() ? end : start + sentences.getFirst().end();
        StatedValue.Statement statement = values.in(output, start, first);
        Found value = statement == null ? null : statement.found();
        boolean words = value == null ? line.length() < SHORT_ANSWER : values.isOnlyMentioned(output, start, value);
        return words && line.indexOf('_') < 0 ? trimmed(output, start, end) : value;
    }

    /** A question, or the words of a form that nobody filled in. */
    static boolean saysNothing(String line) {
        return line.endsWith("?") || UNFILLED.matcher(Cue.lower(line)).matches();
    }

    /** What stands right of the last equals sign in a box, or all of it. */
    static Found rightSide(Found box) {
        int sign = box.value().lastIndexOf('=');
        if (sign < 0 || sign + 1 >= box.value().length()) {
            return box;
        }
        String value = box.value().substring(sign + 1).strip();
        return new Found(value, box.end() - value.length(), box.end());
    }

    private static @Nullable Found trimmed(String output, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && " *$".indexOf(output.charAt(start)) >= 0 && !output.startsWith("$", start)) {
            start++;
        }
        while (end > start && " .*。".indexOf(output.charAt(end - 1)) >= 0) {
            end--;
        }
        return start == end ? null : new Found(output.substring(start, end), start, end);
    }
}
