package dev.tracewright.llm.demo;

import org.jspecify.annotations.Nullable;

/** What came of one clause of a step; {@code line} is what the solver writes about it. */
sealed interface Outcome {
    String line();

    /** A value was computed or stated. */
    record Computed(String line, Term term) implements Outcome {}

    /** A fact was repeated; {@code term} is its one number, or null where it has none or several. */
    record Noted(String line, @Nullable Term term) implements Outcome {}

    /** There was nothing to compute, and nothing is missing. */
    record Idle(String line) implements Outcome {}

    /**
     * The clause could not be carried out.
     *
     * @param understood whether it began with a known instruction, so that it is surely no heading or remark
     */
    record Failed(String line, boolean understood) implements Outcome {}
}
