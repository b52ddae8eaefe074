package dev.tracewright.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What a run may use up; calls that are under way are finished, no new one begins.
 *
 * @param money in the currency of the prices, or null for no limit
 * @param tokens in and out together, or null for no limit
 */
public record RunLimit(@Nullable Double money, @Nullable Long tokens) {
    public static final RunLimit NONE = new RunLimit(null, null);

    /** @throws IllegalArgumentException for a limit below zero */
    public RunLimit {
        if ((money != null && !(money >= 0)) || (tokens != null && tokens < 0)) {
            throw new IllegalArgumentException("a limit of a run is not below zero");
        }
    }
}
