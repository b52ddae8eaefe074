package dev.tracewright.trace;

/**
 * A place where a delegated step already says what the solver was to work out, although the delegator was told not to solve.
 *
 * @param step the step's number, from 1
 * @param start UTF-16 offset of its first character in {@link Steps#text()}
 * @param end UTF-16 offset after its last character
 * @param kind what stands there
 */
public record Leak(int step, int start, int end, Kind kind) {

    /** What a step gives away. */
    public enum Kind {
        /** A value that follows from the question's numbers and that the question does not state. */
        VALUE,
        /** The data set's answer. */
        ANSWER
    }
}
