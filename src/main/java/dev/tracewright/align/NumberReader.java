package dev.tracewright.align;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads one number: thousands separators, decimals, percent, "1/2", "2 1/2" and "20% of 50". */
final class NumberReader {
    private static final int LONGEST = 18;
    private static final Pattern TEX_FRACTION =
            Pattern.compile("\\\\[dt]?+frac(?:\\{(?<above>\\d{1,3}+)\\}\\{(?<below>\\d{1,3}+)\\})");
    private static final int LONGEST_DENOMINATOR = 7;

    private NumberReader() {}

    /**
     * The number at the cursor.
     *
     * @throws NotArithmetic where there is none or a name touches it
     */
    static BigFraction read(ArithmeticCursor in, SideBuilder side) {
        int start = in.at;
        int point = -1;
        StringBuilder digits = new StringBuilder();
        while (in.at < in.limit) {
            if (in.isDigit(in.at)) {
                digits.append(in.text.charAt(in.at));
            } else if (isGroup(in, point, digits.length())) {
                in.at += in.looking("{,}") ? 3 : 1;
                continue;
            } else if (in.looking('.') && point < 0 && in.isDigit(in.at + 1)) {
                point = digits.length();
            } else {
                break;
            }
            in.at++;
        }
        if (digits.isEmpty() || digits.length() > LONGEST || touchesName(in)) {
            throw new NotArithmetic();
        }
        int decimals = point < 0 ? 0 : digits.length() - point;
        BigFraction value = BigFraction.of(new BigInteger(digits.toString()), BigInteger.TEN.pow(decimals));
        side.note(value, decimals > 0);
        side.decimals = decimals;
        side.zeros = point < 0 ? trailingZeros(digits) : 0;
        if (decimals > 1 && value.signum() != 0) {
            side.looseness += Math.pow(10, -decimals) / value.doubleValue();
        }
        if (in.accept("%") || in.accept("\\%")) {
            side.decimals = decimals + 2;
            return percent(in, side, value.divide(100));
        }
        BigFraction denominator = touchingDenominator(in, start);
        if (denominator != null) {
            side.operations++;
            side.quotients++;
            return value.divide(denominator);
        }
        return point < 0 ? mixed(in, side, value) : value;
    }

    private static boolean isGroup(ArithmeticCursor in, int point, int digits) {
        int first = in.looking("{,}") ? in.at + 3 : in.looking(',') ? in.at + 1 : -1;
        return first > 0
                && point < 0
                && digits > 0
                && in.isDigit(first)
                && in.isDigit(first + 1)
                && in.isDigit(first + 2)
                && !in.isDigit(first + 3);
    }

    /** "12x" and "5:30" are no numbers, nor is "1,2"; "12cm" has a unit. */
    private static boolean touchesName(ArithmeticCursor in) {
        boolean badComma = in.looking(',') && in.isDigit(in.at + 1);
        boolean name = in.isLetter(in.at) && !in.isLetter(in.at + 1);
        boolean time = in.looking(':') && in.isDigit(in.at + 1);
        boolean index = in.looking('_')
                && in.at + 1 < in.limit
                && (Character.isLetterOrDigit(in.text.charAt(in.at + 1)) || in.text.charAt(in.at + 1) == '{');
        return badComma || name || time || index;
    }

    private static int trailingZeros(CharSequence digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(digits.length() - 1 - zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    private static BigFraction percent(ArithmeticCursor in, SideBuilder side, BigFraction share) {
        boolean of = in.looking(" of ") && (in.isDigit(in.at + 4) || in.text.startsWith("$", in.at + 4));
        if (!of) {
            side.setBarePercent(true);
            return share;
        }
        in.at += " of ".length();
        in.accept("$");
        side.operations++;
        side.percentFactor = true;
        return share.multiply(read(in, side));
    }

    /** The denominator of "1/2" written without spaces, which binds first in "7 / 1/2"; null where there is none. */
    private static @Nullable BigFraction touchingDenominator(ArithmeticCursor in, int start) {
        if (!in.looking('/') || (start > 0 && !MarkerReader.isBlank(in.text.charAt(start - 1)))) {
            return null;
        }
        int end = in.at + 1;
        while (in.isDigit(end) && end - in.at <= LONGEST_DENOMINATOR) {
            end++;
        }
        boolean goesOn = end < in.limit
                && (",^/(".indexOf(in.text.charAt(end)) >= 0
                        || in.isLetter(end)
                        || (in.text.charAt(end) == '.' && in.isDigit(end + 1)));
        if (end == in.at + 1 || goesOn) {
            return null;
        }
        BigFraction denominator = BigFraction.of(new BigInteger(in.text.substring(in.at + 1, end)));
        if (denominator.signum() == 0) {
            throw new NotArithmetic();
        }
        in.at = end;
        return denominator;
    }

    /** "2 1/2" and "2\\frac{1}{2}" are two and a half. */
    private static BigFraction mixed(ArithmeticCursor in, SideBuilder side, BigFraction whole) {
        int before = in.at;
        Matcher tex = TEX_FRACTION.matcher(in.text).region(in.at, in.limit);
        if (tex.lookingAt()) {
            BigFraction part = BigFraction.of(
                    Integer.parseInt(tex.group("above")), Math.max(1, Integer.parseInt(tex.group("below"))));
            if (part.compareTo(BigFraction.ONE) >= 0) {
                throw new NotArithmetic();
            }
            in.at = tex.end();
            side.operations++;
            return whole.add(part);
        }
        if (!in.looking(' ') || !in.isDigit(in.at + 1)) {
            return whole;
        }
        int above = in.at + 1;
        int slash = above;
        while (in.isDigit(slash) && slash - above < 3) {
            slash++;
        }
        if (slash >= in.limit || in.text.charAt(slash) != '/' || !in.isDigit(slash + 1)) {
            return whole;
        }
        in.at = slash;
        BigFraction denominator = touchingDenominator(in, above);
        BigFraction numerator = BigFraction.of(new BigInteger(in.text.substring(above, slash)));
        if (denominator == null || numerator.compareTo(denominator) >= 0) {
            in.at = before;
            return whole;
        }
        side.operations++;
        return whole.add(numerator.divide(denominator));
    }
}
