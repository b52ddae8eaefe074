package dev.tracewright.align;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads sums and products of plain numbers with their units exactly, left to right, never looking at a character twice. */
final class ArithmeticReader {
    private static final int LONGEST_NUMBER = 18;
    private static final int DEEPEST = 20;
    private static final List<String> TIMES = List.of("\\times", "\\cdot", "×", "·", "⋅", "*");
    private static final List<String> BY = List.of("\\div", "÷", "/");

    /**
     * One side of an equation.
     *
     * @param value what it comes to
     * @param start offset of its first character
     * @param end offset after its last character
     * @param operations how many operations it has
     * @param decimals decimals of its only number
     * @param percent whether a percent sign stands in it
     * @param units the first letters of the units that its added numbers carry
     */
    record Side(
            BigFraction value, int start, int end, int operations, int decimals, boolean percent, Set<String> units) {
        /** Whether it is one number. */
        boolean isPlain() {
            return operations == 0;
        }
    }

    private final String text;
    private final int limit;
    private int at;
    private int operations;
    private int decimals;
    private int depth;
    private boolean percent;
    private Set<String> units = new HashSet<>();

    ArithmeticReader(String text, int from, int limit) {
        this.text = text;
        this.at = from;
        this.limit = limit;
    }

    /** How far it has read. */
    int reached() {
        return at;
    }

    /** The side of an equation that begins here, or null where none does. */
    @Nullable
    Side side() {
        skip();
        int start = at;
        operations = 0;
        decimals = 0;
        percent = false;
        depth = 0;
        units = new HashSet<>();
        try {
            BigFraction value = sum();
            int end = at;
            while (end > start && text.charAt(end - 1) == ' ') {
                end--;
            }
            return new Side(value, start, end, operations, decimals, percent, units);
        } catch (NotArithmetic notArithmetic) {
            return null;
        }
    }

    /** Passes units and an equals sign; returns its place, or -1 where there is none. */
    int passEquals() {
        int next = signAfterUnit();
        if (next < limit && text.charAt(next) == '=' && (next + 1 >= limit || text.charAt(next + 1) != '=')) {
            at = next + 1;
            return next;
        }
        return -1;
    }

    private BigFraction sum() {
        if (++depth > DEEPEST) {
            throw new NotArithmetic("nested too deeply");
        }
        BigFraction value = product();
        while (true) {
            int before = at;
            at = signAfterUnit();
            if (accept("+")) {
                operations++;
                value = value.add(product());
            } else if (isMinus()) {
                at++;
                operations++;
                value = value.subtract(product());
            } else {
                at = before;
                depth--;
                return value;
            }
        }
    }

    private boolean isMinus() {
        return at + 1 < limit && "-−–".indexOf(text.charAt(at)) >= 0 && !Character.isLetter(text.charAt(at + 1));
    }

    private BigFraction product() {
        BigFraction value = atom();
        while (true) {
            int before = at;
            at = signAfterUnit();
            if (text.startsWith("**", at)) {
                at = before;
                return value;
            }
            if (TIMES.stream().anyMatch(this::accept) || acceptLetterX()) {
                operations++;
                value = value.multiply(atom());
            } else if (BY.stream().anyMatch(this::accept)) {
                operations++;
                BigFraction divisor = atom();
                if (divisor.signum() == 0) {
                    throw new NotArithmetic("division by zero");
                }
                value = value.divide(divisor);
            } else {
                at = before;
                return value;
            }
            if (value.getNumerator().bitLength() > 300) {
                throw new NotArithmetic("number too long");
            }
        }
    }

    /** "5 x 3": the letter stands for a cross only between numbers. */
    private boolean acceptLetterX() {
        boolean cross = at + 2 < limit
                && text.charAt(at) == 'x'
                && text.charAt(at - 1) == ' '
                && text.charAt(at + 1) == ' '
                && ("$(".indexOf(text.charAt(at + 2)) >= 0 || Character.isDigit(text.charAt(at + 2)));
        at += cross ? 1 : 0;
        return cross;
    }

    private BigFraction atom() {
        skip();
        boolean minus = at + 1 < limit && "-−".indexOf(text.charAt(at)) >= 0;
        if (minus) {
            at++;
        }
        BigFraction value = power(unsigned());
        return minus ? value.negate() : value;
    }

    private BigFraction power(BigFraction base) {
        if (at < limit && text.charAt(at) == '^') {
            int from = at + 1 < limit && text.charAt(at + 1) == '{' ? at + 2 : at + 1;
            int end = from;
            while (end < limit && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end == from || end - from > 2 || (from == at + 2 && (end >= limit || text.charAt(end) != '}'))) {
                throw new NotArithmetic("not a plain power");
            }
            int exponent = Integer.parseInt(text.substring(from, end));
            at = from == at + 2 ? end + 1 : end;
            operations++;
            if (exponent > 40) {
                throw new NotArithmetic("power too large");
            }
            return base.pow(exponent);
        }
        return base;
    }

    private BigFraction unsigned() {
        if (accept("\\dfrac{") || accept("\\frac{") || accept("\\tfrac{")) {
            BigFraction above = sum();
            require("}{");
            BigFraction below = sum();
            require("}");
            if (below.signum() == 0) {
                throw new NotArithmetic("division by zero");
            }
            operations++;
            return above.divide(below);
        }
        if (accept("(")) {
            BigFraction value = sum();
            at = signAfterUnit();
            require(")");
            return value;
        }
        boolean currency = accept("\\$") || accept("$") || accept("€") || accept("£");
        if (currency) {
            skip();
        }
        return number();
    }

    private BigFraction number() {
        int start = at;
        int point = -1;
        StringBuilder digits = new StringBuilder();
        while (at < limit) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == ',' && point < 0 && isGroup(at)) {
                at++;
                continue;
            } else if (c == '.' && point < 0 && at + 1 < limit && isDigit(at + 1)) {
                point = digits.length();
            } else {
                break;
            }
            at++;
        }
        boolean badComma = at + 1 < limit && text.charAt(at) == ',' && isDigit(at + 1);
        boolean touching =
                at < limit && ((Character.isLetter(text.charAt(at)) && isName()) || ":_".indexOf(text.charAt(at)) >= 0);
        if (digits.isEmpty() || digits.length() > LONGEST_NUMBER || badComma || touching || at == start) {
            throw new NotArithmetic("not a plain number");
        }
        decimals = point < 0 ? 0 : digits.length() - point;
        BigFraction value = BigFraction.of(new BigInteger(digits.toString()), BigInteger.TEN.pow(decimals));
        if (accept("%") || accept("\\%")) {
            percent = true;
            value = value.divide(100);
        }
        BigFraction tight = touchingDenominator(start);
        if (tight != null) {
            operations++;
            return value.divide(tight);
        }
        if (text.startsWith(" of ", at)
                && percent
                && at + 4 < limit
                && (isDigit(at + 4) || text.charAt(at + 4) == '$')) {
            at += 4;
            operations++;
            return value.multiply(unsigned());
        }
        return value;
    }

    /** The denominator of "1/2" written without spaces, which binds first in "7 / 1/2"; null where there is none. */
    private @Nullable BigFraction touchingDenominator(int start) {
        int end = at + 1;
        while (end < limit && isDigit(end) && end - at < 8) {
            end++;
        }
        boolean fraction = at + 1 < limit
                && text.charAt(at) == '/'
                && end > at + 1
                && (start == 0 || text.charAt(start - 1) == ' ')
                && (end >= limit || (".,^/".indexOf(text.charAt(end)) < 0 && !Character.isLetter(text.charAt(end))));
        if (!fraction) {
            return null;
        }
        BigFraction denominator = BigFraction.of(new BigInteger(text.substring(at + 1, end)));
        if (denominator.signum() == 0) {
            throw new NotArithmetic("division by zero");
        }
        at = end;
        return denominator;
    }

    /** A single letter touching a number is a name, "12x"; several are a unit, "12cm". */
    private boolean isName() {
        return at + 1 >= limit || !Character.isLetter(text.charAt(at + 1));
    }

    private boolean isGroup(int comma) {
        return comma + 3 < limit
                && isDigit(comma + 1)
                && isDigit(comma + 2)
                && isDigit(comma + 3)
                && (comma + 4 >= limit || !isDigit(comma + 4));
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** Where the next sign stands after the unit of a number ("80 spiders", "3 eggs/day", "$5 (cost)"). */
    private int signAfterUnit() {
        int next = at;
        int words = 0;
        String unit = "";
        while (next < limit && words <= 3) {
            char c = text.charAt(next);
            if (c == ' ' || (c == '/' && isWord(next + 1))) {
                next++;
            } else if (c == '(' && isWord(next + 1) && remarkEnd(next) > 0) {
                next = remarkEnd(next);
            } else if (isWord(next) && !(c == 'x' && !isWord(next + 1))) {
                int end = wordEnd(next);
                unit = unit.isEmpty() ? stem(text.substring(next, end)) : unit;
                next = end;
                words++;
            } else {
                break;
            }
        }
        boolean sign = next < limit && ("=+-−–*×÷/·⋅)}x".indexOf(text.charAt(next)) >= 0 || text.charAt(next) == '\\');
        if (!sign) {
            return MarkerReader.skipBlanks(text, at, limit);
        }
        if (!unit.isEmpty()) {
            units.add(unit);
        }
        return next;
    }

    private boolean isWord(int index) {
        return index + 1 < limit && Numeral.isLatin(text.charAt(index)) && Numeral.isLatin(text.charAt(index + 1));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < limit
                && (Numeral.isLatin(text.charAt(end))
                        || (text.charAt(end) == '/' && end + 1 < limit && Numeral.isLatin(text.charAt(end + 1)))
                        || (text.charAt(end) == '\'' && end + 1 < limit && Numeral.isLatin(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    private int remarkEnd(int open) {
        for (int i = open + 1; i < Math.min(limit, open + 40); i++) {
            char c = text.charAt(i);
            if (c == ')') {
                return i + 1;
            }
            if (!Numeral.isLatin(c) && c != ' ' && c != '\'') {
                return -1;
            }
        }
        return -1;
    }

    private static String stem(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(3, lower.length()));
    }

    private boolean accept(String sign) {
        if (at + sign.length() <= limit && text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private void require(String sign) {
        if (!accept(sign)) {
            throw new NotArithmetic("expected " + sign);
        }
    }

    private void skip() {
        at = MarkerReader.skipBlanks(text, at, limit);
    }

    /** Ends the reading of what is no arithmetic; without a stack trace, since most numbers stand in prose. */
    private static final class NotArithmetic extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotArithmetic(String message) {
            super(message, null, false, false);
        }
    }
}
