package dev.tracewright.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Compares two written values exactly: notation does not matter, rounding does. Symmetric and reflexive. */
public final class Equality {
    private Equality() {}

    /**
     * Whether the two say the same value: numbers as exact rationals, expressions by expansion, tuples and intervals with
     * their brackets and in order, bare lists and sets in any order, texts by their letters.
     */
    public static boolean same(String first, String second) {
        String a = Normal.of(first);
        String b = Normal.of(second);
        return a.equals(b) || sameNormal(a, b, 0);
    }

    /** The exact value where the text is a plain number, a fraction or the like, or null. */
    static @Nullable BigFraction number(String written) {
        Algebra value = MathParser.parse(Normal.of(written));
        return value == null ? null : value.number();
    }

    private static boolean sameNormal(String a, String b, int depth) {
        String left = a.strip();
        String right = b.strip();
        if (left.equals(right)) {
            return true;
        }
        if (left.isEmpty() || right.isEmpty() || depth > 4) {
            return false;
        }
        if (left.contains("\\pm") || right.contains("\\pm")) {
            left = withBothSigns(left);
            right = withBothSigns(right);
        }
        if (left.contains("\\cup") && right.contains("\\cup")) {
            return sameInAnyOrder(List.of(left.split("\\\\cup", -1)), List.of(right.split("\\\\cup", -1)), depth);
        }
        Parts these = Parts.of(left);
        Parts those = Parts.of(right);
        if (these.parts.size() > 1 || those.parts.size() > 1) {
            return sameParts(these, those, depth);
        }
        if (left.indexOf('=') > 0 && right.indexOf('=') > 0) {
            return sameEquation(left, right);
        }
        Algebra one = MathParser.parse(left);
        Algebra other = MathParser.parse(right);
        if (one != null && other != null) {
            return one.equals(other);
        }
        return one == null && other == null && sameText(left, right);
    }

    /** {@code a ± b} says two values. */
    private static String withBothSigns(String value) {
        return value.contains("\\pm") ? value.replace("\\pm", "+") + "," + value.replace("\\pm", "-") : value;
    }

    private static boolean sameParts(Parts a, Parts b, int depth) {
        if (a.parts.size() != b.parts.size() || a.open != b.open || a.close != b.close) {
            return false;
        }
        if (a.open == '{' || a.open == 0) {
            return sameInAnyOrder(a.parts, b.parts, depth);
        }
        for (int i = 0; i < a.parts.size(); i++) {
            if (!sameNormal(a.parts.get(i), b.parts.get(i), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameInAnyOrder(List<String> a, List<String> b, int depth) {
        List<String> rest = new ArrayList<>(b);
        for (String part : a) {
            int match = -1;
            for (int i = 0; i < rest.size() && match < 0; i++) {
                match = sameNormal(Normal.of(part), Normal.of(rest.get(i)), depth + 1) ? i : -1;
            }
            if (match < 0) {
                return false;
            }
            rest.remove(match);
        }
        return rest.isEmpty();
    }

    /** Equations are the same where one is a multiple of the other. */
    private static boolean sameEquation(String a, String b) {
        Algebra one = difference(a);
        Algebra other = difference(b);
        if (one == null
                || other == null
                || one.terms().size() != other.terms().size()
                || one.terms().isEmpty()) {
            return false;
        }
        var term = one.terms().keySet().iterator().next();
        BigFraction factor = other.terms().get(term);
        return factor != null
                && one.times(Algebra.of(factor.divide(one.terms().getOrDefault(term, BigFraction.ONE))))
                        .equals(other);
    }

    private static @Nullable Algebra difference(String equation) {
        int sign = equation.indexOf('=');
        Algebra left = MathParser.parse(equation.substring(0, sign).strip());
        Algebra right = MathParser.parse(equation.substring(sign + 1).strip());
        return left == null || right == null ? null : left.plus(right.negate());
    }

    private static boolean sameText(String a, String b) {
        String left = letters(a);
        return !left.isEmpty() && left.equals(letters(b));
    }

    /** Letters, digits and the signs that change a meaning; spaces, braces and quotes do not. */
    private static String letters(String value) {
        StringBuilder kept = new StringBuilder();
        String lower = value.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isWhitespace(c) && "{}\"'".indexOf(c) < 0) {
                kept.append(c);
            }
        }
        String text = kept.toString();
        boolean choice = text.length() == 3 && text.charAt(0) == '(' && text.charAt(2) == ')';
        return choice ? text.substring(1, 2) : text;
    }

    /** A value cut at its outer commas, with the brackets around it (0 where there are none). */
    private record Parts(char open, char close, List<String> parts) {
        static Parts of(String value) {
            String inner = value;
            char open = 0;
            char close = 0;
            if (value.startsWith("\\{") && value.endsWith("\\}")) {
                open = '{';
                close = '}';
                inner = value.substring(2, value.length() - 2);
            } else if (value.length() > 2
                    && "([".indexOf(value.charAt(0)) >= 0
                    && ")]".indexOf(value.charAt(value.length() - 1)) >= 0
                    && commas(value.substring(1, value.length() - 1)).size() > 1
                    && closesAtEnd(value)) {
                open = value.charAt(0);
                close = value.charAt(value.length() - 1);
                inner = value.substring(1, value.length() - 1);
            }
            return new Parts(open, close, commas(inner));
        }

        private static boolean closesAtEnd(String value) {
            int depth = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
                if (depth == 0) {
                    return i == value.length() - 1;
                }
            }
            return false;
        }

        private static List<String> commas(String value) {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int start = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                if ((c == ',' || c == ';') && depth == 0) {
                    parts.add(value.substring(start, i).strip());
                    start = i + 1;
                }
            }
            parts.add(value.substring(start).strip());
            return parts;
        }
    }
}
