package dev.tracewright.trace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one answer or one list of steps took in all its attempts, those that failed included: what has to be paid, and not only
 * what the accepted attempt used.
 *
 * @param attempts how many calls were sent
 * @param promptTokens tokens in of all attempts as the server counted, or null where it counted none
 * @param outputTokens tokens out, likewise
 * @param millis wall time of all attempts together, in milliseconds
 * @param cost what that cost at the prices when it was asked, to a billionth; null where a price was not known
 * @param currency what the cost is in, such as {@code USD}; null exactly when the cost is
 */
public record Outlay(
        int attempts,
        @Nullable Long promptTokens,
        @Nullable Long outputTokens,
        long millis,
        @Nullable BigDecimal cost,
        @Nullable String currency) {
    /** The most decimal places of a cost. */
    public static final int DECIMALS = 9;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    /** @throws IllegalArgumentException in a sentence, when the cost is none or has no currency */
    public Outlay {
        if ((cost == null) != (currency == null)) {
            throw new IllegalArgumentException("A cost has a currency, and a currency a cost.");
        }
        if (cost != null) {
            cost = cost.stripTrailingZeros();
            cost = cost.scale() < 0 ? cost.setScale(0) : cost;
            if (cost.signum() < 0 || cost.compareTo(MOST) > 0 || cost.scale() > DECIMALS) {
                throw new IllegalArgumentException(
                        "A cost lies between 0 and " + MOST + " and has at most " + DECIMALS + " decimal places.");
            }
        }
    }
}
