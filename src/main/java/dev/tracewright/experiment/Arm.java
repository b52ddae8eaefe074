package dev.tracewright.experiment;

import java.util.Locale;

/** With which version of a reviewed plan a solver answers; both arms side by side measure what the correction did. */
public enum Arm {
    /** The steps as the delegator wrote them. */
    ORIGINAL,
    /** The steps as they stand after the review. */
    CORRECTED;

    /** The name used in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
