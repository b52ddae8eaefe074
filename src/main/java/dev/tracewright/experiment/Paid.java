package dev.tracewright.experiment;

import dev.tracewright.llm.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that has ended, with what it cost.
 *
 * @param cost at the prices of that moment, or null where the price is unknown or the server counted nothing
 */
public record Paid(Attempt attempt, @Nullable Money cost) {}
