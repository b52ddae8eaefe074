package dev.tracewright.align;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of the solver's output before it is known what it does.
 *
 * @param start offset of its first character
 * @param end offset after its last character, where the next piece begins
 * @param printed the number printed before it, or null
 * @param value that number's value, or 0
 * @param lastValue the last value of a printed range such as "2-3", else {@code value}
 * @param role what its form alone says about it
 */
record Piece(int start, int end, @Nullable String printed, int value, int lastValue, Role role) {

    /** What the form of a piece says before its content is looked at. */
    enum Role {
        /** Text before the first item that does no work. */
        PREAMBLE,
        /** An item or paragraph that may do work. */
        BODY,
        /** A closing sentence or answer line. */
        CONCLUSION,
        /** A farewell or advice after the end. */
        FAREWELL,
        /** A word-for-word repetition of an earlier piece, as loops write it. */
        REPETITION
    }

    Piece withRole(Role other) {
        return new Piece(start, end, printed, value, lastValue, other);
    }

    Piece until(int otherEnd) {
        return new Piece(start, otherEnd, printed, value, lastValue, role);
    }

    /** The same piece in a text that has {@code by} characters before. */
    Piece shifted(int by) {
        return new Piece(start + by, end + by, printed, value, lastValue, role);
    }

    /** Whether the printed number or range names this step, counted from 1. */
    boolean names(int step) {
        return step >= value && step <= lastValue;
    }
}
