package dev.tracewright.llm.demo;

import dev.tracewright.llm.demo.Token.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads numbers that are spelled: "twenty-five", "nine dozen", "two thirds", "half". */
final class SpelledNumbers {
    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000, "dozen", 12);
    private static final Map<String, Integer> PARTS = new HashMap<>();

    static {
        String[] units =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                + "sixteen seventeen eighteen nineteen")
                        .split(" ", -1);
        for (int i = 0; i < units.length; i++) {
            SMALL.put(units[i], i);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            SMALL.put(tens[i], 10 * (i + 2));
        }
        String[] parts = "half third quarter fifth sixth seventh eighth ninth tenth".split(" ", -1);
        int[] under = {2, 3, 4, 5, 6, 7, 8, 9, 10};
        for (int i = 0; i < parts.length; i++) {
            PARTS.put(parts[i], under[i]);
            PARTS.put(parts[i].equals("half") ? "halves" : parts[i] + "s", under[i]);
        }
    }

    private final List<Token> tokens;
    private int at;

    private SpelledNumbers(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Whether every part of a hyphenated word belongs to a spelled number. */
    static boolean spells(String hyphenated) {
        for (String part : hyphenated.split("-", -1)) {
            if (!SMALL.containsKey(part) && !SCALES.containsKey(part) && !PARTS.containsKey(part)) {
                return false;
            }
        }
        return true;
    }

    /** The same tokens with every spelled number folded into one number. */
    static List<Token> fold(List<Token> tokens) throws CannotCarryOut {
        SpelledNumbers reader = new SpelledNumbers(tokens);
        List<Token> folded = new ArrayList<>();
        while (reader.at < tokens.size()) {
            int from = reader.at;
            Token number = reader.number();
            if (number == null) {
                reader.at = from + 1;
                folded.add(tokens.get(from));
            } else {
                folded.add(number);
            }
        }
        return folded;
    }

    private @Nullable Token number() throws CannotCarryOut {
        int from = at;
        Token first = tokens.get(at);
        if (first.is("half")) {
            at++;
            if (word(at).equals("a") && word(at + 1).equals("dozen")) {
                at += 2;
                return made(BigFraction.of(6), Style.PLAIN, "", from);
            }
            return made(BigFraction.of(1, 2), Style.PLAIN, "", from);
        }
        BigFraction value;
        Style style = Style.PLAIN;
        String unit = "";
        boolean spelled = true;
        if (first.is("a") || first.is("an")) {
            String next = word(at + 1);
            if (!SCALES.containsKey(next) && !PARTS.containsKey(next)) {
                return null;
            }
            value = BigFraction.ONE;
            at++;
        } else if (first instanceof Token.Numeral digits) {
            value = digits.value();
            style = digits.style();
            unit = digits.unit();
            spelled = false;
            at++;
        } else if (SMALL.containsKey(word(at))) {
            value = BigFraction.of(small());
        } else {
            return null;
        }
        value = scaled(value);
        if (!word(at).isEmpty() && PARTS.containsKey(word(at)) && Exact.isWhole(value) && unit.isEmpty()) {
            value = Exact.divide(value, BigFraction.of(PARTS.getOrDefault(word(at), 1)));
            at++;
        } else if (word(at).equals("and") && word(at + 1).equals("a") && PARTS.containsKey(word(at + 2))) {
            value = Exact.add(value, BigFraction.of(1, PARTS.getOrDefault(word(at + 2), 1)));
            at += 3;
        }
        boolean percent = word(at).equals("percent");
        if (percent || (word(at).equals("per") && word(at + 1).equals("cent"))) {
            at += percent ? 1 : 2;
            unit = "%";
            value = Exact.divide(value, BigFraction.of(100));
        }
        boolean soft = spelled && first.is("one") && at == from + 1;
        return new Token.Numeral(
                value, style, unit, soft, first.start(), tokens.get(at - 1).end());
    }

    private int small() {
        int value = SMALL.getOrDefault(word(at), 0);
        at++;
        int units = SMALL.getOrDefault(word(at), 0);
        if (value >= 20 && units > 0 && units < 10) {
            at++;
            return value + units;
        }
        return value;
    }

    /** Multiplies by the scales that follow: "three hundred and five thousand", "9 dozen". */
    private BigFraction scaled(BigFraction first) throws CannotCarryOut {
        BigFraction whole = BigFraction.ZERO;
        BigFraction group = first;
        boolean scaled = false;
        while (SCALES.containsKey(word(at))) {
            int scale = SCALES.getOrDefault(word(at), 1);
            at++;
            scaled = true;
            group = Exact.multiply(group, BigFraction.of(scale));
            if (scale >= 1_000) {
                whole = Exact.add(whole, group);
                group = BigFraction.ZERO;
            }
            if (scale == 12) {
                break;
            }
            int more = word(at).equals("and") && SMALL.containsKey(word(at + 1)) && scale == 100 ? at + 1 : at;
            if (SMALL.containsKey(word(more))) {
                at = more;
                group = Exact.add(group, BigFraction.of(small()));
            }
        }
        return scaled ? Exact.add(whole, group) : first;
    }

    private Token made(BigFraction value, Style style, String unit, int from) {
        return new Token.Numeral(
                value,
                style,
                unit,
                false,
                tokens.get(from).start(),
                tokens.get(at - 1).end());
    }

    private String word(int index) {
        return index < tokens.size() && tokens.get(index) instanceof Token.Word word ? word.text() : "";
    }
}
