package dev.tracewright.answer;

import dev.tracewright.answer.Value.Relation.Sign;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads inequalities: those that bound one name as the interval they say, others as they are. */
final class Inequalities {
    private static final Map<String, Sign> SIGNS =
            Map.of("<", Sign.LESS, ">", Sign.LESS, "\\leq", Sign.AT_MOST, "\\geq", Sign.AT_MOST, "\\neq", Sign.UNEQUAL);

    private Inequalities() {}

    /**
     * {@code x < 5} as {@code (-∞,5)}, {@code 2 \leq x < 7} as {@code [2,7)}, {@code 2x < y} as it is; null for what is not
     * understood.
     *
     * @param sides what stands between the signs, one more than {@code signs}
     */
    static @Nullable Value read(List<String> sides, List<String> signs) {
        if (signs.stream().anyMatch(sign -> !SIGNS.containsKey(sign)) || sides.size() > 3) {
            return null;
        }
        Algebra first = MathParser.parse(sides.getFirst());
        Algebra second = MathParser.parse(sides.get(1));
        if (first == null || second == null) {
            return null;
        }
        if (sides.size() == 3) {
            Algebra third = MathParser.parse(sides.getLast());
            return third == null ? null : between(first, signs.getFirst(), second, signs.getLast(), third);
        }
        String sign = signs.getFirst();
        Sign kind = SIGNS.getOrDefault(sign, Sign.LESS);
        if (kind == Sign.UNEQUAL) {
            return new Value.Relation(kind, first, second);
        }
        boolean turned = isTurned(sign);
        Algebra smaller = turned ? second : first;
        Algebra larger = turned ? first : second;
        boolean closed = kind == Sign.AT_MOST;
        if (isName(smaller) && isConstant(larger)) {
            return interval(false, ValueReader.infinity(true), expression(larger), closed);
        }
        if (isName(larger) && isConstant(smaller)) {
            return interval(closed, expression(smaller), ValueReader.infinity(false), false);
        }
        return new Value.Relation(kind, smaller, larger);
    }

    private static @Nullable Value between(Algebra first, String sign, Algebra middle, String next, Algebra third) {
        boolean sameWay = isTurned(sign) == isTurned(next);
        boolean bounds = isName(middle) && isConstant(first) && isConstant(third);
        if (!sameWay || !bounds || sign.equals("\\neq") || next.equals("\\neq")) {
            return null;
        }
        boolean closedFirst = SIGNS.get(sign) == Sign.AT_MOST;
        boolean closedThird = SIGNS.get(next) == Sign.AT_MOST;
        return isTurned(sign)
                ? interval(closedThird, expression(third), expression(first), closedFirst)
                : interval(closedFirst, expression(first), expression(third), closedThird);
    }

    private static Value interval(boolean closedLeft, Value left, Value right, boolean closedRight) {
        return new Value.Tuple(closedLeft ? '[' : '(', List.of(left, right), closedRight ? ']' : ')');
    }

    private static Value expression(Algebra algebra) {
        return new Value.Expression(algebra, "");
    }

    private static boolean isTurned(String sign) {
        return sign.equals(">") || sign.equals("\\geq");
    }

    private static boolean isName(Algebra expression) {
        return expression instanceof Algebra.Name && !isConstant(expression);
    }

    private static boolean isConstant(Algebra expression) {
        return ValueReader.namesOf(expression).isEmpty();
    }
}
