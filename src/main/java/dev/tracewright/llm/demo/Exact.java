package dev.tracewright.llm.demo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact arithmetic within bounds: no value is ever rounded in secret, and none grows until the machine stands still. */
final class Exact {
    /** Numerators and denominators stay below 2 to this power, about 77 decimal digits. */
    private static final int BITS = 256;

    private static final int LONGEST_DECIMAL = 10;

    private Exact() {}

    static BigFraction add(BigFraction a, BigFraction b) throws CannotCarryOut {
        return bounded(a.add(b));
    }

    static BigFraction subtract(BigFraction a, BigFraction b) throws CannotCarryOut {
        return bounded(a.subtract(b));
    }

    static BigFraction multiply(BigFraction a, BigFraction b) throws CannotCarryOut {
        return bounded(a.multiply(b));
    }

    static BigFraction divide(BigFraction a, BigFraction b) throws CannotCarryOut {
        if (b.signum() == 0) {
            throw new CannotCarryOut("it divides by zero");
        }
        return bounded(a.divide(b));
    }

    static BigFraction power(BigFraction base, BigFraction exponent) throws CannotCarryOut {
        if (!exponent.getDenominator().equals(BigInteger.ONE)) {
            throw new CannotCarryOut("the exponent is not a whole number");
        }
        if (exponent.getNumerator().abs().bitLength() > 8) {
            throw tooLarge();
        }
        int n = exponent.getNumerator().intValueExact();
        if (base.signum() == 0 && n < 0) {
            throw new CannotCarryOut("it divides by zero");
        }
        int bits =
                Math.max(base.getNumerator().bitLength(), base.getDenominator().bitLength());
        // The power has at least (bits - 1) * n bits, so that nothing huge is computed only to be refused.
        if ((long) (bits - 1) * Math.abs(n) > BITS) {
            throw tooLarge();
        }
        return bounded(base.pow(n));
    }

    static BigFraction squareRoot(BigFraction value) throws CannotCarryOut {
        if (value.signum() < 0) {
            throw new CannotCarryOut("a negative number has no real square root");
        }
        BigInteger[] over = value.getNumerator().sqrtAndRemainder();
        BigInteger[] under = value.getDenominator().sqrtAndRemainder();
        if (over[1].signum() != 0 || under[1].signum() != 0) {
            throw new CannotCarryOut("the square root of " + shown(value, false) + " is not a fraction");
        }
        return BigFraction.of(over[0], under[0]);
    }

    /** The nearest multiple of {@code unit} (above zero) in the given rounding. */
    static BigFraction round(BigFraction value, BigFraction unit, RoundingMode mode) throws CannotCarryOut {
        BigFraction count = divide(value, unit);
        BigInteger whole = new BigDecimal(count.getNumerator())
                .divide(new BigDecimal(count.getDenominator()), 0, mode)
                .toBigInteger();
        return multiply(BigFraction.of(whole), unit);
    }

    /**
     * Reads digits with at most one decimal point.
     *
     * @throws CannotCarryOut when there are more digits than this arithmetic holds
     */
    static BigFraction parse(String digits) throws CannotCarryOut {
        if (digits.length() > 60) {
            throw tooLarge();
        }
        BigDecimal decimal = new BigDecimal(digits.startsWith(".") ? "0" + digits : digits);
        return BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    static boolean isWhole(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE);
    }

    /** A whole number, a decimal where it ends within ten places, or else (or where asked) a fraction such as {@code 25/3}. */
    static String shown(BigFraction value, boolean asFraction) {
        if (isWhole(value)) {
            return value.getNumerator().toString();
        }
        String fraction = value.getNumerator() + "/" + value.getDenominator();
        if (asFraction) {
            return fraction;
        }
        BigInteger scaled = value.getNumerator().multiply(BigInteger.TEN.pow(LONGEST_DECIMAL));
        BigInteger[] parts = scaled.divideAndRemainder(value.getDenominator());
        if (parts[1].signum() != 0) {
            return fraction;
        }
        return new BigDecimal(parts[0], LONGEST_DECIMAL).stripTrailingZeros().toPlainString();
    }

    private static BigFraction bounded(BigFraction value) throws CannotCarryOut {
        if (value.getNumerator().bitLength() > BITS || value.getDenominator().bitLength() > BITS) {
            throw tooLarge();
        }
        return value;
    }

    private static CannotCarryOut tooLarge() {
        return new CannotCarryOut("the numbers get too large for me");
    }
}
