package dev.tracewright.work;

import java.util.Locale;

/** Why the verdict on an answer deserves a look, or a second one; unlike a finding it changes with the person's label. */
public enum Doubt {
    /** The program suggests the other verdict than the person gave. */
    SUGGESTION_DIFFERS,
    /** The program cannot tell. */
    SUGGESTION_UNSURE,
    /** The reasoning arrives at another value than the formatted line says. */
    FORMAT_MISMATCH,
    /** Exact-match grading would have said the other verdict than the person gave. */
    STRICT_DIFFERS,
    /** Another answer to the same problem with the same final value got the other verdict from the same person. */
    INCONSISTENT;

    /** The name used for texts and ids. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
