package dev.tracewright.analysis;

/**
 * Where a figure probably lies; all intervals of the results are 95 % ones.
 *
 * @param low lower bound
 * @param high upper bound, not below {@code low}
 */
public record Interval(double low, double high) {
    /** How often an interval misses. */
    static final double ERROR = 0.05;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval from " + low + " to " + high);
        }
    }

    /** Whether the value lies in it, bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
