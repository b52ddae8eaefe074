package dev.tracewright.align;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The ways in which a step may write the data set's answer: its value, and its expression in any spacing. */
final class AnswerForms {
    private static final int SHORTEST = 4;
    private static final Pattern DRESS = Pattern.compile(
            "\\\\(?:text|mbox|textrm)\\{[^{}]*+\\}|\\\\(?:left|right|displaystyle|[!,;: ])|\\^\\{?\\\\circ\\}?|\\\\?[$%]|(?<=\\\\)[dt](?=frac)|\\s++");
    private static final Pattern NAMED = Pattern.compile("^[a-zA-Z](?:=|\\\\in(?![a-z]))");
    private static final Pattern FRACTION = Pattern.compile("\\\\frac\\{(\\d{1,9})\\}\\{(\\d{1,9})\\}");

    private final @Nullable BigFraction value;
    private final List<String> expressions = new ArrayList<>();

    /** The forms of {@code answer} that {@code question} does not state itself; none for an empty answer. */
    AnswerForms(String question, String answer) {
        String plain = NAMED.matcher(undressed(answer)).replaceFirst("");
        ArithmeticReader reader = new ArithmeticReader(plain, 0, plain.length());
        Side side = plain.isEmpty() ? null : reader.side();
        value = side != null && side.end() == plain.length() ? side.value() : null;
        String asked = undressed(question);
        Matcher fraction = FRACTION.matcher(plain);
        boolean tells = plain.length() >= SHORTEST && plain.chars().anyMatch(Character::isDigit);
        for (String form : List.of(plain, fraction.replaceAll("$1/$2"))) {
            boolean number = form.chars().allMatch(c -> Character.isDigit(c) || ".,-".indexOf(c) >= 0);
            if (tells && !number && !expressions.contains(form) && !asked.contains(form)) {
                expressions.add(form);
            }
        }
    }

    /** Whether {@code number} is the answer. */
    boolean isValue(BigFraction number) {
        return value != null && value.compareTo(number) == 0;
    }

    /** Where the answer stands as an expression between {@code from} and {@code to}: pairs of start and end offsets. */
    List<int[]> in(String text, int from, int to) {
        List<int[]> found = new ArrayList<>();
        if (expressions.isEmpty()) {
            return found;
        }
        int[] places = new int[to - from];
        StringBuilder plain = new StringBuilder();
        Matcher dress = DRESS.matcher(text).region(from, to);
        int at = from;
        while (at < to) {
            int next = dress.find() ? dress.start() : to;
            for (; at < next; at++) {
                places[plain.length()] = at;
                plain.append(text.charAt(at));
            }
            at = next < to ? dress.end() : to;
        }
        String step = plain.toString();
        for (String expression : expressions) {
            for (int i = step.indexOf(expression); i >= 0; i = step.indexOf(expression, i + expression.length())) {
                int start = places[i];
                int end = places[i + expression.length() - 1] + 1;
                if (!isJoined(text, start) && !isJoined(text, end)) {
                    found.add(new int[] {start, end});
                }
            }
        }
        return found;
    }

    /** Whether a word or number goes on across {@code at}. */
    private static boolean isJoined(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at));
    }

    private static String undressed(String text) {
        return DRESS.matcher(text).replaceAll("");
    }
}
