package dev.tracewright.answer;

import dev.tracewright.answer.Value.Relation.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Compares two written values exactly: notation does not matter, rounding does. Symmetric and reflexive, never throws. */
public final class Equality {
    private static final int MOST_ITEMS = 60;

    private Equality() {}

    /**
     * Whether the two say the same value: numbers as exact rationals, constants with roots and functions by 50 digits,
     * expressions by expansion, tuples and intervals with their brackets and in order, bare lists and sets in any order, texts by
     * their letters. A unit that one side leaves out does not matter; cm and m on the two sides do.
     */
    public static boolean same(String first, String second) {
        if (first.equals(second)) {
            return true;
        }
        if (Units.conflict(first, second)) {
            return false;
        }
        if (Normal.notation(first).equals(Normal.notation(second))) {
            return true;
        }
        return same(ValueReader.read(first), ValueReader.read(second), true);
    }

    /** The exact value where the text is a plain number, a fraction or the like, or null. */
    static @Nullable BigFraction number(String written) {
        return number(ValueReader.read(written));
    }

    private static @Nullable BigFraction number(Value value) {
        return switch (value) {
            case Value.Expression(Algebra algebra, String written) -> algebra.number();
            case Value.Named(String name, Value named) -> number(named);
            case Value.Choice(char letter, Value beside) when beside != null -> number(beside);
            default -> null;
        };
    }

    /** @param alone whether these are whole answers: then the name that a value is given does not matter */
    private static boolean same(Value first, Value second, boolean alone) {
        if (first instanceof Value.Named one) {
            return sameNamed(one, second, alone);
        }
        if (second instanceof Value.Named other) {
            return sameNamed(other, first, alone);
        }
        if (first instanceof Value.Choice one) {
            return sameChoice(one, second);
        }
        if (second instanceof Value.Choice other) {
            return sameChoice(other, first);
        }
        return switch (first) {
            case Value.Expression one when second instanceof Value.Expression other -> sameExpression(one, other);
            case Value.Tuple one
            when second instanceof Value.Tuple other ->
                one.open() == other.open() && one.close() == other.close() && sameInOrder(one.items(), other.items());
            case Value.Several one
            when second instanceof Value.Several other ->
                sameInAnyOrder(one.items(), other.items()) || sameByNames(one.items(), other.items());
            case Value.Several one when second instanceof Value.Tuple other -> sameTuple(one, other);
            case Value.Tuple one when second instanceof Value.Several other -> sameTuple(other, one);
            case Value.Matrix one
            when second instanceof Value.Matrix other ->
                one.determinant() == other.determinant() && sameRows(one.rows(), other.rows());
            case Value.Matrix one when second instanceof Value.Tuple other -> sameRows(one, other);
            case Value.Tuple one when second instanceof Value.Matrix other -> sameRows(other, one);
            case Value.Relation one when second instanceof Value.Relation other -> Comparison.same(one, other);
            case Value.Time one when second instanceof Value.Time other -> sameTime(one, other);
            case Value.Time one when second instanceof Value.Expression other -> isHour(one, other);
            case Value.Expression one when second instanceof Value.Time other -> isHour(other, one);
            case Value.Ratio one when second instanceof Value.Ratio other -> sameRatio(one, other);
            case Value.Ratio one when second instanceof Value.Expression other -> isQuotient(one, other);
            case Value.Expression one when second instanceof Value.Ratio other -> isQuotient(other, one);
            case Value.Text one when second instanceof Value.Expression other -> sameText(one, other);
            case Value.Expression one when second instanceof Value.Text other -> sameText(other, one);
            default -> first.equals(second);
        };
    }

    private static boolean sameNamed(Value.Named one, Value second, boolean alone) {
        return switch (second) {
            case Value.Named other ->
                (alone || one.name().equals(other.name())) && same(one.value(), other.value(), false);
            case Value.Relation other -> {
                Algebra name = MathParser.parse(one.name());
                yield name != null
                        && one.value() instanceof Value.Expression value
                        && Comparison.same(new Value.Relation(Sign.EQUAL, name, value.algebra()), other);
            }
            default -> same(one.value(), second, false);
        };
    }

    private static boolean sameChoice(Value.Choice one, Value second) {
        if (second instanceof Value.Choice other) {
            return one.letter() == other.letter();
        }
        if (second instanceof Value.Expression(Algebra.Name(String name), String written) && name.length() == 1) {
            return Character.toUpperCase(name.charAt(0)) == one.letter();
        }
        return one.value() != null && same(one.value(), second, false);
    }

    private static boolean sameExpression(Value.Expression one, Value.Expression other) {
        boolean letters = one.algebra() instanceof Algebra.Name && other.algebra() instanceof Algebra.Name;
        return letters
                ? one.written().equalsIgnoreCase(other.written())
                : Comparison.same(one.algebra(), other.algebra());
    }

    private static boolean sameInOrder(List<Value> one, List<Value> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = same(one.get(i), other.get(i), false);
        }
        return same;
    }

    private static boolean sameInAnyOrder(List<Value> one, List<Value> other) {
        if (one.size() != other.size()) {
            return false;
        }
        if (one.size() > MOST_ITEMS) {
            return one.equals(other);
        }
        List<Value> rest = new ArrayList<>(other);
        for (Value item : one) {
            int match = -1;
            for (int i = 0; i < rest.size() && match < 0; i++) {
                match = same(item, rest.get(i), false) ? i : -1;
            }
            if (match < 0) {
                return false;
            }
            rest.remove(match);
        }
        return true;
    }

    /** {@code x = 3, y = 4} beside the plain values of the names, which then stand in the order of the names. */
    private static boolean sameByNames(List<Value> one, List<Value> other) {
        return (isNamed(one) && sameInOrder(byName(one), other)) || (isNamed(other) && sameInOrder(one, byName(other)));
    }

    private static boolean sameTuple(Value.Several several, Value.Tuple tuple) {
        return isNamed(several.items())
                && tuple.open() == '('
                && tuple.close() == ')'
                && sameInOrder(byName(several.items()), tuple.items());
    }

    private static boolean isNamed(List<Value> items) {
        return items.stream().allMatch(Value.Named.class::isInstance);
    }

    private static List<Value> byName(List<Value> items) {
        return items.stream()
                .map(Value.Named.class::cast)
                .sorted(Comparator.comparing(Value.Named::name))
                .map(Value.Named::value)
                .toList();
    }

    private static boolean sameRows(List<List<Value>> one, List<List<Value>> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = sameInOrder(one.get(i), other.get(i));
        }
        return same;
    }

    /** {@code [[1,2],[3,4]]} is a matrix in plain signs. */
    private static boolean sameRows(Value.Matrix matrix, Value.Tuple tuple) {
        List<List<Value>> rows = new ArrayList<>();
        for (Value item : tuple.items()) {
            if (!(item instanceof Value.Tuple row)) {
                return false;
            }
            rows.add(row.items());
        }
        return !matrix.determinant() && sameRows(matrix.rows(), rows);
    }

    private static boolean sameTime(Value.Time one, Value.Time other) {
        if (one.half() != null && other.half() != null) {
            return one.equals(other);
        }
        boolean twelve = one.half() != null || other.half() != null;
        return sameHour(one.parts().getFirst(), other.parts().getFirst(), twelve)
                && one.parts().subList(1, 3).equals(other.parts().subList(1, 3));
    }

    private static boolean sameHour(int one, int other, boolean twelve) {
        return one == other || (twelve && one % 12 == other % 12);
    }

    /** "5 p.m." beside "5". */
    private static boolean isHour(Value.Time time, Value.Expression number) {
        BigFraction value = number.algebra().number();
        int hour = time.parts().getFirst() % 12;
        return time.half() != null
                && value != null
                && time.parts().subList(1, 3).equals(List.of(0, 0))
                && value.equals(BigFraction.of(hour == 0 ? 12 : hour));
    }

    private static boolean sameRatio(Value.Ratio one, Value.Ratio other) {
        boolean same = one.parts().size() == other.parts().size();
        Algebra first = part(one, 0);
        Algebra second = part(other, 0);
        for (int i = 1; same && i < one.parts().size(); i++) {
            same = Comparison.same(first.times(part(other, i)), second.times(part(one, i)));
        }
        return same;
    }

    private static boolean isQuotient(Value.Ratio ratio, Value.Expression quotient) {
        return ratio.parts().size() == 2 && Comparison.same(part(ratio, 0).over(part(ratio, 1)), quotient.algebra());
    }

    private static Algebra part(Value.Ratio ratio, int index) {
        return ((Value.Expression) ratio.parts().get(index)).algebra();
    }

    private static boolean sameText(Value.Text text, Value.Expression expression) {
        return !text.letters().isEmpty() && text.equals(ValueReader.text(expression.written()));
    }
}
