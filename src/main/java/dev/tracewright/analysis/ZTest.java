package dev.tracewright.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The two-sample z-test for proportions that the paper makes (Tables 5 and 6), which takes the two samples for independent.
 *
 * @param z the standardised difference, first minus second
 * @param p two-sided probability, from 0 to 1, of a difference at least this large where there is none
 */
public record ZTest(double z, double p) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * z = (p₁ − p₂) / √(p (1 − p) (1/n₁ + 1/n₂)) with p pooled over both. Where all hit or none did there is no difference: z is 0 and
     * p is 1.
     *
     * @throws IllegalArgumentException where one of them counted nothing
     */
    public static ZTest of(Proportion first, Proportion second) {
        if (!first.known() || !second.known()) {
            throw new IllegalArgumentException("nothing to test: " + first + " against " + second);
        }
        double pooled = first.plus(second).rate();
        double variance = pooled * (1 - pooled) * (1.0 / first.n() + 1.0 / second.n());
        if (variance == 0) {
            return new ZTest(0, 1);
        }
        double z = (first.rate() - second.rate()) / Math.sqrt(variance);
        return new ZTest(z, Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))));
    }
}
