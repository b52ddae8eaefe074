package dev.tracewright.ui.annotate;

import java.util.Locale;

/** A value of the answer that has a place in the output, where it is marked and can be lit. */
public enum AnswerValue {
    /** What the output gives as its answer. */
    STATED,
    /** What its reasoning arrives at. */
    REASONED,
    /** What exact-match grading compares. */
    STRICT,
    /** One of the values that might be its answer, chosen in the list of them. */
    CONSIDERED;

    /** Whether its place is marked only while it is lit. */
    boolean isMarkedWhenLitOnly() {
        return this == STRICT || this == CONSIDERED;
    }

    /** The name used for texts, ids and style classes. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The style class of its mark in the output. */
    String mark() {
        return "mark-" + key();
    }
}
