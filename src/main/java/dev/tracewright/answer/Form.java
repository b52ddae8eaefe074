package dev.tracewright.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Guards against values that are equal but not yet what was asked for: unevaluated, unsimplified, not factored. */
final class Form {
    private static final List<String> ASKS_FOR_FORM =
            List.of("simplify", "factor", "expand", "rationalize", "rationalise", "express", "write", "combine");
    private static final Pattern FUNCTION =
            Pattern.compile("\\\\(?:sin|cos|tan|cot|sec|csc|log|ln|binom)(?![a-z])|\\d!");

    /** What an equal value still lacks. */
    enum Fault {
        /** An expression stands where a number was asked: {@code 125 \cdot 25}. */
        NOT_WORKED_OUT,
        /** The question's own expression is repeated. */
        REPEATS_QUESTION,
        /** The factors are not those of the answer: {@code (7x+21)(x-3)}. */
        NOT_FACTORED,
        /** Brackets are left, or more of them than the answer has. */
        NOT_EXPANDED,
        /** More terms or factors are left than the answer has. */
        NOT_COMBINED,
        /** A root stands below the fraction bar. */
        ROOT_BELOW
    }

    private Form() {}

    /** What {@code stated}, equal to {@code gold}, lacks of what the question asks, or null where it lacks nothing. */
    static @Nullable Fault fault(String question, String stated, String gold) {
        if (Equality.number(gold) != null && operators(stated) > operators(gold)) {
            return Fault.NOT_WORKED_OUT;
        }
        String lower = question.toLowerCase(Locale.ROOT);
        String normal = squeezed(stated);
        String answer = squeezed(gold);
        if (normal.equals(answer) || ASKS_FOR_FORM.stream().noneMatch(lower::contains)) {
            return null;
        }
        if (normal.length() > 4 && squeezed(question).contains(normal)) {
            return Fault.REPEATS_QUESTION;
        }
        if (lower.contains("factor") && !hasFactorsOf(stated, gold)) {
            return Fault.NOT_FACTORED;
        }
        if (lower.contains("expand") && count(normal, '(') != count(answer, '(')) {
            return Fault.NOT_EXPANDED;
        }
        if (operators(stated) > operators(gold)) {
            return Fault.NOT_COMBINED;
        }
        return count(below(normal), '√') > count(below(answer), '√') ? Fault.ROOT_BELOW : null;
    }

    /** Whether a plain number was asked and a plain number stands there, not "125 · 25". */
    static boolean isWorkedOut(String stated, String gold) {
        return fault("", stated, gold) != Fault.NOT_WORKED_OUT;
    }

    /** Whether the stated form may count where the question asks for a form: not its own expression, as many factors. */
    static boolean isFinal(String question, String stated, String gold) {
        Fault fault = fault(question, stated, gold);
        return fault == null || fault == Fault.NOT_WORKED_OUT;
    }

    private static int operators(String value) {
        String normal = Normal.of(value);
        int count = (int) FUNCTION.matcher(normal).results().count();
        for (int i = 1; i < normal.length(); i++) {
            char c = normal.charAt(i);
            char before = normal.charAt(i - 1);
            boolean sign = "+-*".indexOf(c) >= 0 && "({,^/*+-".indexOf(before) < 0;
            count += sign || c == '^' ? 1 : 0;
        }
        return count;
    }

    /** Whether every factor with names is one of the gold answer's, up to the sign, and none is missing. */
    private static boolean hasFactorsOf(String stated, String gold) {
        List<Polynomial> these = factors(stated);
        List<Polynomial> those = factors(gold);
        if (these == null || those == null) {
            return count(squeezed(stated), '(') == count(squeezed(gold), '(');
        }
        if (these.size() != those.size()) {
            return false;
        }
        List<Polynomial> rest = new ArrayList<>(those);
        return these.stream().allMatch(factor -> removeSame(rest, factor));
    }

    private static boolean removeSame(List<Polynomial> factors, Polynomial factor) {
        for (Polynomial other : factors) {
            BigFraction ratio = factor.ratio(other);
            if (ratio != null && ratio.abs().equals(BigFraction.ONE)) {
                return factors.remove(other);
            }
        }
        return false;
    }

    /** The factors with names, as written, or null where the value is no polynomial. */
    private static @Nullable List<Polynomial> factors(String value) {
        Algebra expression = MathParser.parse(Normal.of(value));
        List<Polynomial> factors = new ArrayList<>();
        return expression != null && collect(expression, 1, factors) ? factors : null;
    }

    private static boolean collect(Algebra expression, int times, List<Polynomial> factors) {
        if (expression instanceof Algebra.Product(List<Algebra> parts)) {
            return parts.stream().allMatch(part -> collect(part, times, factors));
        }
        if (expression instanceof Algebra.Power(Algebra base, Algebra.Numeral(BigFraction exponent))
                && exponent.compareTo(BigFraction.ONE) > 0
                && exponent.compareTo(BigFraction.of(20)) <= 0
                && exponent.getDenominator().bitLength() == 1) {
            return collect(base, times * exponent.intValue(), factors);
        }
        Exact exact = Exact.of(expression);
        if (exact == null || exact.below().number() == null || times > 20) {
            return false;
        }
        for (int i = 0; i < times && exact.number() == null; i++) {
            factors.add(exact.above());
        }
        return true;
    }

    private static String squeezed(String value) {
        return Normal.of(value).replace(" ", "");
    }

    /** What stands below fraction bars, with roots as one sign. */
    private static String below(String value) {
        String plain = value.replace("\\sqrt", "√");
        int at = plain.lastIndexOf("}{");
        return at < 0 ? plain.substring(plain.indexOf('/') + 1) : plain.substring(at);
    }

    private static long count(String value, char c) {
        return value.chars().filter(other -> other == c).count();
    }
}
