package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads numbers that are written in words, such as "forty-two", "one hundred and five" or "two thirds". */
final class NumberWords {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Long> GROUPS =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
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
    private static final int LONGEST = 120;

    private NumberWords() {}

    /** The number that one word from "zero" to "twenty" says, or -1. */
    static int upToTwenty(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("twenty") ? SMALL.size() : SMALL.indexOf(lower);
    }

    /** The number that all of {@code text} says, or null. */
    static @Nullable BigFraction read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        boolean minus = text.regionMatches(true, 0, "minus ", 0, 6) || text.regionMatches(true, 0, "negative ", 0, 9);
        String rest = minus ? text.substring(text.indexOf(' ') + 1) : text;
        String[] words = rest.toLowerCase(Locale.ROOT).replace('-', ' ').split("[ ,]++", -1);
        String last = words[words.length - 1];
        Integer part =
                PARTS.get(last.endsWith("s") && !PARTS.containsKey(last) ? last.substring(0, last.length() - 1) : last);
        int end = part == null ? words.length : words.length - 1;
        BigFraction number =
                part != null && (end == 0 || (end == 1 && words[0].equals("a"))) ? BigFraction.ONE : whole(words, end);
        if (number == null) {
            return null;
        }
        BigFraction value = part == null ? number : number.divide(part);
        return minus ? value.negate() : value;
    }

    private static @Nullable BigFraction whole(String[] words, int end) {
        long sum = 0;
        long group = 0;
        long smallest = Long.MAX_VALUE;
        int place = 1000;
        for (int i = 0; i < end; i++) {
            String word = words[i];
            int small = SMALL.indexOf(word);
            int tens = word.isEmpty() ? -1 : TENS.indexOf(word);
            Long size = GROUPS.get(word);
            if (small >= 0 && (small < 10 ? place > 1 : place > 10)) {
                group += small;
                place = 1;
            } else if (tens > 0 && place > 10) {
                group += 10L * tens;
                place = 10;
            } else if (word.equals("hundred") && group > 0 && group < 10) {
                group *= 100;
                place = 100;
            } else if (size != null && group > 0 && size < smallest) {
                sum += group * size;
                smallest = size;
                group = 0;
                place = 1000;
            } else if (!(word.equals("and") && i > 0 && i < end - 1)) {
                return null;
            }
        }
        return end == 0 ? null : BigFraction.of(BigInteger.valueOf(sum + group));
    }
}
