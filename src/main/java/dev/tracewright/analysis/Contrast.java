package dev.tracewright.analysis;

import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Two groups of different answers set against each other.
 *
 * @param difference of their accuracies
 * @param p two-sided probability, from 0 to 1
 * @param exact whether p is Fisher's, because a count is too small for the z-test
 */
public record Contrast(Difference difference, double p, boolean exact) {
    /** Counts below this are too few for the normal curve. */
    static final long FEW = 5;

    /**
     * The first against the second: Fisher's exact test (two-sided: all tables no likelier than this one) where a hit or a miss of
     * either is counted fewer than five times, the z-test otherwise. Fisher's p is 1
     * where all hit or none did.
     *
     * @throws IllegalArgumentException where one of them counted nothing
     */
    public static Contrast of(Proportion first, Proportion second) {
        Difference difference = Difference.independent(first, second);
        if (Math.min(least(first), least(second)) >= FEW) {
            return new Contrast(difference, ZTest.of(first, second).p(), false);
        }
        Proportion together = first.plus(second);
        if (together.hits() == 0 || together.hits() == together.n()) {
            return new Contrast(difference, 1, true);
        }
        int[][] counts = {row(first), row(second)};
        return new Contrast(
                difference, FisherExactTest.withDefaults().test(counts).getPValue(), true);
    }

    private static long least(Proportion counted) {
        return Math.min(counted.hits(), counted.n() - counted.hits());
    }

    private static int[] row(Proportion counted) {
        return new int[] {(int) counted.hits(), (int) (counted.n() - counted.hits())};
    }
}
