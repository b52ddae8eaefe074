package dev.tracewright.answer;

import dev.tracewright.answer.Value.Relation.Sign;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Compares expressions and relations: exactly where an exact form decides, else by 50 digits, for expressions in names at
 * points that nobody would choose.
 */
final class Comparison {
    private static final long[][] POINTS = {
        {1_370_011, 1_000_003},
        {57_130_013, 1_000_033},
        {-610_031, 1_000_037},
        {210_700_169, 1_000_039},
        {-7_900_117, 1_000_081}
    };
    private static final int ENOUGH_POINTS = 2;

    private Comparison() {}

    /** Whether the expressions have the same value for all values of their names. */
    static boolean same(Algebra first, Algebra second) {
        if (first.equals(second)) {
            return true;
        }
        Exact one = Exact.of(first);
        Exact other = Exact.of(second);
        Boolean decided = (one == null || other == null) ? null : decided(one, other);
        if (decided != null) {
            return decided;
        }
        SortedSet<String> names = new TreeSet<>(ValueReader.namesOf(first));
        names.addAll(ValueReader.namesOf(second));
        boolean irrational = one != null && other != null && (one.isOpaque() || other.isOpaque());
        return (irrational || !names.isEmpty()) && sameByDigits(first, second, names);
    }

    /** What the exact forms say, or null where they leave it open. */
    private static @Nullable Boolean decided(Exact one, Exact other) {
        try {
            boolean same = one.same(other);
            return (same || !(one.isOpaque() || other.isOpaque())) ? same : null;
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static boolean sameByDigits(Algebra first, Algebra second, SortedSet<String> names) {
        if (names.isEmpty()) {
            Real one = Real.of(first, Map.of());
            Real other = one == null ? null : Real.of(second, Map.of());
            return one != null && other != null && one.agrees(other);
        }
        int agreed = 0;
        for (long[] point : POINTS) {
            Map<String, BigFraction> values = values(names, point);
            Real one = Real.of(first, values);
            Real other = Real.of(second, values);
            if (one == null && other == null) {
                continue;
            }
            if (one == null || other == null || !one.agrees(other)) {
                return false;
            }
            agreed++;
        }
        return agreed >= ENOUGH_POINTS;
    }

    /** A value for every name near the point, another one for each. */
    private static Map<String, BigFraction> values(SortedSet<String> names, long[] point) {
        Map<String, BigFraction> values = new HashMap<>();
        BigFraction value = BigFraction.of(BigInteger.valueOf(point[0]), BigInteger.valueOf(point[1]));
        for (String name : names) {
            values.put(name, value);
            value = value.multiply(BigFraction.of(1_009, 733));
        }
        return values;
    }

    /** Whether one is a multiple of the other; an inequality only by a positive number. */
    static boolean same(Value.Relation first, Value.Relation second) {
        if (first.equals(second)) {
            return true;
        }
        if (first.sign() != second.sign()) {
            return false;
        }
        Exact one = Exact.of(first.left().plus(first.right().negate()));
        Exact other = Exact.of(second.left().plus(second.right().negate()));
        BigFraction ratio = one == null || other == null ? null : ratio(one, other);
        boolean sides = first.sign() == Sign.EQUAL || first.sign() == Sign.UNEQUAL;
        if (ratio != null && ratio.signum() != 0) {
            return sides || ratio.signum() > 0;
        }
        return (same(first.left(), second.left()) && same(first.right(), second.right()))
                || (sides && same(first.left(), second.right()) && same(first.right(), second.left()));
    }

    private static @Nullable BigFraction ratio(Exact one, Exact other) {
        try {
            Polynomial divisor = other.above().times(one.below());
            return divisor.terms().isEmpty()
                    ? null
                    : one.above().times(other.below()).ratio(divisor);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }
}
