package dev.tracewright.align;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** The numbers that a question states in digits or words, because only what it does not state can be a leak. */
final class KnownNumbers {
    private static final int MOST = 60;
    private static final Map<String, Integer> SPELLED = spelled();
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("third", 3),
            Map.entry("quarter", 4),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10));
    /** Numbers that belong to units, percent and shapes rather than to a problem. */
    private static final Set<BigFraction> OF_METHOD = whole(
            0, 1, 2, 10, 100, 1000, 7, 12, 14, 24, 28, 29, 30, 31, 52, 60, 90, 180, 270, 360, 365, 366, 3600, 1440,
            5280, 16);

    private final Set<BigFraction> stated = new HashSet<>();
    private final Set<BigFraction> forms = new HashSet<>();
    private final Set<BigFraction> operands = new LinkedHashSet<>();

    KnownNumbers(String question) {
        String text = withoutDrawings(question);
        List<WrittenNumber> written = WrittenNumber.in(text, 0, text.length());
        for (int i = 0; i < written.size(); i++) {
            WrittenNumber number = written.get(i);
            state(number.value());
            stateFormsOf(number);
            stateTightDigits(text, number);
            boolean fraction = i > 0 && isFraction(text, written.get(i - 1), number);
            if (fraction && number.value().signum() != 0) {
                statePart(written.get(i - 1).value(), number.value());
            }
        }
        spelledIn(text);
        add(BigFraction.of(2));
    }

    /** A question's drawing in Asymptote holds coordinates, not quantities. */
    private static String withoutDrawings(String question) {
        int from = question.indexOf("[asy]");
        int to = question.lastIndexOf("[/asy]");
        return from < 0 || to < from ? question : question.substring(0, from) + question.substring(to);
    }

    /** Percent as decimals, what is left of a whole and what it grows to; dollars as cents. */
    private void stateFormsOf(WrittenNumber number) {
        BigFraction value = number.value();
        BigFraction hundredth = value.divide(100);
        BigFraction hundred = BigFraction.of(100);
        forms.add(hundredth);
        if (value.compareTo(hundred) <= 0) {
            forms.add(BigFraction.ONE.subtract(hundredth));
            forms.add(BigFraction.ONE.add(hundredth));
        }
        if (number.percent()) {
            forms.add(hundred.subtract(value));
            forms.add(hundred.add(value));
        }
        if (!value.getDenominator().equals(BigInteger.ONE)) {
            forms.add(value.multiply(100));
            forms.add(BigFraction.ONE.subtract(value));
        }
    }

    /** In TeX one digit is an argument: "\\frac14" is a quarter, "\\log_264" has the base 2. */
    private void stateTightDigits(String text, WrittenNumber number) {
        int start = number.start();
        boolean fraction = start >= 4 && text.startsWith("frac", start - 4);
        boolean script = start >= 1 && "_^".indexOf(text.charAt(start - 1)) >= 0;
        if (number.end() - start < 2 || !(fraction || script)) {
            return;
        }
        BigFraction first = BigFraction.of(Character.digit(text.charAt(start), 10));
        BigFraction rest =
                WrittenNumber.in(text, start + 1, number.end()).getFirst().value();
        state(first);
        state(rest);
        if (fraction && rest.signum() != 0) {
            statePart(first, rest);
        }
    }

    private void statePart(BigFraction above, BigFraction below) {
        BigFraction part = above.divide(below);
        state(part);
        forms.add(part.multiply(100));
        forms.add(BigFraction.ONE.subtract(part).abs());
        forms.add(below.subtract(above).abs());
    }

    /** Adds a number that a step gave away, from which further ones follow. */
    void add(BigFraction value) {
        if (operands.size() < MOST) {
            operands.add(value);
        }
    }

    /** Whether the question states it or a step gave it away. */
    boolean has(BigFraction value) {
        return operands.contains(value);
    }

    /** Whether a step gave it away before. */
    boolean wasGivenAway(BigFraction value) {
        return !stated.contains(value) && operands.contains(value);
    }

    /** Whether the question states it, as it stands or as percent or decimals. */
    boolean states(BigFraction value) {
        return stated.contains(value) || forms.contains(value);
    }

    /** Whether it needs no computation: stated by the question or a number of the method. */
    boolean explains(BigFraction value) {
        return states(value) || OF_METHOD.contains(value);
    }

    /** Whether one operation on two known numbers gives it. */
    boolean derives(BigFraction value) {
        if (value.signum() == 0) {
            return false;
        }
        for (BigFraction a : operands) {
            boolean derived = operands.contains(value.subtract(a))
                    || operands.contains(a.subtract(value))
                    || operands.contains(value.add(a))
                    || operands.contains(a.divide(value))
                    || (a.signum() != 0
                            && (operands.contains(value.divide(a))
                                    || operands.contains(value.multiply(100).divide(a))));
            if (derived) {
                return true;
            }
        }
        return false;
    }

    private void state(BigFraction value) {
        if (stated.add(value)) {
            add(value);
        }
    }

    private static boolean isFraction(String text, WrittenNumber above, WrittenNumber below) {
        String between = text.substring(above.end(), below.start());
        return between.equals("/") || between.equals("}{");
    }

    private void spelledIn(String question) {
        String[] words = question.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1);
        int sum = 0;
        int before = 0;
        for (String word : words) {
            Integer small = SPELLED.get(word);
            Integer part = PARTS.get(
                    word.endsWith("s") && !word.equals("halves") ? word.substring(0, word.length() - 1) : word);
            if (small != null && small >= 100) {
                sum = Math.max(1, sum) * small;
            } else if (small != null) {
                sum += small;
            }
            if (small != null) {
                state(BigFraction.of(small));
                state(BigFraction.of(sum));
            } else {
                if (part != null) {
                    BigFraction parts = BigFraction.of(Math.max(1, sum == 0 ? before : sum));
                    statePart(parts, BigFraction.of(part));
                    statePart(BigFraction.ONE, BigFraction.of(part));
                    state(parts.add(BigFraction.of(1, part)));
                    state(BigFraction.of(part));
                }
                sum = 0;
            }
            before = small == null ? 0 : sum;
        }
    }

    private static Map<String, Integer> spelled() {
        Map<String, Integer> values = new HashMap<>();
        String[] small =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                + "sixteen seventeen eighteen nineteen")
                        .split(" ", -1);
        for (int i = 0; i < small.length; i++) {
            values.put(small[i], i);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            values.put(tens[i], 10 * (i + 2));
        }
        values.putAll(Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000, "dozen", 12, "dozens", 12));
        values.putAll(Map.of("twice", 2, "double", 2, "thrice", 3, "triple", 3, "couple", 2, "pair", 2, "once", 1));
        values.putAll(Map.of("quadruple", 4, "score", 20, "decade", 10, "century", 100, "fortnight", 14));
        return values;
    }

    private static Set<BigFraction> whole(int... values) {
        Set<BigFraction> set = new HashSet<>();
        for (int value : values) {
            set.add(BigFraction.of(value));
        }
        return set;
    }
}
