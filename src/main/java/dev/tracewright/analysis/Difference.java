package dev.tracewright.analysis;

/**
 * How far two proportions are apart, first minus second.
 *
 * @param estimate from −1 to 1
 * @param interval 95 %, within −1 to 1, holding the estimate
 */
public record Difference(double estimate, Interval interval) {
    /**
     * Of two independent proportions, with Newcombe's hybrid score interval, method 10 of R. G. Newcombe, Interval estimation for the
     * difference between independent proportions, Statistics in Medicine 17 (1998), 873–890.
     *
     * @throws IllegalArgumentException where one of them counted nothing
     */
    public static Difference independent(Proportion first, Proportion second) {
        if (!first.known() || !second.known()) {
            throw new IllegalArgumentException("no difference between " + first + " and " + second);
        }
        return hybrid(first, second, first.rate() - second.rate(), 0);
    }

    /**
     * Of two proportions of the same problems, with Newcombe's hybrid score interval for paired data, method 10 of R. G. Newcombe,
     * Improved confidence intervals for the difference between binomial proportions based on paired data, Statistics in Medicine 17
     * (1998), 2635–2650.
     *
     * @param both how many hit in both
     * @param onlyFirst how many hit in the first only
     * @param onlySecond how many hit in the second only
     * @param neither how many hit in neither
     * @throws IllegalArgumentException where nothing was counted
     */
    public static Difference paired(long both, long onlyFirst, long onlySecond, long neither) {
        long n = both + onlyFirst + onlySecond + neither;
        if (n == 0) {
            throw new IllegalArgumentException("no difference between pairs of which there are none");
        }
        return hybrid(
                new Proportion(both + onlyFirst, n),
                new Proportion(both + onlySecond, n),
                (double) (onlyFirst - onlySecond) / n,
                correlation(both, onlyFirst, onlySecond, neither));
    }

    /** The correlation of the two, corrected for continuity where it is positive, as the method wants it. */
    private static double correlation(long both, long onlyFirst, long onlySecond, long neither) {
        double a = (double) both;
        double b = (double) onlyFirst;
        double c = (double) onlySecond;
        double d = (double) neither;
        double margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0) {
            return 0;
        }
        double covered = a * d - b * c;
        double half = (a + b + c + d) / 2;
        return (covered > 0 ? Math.max(covered - half, 0) : covered) / Math.sqrt(margins);
    }

    private static Difference hybrid(Proportion first, Proportion second, double estimate, double correlation) {
        Interval one = first.interval();
        Interval other = second.interval();
        double down = distance(first.rate() - one.low(), other.high() - second.rate(), correlation);
        double up = distance(one.high() - first.rate(), second.rate() - other.low(), correlation);
        return new Difference(estimate, new Interval(Math.max(-1, estimate - down), Math.min(1, estimate + up)));
    }

    private static double distance(double x, double y, double correlation) {
        return Math.sqrt(Math.max(0, x * x - 2 * correlation * x * y + y * y));
    }
}
