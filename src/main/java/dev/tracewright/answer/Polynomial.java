package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of products of names, square roots and numbers, multiplied out, so that two of them are equal exactly where
 * their terms are. A term maps names to exponents from 1; {@code √3} (of a whole number without square factors) and
 * {@code i} are reduced as they multiply. What grows beyond an answer's size throws ArithmeticException.
 *
 * @param terms the factor of every term; none is zero
 */
record Polynomial(Map<Map<String, Integer>, BigFraction> terms) {
    private static final int MOST_TERMS = 80;
    private static final int MOST_BITS = 6000;
    private static final long MOST_WORK = 200_000;
    private static final int LARGEST_TRIAL = 1000;
    private static final int LARGEST_EXPANSION = 20;
    private static final int LARGEST_POWER = 100_000;
    private static final String OPAQUE = "ƒ";

    static final Polynomial ZERO = new Polynomial(Map.of());
    static final Polynomial ONE = of(BigFraction.ONE);

    static Polynomial of(BigFraction number) {
        return number.signum() == 0 ? ZERO : new Polynomial(Map.of(Map.of(), sized(number)));
    }

    static Polynomial name(String name) {
        return new Polynomial(Map.of(Map.of(name, 1), BigFraction.ONE));
    }

    /** The number, where nothing but a number is left, or null. */
    @Nullable
    BigFraction number() {
        if (terms.isEmpty()) {
            return BigFraction.ZERO;
        }
        return terms.size() == 1 ? terms.get(Map.<String, Integer>of()) : null;
    }

    Polynomial plus(Polynomial other) {
        Map<Map<String, Integer>, BigFraction> sum = new HashMap<>(terms);
        other.terms.forEach((term, factor) -> sum.merge(term, factor, (a, b) -> sized(a.add(b))));
        sum.values().removeIf(factor -> factor.signum() == 0);
        return new Polynomial(Map.copyOf(sum));
    }

    Polynomial negate() {
        return times(BigFraction.of(-1));
    }

    Polynomial times(BigFraction number) {
        if (number.signum() == 0) {
            return ZERO;
        }
        Map<Map<String, Integer>, BigFraction> scaled = new HashMap<>();
        terms.forEach((term, factor) -> scaled.put(term, sized(factor.multiply(number))));
        return new Polynomial(Map.copyOf(scaled));
    }

    Polynomial times(Polynomial other) {
        long work = (long) terms.size() * other.terms.size();
        if (work * (bits() + other.bits() + 1) > MOST_WORK || work > MOST_TERMS * 10L) {
            throw new ArithmeticException("too much to multiply out");
        }
        Map<Map<String, Integer>, BigFraction> sum = new HashMap<>();
        terms.forEach((one, a) -> other.terms.forEach((two, b) -> multiply(one, two, a.multiply(b))
                .terms
                .forEach((term, factor) -> sum.merge(term, factor, BigFraction::add))));
        sum.values().removeIf(factor -> factor.signum() == 0);
        if (sum.size() > MOST_TERMS) {
            throw new ArithmeticException("too many terms");
        }
        return new Polynomial(Map.copyOf(sum));
    }

    private int bits() {
        int most = 0;
        for (BigFraction factor : terms.values()) {
            most = Math.max(
                    most,
                    factor.getNumerator().bitLength() + factor.getDenominator().bitLength());
        }
        return most;
    }

    /** {@code number}, where it is no longer than an answer can be. */
    private static BigFraction sized(BigFraction number) {
        if (number.getNumerator().bitLength() > MOST_BITS
                || number.getDenominator().bitLength() > MOST_BITS) {
            throw new ArithmeticException("number too long");
        }
        return number;
    }

    private static Polynomial multiply(Map<String, Integer> one, Map<String, Integer> two, BigFraction number) {
        BigFraction factor = sized(number);
        if (one.isEmpty() || two.isEmpty()) {
            return new Polynomial(Map.of(one.isEmpty() ? two : one, factor));
        }
        Map<String, Integer> exponents = new HashMap<>(one);
        two.forEach((name, exponent) -> exponents.merge(name, exponent, Math::addExact));
        int turns = exponents.getOrDefault("i", 0);
        if (turns >= 2) {
            factor = turns % 4 >= 2 ? factor.negate() : factor;
            put(exponents, "i", turns % 2);
        }
        String here = root(one);
        String there = root(two);
        if (here != null && there != null) {
            BigInteger a = new BigInteger(here.substring(1));
            BigInteger b = new BigInteger(there.substring(1));
            BigInteger common = a.gcd(b);
            BigInteger inside = a.divide(common).multiply(b.divide(common));
            exponents.remove(here);
            exponents.remove(there);
            if (inside.bitLength() > MOST_BITS / 10) {
                throw new ArithmeticException("root too long");
            }
            put(exponents, "√" + inside, inside.equals(BigInteger.ONE) ? 0 : 1);
            factor = sized(factor.multiply(BigFraction.of(common)));
        }
        return new Polynomial(Map.of(Map.copyOf(exponents), factor));
    }

    /** The one square root of a whole number in the term, or null. */
    private static @Nullable String root(Map<String, Integer> term) {
        for (String name : term.keySet()) {
            if (name.charAt(0) == '√') {
                return name;
            }
        }
        return null;
    }

    private static void put(Map<String, Integer> exponents, String name, int exponent) {
        if (exponent == 0) {
            exponents.remove(name);
        } else {
            exponents.put(name, exponent);
        }
    }

    /**
     * √n with the squares taken out; the square root of a negative number is imaginary. What may still hold the square of
     * a large prime becomes a name that is no {@code √}, see {@link #isOpaque}.
     */
    static Polynomial squareRoot(BigInteger n) {
        if (n.signum() < 0) {
            return squareRoot(n.negate()).times(name("i"));
        }
        if (n.bitLength() > 200) {
            throw new ArithmeticException("number too long");
        }
        BigInteger inside = n;
        BigInteger outside = BigInteger.ONE;
        for (int prime = 2;
                prime < LARGEST_TRIAL
                        && BigInteger.valueOf((long) prime * prime).compareTo(inside) <= 0;
                prime++) {
            BigInteger square = BigInteger.valueOf((long) prime * prime);
            BigInteger[] parts = inside.divideAndRemainder(square);
            while (parts[1].signum() == 0) {
                inside = parts[0];
                outside = outside.multiply(BigInteger.valueOf(prime));
                parts = inside.divideAndRemainder(square);
            }
        }
        BigInteger root = inside.sqrt();
        if (root.multiply(root).equals(inside)) {
            return of(BigFraction.of(outside.multiply(root)));
        }
        boolean reduced = inside.bitLength() < 30;
        return name((reduced ? "√" : OPAQUE + "√") + inside).times(BigFraction.of(outside));
    }

    /** A part whose inside is not multiplied out, such as {@code sin x}, under a text that is the same for the same part. */
    static Polynomial opaque(String text) {
        return name(OPAQUE + text);
    }

    /** Whether a part is left whose value may also be written otherwise; without one, other terms are other values. */
    boolean isOpaque() {
        return terms.keySet().stream()
                .flatMap(term -> term.keySet().stream())
                .anyMatch(name -> name.startsWith(OPAQUE));
    }

    /**
     * The number {@code c} with {@code this = c · other}, or null where they are no multiples; {@code other} is not zero.
     */
    @Nullable
    BigFraction ratio(Polynomial other) {
        if (terms.isEmpty()) {
            return BigFraction.ZERO;
        }
        if (terms.size() != other.terms.size()) {
            return null;
        }
        BigFraction ratio = null;
        for (Map.Entry<Map<String, Integer>, BigFraction> term : terms.entrySet()) {
            BigFraction below = other.terms.get(term.getKey());
            if (below == null) {
                return null;
            }
            BigFraction here = term.getValue().divide(below);
            if (ratio != null && !ratio.equals(here)) {
                return null;
            }
            ratio = here;
        }
        return ratio;
    }

    /** This to the power of {@code exponent} from 0. */
    Polynomial power(int exponent) {
        if (exponent > (terms.size() > 1 ? LARGEST_EXPANSION : LARGEST_POWER)) {
            throw new ArithmeticException("power too large");
        }
        Polynomial result = ONE;
        Polynomial square = this;
        for (int left = exponent; left > 0; left >>= 1) {
            result = (left & 1) == 1 ? result.times(square) : result;
            square = left > 1 ? square.times(square) : square;
        }
        return result;
    }

    /** One text for equal values. */
    String text() {
        Map<String, BigFraction> sorted = new TreeMap<>();
        terms.forEach((term, factor) -> sorted.put(new TreeMap<>(term).toString(), factor));
        return sorted.toString();
    }
}
