package dev.tracewright.analysis;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How many of how many, which is what nearly every figure of the results is.
 *
 * @param hits how many, from 0 to {@code n}
 * @param n of how many, up to 2³¹ − 1; where it is 0 nothing is known
 */
public record Proportion(long hits, long n) {
    /** Of nothing. */
    public static final Proportion NONE = new Proportion(0, 0);

    public Proportion {
        if (hits < 0 || n < hits || n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(hits + " of " + n + " is no proportion");
        }
    }

    /** Whether anything was counted. */
    public boolean known() {
        return n > 0;
    }

    /** From 0 to 1; NaN where nothing was counted. */
    public double rate() {
        return (double) hits / n;
    }

    /** From 0 to 100; NaN where nothing was counted. */
    public double percent() {
        return 100.0 * hits / n;
    }

    /**
     * Wilson's score interval at 95 % (E. B. Wilson, Probable inference, JASA 22, 1927), without continuity correction, as rates from
     * 0 to 1; all of it where nothing was counted. It holds the rate, and never leaves 0 to 1.
     */
    public Interval interval() {
        if (!known()) {
            return new Interval(0, 1);
        }
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) n, (int) hits, Interval.ERROR);
        double low = hits == 0 ? 0 : wilson.getLowerBound();
        double high = hits == n ? 1 : wilson.getUpperBound();
        return new Interval(Math.clamp(low, 0, rate()), Math.clamp(high, rate(), 1));
    }

    /** Both together. */
    public Proportion plus(Proportion other) {
        return new Proportion(hits + other.hits, n + other.n);
    }
}
