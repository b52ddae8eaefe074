package dev.tracewright.llm;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint charges.
 *
 * @param in for a million prompt tokens, not below zero
 * @param out for a million output tokens, reasoning included, not below zero
 * @param currency the ISO 4217 code, such as {@code USD}
 */
public record Price(BigDecimal in, BigDecimal out, String currency) {
    private static final int MILLION_DIGITS = 6;

    /** @throws IllegalArgumentException for a price below zero or a currency that is none */
    public Price {
        if (in.signum() < 0 || out.signum() < 0) {
            throw new IllegalArgumentException("a price is not below zero");
        }
        Currency.getInstance(currency);
    }

    /** What so many tokens cost, exactly; null where the server did not count them. */
    public @Nullable BigDecimal cost(@Nullable Integer promptTokens, @Nullable Integer outputTokens) {
        if (promptTokens == null || outputTokens == null) {
            return null;
        }
        return in.multiply(BigDecimal.valueOf(promptTokens))
                .add(out.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION_DIGITS);
    }

    /**
     * What a reply cost with every attempt that the server counted; null where it did not count the accepted one. Failed
     * attempts without a count are taken for free.
     */
    public @Nullable BigDecimal cost(ChatReply reply) {
        if (reply.promptTokens() == null || reply.outputTokens() == null) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Attempt attempt : reply.attempts()) {
            BigDecimal cost = cost(attempt.promptTokens(), attempt.outputTokens());
            sum = cost == null ? sum : sum.add(cost);
        }
        return sum;
    }
}
