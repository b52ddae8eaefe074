package dev.tracewright.analysis;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar's exact test, which compares two ways of answering the same problems by those problems that only one of them got right (Q.
 * McNemar, Psychometrika 12, 1947).
 *
 * @param won how many only the first got right
 * @param lost how many only the second got right
 */
public record McNemar(long won, long lost) {
    public McNemar {
        if (won < 0 || lost < 0) {
            throw new IllegalArgumentException("won " + won + ", lost " + lost);
        }
    }

    /**
     * Two-sided exact probability, from 0 to 1, of a split at least this uneven where both are equally good: binomial with one half.
     * It is 1 where there are no such problems.
     */
    public double p() {
        if (won == lost) {
            return 1;
        }
        return BinomialTest.withDefaults()
                .test(Math.toIntExact(won + lost), Math.toIntExact(won), 0.5)
                .getPValue();
    }
}
