package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An exact sum of products of names, square roots and numbers, so that two expressions can be compared without rounding.
 * A term maps names to exponents; {@code "√3"} and {@code "i"} are reduced as they multiply.
 */
record Algebra(Map<Map<String, Integer>, BigFraction> terms) {
    private static final int MOST_TERMS = 80;
    private static final int MOST_BITS = 4000;
    private static final int LARGEST_POWER = 12;
    static final Algebra ZERO = new Algebra(Map.of());

    static Algebra of(BigFraction number) {
        return number.compareTo(BigFraction.ZERO) == 0 ? ZERO : new Algebra(Map.of(Map.of(), number));
    }

    static Algebra name(String name) {
        return new Algebra(Map.of(Map.of(name, 1), BigFraction.ONE));
    }

    /** The number, where nothing but a number is left, or null. */
    @Nullable
    BigFraction number() {
        if (terms.isEmpty()) {
            return BigFraction.ZERO;
        }
        return terms.size() == 1 ? terms.get(Map.<String, Integer>of()) : null;
    }

    Algebra plus(Algebra other) {
        Map<Map<String, Integer>, BigFraction> sum = new java.util.HashMap<>(terms);
        other.terms.forEach((term, factor) -> sum.merge(term, factor, BigFraction::add));
        sum.values().removeIf(factor -> factor.compareTo(BigFraction.ZERO) == 0);
        return new Algebra(Map.copyOf(sum));
    }

    Algebra negate() {
        return times(of(BigFraction.of(-1)));
    }

    /**
     * The product.
     *
     * @throws ArithmeticException where it grows beyond what an answer can be
     */
    Algebra times(Algebra other) {
        Algebra product = ZERO;
        if ((long) terms.size() * other.terms.size() > MOST_TERMS * 10L) {
            throw new ArithmeticException("too many terms");
        }
        for (Map.Entry<Map<String, Integer>, BigFraction> a : terms.entrySet()) {
            for (Map.Entry<Map<String, Integer>, BigFraction> b : other.terms.entrySet()) {
                product = product.plus(product(a, b));
            }
        }
        if (product.terms.size() > MOST_TERMS) {
            throw new ArithmeticException("too many terms");
        }
        return product;
    }

    private static Algebra product(
            Map.Entry<Map<String, Integer>, BigFraction> a, Map.Entry<Map<String, Integer>, BigFraction> b) {
        BigFraction factor = a.getValue().multiply(b.getValue());
        if (factor.getNumerator().bitLength() > MOST_BITS
                || factor.getDenominator().bitLength() > MOST_BITS) {
            throw new ArithmeticException("number too long");
        }
        Map<String, Integer> exponents = new TreeMap<>(a.getKey());
        b.getKey().forEach((name, exponent) -> exponents.merge(name, exponent, Integer::sum));
        exponents.values().removeIf(exponent -> exponent == 0);
        Algebra roots = of(BigFraction.ONE);
        for (String name : java.util.List.copyOf(exponents.keySet())) {
            int exponent = exponents.getOrDefault(name, 0);
            if (name.equals("i") && exponent >= 2) {
                factor = exponent % 4 >= 2 ? factor.negate() : factor;
                replace(exponents, name, exponent % 2);
            } else if (name.startsWith("√") && (exponent >= 2 || exponent < 0)) {
                BigFraction radicand = BigFraction.of(new BigInteger(name.substring(1)));
                factor = factor.multiply(radicand.pow(Math.floorDiv(exponent, 2)));
                replace(exponents, name, Math.floorMod(exponent, 2));
            }
        }
        java.util.List<String> radicals =
                exponents.keySet().stream().filter(name -> name.startsWith("√")).toList();
        if (radicals.size() > 1) {
            BigInteger radicand = BigInteger.ONE;
            for (String radical : radicals) {
                radicand = radicand.multiply(new BigInteger(radical.substring(1)));
                exponents.remove(radical);
            }
            roots = squareRoot(radicand);
        }
        Algebra term =
                factor.compareTo(BigFraction.ZERO) == 0 ? ZERO : new Algebra(Map.of(Map.copyOf(exponents), factor));
        return radicals.size() > 1 ? term.times(roots) : term;
    }

    private static void replace(Map<String, Integer> exponents, String name, int exponent) {
        if (exponent == 0) {
            exponents.remove(name);
        } else {
            exponents.put(name, exponent);
        }
    }

    /** √n with the squares taken out; the square root of a negative number is imaginary. */
    static Algebra squareRoot(BigInteger n) {
        if (n.signum() < 0) {
            return squareRoot(n.negate()).times(name("i"));
        }
        BigInteger inside = n;
        BigInteger outside = BigInteger.ONE;
        for (int prime = 2;
                prime < 1000 && BigInteger.valueOf((long) prime * prime).compareTo(inside) <= 0;
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
        return name("√" + inside).times(of(BigFraction.of(outside)));
    }

    /** The square root, exact for numbers and an unreduced name for the rest. */
    Algebra squareRoot() {
        BigFraction number = number();
        if (number == null) {
            return name("sqrt[" + text() + "]");
        }
        if (number.getNumerator().bitLength() + number.getDenominator().bitLength() > 200) {
            throw new ArithmeticException("number too long");
        }
        return squareRoot(number.getNumerator().multiply(number.getDenominator()))
                .times(of(BigFraction.of(BigInteger.ONE, number.getDenominator())));
    }

    /**
     * The reciprocal; denominators with one square root are rationalised.
     *
     * @throws ArithmeticException for zero
     */
    Algebra reciprocal() {
        if (terms.isEmpty()) {
            throw new ArithmeticException("division by zero");
        }
        if (terms.size() == 1) {
            Map.Entry<Map<String, Integer>, BigFraction> term =
                    terms.entrySet().iterator().next();
            Map<String, Integer> exponents = new TreeMap<>();
            term.getKey().forEach((name, exponent) -> exponents.put(name, -exponent));
            int imaginary = exponents.getOrDefault("i", 0);
            Algebra inverse = of(term.getValue().reciprocal());
            if (imaginary != 0) {
                exponents.remove("i");
                inverse = inverse.times(name("i")).negate();
            }
            return inverse.times(new Algebra(Map.of(Map.copyOf(exponents), BigFraction.ONE)));
        }
        Algebra conjugate = conjugate();
        if (conjugate != null) {
            Algebra product = times(conjugate);
            if (product.terms.size() < terms.size()) {
                return conjugate.times(product.reciprocal());
            }
        }
        Map<String, Integer> first = byText().values().iterator().next();
        BigFraction lead = terms.getOrDefault(first, BigFraction.ONE);
        Algebra scaled = times(of(lead.reciprocal()));
        return name("1/[" + scaled.text() + "]").times(of(lead.reciprocal()));
    }

    private Map<String, Map<String, Integer>> byText() {
        Map<String, Map<String, Integer>> sorted = new TreeMap<>();
        terms.keySet().forEach(term -> sorted.put(new TreeMap<>(term).toString(), term));
        return sorted;
    }

    /** The same with the sign of one square root (or i) turned, or null where there is none. */
    private @Nullable Algebra conjugate() {
        String root = terms.keySet().stream()
                .flatMap(term -> term.keySet().stream())
                .filter(name -> name.startsWith("√") || name.equals("i"))
                .sorted()
                .findFirst()
                .orElse(null);
        if (root == null) {
            return null;
        }
        Map<Map<String, Integer>, BigFraction> turned = new java.util.HashMap<>();
        terms.forEach((term, factor) -> turned.put(term, term.containsKey(root) ? factor.negate() : factor));
        return new Algebra(Map.copyOf(turned));
    }

    /**
     * This to the power of {@code exponent}.
     *
     * @throws ArithmeticException where the result would be too large for an answer
     */
    Algebra power(Algebra exponent) {
        BigFraction number = exponent.number();
        if (number != null
                && number.getDenominator().equals(BigInteger.ONE)
                && number.getNumerator().bitLength() < 12) {
            int n = number.getNumerator().intValueExact();
            if (n < 0) {
                return reciprocal().power(of(BigFraction.of(-n)));
            }
            if (n <= LARGEST_POWER || (terms.size() <= 1 && n <= LARGEST_POWER * 100)) {
                Algebra result = of(BigFraction.ONE);
                for (int i = 0; i < n; i++) {
                    result = result.times(this);
                }
                return result;
            }
            throw new ArithmeticException("power too large");
        }
        if (number != null && number.compareTo(BigFraction.of(1, 2)) == 0) {
            return squareRoot();
        }
        return name("(" + text() + ")^[" + exponent.text() + "]");
    }

    /** One text for equal values. */
    String text() {
        StringBuilder text = new StringBuilder();
        byText().forEach((shown, term) ->
                text.append(terms.get(term)).append(shown).append(' '));
        return text.toString();
    }
}
