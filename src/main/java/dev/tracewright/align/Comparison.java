package dev.tracewright.align;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Compares two sides as people write them: exactly, rounded or cut to the decimals that stand there. */
final class Comparison {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    /** By what share a side with decimals, or with a division, may be off because its numbers were rounded. */
    private static final BigFraction ROUNDED = BigFraction.of(1, 20);

    private static final BigFraction DIVIDED = BigFraction.of(1, 50);
    private static final BigFraction NEARLY = BigFraction.of(BigInteger.ONE, BigInteger.TEN.pow(15));

    private Comparison() {}

    /** Whether both sides are equal, or one is the other rounded; "about" allows one in a hundred. */
    static boolean holds(Side left, Side right, boolean about) {
        BigFraction difference = left.value().subtract(right.value()).abs();
        boolean inexact = left.doubtful() == Side.Doubt.INEXACT || right.doubtful() == Side.Doubt.INEXACT;
        return difference.signum() == 0
                || (inexact && difference.compareTo(NEARLY) < 0)
                || (about && difference.multiply(100).compareTo(left.value().abs()) <= 0)
                || roundsTo(left.value(), right)
                || (right.operations() > 0 && roundsTo(right.value(), left));
    }

    /**
     * Whether they differ however one reads them: no rounding, no percent or cents left out, no other grouping.
     *
     * @param chained whether the equation is part of a chain, where a right side with operations is the next line of a
     *     calculation; alone it may be an equation to be tested
     */
    static boolean isFalse(Side left, Side right, boolean about, boolean chained) {
        if (left.doubtful() == Side.Doubt.AMBIGUOUS
                || !comparesPercent(left, right)
                || isWithinLooseness(left, right, about)) {
            return false;
        }
        if (!right.isPlain()) {
            return (chained || right.isResult()) && !left.isPlain() && differ(left, right);
        }
        if (isRoundNumber(left.value(), right)) {
            return false;
        }
        BigFraction grouped = left.grouped();
        boolean otherwise = grouped != null
                && (grouped.compareTo(right.value()) == 0 || roundsTo(grouped, right) || isRoundNumber(grouped, right));
        return !otherwise && !isHundredfold(left, right);
    }

    /** Whether two sides with operations differ by more than numbers rounded on the way explain. */
    private static boolean differ(Side left, Side right) {
        boolean decimals = left.writing().decimals() || right.writing().decimals();
        boolean divided = left.writing().quotients() + right.writing().quotients() > 0 && !right.isResult();
        BigFraction share = decimals ? ROUNDED : divided ? DIVIDED : BigFraction.ZERO;
        boolean clear = right.doubtful() != Side.Doubt.AMBIGUOUS
                && isApart(left.value(), right.value(), share)
                && !isHundredfold(left, right)
                && !runsOn(left, right);
        BigFraction leftGrouped = left.grouped() == null ? left.value() : left.grouped();
        BigFraction rightGrouped = right.grouped() == null ? right.value() : right.grouped();
        return clear
                && isApart(leftGrouped, right.value(), share)
                && isApart(left.value(), rightGrouped, share)
                && isApart(leftGrouped, rightGrouped, share);
    }

    private static boolean isApart(BigFraction one, BigFraction other, BigFraction share) {
        BigFraction larger = one.abs().compareTo(other.abs()) < 0 ? other.abs() : one.abs();
        BigFraction allowed = larger.multiply(share).add(NEARLY);
        return one.subtract(other).abs().compareTo(allowed) > 0;
    }

    /** "5 * 8 = 40 + 3 = 43": the writer goes on calculating with the result. */
    private static boolean runsOn(Side left, Side right) {
        return !isApart(left.value().abs(), right.writing().lead(), ROUNDED);
    }

    private static boolean comparesPercent(Side left, Side right) {
        return switch (left.percent()) {
            case NONE, FACTOR -> right.percent() == Side.Percent.NONE;
            case BARE -> right.percent() == Side.Percent.BARE;
            case MIXED -> false;
        };
    }

    /** A whole number beside a value less than one away, or with zeros beside a value that they round, may be rounded. */
    private static boolean isRoundNumber(BigFraction value, Side written) {
        BigFraction difference = value.subtract(written.value()).abs();
        boolean whole = written.decimals() == 0
                && difference.compareTo(BigFraction.ONE) < 0
                && !value.getDenominator().equals(BigInteger.ONE);
        boolean zeros =
                written.zeros() > 2 && difference.compareTo(BigFraction.of(BigInteger.TEN.pow(written.zeros()))) < 0;
        return whole || zeros;
    }

    /** Whether numbers that were rounded before explain the difference. */
    private static boolean isWithinLooseness(Side left, Side right, boolean about) {
        double value = Math.max(
                Math.abs(left.value().doubleValue()), Math.abs(right.value().doubleValue()));
        double difference = Math.abs(left.value().subtract(right.value()).doubleValue());
        return difference <= value * left.looseness() || (about && difference <= value * 0.2);
    }

    /** Dollars and cents, a share and its percentage: a factor of a hundred is another unit. */
    private static boolean isHundredfold(Side left, Side right) {
        return left.value().compareTo(right.value().multiply(HUNDRED)) == 0
                || right.value().compareTo(left.value().multiply(HUNDRED)) == 0;
    }

    /** Whether the right side, written with so many decimals, is the value rounded or cut to them. */
    private static boolean roundsTo(BigFraction value, Side written) {
        if (written.operations() > 0 || written.decimals() == 0) {
            return false;
        }
        BigFraction unit = BigFraction.of(BigInteger.ONE, BigInteger.TEN.pow(written.decimals()));
        return value.subtract(written.value()).abs().compareTo(unit) < 0;
    }
}
