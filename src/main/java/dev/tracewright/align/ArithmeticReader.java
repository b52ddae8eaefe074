package dev.tracewright.align;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads sums, products, powers, fractions and roots of plain numbers with their units exactly, from left to right. */
final class ArithmeticReader {
    private static final int DEEPEST = 12;
    private static final int MOST_BITS = 300;
    private static final List<String> TIMES = List.of("×", "·", "⋅", "*");
    private static final List<String> TIMES_COMMANDS = List.of("\\times", "\\cdot");
    private static final List<String> FRACTIONS = List.of("\\dfrac", "\\tfrac", "\\frac");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** What stands between two sides. */
    enum Relation {
        NONE,
        EQUAL,
        ABOUT,
        SPOKEN
    }

    private final ArithmeticCursor in;
    private SideBuilder side;
    private int depth;

    ArithmeticReader(String text, int from, int limit) {
        this.in = new ArithmeticCursor(text, from, limit);
        this.side = new SideBuilder();
    }

    /** How far it has read. */
    int reached() {
        return in.at;
    }

    /** The side of an equation that begins here, or null where none does. */
    @Nullable
    Side side() {
        in.skip();
        in.skipBold();
        int start = in.at;
        side = new SideBuilder();
        depth = 0;
        in.takeUnits();
        try {
            BigFraction value = sum();
            int end = in.at;
            while (end > start && MarkerReader.isBlank(in.text.charAt(end - 1))) {
                end--;
            }
            return side.build(value, start, end, in.takeUnits());
        } catch (NotArithmetic notArithmetic) {
            return null;
        }
    }

    /** Passes units and an equals sign or what stands for one. */
    Relation passEquals() {
        int before = in.at;
        in.skipUnit();
        if (in.looking('$') && !in.isDigit(in.at + 1)) {
            in.at++;
            in.skip();
        }
        if (in.looking('=') && !in.looking("==") && !in.looking("=>")) {
            in.at++;
            return Relation.EQUAL;
        }
        if (in.accept("≈") || in.acceptCommand("\\approx")) {
            return Relation.ABOUT;
        }
        if (in.acceptSign("is equal to") || in.acceptSign("equals") || in.acceptSign("is")) {
            return Relation.SPOKEN;
        }
        in.at = before;
        return Relation.NONE;
    }

    /** Whether {@code c} is a raised digit; before a root it is the root's degree. */
    static boolean isSuperscript(char c) {
        return SUPERSCRIPTS.indexOf(c) >= 0;
    }

    private BigFraction sum() {
        if (++depth > DEEPEST) {
            throw new NotArithmetic();
        }
        BigFraction value = product(true);
        boolean percent = side.takeBarePercent();
        boolean mixed = false;
        while (true) {
            int before = in.at;
            in.skipUnit();
            boolean plus = in.accept("+") || in.acceptSign("plus");
            if (!plus && !acceptMinus()) {
                in.at = before;
                depth--;
                side.setBarePercent(percent && !mixed);
                side.mixedPercent |= mixed;
                return value;
            }
            side.operations++;
            side.sums = true;
            BigFraction next = product(false);
            mixed |= side.takeBarePercent() != percent;
            value = checked(plus ? value.add(next) : value.subtract(next));
            side.grouped = null;
        }
    }

    /** "5 - 3"; behind a word, as in "a distance from -1", the minus belongs to its number. */
    private boolean acceptMinus() {
        boolean sign = in.at + 1 < in.limit && "-−–".indexOf(in.text.charAt(in.at)) >= 0 && !in.isLetter(in.at + 1);
        in.at += sign ? 1 : 0;
        return sign || in.acceptSign("minus");
    }

    /** A product; where a factor follows a divisor, "12 / 2 * 3" may also be meant as 12 / (2 * 3). */
    private BigFraction product(boolean first) {
        BigFraction value = signed();
        BigFraction dividend = value;
        @Nullable BigFraction divisor = null;
        boolean bare = true;
        while (true) {
            int before = in.at;
            in.skipUnit();
            if (in.looking("**") || isRemarkOfUnit()) {
                in.at = before;
                break;
            }
            boolean times = acceptTimes();
            boolean by = !times && acceptBy();
            if (!times && !by) {
                in.at = before;
                if (!startsFactor() || in.at == 0 || !touchesFactor()) {
                    break;
                }
                times = true;
            }
            bare = false;
            side.percentFactor |= side.takeBarePercent();
            side.operations++;
            side.quotients += by ? 1 : 0;
            BigFraction next = signed();
            if (by && next.signum() == 0) {
                throw new NotArithmetic();
            }
            value = checked(times ? value.multiply(next) : value.divide(next));
            divisor = divisor != null ? divisor.multiply(next) : by ? next : null;
            dividend = divisor == null ? value : dividend;
        }
        boolean percent = side.takeBarePercent();
        side.percentFactor |= percent && !bare;
        side.setBarePercent(percent && bare);
        side.grouped = first && divisor != null && divisor.signum() != 0 ? dividend.divide(divisor) : null;
        return value;
    }

    /** "$5 (cost)" at the end of a side is no product. */
    private boolean isRemarkOfUnit() {
        return in.looking('(') && in.isLetter(in.at + 1);
    }

    private boolean startsFactor() {
        return in.looking('(')
                || in.looking("\\left(")
                || in.looking("\\sqrt{")
                || in.looking("\\sqrt[")
                || in.looking('√');
    }

    /** "5(7)" and "(8)(4)" are products; "24 (17" is not. */
    private boolean touchesFactor() {
        char before = in.text.charAt(in.at - 1);
        return Character.isDigit(before) || ")]}".indexOf(before) >= 0;
    }

    private boolean acceptTimes() {
        return TIMES_COMMANDS.stream().anyMatch(in::acceptCommand)
                || TIMES.stream().anyMatch(in::accept)
                || in.acceptSign("multiplied by")
                || in.acceptSign("times")
                || acceptLetterX();
    }

    private boolean acceptBy() {
        boolean slash = in.looking('/') && !in.isLetter(in.at + 1);
        in.at += slash ? 1 : 0;
        return slash || in.acceptCommand("\\div") || in.accept("÷") || in.acceptSign("divided by");
    }

    /** "5 x 3": the letter stands for a cross only between numbers. */
    private boolean acceptLetterX() {
        boolean cross = in.at + 2 < in.limit
                && in.at > 0
                && in.text.charAt(in.at) == 'x'
                && in.text.charAt(in.at - 1) == ' '
                && in.text.charAt(in.at + 1) == ' '
                && ("$(-".indexOf(in.text.charAt(in.at + 2)) >= 0 || in.isDigit(in.at + 2));
        in.at += cross ? 1 : 0;
        return cross;
    }

    private BigFraction signed() {
        in.skip();
        boolean minus = in.at + 1 < in.limit && "-−–".indexOf(in.text.charAt(in.at)) >= 0;
        in.at += minus ? 1 : 0;
        if (minus) {
            in.skip();
        }
        int powers = side.powers;
        BigFraction value = power(atom());
        side.ambiguous |= minus && side.powers > powers;
        return minus ? value.negate() : value;
    }

    private BigFraction power(BigFraction base) {
        int exponent;
        int superscript = in.at < in.limit ? SUPERSCRIPTS.indexOf(in.text.charAt(in.at)) : -1;
        if (superscript >= 0) {
            in.at++;
            exponent = superscript;
        } else if (in.accept("^") || in.accept(" ^")) {
            in.skip();
            exponent = exponent();
        } else {
            return base;
        }
        if (in.looking('^') || Math.abs(exponent) > 64 || bits(base) * Math.abs(exponent) > MOST_BITS) {
            throw new NotArithmetic();
        }
        if (base.signum() == 0 && exponent <= 0) {
            throw new NotArithmetic();
        }
        side.operations++;
        side.powers++;
        return base.pow(exponent);
    }

    /** "2", "{-1}", "(8-1)": a whole number that stands there or comes out. */
    private int exponent() {
        String closing = in.accept("{") ? "}" : in.accept("(") ? ")" : "";
        if (!closing.isEmpty()) {
            BigFraction value = group(closing);
            if (!value.getDenominator().equals(BigInteger.ONE) || bits(value) > 7) {
                throw new NotArithmetic();
            }
            return value.intValue();
        }
        boolean minus = in.accept("-");
        int from = in.at;
        while (in.isDigit(in.at) && in.at - from < 3) {
            in.at++;
        }
        if (in.at == from || in.at - from > 2) {
            throw new NotArithmetic();
        }
        int value = Integer.parseInt(in.text.substring(from, in.at));
        return minus ? -value : value;
    }

    private BigFraction atom() {
        if (FRACTIONS.stream().anyMatch(in::accept)) {
            return fraction();
        }
        if (in.acceptCommand("\\sqrt") || in.accept("√") || in.acceptCommand("sqrt")) {
            return root();
        }
        if (!in.acceptCommand("\\left")) {
            in.acceptCommand("\\boxed");
        }
        for (String pair : List.of("()", "[]", "{}", "||")) {
            if (in.accept(pair.substring(0, 1))) {
                BigFraction value = group(pair.substring(1));
                return pair.equals("||") ? value.abs() : value;
            }
        }
        boolean currency = in.accept("\\$") || in.accept("$") || in.accept("€") || in.accept("£") || in.accept("¥");
        if (currency) {
            in.skip();
        }
        boolean formula = currency && in.at < in.limit && "\\(".indexOf(in.text.charAt(in.at)) >= 0;
        return formula ? atom() : NumberReader.read(in, side);
    }

    /** A sum up to its closing bracket. */
    private BigFraction group(String closing) {
        BigFraction value = sum();
        if (side.takeBarePercent()) {
            side.mixedPercent = true;
        }
        in.skipUnit();
        in.acceptCommand("\\right");
        if (!in.accept(closing)) {
            throw new NotArithmetic();
        }
        return value;
    }

    /** "\frac{1}{2}", "\frac12" and "\frac 1 2", behind the command. */
    private BigFraction fraction() {
        BigFraction above = argument();
        BigFraction below = argument();
        if (below.signum() == 0) {
            throw new NotArithmetic();
        }
        side.operations++;
        side.quotients++;
        return checked(above.divide(below));
    }

    private BigFraction argument() {
        in.skip();
        if (in.accept("{")) {
            return group("}");
        }
        if (!in.isDigit(in.at)) {
            throw new NotArithmetic();
        }
        in.at++;
        return BigFraction.of(Character.digit(in.text.charAt(in.at - 1), 10));
    }

    private BigFraction root() {
        int degree = 2;
        if (in.accept("[")) {
            degree = in.isDigit(in.at) ? Character.digit(in.text.charAt(in.at), 10) : 0;
            in.at++;
            if (degree < 2 || !in.accept("]")) {
                throw new NotArithmetic();
            }
        }
        in.skip();
        BigFraction value;
        if (in.accept("{")) {
            value = group("}");
        } else if (in.accept("(")) {
            value = group(")");
        } else {
            value = NumberReader.read(in, side);
        }
        side.operations++;
        side.roots++;
        return Roots.of(value, degree, side);
    }

    private static BigFraction checked(BigFraction value) {
        if (bits(value) > MOST_BITS) {
            throw new NotArithmetic();
        }
        return value;
    }

    private static int bits(BigFraction value) {
        return Math.max(value.getNumerator().bitLength(), value.getDenominator().bitLength());
    }
}
