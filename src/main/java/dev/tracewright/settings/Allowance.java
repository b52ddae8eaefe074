package dev.tracewright.settings;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How much a server may be asked, and what it charges, as the person set it up.
 *
 * @param parallel calls at once, 1 to {@value #MOST_PARALLEL}; null for the usual number (one on this machine or network, a few
 *     elsewhere)
 * @param requestsPerMinute requests a minute, at least 1, or null for no limit
 * @param tokensPerMinute tokens a minute, at least 1, or null for no limit
 * @param priceIn price of a million prompt tokens, 0 to a million, or null where it is not known
 * @param priceOut price of a million output tokens, 0 to a million; null exactly when {@code priceIn} is
 * @param currency the ISO 4217 code of the prices
 */
public record Allowance(
        @Nullable Integer parallel,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute,
        @Nullable BigDecimal priceIn,
        @Nullable BigDecimal priceOut,
        String currency) {
    /** The most calls that may run at once. */
    public static final int MOST_PARALLEL = 64;

    private static final int MOST_DECIMALS = 12;
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000);
    /** The currency of prices where none is named. */
    public static final String USUAL_CURRENCY = "USD";
    /** The usual number of calls, no limits, prices not known. */
    public static final Allowance USUAL = new Allowance(null, null, null, null, null, USUAL_CURRENCY);

    /** @throws SettingsException for a value out of its range, one price without the other, or a currency that is none */
    public Allowance {
        if (parallel != null && (parallel < 1 || parallel > MOST_PARALLEL)) {
            throw new SettingsException("The number of calls at once is 1 to " + MOST_PARALLEL + ".");
        }
        if ((requestsPerMinute != null && requestsPerMinute < 1) || (tokensPerMinute != null && tokensPerMinute < 1)) {
            throw new SettingsException("A limit per minute is at least 1; leave it empty for none.");
        }
        if ((priceIn == null) != (priceOut == null)) {
            throw new SettingsException(
                    "Give the prices of prompt and output tokens both, or none; 0 for what is free of charge.");
        }
        if (!sensible(priceIn) || !sensible(priceOut)) {
            throw new SettingsException("A price is a number from 0 to a million, with at most 12 decimals.");
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("The currency is a code of three capital letters, such as USD, EUR or CNY.");
        }
    }

    private static boolean sensible(@Nullable BigDecimal price) {
        return price == null
                || (price.signum() >= 0
                        && price.scale() <= MOST_DECIMALS
                        && price.scale() >= 0
                        && price.compareTo(HIGHEST_PRICE) <= 0);
    }
}
