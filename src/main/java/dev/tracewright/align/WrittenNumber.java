package dev.tracewright.align;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A number that stands in digits in a text, so that its place can be shown and its value compared.
 *
 * @param start offset of its first digit
 * @param end offset after its last digit
 * @param value what it says, without its sign; "25%" is 25
 * @param percent whether a percent sign follows
 * @param role what it is there for
 */
record WrittenNumber(int start, int end, BigFraction value, boolean percent, Role role) {
    private static final int LONGEST = 18;
    private static final Set<String> REFERENCES = Set.of(
            "step",
            "steps",
            "part",
            "parts",
            "equation",
            "equations",
            "question",
            "problem",
            "prompt",
            "prompts",
            "section",
            "figure",
            "level",
            "page",
            "chapter",
            "year",
            "day",
            "week",
            "month",
            "row",
            "column",
            "term",
            "case",
            "grade",
            "no");

    /** What a number is there for. */
    enum Role {
        /** It counts or measures something. */
        QUANTITY,
        /** It names a step, a place in a row or a time of day. */
        NAME,
        /** It is a part of an algebraic expression, a power, a root or a fraction. */
        TERM
    }

    /** The numbers between {@code from} and {@code to}, in order; linear in the length. */
    static List<WrittenNumber> in(String text, int from, int to) {
        List<WrittenNumber> found = new ArrayList<>();
        int at = from;
        while (at < to) {
            boolean bare = text.charAt(at) == '.'
                    && isDigit(text, at + 1, to)
                    && (at == from || !Character.isLetterOrDigit(text.charAt(at - 1)));
            if (!isDigit(text, at, to) && !bare) {
                at++;
                continue;
            }
            int end = end(text, at, to);
            String digits = (bare ? "0" : "") + text.substring(at, end).replace(",", "");
            if (digits.length() <= LONGEST) {
                int point = digits.indexOf('.');
                BigFraction value = BigFraction.of(
                        new BigInteger(digits.replace(".", "")),
                        BigInteger.TEN.pow(point < 0 ? 0 : digits.length() - point - 1));
                boolean percent = text.startsWith("%", end) || text.startsWith("\\%", end);
                boolean named = !found.isEmpty() && continuesList(text, found.getLast(), at);
                Role role = named ? Role.NAME : roleOf(text, at, end, from, to);
                found.add(new WrittenNumber(at, end, value, percent, role));
            }
            at = end;
        }
        return found;
    }

    private static int end(String text, int start, int to) {
        int at = start;
        boolean decimals = false;
        while (at < to) {
            char c = text.charAt(at);
            boolean group = c == ','
                    && !decimals
                    && at - start <= 3 + 4 * ((at - start) / 4)
                    && isDigit(text, at + 1, to)
                    && isDigit(text, at + 2, to)
                    && isDigit(text, at + 3, to)
                    && !isDigit(text, at + 4, to);
            boolean point = c == '.' && !decimals && isDigit(text, at + 1, to);
            if (!isDigit(text, at, to) && !group && !point) {
                return at;
            }
            decimals |= point;
            at++;
        }
        return at;
    }

    private static boolean isDigit(String text, int at, int to) {
        return at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** "Steps 3, 5, and 7": a number after the name of a step names another one. */
    private static boolean continuesList(String text, WrittenNumber before, int at) {
        if (before.role != Role.NAME || at - before.end > 8) {
            return false;
        }
        String between = text.substring(before.end, at).toLowerCase(Locale.ROOT).strip();
        return Set.of(",", "-", "–", "and", ", and", "&", "or", "to", "through", ", or")
                .contains(between);
    }

    private static Role roleOf(String text, int start, int end, int from, int to) {
        char before = start > from ? text.charAt(start - 1) : ' ';
        char after = end < to ? text.charAt(end) : ' ';
        boolean unit = Character.isLetter(after) && end + 1 < to && Character.isLetter(text.charAt(end + 1));
        if (unit && isOrdinal(text, end, to)) {
            return Role.NAME;
        }
        if (Character.isLetter(before)
                || "_^{\\√".indexOf(before) >= 0
                || "_^{}\\".indexOf(after) >= 0
                || (Character.isLetter(after) && !unit)) {
            return text.startsWith("\\%", end) || text.startsWith("\\)", end) ? Role.QUANTITY : Role.TERM;
        }
        if ((before == '/' && start - 1 > from && isDigit(text, start - 2, to))
                || (after == '/' && isDigit(text, end + 1, to))) {
            return Role.TERM;
        }
        if ((before == ':' && start - 1 > from && isDigit(text, start - 2, to))
                || (after == ':' && isDigit(text, end + 1, to))
                || before == '#') {
            return Role.NAME;
        }
        int word = start;
        while (word > from && " \t#*".indexOf(text.charAt(word - 1)) >= 0) {
            word--;
        }
        int wordStart = word;
        while (wordStart > from && Numeral.isLatin(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        String name = text.substring(wordStart, word).toLowerCase(Locale.ROOT);
        return REFERENCES.contains(name) ? Role.NAME : Role.QUANTITY;
    }

    private static boolean isOrdinal(String text, int at, int to) {
        String two = text.substring(at, Math.min(to, at + 2));
        boolean ends = at + 2 >= to || !Character.isLetter(text.charAt(at + 2));
        return ends && Set.of("st", "nd", "rd", "th").contains(two);
    }
}
