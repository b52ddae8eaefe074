package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The exact value of an expression as one fraction of two polynomials: rational functions are compared by multiplying
 * crosswise, without rounding and without an epsilon.
 *
 * @param below not zero
 */
record Exact(Polynomial above, Polynomial below) {
    private static final int LARGEST_FACTORIAL = 500;
    private static final int MOST_WORK = 1200;
    private static final int LONGEST_PART = 2000;

    /** The exact value, or null where it has none (division by zero) or is too large to be written out. */
    static @Nullable Exact of(Algebra expression) {
        try {
            return new Evaluation().value(expression);
        } catch (ArithmeticException noValue) {
            return null;
        }
    }

    /**
     * Whether both are the same fraction; false says nothing where a part {@link #isOpaque}.
     *
     * @throws ArithmeticException where the crosswise products are too large
     */
    boolean same(Exact other) {
        return below.equals(other.below)
                ? above.equals(other.above)
                : above.times(other.below).equals(other.above.times(below));
    }

    /** The number, where nothing but a number is left, or null. */
    @Nullable
    BigFraction number() {
        return above.ratio(below);
    }

    boolean isOpaque() {
        return above.isOpaque() || below.isOpaque();
    }

    private static Exact of(BigFraction number) {
        return new Exact(Polynomial.of(number), Polynomial.ONE);
    }

    private static Exact whole(Polynomial value) {
        return new Exact(value, Polynomial.ONE);
    }

    /** One evaluation, with the work that it may still do in products of terms. */
    private static final class Evaluation {
        private int left = MOST_WORK;

        Exact value(Algebra expression) {
            return switch (expression) {
                case Algebra.Numeral(BigFraction number) -> of(number);
                case Algebra.Name(String name) -> whole(Polynomial.name(name));
                case Algebra.Sum(List<Algebra> terms) -> {
                    Exact sum = of(BigFraction.ZERO);
                    for (Algebra term : terms) {
                        Exact next = value(term);
                        work(sum, next);
                        sum = sum.plus(next);
                    }
                    yield sum;
                }
                case Algebra.Product(List<Algebra> factors) -> {
                    Exact product = of(BigFraction.ONE);
                    for (Algebra factor : factors) {
                        Exact next = value(factor);
                        work(product, next);
                        product = product.times(next);
                    }
                    yield product;
                }
                case Algebra.Power(Algebra base, Algebra exponent) -> {
                    Exact value = value(base);
                    Exact power = value.power(value(exponent));
                    work(value, power);
                    yield power;
                }
                case Algebra.Call(String function, List<Algebra> arguments) ->
                    call(function, arguments.stream().map(this::value).toList());
            };
        }

        private void work(Exact one, Exact other) {
            left -= one.size() * other.size();
            if (left < 0) {
                throw new ArithmeticException("too much to multiply out");
            }
        }
    }

    private int size() {
        return above.terms().size() + below.terms().size();
    }

    private Exact plus(Exact other) {
        return below.equals(other.below)
                ? reduced(above.plus(other.above), below)
                : reduced(above.times(other.below).plus(other.above.times(below)), below.times(other.below));
    }

    private Exact times(Exact other) {
        return reduced(above.times(other.above), below.times(other.below));
    }

    /** A number below goes up. */
    private static Exact reduced(Polynomial above, Polynomial below) {
        BigFraction number = below.number();
        if (number == null) {
            return new Exact(above, below);
        }
        return number.equals(BigFraction.ONE)
                ? new Exact(above, Polynomial.ONE)
                : whole(above.times(number.reciprocal()));
    }

    private Exact reciprocal() {
        if (above.terms().isEmpty()) {
            throw new ArithmeticException("division by zero");
        }
        return reduced(below, above);
    }

    private Exact power(Exact exponent) {
        BigFraction number = exponent.number();
        if (number == null) {
            return opaque("power", List.of(this, exponent));
        }
        int times = small(number.getNumerator());
        if (number.getDenominator().equals(BigInteger.ONE)) {
            return whole(times);
        }
        return root(small(number.getDenominator())).whole(times);
    }

    private Exact whole(int exponent) {
        Exact base = exponent < 0 ? reciprocal() : this;
        return new Exact(base.above.power(Math.abs(exponent)), base.below.power(Math.abs(exponent)));
    }

    private static int small(BigInteger number) {
        if (number.bitLength() > 16) {
            throw new ArithmeticException("power too large");
        }
        return number.intValueExact();
    }

    /** The root with this index from 2: taken where it comes out, else a square root or an opaque part. */
    private Exact root(int index) {
        BigFraction number = number();
        if (number == null) {
            return opaque("root " + index, List.of(this));
        }
        boolean negative = number.signum() < 0;
        if (index == 2) {
            Polynomial root = Polynomial.squareRoot(number.getNumerator().multiply(number.getDenominator()));
            return whole(root.times(BigFraction.of(BigInteger.ONE, number.getDenominator())));
        }
        if (negative && index % 2 == 0) {
            throw new ArithmeticException("no real root");
        }
        BigInteger above = root(number.getNumerator().abs(), index);
        BigInteger below = root(number.getDenominator(), index);
        if (above == null || below == null) {
            return opaque("root " + index, List.of(this));
        }
        return of(BigFraction.of(negative ? above.negate() : above, below));
    }

    /** The whole root of a number from 0, or null where there is none. */
    private static @Nullable BigInteger root(BigInteger number, int index) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(number.bitLength() / index + 1);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).add(BigInteger.ONE).shiftRight(1);
            if (middle.pow(index).compareTo(number) <= 0) {
                low = middle;
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return low.pow(index).equals(number) ? low : null;
    }

    private static Exact call(String function, List<Exact> arguments) {
        Exact first = arguments.getFirst();
        BigFraction number = first.number();
        return switch (function) {
            case "root" -> {
                BigFraction index = number;
                if (index == null
                        || !index.getDenominator().equals(BigInteger.ONE)
                        || small(index.getNumerator()) < 2) {
                    yield arguments.getLast().power(first.reciprocal());
                }
                yield arguments.getLast().root(small(index.getNumerator()));
            }
            case "abs" -> number == null ? opaque("abs", arguments) : of(number.abs());
            case "factorial" -> number == null ? opaque("factorial", arguments) : of(factorial(number));
            case "binom" -> {
                BigFraction chosen = arguments.getLast().number();
                yield number == null || chosen == null ? opaque("binom", arguments) : of(choose(number, chosen));
            }
            default -> opaque(function, arguments);
        };
    }

    private static BigFraction factorial(BigFraction of) {
        int n = count(of);
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return BigFraction.of(product);
    }

    private static BigFraction choose(BigFraction from, BigFraction chosen) {
        int n = count(from);
        int k = count(chosen);
        BigInteger ways = k > n ? BigInteger.ZERO : BigInteger.ONE;
        for (int i = 1; i <= k && k <= n; i++) {
            ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return BigFraction.of(ways);
    }

    private static int count(BigFraction number) {
        if (!number.getDenominator().equals(BigInteger.ONE)
                || number.signum() < 0
                || number.getNumerator().bitLength() > 16
                || number.getNumerator().intValue() > LARGEST_FACTORIAL) {
            throw new ArithmeticException("no count");
        }
        return number.getNumerator().intValue();
    }

    private static Exact opaque(String function, List<Exact> arguments) {
        StringBuilder text = new StringBuilder(function);
        for (Exact argument : arguments) {
            text.append('[')
                    .append(argument.above.text())
                    .append('/')
                    .append(argument.below.text())
                    .append(']');
        }
        if (text.length() > LONGEST_PART) {
            throw new ArithmeticException("part too long");
        }
        return whole(Polynomial.opaque(text.toString()));
    }
}
