package dev.tracewright.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
            5280, 16, 25, 50, 75);

    private final Set<BigFraction> stated = new HashSet<>();
    private final Set<BigFraction> forms = new HashSet<>();
    private final List<BigFraction> operands = new ArrayList<>();

    KnownNumbers(String question) {
        List<WrittenNumber> written = WrittenNumber.in(question, 0, question.length());
        for (int i = 0; i < written.size(); i++) {
            WrittenNumber number = written.get(i);
            state(number.value());
            boolean tight = i > 0 && isFraction(question, written.get(i - 1), number);
            if (tight && number.value().signum() != 0) {
                BigFraction part = written.get(i - 1).value().divide(number.value());
                state(part);
                forms.add(BigFraction.ONE.subtract(part).abs());
                forms.add(number.value().subtract(written.get(i - 1).value()).abs());
            }
        }
        spelledIn(question);
    }

    /** Adds a number that a step gave away, from which further ones follow. */
    void add(BigFraction value) {
        if (operands.size() < MOST) {
            operands.add(value);
        }
    }

    /** Whether the question states it or a step gave it away. */
    boolean has(BigFraction value) {
        return states(value) || operands.contains(value);
    }

    /** Whether the question states it, as it stands or as percent or decimals. */
    boolean states(BigFraction value) {
        return stated.contains(value) || stated.contains(value.multiply(100)) || stated.contains(value.divide(100));
    }

    /** Whether it needs no computation: stated, its complement to a whole, or a number of the method. */
    boolean explains(BigFraction value) {
        if (states(value) || forms.contains(value) || OF_METHOD.contains(value)) {
            return true;
        }
        BigFraction hundred = BigFraction.of(100);
        return states(hundred.subtract(value))
                || states(value.subtract(hundred))
                || states(BigFraction.ONE.subtract(value))
                || states(value.subtract(BigFraction.ONE));
    }

    /** Whether one operation on two known numbers gives it. */
    boolean derives(BigFraction value) {
        for (BigFraction a : operands) {
            for (BigFraction b : operands) {
                if (a.add(b).compareTo(value) == 0
                        || a.subtract(b).compareTo(value) == 0
                        || a.multiply(b).compareTo(value) == 0
                        || (b.signum() != 0 && a.divide(b).compareTo(value) == 0)
                        || (b.compareTo(BigFraction.of(100)) < 0
                                && a.multiply(b).divide(100).compareTo(value) == 0)) {
                    return true;
                }
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
                    BigFraction fraction = BigFraction.of(Math.max(1, sum == 0 ? before : sum), part);
                    state(fraction);
                    state(BigFraction.of(1, part));
                    state(BigFraction.of(part));
                    forms.add(BigFraction.ONE.subtract(fraction).abs());
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
