package dev.tracewright.answer;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A real number calculated to about 80 digits, with a bound of its own error, for the constants that no exact form brings
 * together: nested radicals, trigonometric values, logarithms. 50 digits have to agree.
 *
 * @param error how far the true value may be from {@code value}
 */
record Real(BigDecimal value, BigDecimal error) {
    private static final MathContext DIGITS = new MathContext(80, RoundingMode.HALF_EVEN);
    private static final MathContext ROUGH = new MathContext(6, RoundingMode.UP);
    private static final BigDecimal UNIT = new BigDecimal("1e-78");
    private static final BigDecimal AGREES = new BigDecimal("1e-50");
    private static final BigDecimal LARGEST_ANGLE = new BigDecimal("1e6");
    private static final BigDecimal LARGEST_EXPONENT = new BigDecimal("20000");

    /** The value of {@code expression} with its names replaced, or null where it has no real value or too large a one. */
    static @Nullable Real of(Algebra expression, Map<String, BigFraction> names) {
        try {
            return value(expression, names);
        } catch (ArithmeticException noValue) {
            return null;
        }
    }

    /** Whether 50 digits agree, as far as they are known. */
    boolean agrees(Real other) {
        BigDecimal size = value.abs().max(other.value.abs());
        BigDecimal apart = value.subtract(other.value, DIGITS).abs();
        return apart.compareTo(size.multiply(AGREES, ROUGH).add(error, ROUGH).add(other.error, ROUGH)) <= 0;
    }

    private static Real rounded(BigDecimal value, BigDecimal error) {
        return new Real(value, value.abs().multiply(UNIT, ROUGH).add(error, ROUGH));
    }

    private static Real of(BigFraction number) {
        return rounded(
                new BigDecimal(number.getNumerator()).divide(new BigDecimal(number.getDenominator()), DIGITS),
                BigDecimal.ZERO);
    }

    private static Real value(Algebra expression, Map<String, BigFraction> names) {
        return switch (expression) {
            case Algebra.Numeral(BigFraction number) -> of(number);
            case Algebra.Name(String name) ->
                switch (name) {
                    case "π" -> rounded(BigDecimalMath.pi(DIGITS), BigDecimal.ZERO);
                    case "e" -> rounded(BigDecimalMath.e(DIGITS), BigDecimal.ZERO);
                    default -> of(required(names.get(name)));
                };
            case Algebra.Sum(List<Algebra> terms) -> {
                Real sum = of(BigFraction.ZERO);
                for (Algebra term : terms) {
                    Real next = value(term, names);
                    sum = rounded(sum.value.add(next.value, DIGITS), sum.error.add(next.error, ROUGH));
                }
                yield sum;
            }
            case Algebra.Product(List<Algebra> factors) -> {
                Real product = of(BigFraction.ONE);
                for (Algebra factor : factors) {
                    product = product.times(value(factor, names));
                }
                yield product;
            }
            case Algebra.Power(Algebra base, Algebra exponent) ->
                value(base, names).power(exponent, names);
            case Algebra.Call(String function, List<Algebra> arguments) -> call(function, arguments, names);
        };
    }

    private static BigFraction required(@Nullable BigFraction number) {
        if (number == null) {
            throw new ArithmeticException("a name without a value");
        }
        return number;
    }

    private Real times(Real other) {
        BigDecimal error = value.abs()
                .multiply(other.error, ROUGH)
                .add(other.value.abs().multiply(this.error, ROUGH), ROUGH)
                .add(this.error.multiply(other.error, ROUGH), ROUGH);
        return rounded(value.multiply(other.value, DIGITS), error);
    }

    private Real reciprocal() {
        BigDecimal inverse = BigDecimal.ONE.divide(known(), DIGITS);
        return rounded(inverse, inverse.abs().multiply(relative(), ROUGH));
    }

    /** The value, where it is surely not zero. */
    private BigDecimal known() {
        if (value.abs().compareTo(error.multiply(BigDecimal.TWO)) <= 0) {
            throw new ArithmeticException("may be zero");
        }
        return value;
    }

    private BigDecimal relative() {
        return error.multiply(BigDecimal.TWO).divide(known().abs(), ROUGH);
    }

    private Real power(Algebra exponent, Map<String, BigFraction> names) {
        BigFraction exact = exponent.number();
        if (exact != null && exact.getNumerator().bitLength() < 15) {
            int times = exact.getNumerator().intValueExact();
            boolean whole = exact.getDenominator().bitLength() == 1;
            Real base = whole ? this : root(of(BigFraction.of(exact.getDenominator())));
            if (times < 0) {
                return base.reciprocal().whole(-times);
            }
            return base.whole(times);
        }
        Real by = value(exponent, names);
        Real log = log();
        Real product = by.times(log);
        if (product.value.abs().compareTo(LARGEST_EXPONENT) > 0) {
            throw new ArithmeticException("power too large");
        }
        BigDecimal power = BigDecimalMath.exp(product.value, DIGITS);
        return rounded(power, power.multiply(product.error, ROUGH).multiply(BigDecimal.TWO));
    }

    private Real whole(int exponent) {
        if (exponent == 0) {
            return of(BigFraction.ONE);
        }
        if (value.signum() == 0) {
            return this;
        }
        BigDecimal power = value.pow(exponent, DIGITS);
        BigDecimal error = power.abs()
                .multiply(relative(), ROUGH)
                .add(power.abs().multiply(UNIT), ROUGH)
                .multiply(BigDecimal.valueOf(exponent), ROUGH);
        return rounded(power, error);
    }

    private Real log() {
        if (known().signum() < 0) {
            throw new ArithmeticException("no real logarithm");
        }
        return rounded(BigDecimalMath.log(value, DIGITS), relative());
    }

    private Real root(Real index) {
        if (value.signum() == 0) {
            return this;
        }
        boolean odd = index.value.remainder(BigDecimal.TWO).compareTo(BigDecimal.ONE) == 0;
        if (known().signum() < 0 && !odd) {
            throw new ArithmeticException("no real root");
        }
        BigDecimal size = value.abs();
        BigDecimal root = index.value.compareTo(BigDecimal.TWO) == 0
                ? size.sqrt(DIGITS)
                : BigDecimalMath.root(size, index.value, DIGITS);
        return rounded(value.signum() < 0 ? root.negate() : root, root.multiply(relative(), ROUGH));
    }

    private static Real call(String function, List<Algebra> arguments, Map<String, BigFraction> names) {
        Real first = value(arguments.getFirst(), names);
        return switch (function) {
            case "root" -> value(arguments.getLast(), names).root(first);
            case "abs" -> new Real(first.value.abs(), first.error);
            case "ln" -> first.log();
            case "log" ->
                value(arguments.getLast(), names).log().times(first.log().reciprocal());
            case "sin" -> first.wave(x -> BigDecimalMath.sin(x, DIGITS));
            case "cos" -> first.wave(x -> BigDecimalMath.cos(x, DIGITS));
            case "tan" -> first.tangent();
            case "cot" -> first.tangent().reciprocal();
            case "sec" -> first.wave(x -> BigDecimalMath.cos(x, DIGITS)).reciprocal();
            case "csc" -> first.wave(x -> BigDecimalMath.sin(x, DIGITS)).reciprocal();
            case "arctan" -> first.wave(x -> BigDecimalMath.atan(x, DIGITS));
            case "arcsin" -> first.arc(x -> BigDecimalMath.asin(x, DIGITS));
            case "arccos" -> first.arc(x -> BigDecimalMath.acos(x, DIGITS));
            default -> of(required(new Algebra.Call(function, arguments).number()));
        };
    }

    /** A function that nowhere rises faster than its argument. */
    private Real wave(UnaryOperator<BigDecimal> function) {
        if (value.abs().compareTo(LARGEST_ANGLE) > 0) {
            throw new ArithmeticException("angle too large");
        }
        return rounded(function.apply(value), error.add(UNIT));
    }

    private Real tangent() {
        return wave(x -> BigDecimalMath.sin(x, DIGITS))
                .times(wave(x -> BigDecimalMath.cos(x, DIGITS)).reciprocal());
    }

    /** The arc functions rise the faster the nearer ±1 is; a value within its error of ±1 is taken for it. */
    private Real arc(UnaryOperator<BigDecimal> function) {
        BigDecimal left = BigDecimal.ONE.subtract(value.abs());
        if (left.abs().compareTo(error.multiply(BigDecimal.TWO)) <= 0) {
            return rounded(function.apply(BigDecimal.valueOf(value.signum())), UNIT);
        }
        if (left.signum() < 0) {
            throw new ArithmeticException("outside of the function");
        }
        return rounded(
                function.apply(value),
                error.multiply(BigDecimal.TWO).divide(left.sqrt(ROUGH), ROUGH).add(UNIT));
    }
}
