package dev.tracewright.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are printed: a true minus, and as many digits as mean something; those below each other with equally many. */
final class Numbers {
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /** A percentage or points with one digit, without it where it is 0: 94.5, 86, −3.2. */
    static String percent(double value) {
        String text = fixed(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Points with their sign: +10.5, −1, 0. */
    static String points(double value) {
        return signed(percent(value));
    }

    /** A percentage or points in a column, where the decimal points stand below each other: 94.5, 86.0, −3.2. */
    static String percentInColumn(double value) {
        return fixed(value, 1);
    }

    /** Points with their sign in a column: +10.5, −1.0, 0.0. */
    static String pointsInColumn(double value) {
        return signed(percentInColumn(value));
    }

    /** A relative change in percent with its sign and two digits: +13.91, −1.06. */
    static String change(double value) {
        return signed(fixed(value, 2));
    }

    /** A probability with three digits, or "&lt;0.001". */
    static String p(double p) {
        return p < 0.001 ? "<0.001" : fixed(p, 3);
    }

    /** So many digits after the point. */
    static String fixed(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        String text = rounded.abs().toPlainString();
        return rounded.signum() < 0 ? MINUS + text : text;
    }

    /** Bounds in percent: 90.4–96.9. */
    static String range(Interval rates) {
        return percent(100 * rates.low()) + "\u2013" + percent(100 * rates.high());
    }

    /** Bounds in points, which may be negative: [−23.9, −7.6]. */
    static String bounds(Interval rates) {
        return "[" + percent(100 * rates.low()) + ", " + percent(100 * rates.high()) + "]";
    }

    /** A count, grouped by thousands. */
    static String count(long count) {
        return grouped(BigDecimal.valueOf(count), 0);
    }

    /** An amount such as tokens, seconds or money, with about three digits that mean something: 1,204, 35.2, 4.07, 0.0123. */
    static String amount(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        if (exact.signum() == 0) {
            return "0";
        }
        int whole = exact.precision() - exact.scale();
        int digits = whole > 2 ? 0 : Math.min(3 - Math.max(whole, 0) + Math.max(-whole, 0), 12);
        return grouped(exact.setScale(digits, RoundingMode.HALF_UP), digits);
    }

    private static String grouped(BigDecimal value, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMaximumFractionDigits(digits);
        String text = format.format(value.abs());
        return value.signum() < 0 ? MINUS + text : text;
    }

    private static String signed(String text) {
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero || text.charAt(0) == MINUS ? text : "+" + text;
    }
}
