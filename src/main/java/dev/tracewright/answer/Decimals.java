package dev.tracewright.answer;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** The exact values of written decimals, which have none as floating-point numbers. */
final class Decimals {
    private Decimals() {}

    /** The value of ASCII digits with at most one point, such as {@code .5}; there is at least one digit. */
    static BigFraction exact(String digits) {
        int point = digits.indexOf('.');
        if (point < 0) {
            return BigFraction.of(new BigInteger(digits));
        }
        String fraction = digits.substring(point + 1);
        BigInteger whole = new BigInteger("0" + digits.substring(0, point) + fraction);
        return BigFraction.of(whole, BigInteger.TEN.pow(fraction.length()));
    }

    /** The value of {@code plain}, which has a point, with {@code period} repeated behind it without end. */
    static BigFraction repeating(String plain, String period) {
        BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
        BigInteger shift = BigInteger.TEN.pow(plain.length() - plain.indexOf('.') - 1);
        return exact(plain).add(BigFraction.of(new BigInteger(period), nines.multiply(shift)));
    }
}
