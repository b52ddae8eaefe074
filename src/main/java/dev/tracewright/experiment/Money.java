package dev.tracewright.experiment;

import java.math.BigDecimal;

/**
 * An amount of money; amounts of different currencies are never added.
 *
 * @param amount not negative, at most {@value #DECIMALS} decimal places; trailing zeros are dropped
 * @param currency how it is called, such as {@code USD}; 1 to 16 characters without white space
 */
public record Money(BigDecimal amount, String currency) {
    /** The most decimal places. */
    public static final int DECIMALS = 12;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    /** @throws IllegalArgumentException in a sentence, when the amount or the currency is none */
    public Money {
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("An amount of money lies between 0 and " + MOST.toPlainString() + ".");
        }
        amount = amount.stripTrailingZeros();
        if (amount.scale() > DECIMALS) {
            throw new IllegalArgumentException("An amount of money has at most " + DECIMALS + " decimal places.");
        }
        amount = amount.scale() < 0 ? amount.setScale(0) : amount;
        if (currency.isEmpty()
                || currency.length() > 16
                || !PlanText.oneLine(currency)
                || currency.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException(
                    "A currency is named by 1 to 16 characters without white space, such as USD.");
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
