package dev.tracewright.analysis;

/** Where a probability counts as a finding, and the stars that say so. */
public final class Significance {
    /** Below this a difference is called significant. */
    public static final double LEVEL = 0.05;

    private Significance() {}

    /** Whether it is below {@link #LEVEL}. */
    public static boolean is(double p) {
        return p < LEVEL;
    }

    /** One star below 0.05, two below 0.01, three below 0.001, none otherwise. */
    public static String stars(double p) {
        if (p < 0.001) {
            return "***";
        }
        if (p < 0.01) {
            return "**";
        }
        return is(p) ? "*" : "";
    }
}
