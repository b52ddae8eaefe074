package dev.tracewright.analysis;

/** The problems that two cells both answered and somebody judged both times, counted by what was said of the two answers. */
public final class PairTally {
    /** By first right, second right, first flagged, second flagged; one bit each. */
    private final long[] counts = new long[16];

    private long suggested;

    /**
     * Counts such problems.
     *
     * @param first whether the first's answer is right
     * @param second whether the second's is
     * @param firstFlagged whether the first's verdict is flagged as needing analysis
     * @param secondFlagged whether the second's is
     * @param count how many
     */
    void add(boolean first, boolean second, boolean firstFlagged, boolean secondFlagged, long count) {
        counts[place(first, second, firstFlagged, secondFlagged)] += count;
    }

    /** Counts answers of these problems that are judged by suggestion. */
    void addSuggested(long count) {
        suggested += count;
    }

    /** Counts the problems of another. */
    void add(PairTally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        suggested += other.suggested;
    }

    /** The same with first and second exchanged. */
    PairTally exchanged() {
        PairTally other = new PairTally();
        for (int i = 0; i < counts.length; i++) {
            other.add((i & 4) != 0, (i & 8) != 0, (i & 1) != 0, (i & 2) != 0, counts[i]);
        }
        other.suggested = suggested;
        return other;
    }

    private static int place(boolean first, boolean second, boolean firstFlagged, boolean secondFlagged) {
        return (first ? 8 : 0) + (second ? 4 : 0) + (firstFlagged ? 2 : 0) + (secondFlagged ? 1 : 0);
    }

    private long count(boolean first, boolean second, boolean firstFlagged, boolean secondFlagged) {
        return counts[place(first, second, firstFlagged, secondFlagged)];
    }

    /** How many problems were judged so. */
    public long count(boolean first, boolean second) {
        return count(first, second, false, false) + flagged(first, second);
    }

    /** Of them, how many with a flag on either answer. */
    long flagged(boolean first, boolean second) {
        return count(first, second, true, false) + count(first, second, false, true) + bothFlagged(first, second);
    }

    /** Of them, how many with a flag on the first answer. */
    long firstFlagged(boolean first, boolean second) {
        return count(first, second, true, false) + bothFlagged(first, second);
    }

    /** Of them, how many with a flag on the second answer. */
    long secondFlagged(boolean first, boolean second) {
        return count(first, second, false, true) + bothFlagged(first, second);
    }

    /** Of them, how many with a flag on both. */
    long bothFlagged(boolean first, boolean second) {
        return count(first, second, true, true);
    }

    /** How many flags there are. */
    long flags() {
        long flags = 0;
        for (int i = 0; i < counts.length; i++) {
            flags += counts[i] * Integer.bitCount(i & 3);
        }
        return flags;
    }

    /** How many problems. */
    public long n() {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    /** How many of their answers are judged by suggestion. */
    public long suggested() {
        return suggested;
    }

    /** How often the first is right. */
    public Proportion first() {
        return new Proportion(count(true, true) + count(true, false), n());
    }

    /** How often the second is right. */
    public Proportion second() {
        return new Proportion(count(true, true) + count(false, true), n());
    }

    /** The problems that only one got right, as a test. */
    public McNemar test() {
        return new McNemar(count(true, false), count(false, true));
    }

    /**
     * How much more often the first is right, with its interval.
     *
     * @throws IllegalArgumentException where there are no problems
     */
    public Difference difference() {
        return Difference.paired(count(true, true), count(true, false), count(false, true), count(false, false));
    }
}
