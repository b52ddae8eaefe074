package dev.tracewright.analysis;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of two proportions, two-sided: the probability of all tables with the same margins that are no likelier than the
 * one counted (R. A. Fisher, Statistical Methods for Research Workers, 1934). Tables whose probabilities differ by rounding only count
 * as equally likely, which Commons Statistics' own test leaves to chance, so that it may say different things of a table and of the
 * same table turned round.
 */
final class FisherTest {
    /** What R's fisher.test allows for rounding. */
    private static final double SAME = 1 + 1e-7;

    private FisherTest() {}

    /** From 0 to 1; 1 where one counted nothing, all hit or none did. */
    static double p(Proportion first, Proportion second) {
        Proportion both = first.plus(second);
        HypergeometricDistribution tables =
                HypergeometricDistribution.of((int) both.n(), (int) both.hits(), (int) first.n());
        double most = tables.probability((int) first.hits()) * SAME;
        IntPredicate likelier = hits -> tables.probability(hits) > most;
        int low = tables.getSupportLowerBound();
        int high = tables.getSupportUpperBound();
        int mode = Math.clamp((first.n() + 1) * (both.hits() + 1) / (both.n() + 2), low, high);
        if (!likelier.test(mode)) {
            return 1;
        }
        // The likelier tables are in a row, around the mode.
        int from = mode;
        for (int step = Integer.highestOneBit(Math.max(1, mode - low)); step > 0; step /= 2) {
            while (from - step >= low && likelier.test(from - step)) {
                from -= step;
            }
        }
        int to = mode;
        for (int step = Integer.highestOneBit(Math.max(1, high - mode)); step > 0; step /= 2) {
            while (to + step <= high && likelier.test(to + step)) {
                to += step;
            }
        }
        return Math.min(1, tables.cumulativeProbability(from - 1) + tables.survivalProbability(to));
    }
}
