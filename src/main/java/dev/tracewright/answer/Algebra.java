package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An expression as it is written, before anything is calculated, so that its value and its form can be looked at apart:
 * {@link Exact} and {@link Real} give the value, {@link Form} looks at the shape. Differences and quotients are sums and
 * products with the factor -1 and the exponent -1.
 */
sealed interface Algebra {
    /** An exact number. */
    record Numeral(BigFraction value) implements Algebra {}

    /** A variable or a constant: {@code x}, {@code x_1}, {@code π}, {@code e}, {@code i}, {@code ∞}. */
    record Name(String name) implements Algebra {}

    record Sum(List<Algebra> terms) implements Algebra {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    record Product(List<Algebra> factors) implements Algebra {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    record Power(Algebra base, Algebra exponent) implements Algebra {}

    /**
     * A function by its name: {@code sin}, {@code cos}, {@code tan}, {@code cot}, {@code sec}, {@code csc}, {@code arcsin},
     * {@code arccos}, {@code arctan}, {@code ln}, {@code log} (of the base and a number), {@code abs}, {@code factorial},
     * {@code binom}, {@code root} (of the index and a number).
     */
    record Call(String function, List<Algebra> arguments) implements Algebra {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    static Algebra number(long value) {
        return new Numeral(BigFraction.of(BigInteger.valueOf(value)));
    }

    static Algebra root(Algebra index, Algebra inside) {
        return new Call("root", List.of(index, inside));
    }

    default Algebra plus(Algebra other) {
        return new Sum(List.of(this, other));
    }

    default Algebra negate() {
        return this instanceof Numeral(BigFraction value)
                ? new Numeral(value.negate())
                : new Product(List.of(number(-1), this));
    }

    default Algebra times(Algebra other) {
        return new Product(List.of(this, other));
    }

    default Algebra over(Algebra other) {
        return new Product(List.of(this, new Power(other, number(-1))));
    }

    /** The exact number that this comes to, or null where names or roots remain or it is too large to write out. */
    default @Nullable BigFraction number() {
        if (this instanceof Numeral(BigFraction value)) {
            return value;
        }
        Exact exact = Exact.of(this);
        return exact == null ? null : exact.number();
    }
}
