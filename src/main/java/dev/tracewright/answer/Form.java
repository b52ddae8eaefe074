package dev.tracewright.answer;

import java.util.List;
import java.util.Locale;

/** Guards against values that are equal but not yet what was asked for: unevaluated, unsimplified, not factored. */
final class Form {
    private static final List<String> ASKS_FOR_FORM =
            List.of("simplify", "factor", "expand", "rationalize", "rationalise", "express", "write", "combine");

    private Form() {}

    /** Whether a plain number was asked and a plain number stands there, not "125 · 25". */
    static boolean isWorkedOut(String stated, String gold) {
        return Equality.number(gold) == null || operators(stated) <= operators(gold);
    }

    private static int operators(String value) {
        String normal = Normal.of(value);
        int count = 0;
        for (int i = 1; i < normal.length(); i++) {
            char c = normal.charAt(i);
            char before = normal.charAt(i - 1);
            boolean sign = "+-*".indexOf(c) >= 0 && "({,^/*+-".indexOf(before) < 0;
            count += sign || c == '^' ? 1 : 0;
        }
        return count;
    }

    /** Whether the stated form may count where the question asks for a form: not its own expression, as many factors. */
    static boolean isFinal(String question, String stated, String gold) {
        String lower = question.toLowerCase(Locale.ROOT);
        if (ASKS_FOR_FORM.stream().noneMatch(lower::contains)) {
            return true;
        }
        String normal = squeezed(stated);
        String answer = squeezed(gold);
        if (normal.equals(answer)) {
            return true;
        }
        boolean repeats = normal.length() > 4 && squeezed(question).contains(normal);
        boolean factors = lower.contains("factor") && count(normal, '(') != count(answer, '(');
        boolean expands = lower.contains("expand") && count(normal, '(') != count(answer, '(');
        boolean terms = operators(stated) > operators(gold);
        boolean roots = count(below(normal), '√') > count(below(answer), '√');
        return !repeats && !factors && !expands && !terms && !roots;
    }

    private static String squeezed(String value) {
        return Normal.of(value).replace(" ", "");
    }

    /** What stands below fraction bars, with roots as one sign. */
    private static String below(String value) {
        String plain = value.replace("\\sqrt", "√");
        int at = plain.lastIndexOf("}{");
        return at < 0 ? plain.substring(plain.indexOf('/') + 1) : plain.substring(at);
    }

    private static long count(String value, char c) {
        return value.chars().filter(other -> other == c).count();
    }
}
