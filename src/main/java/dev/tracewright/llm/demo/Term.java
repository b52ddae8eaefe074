package dev.tracewright.llm.demo;

import dev.tracewright.llm.demo.Token.Style;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A value together with how it came about, so that every line of the solver can show its equation.
 *
 * @param value the exact value
 * @param shown the expression, such as {@code 16 - 3}
 * @param binding how tightly the outermost operation of the expression binds
 * @param style how the value is best written
 * @param unit the unit of a bare number ({@code hours}, {@code $}, {@code %}), or empty
 */
record Term(BigFraction value, String shown, Binding binding, Style style, String unit) {

    /** From loose to tight. */
    enum Binding {
        EQUATION,
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    static Term of(BigFraction value, Style style, String unit) {
        if (unit.equals("%")) {
            BigFraction hundred = value.multiply(100);
            return new Term(value, Exact.shown(hundred, false) + "%", Binding.ATOM, Style.PLAIN, unit);
        }
        String shown = Exact.shown(value, style == Style.FRACTION);
        Binding binding = value.signum() < 0 ? Binding.SUM : shown.contains("/") ? Binding.PRODUCT : Binding.ATOM;
        return new Term(value, shown, binding, style, unit);
    }

    static Term of(BigFraction value, Style style) {
        return of(value, style, "");
    }

    boolean isPercent() {
        return unit.equals("%");
    }

    /** The value as the solver writes it. */
    String result() {
        return Exact.shown(value, style == Style.FRACTION);
    }

    /** The expression with its value, or the value alone where nothing was computed. */
    String equation() {
        if (binding == Binding.EQUATION) {
            return shown;
        }
        return shown.equals(result()) ? "The result is " + result() + "." : shown + " = " + result();
    }

    /** This plus another; a percentage is meant of this ("add 20% to 150"). */
    Term plus(Term other) throws CannotCarryOut {
        Term amount = amountOf(other);
        return combined(amount, " + ", Exact.add(value, amount.value()), Binding.SUM, Binding.SUM);
    }

    /** This minus another; a percentage is meant of this. */
    Term minus(Term other) throws CannotCarryOut {
        Term amount = amountOf(other);
        return combined(amount, " - ", Exact.subtract(value, amount.value()), Binding.SUM, Binding.PRODUCT);
    }

    Term times(Term other) throws CannotCarryOut {
        return combined(other, " × ", Exact.multiply(value, other.value()), Binding.PRODUCT, Binding.PRODUCT);
    }

    Term dividedBy(Term other) throws CannotCarryOut {
        return combined(other, " ÷ ", Exact.divide(value, other.value()), Binding.PRODUCT, Binding.POWER);
    }

    Term toThe(Term exponent) throws CannotCarryOut {
        return new Term(
                Exact.power(value, exponent.value()),
                within(Binding.ATOM) + "^" + exponent.within(Binding.ATOM),
                Binding.POWER,
                style,
                "");
    }

    Term squareRoot() throws CannotCarryOut {
        return new Term(Exact.squareRoot(value), "√" + within(Binding.ATOM), Binding.POWER, style, "");
    }

    Term negated() {
        return new Term(value.negate(), "-" + within(Binding.POWER), Binding.SUM, style, "");
    }

    /** The nearest multiple of {@code unitOfRounding}, shown as an approximation of this. */
    Term rounded(BigFraction unitOfRounding, RoundingMode mode) throws CannotCarryOut {
        Term rounded = Term.of(Exact.round(value, unitOfRounding, mode), Style.DECIMAL);
        return rounded.value().equals(value)
                ? rounded
                : new Term(rounded.value(), result() + " ≈ " + rounded.result(), Binding.EQUATION, Style.DECIMAL, "");
    }

    /** What to add or subtract: the percentage of this value, shown by its value so that chains stay short. */
    private Term amountOf(Term other) throws CannotCarryOut {
        if (other.isPercent() && !isPercent()) {
            return new Term(
                    Exact.multiply(other.value(), value),
                    other.shown() + " × " + Term.of(value, style).within(Binding.PRODUCT),
                    Binding.PRODUCT,
                    style,
                    unit);
        }
        String dimension = Units.dimension(unit);
        if (!dimension.isEmpty()
                && dimension.equals(Units.dimension(other.unit()))
                && !Units.same(unit, other.unit())) {
            throw new CannotCarryOut("it mixes " + unit + " and " + other.unit() + "; convert one of them first");
        }
        return other;
    }

    private Term combined(Term right, String sign, BigFraction result, Binding outer, Binding rightNeeds) {
        String rightShown = right.value().signum() < 0 ? "(" + right.shown() + ")" : right.within(rightNeeds);
        return new Term(result, within(outer) + sign + rightShown, outer, style.with(right.style()), "");
    }

    private String within(Binding needed) {
        return binding.compareTo(needed) < 0 ? "(" + shown + ")" : shown;
    }
}
