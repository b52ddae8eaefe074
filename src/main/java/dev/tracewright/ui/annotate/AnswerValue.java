package dev.tracewright.ui.annotate;

import java.util.Locale;

/** A value of the answer that has a place in the output, where it is marked and can be lit. */
public enum AnswerValue {
    /** What the output gives as its answer. */
    STATED,
    /** What its reasoning arrives at. */
    REASONED,
    /** What exact-match grading compares. */
    STRICT;

    /** The name used for texts, ids and style classes. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The style class of its mark in the output. */
    String mark() {
        return "mark-" + key();
    }
}
