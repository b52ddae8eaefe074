package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a written answer is, read once by {@link ValueReader}, so that answers are compared by what they are and not by their
 * letters. {@link Equality} says when two are the same.
 */
sealed interface Value {
    /**
     * A number or an expression in names.
     *
     * @param written its notation, for comparing it with a text
     */
    record Expression(Algebra algebra, String written) implements Value {}

    /** What a name or a function is said to be: {@code x = 3}, {@code f(x) = 2x}. */
    record Named(String name, Value value) implements Value {}

    /**
     * A tuple, or an interval, which looks the same: {@code (1,2)}.
     *
     * @param open {@code (} or {@code [}
     * @param close {@code )} or {@code ]}
     */
    record Tuple(char open, List<Value> items, char close) implements Value {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** Several values in any order: a set, a list without brackets, a union of intervals, both values of {@code a ± b}. */
    record Several(List<Value> items) implements Value {
        public Several {
            items = List.copyOf(items);
        }
    }

    /**
     * A matrix or a column vector.
     *
     * @param determinant whether bars stand around it
     */
    record Matrix(boolean determinant, List<List<Value>> rows) implements Value {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** An equation or inequality in names; {@code >} is read as {@code <} from right to left. */
    record Relation(Sign sign, Algebra left, Algebra right) implements Value {
        /** How the sides are related. */
        enum Sign {
            EQUAL,
            UNEQUAL,
            LESS,
            AT_MOST
        }
    }

    /**
     * A time of day or a duration as on a clock: {@code 5:30}, {@code 5 p.m.}
     *
     * @param parts hours, minutes and perhaps seconds, hours from 0 to 23 where {@code half} is known
     * @param half {@code am}, {@code pm}, or null where it is not said
     */
    record Time(List<Integer> parts, @Nullable String half) implements Value {
        public Time {
            parts = List.copyOf(parts);
        }
    }

    /** {@code 3:2}; equal to its quotient. */
    record Ratio(List<Value> parts) implements Value {
        public Ratio {
            parts = List.copyOf(parts);
        }
    }

    /** A numeral that names its base: {@code 1011_2}. */
    record Based(BigInteger number, int base) implements Value {}

    /**
     * A letter of a multiple choice.
     *
     * @param letter in upper case
     * @param value what stands beside the letter, or null
     */
    record Choice(char letter, @Nullable Value value) implements Value {}

    /**
     * Words, or what nothing else is.
     *
     * @param letters what counts when texts are compared
     */
    record Text(String letters) implements Value {}
}
