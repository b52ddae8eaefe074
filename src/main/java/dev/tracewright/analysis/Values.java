package dev.tracewright.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the entries of tables, so that equal things are printed and explained alike everywhere. */
final class Values {
    private Values() {}

    /** A proportion in percent; who asks sees counts and interval. */
    static Value percent(Proportion counted, @Nullable Selection opens) {
        if (!counted.known()) {
            return Value.NONE;
        }
        return new Value(Numbers.percentInColumn(counted.percent()), counted.percent(), "", hint(counted), opens);
    }

    /** Counts and interval of a proportion in words. */
    static String hint(Proportion counted) {
        return AnalysisTexts.of(
                "hint.proportion",
                counted.hits(),
                counted.n(),
                Numbers.percent(counted.percent()),
                Numbers.range(counted.interval()));
    }

    /** The lower bound of a proportion's interval, in percent. */
    static Value low(Proportion counted) {
        return counted.known() ? percentage(100 * counted.interval().low()) : Value.NONE;
    }

    /** The upper bound of a proportion's interval, in percent. */
    static Value high(Proportion counted) {
        return counted.known() ? percentage(100 * counted.interval().high()) : Value.NONE;
    }

    /** A percentage as it is. */
    static Value percentage(double percent) {
        return new Value(Numbers.percentInColumn(percent), percent, "", null, null);
    }

    /** A number of things; where there are some, they can be opened. */
    static Value count(long count, @Nullable Selection opens) {
        return new Value(Numbers.count(count), (double) count, "", null, count == 0 ? null : opens);
    }

    /** A difference in points with its sign; who asks sees the interval. */
    static Value points(Difference difference) {
        double points = 100 * difference.estimate();
        return new Value(
                Numbers.pointsInColumn(points),
                points,
                "",
                AnalysisTexts.of("hint.difference", Numbers.points(points), Numbers.bounds(difference.interval())),
                null);
    }

    /** A bound of a difference, in points. */
    static Value bound(double rate) {
        return new Value(Numbers.percentInColumn(100 * rate), 100 * rate, "", null, null);
    }

    /** A probability with its stars. */
    static Value p(double p) {
        return new Value(Numbers.p(p), p, Significance.stars(p), AnalysisTexts.of("hint.p", exactly(p)), null);
    }

    private static String exactly(double p) {
        return p >= 0.00001 ? Numbers.fixed(p, 5) : String.format(Locale.ROOT, "%.2e", p);
    }

    /** An amount such as tokens, or nothing where it is not known. */
    static Value amount(@Nullable Double amount, @Nullable Selection opens) {
        return amount == null ? Value.NONE : new Value(Numbers.amount(amount), amount, "", null, opens);
    }
}
