package dev.tracewright.analysis;

import org.jspecify.annotations.Nullable;

/**
 * How far two annotators agree beyond what would happen by chance, were each to judge as often true as they do, but blindly (J. Cohen, A
 * coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 1960).
 *
 * @param both how many answers both call true
 * @param first how many only the first calls true
 * @param second how many only the second calls true
 * @param neither how many both call false
 */
public record CohenKappa(long both, long first, long second, long neither) {
    /** The normal deviate of 95 %. */
    private static final double DEVIATE = 1.959963984540054;

    public CohenKappa {
        if (both < 0 || first < 0 || second < 0 || neither < 0) {
            throw new IllegalArgumentException(both + ", " + first + ", " + second + ", " + neither);
        }
    }

    /** So many answers of which they say this. */
    static CohenKappa of(boolean first, boolean second, long answers) {
        return new CohenKappa(
                first && second ? answers : 0,
                first && !second ? answers : 0,
                !first && second ? answers : 0,
                first || second ? 0 : answers);
    }

    /** The same with these answers, too. */
    CohenKappa plus(CohenKappa other) {
        return new CohenKappa(both + other.both, first + other.first, second + other.second, neither + other.neither);
    }

    /** How many of the answers that both judged they judged alike. */
    public Proportion agreement() {
        return new Proportion(both + neither, both + first + second + neither);
    }

    /** From -1 to 1; 0 for what chance gives. NaN where nothing was judged, or both said the same of everything. */
    public double value() {
        double chance = chance();
        return (agreement().rate() - chance) / (1 - chance);
    }

    /** How often they would agree by chance. */
    private double chance() {
        double n = agreement().n();
        double yes = (both + first) / n * ((both + second) / n);
        double no = (second + neither) / n * ((first + neither) / n);
        return yes + no;
    }

    /**
     * Interval at 95 % by the large-sample variance of J. L. Fleiss, J. Cohen and B. S. Everitt (Psychological Bulletin 72, 1969), for
     * some dozens of answers or more. Null where there is no variance to go by: they agree, or differ, in everything, or one of them always
     * says the same.
     */
    public @Nullable Interval interval() {
        double kappa = value();
        boolean oneSided = both + first == 0 || both + second == 0 || first + neither == 0 || second + neither == 0;
        if (oneSided || first + second == 0 || both + neither == 0) {
            return null;
        }
        double n = agreement().n();
        double yes = (both + first) / n;
        double otherYes = (both + second) / n;
        double apart = 1 - kappa;
        double alike = both / n * Math.pow(1 - (yes + otherYes) * apart, 2)
                + neither / n * Math.pow(1 - (2 - yes - otherYes) * apart, 2);
        double unlike = apart
                * apart
                * (first / n * Math.pow(1 - yes + otherYes, 2) + second / n * Math.pow(1 - otherYes + yes, 2));
        double chance = chance();
        double variance = (alike + unlike - Math.pow(kappa - chance * apart, 2)) / (n * (1 - chance) * (1 - chance));
        double margin = DEVIATE * Math.sqrt(Math.max(0, variance));
        return new Interval(Math.clamp(kappa - margin, -1, kappa), Math.clamp(kappa + margin, kappa, 1));
    }
}
