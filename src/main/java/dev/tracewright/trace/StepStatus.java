package dev.tracewright.trace;

import java.util.Locale;

/** What became of a delegated step in the solver's output. */
public enum StepStatus {
    /** A segment of its own performs it. */
    FOLLOWED,
    /** Performed inside a segment that serves other steps too. */
    MERGED,
    /** Its work is nowhere. */
    SKIPPED,
    /** Performed, with substantial further reasoning that it did not ask for. */
    EXPANDED,
    /** The solver says that it is unnecessary or already done. */
    NOTED_REDUNDANT,
    /** Repeated, with nothing done although work was asked. */
    RESTATED_ONLY;

    /** The name used in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status with this key.
     *
     * @throws IllegalArgumentException naming the known keys
     */
    public static StepStatus ofKey(String key) {
        for (StepStatus status : values()) {
            if (status.key().equals(key)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown status '" + key
                + "'; known are followed, merged, skipped, expanded, noted_redundant and restated_only");
    }
}
