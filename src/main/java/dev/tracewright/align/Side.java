package dev.tracewright.align;

import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One side of an equation.
 *
 * @param value what it comes to
 * @param grouped what it comes to where everything behind a division sign divides; null where that is no other reading
 * @param start offset of its first character
 * @param end offset after its last character
 * @param operations how many operations it has
 * @param sums whether it adds or subtracts
 * @param decimals decimals of its last number
 * @param zeros trailing zeros of its last number
 * @param looseness by what share of itself it may be off, if its numbers with decimals were rounded
 * @param percent how it uses percent
 * @param doubtful whether it can be read in other ways or only nearly
 * @param units the first letters of the units that its numbers carry
 * @param writing how its numbers are written
 */
record Side(
        BigFraction value,
        @Nullable BigFraction grouped,
        int start,
        int end,
        int operations,
        boolean sums,
        int decimals,
        int zeros,
        double looseness,
        Percent percent,
        Doubt doubtful,
        Set<String> units,
        Writing writing) {

    /**
     * How the numbers of a side are written.
     *
     * @param lead its first number, without a sign
     * @param quotients how many of its operations divide
     * @param roots how many of its operations are roots
     * @param decimals whether one of its numbers has decimals
     */
    record Writing(BigFraction lead, int quotients, int roots, boolean decimals) {}

    /** How a side uses percent. */
    enum Percent {
        NONE,
        /** "20%" or a sum of such. */
        BARE,
        /** "20% of 50". */
        FACTOR,
        /** "100 - 20%", of which nobody knows what it means. */
        MIXED
    }

    /** Why the value may not be what the writer means. */
    enum Doubt {
        NONE,
        /** A root that is no fraction. */
        INEXACT,
        /** "-3^2". */
        AMBIGUOUS
    }

    Side {
        units = Set.copyOf(units);
    }

    /** Whether it is one number. */
    boolean isPlain() {
        return operations == 0;
    }

    /** Whether it is what one writes for a value: a number, a fraction or a root of numbers. */
    boolean isResult() {
        return operations == 0 || (operations == 1 && writing.quotients() + writing.roots() == 1);
    }
}
