package dev.tracewright.align;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Takes roots exactly where they are fractions, because "√49 = 7" is to hold without a tolerance. */
final class Roots {
    private static final MathContext PRECISE = new MathContext(40);

    private Roots() {}

    /**
     * The root of a value; a square root that is no fraction to forty digits, of which {@code side} is told.
     *
     * @param degree 2 or more
     * @throws NotArithmetic for a negative value and for other roots that are no fractions
     */
    static BigFraction of(BigFraction value, int degree, SideBuilder side) {
        if (value.signum() < 0) {
            throw new NotArithmetic();
        }
        BigInteger above = exact(value.getNumerator(), degree);
        BigInteger below = exact(value.getDenominator(), degree);
        if (above != null && below != null) {
            return BigFraction.of(above, below);
        }
        if (degree != 2) {
            throw new NotArithmetic();
        }
        side.inexact = true;
        BigDecimal root = value.bigDecimalValue(PRECISE.getPrecision(), PRECISE.getRoundingMode())
                .sqrt(PRECISE);
        return BigFraction.of(root.unscaledValue()).multiply(powerOfTen(-root.scale()));
    }

    private static BigFraction powerOfTen(int exponent) {
        BigFraction power = BigFraction.of(BigInteger.TEN.pow(Math.abs(exponent)));
        return exponent < 0 ? power.reciprocal() : power;
    }

    private static @Nullable BigInteger exact(BigInteger value, int degree) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
        while (low.compareTo(high) <= 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            int order = middle.pow(degree).compareTo(value);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle.add(BigInteger.ONE);
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return null;
    }
}
