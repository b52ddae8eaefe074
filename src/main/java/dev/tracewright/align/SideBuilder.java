package dev.tracewright.align;

import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Collects what is noticed while one side of an equation is read. */
final class SideBuilder {
    int operations;
    int powers;
    boolean sums;
    int decimals;
    int zeros;
    double looseness;
    boolean inexact;
    boolean ambiguous;
    boolean mixedPercent;
    boolean percentFactor;
    int quotients;
    int roots;

    @Nullable
    BigFraction grouped;

    @Nullable
    private BigFraction lead;

    private boolean anyDecimals;

    private boolean barePercent;

    /** Whether the part read last was a bare percentage; forgets it. */
    boolean takeBarePercent() {
        boolean bare = barePercent;
        barePercent = false;
        return bare;
    }

    void setBarePercent(boolean bare) {
        barePercent = bare;
    }

    /** Notes a number as it is written. */
    void note(BigFraction number, boolean withDecimals) {
        lead = lead == null ? number : lead;
        anyDecimals |= withDecimals;
    }

    Side build(BigFraction value, int start, int end, Set<String> units) {
        Side.Percent percent = mixedPercent || (barePercent && percentFactor)
                ? Side.Percent.MIXED
                : barePercent ? Side.Percent.BARE : percentFactor ? Side.Percent.FACTOR : Side.Percent.NONE;
        Side.Doubt doubt = ambiguous ? Side.Doubt.AMBIGUOUS : inexact ? Side.Doubt.INEXACT : Side.Doubt.NONE;
        Side.Writing writing = new Side.Writing(lead == null ? value : lead, quotients, roots, anyDecimals);
        return new Side(
                value,
                grouped,
                start,
                end,
                operations,
                sums,
                decimals,
                zeros,
                looseness,
                percent,
                doubt,
                units,
                writing);
    }
}
