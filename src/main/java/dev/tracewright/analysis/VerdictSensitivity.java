package dev.tracewright.analysis;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much a conclusion hangs on the answers that annotators were unsure of: how many verdicts flagged as needing analysis must turn
 * out the other way until a test says otherwise. The conclusion is that the first is better, that the second is, or that neither can
 * be told apart at 0.05.
 *
 * @param flagged how many verdicts are flagged, on both sides
 * @param flips the fewest of them that change the conclusion, or null where not even all of them can
 */
public record VerdictSensitivity(long flagged, @Nullable Long flips) {
    /**
     * Flagged verdicts of one side.
     *
     * @param right how many of them say true
     * @param wrong how many of them say false
     */
    public record Flagged(long right, long wrong) {
        long all() {
            return right + wrong;
        }
    }

    /** Of the z-test. */
    public static VerdictSensitivity ofZ(Proportion first, Flagged one, Proportion second, Flagged other) {
        Conclusion after = (up, down) -> {
            ZTest test = ZTest.of(
                    new Proportion(first.hits() + up, first.n()), new Proportion(second.hits() - down, second.n()));
            return conclusion(test.z(), test.p());
        };
        int now = after.of(0, 0);
        // z grows with the hits of the first and shrinks with those of the second, so each side flips one way only.
        Long better = fewest(one.wrong(), i -> other.right(), (i, j) -> after.of(i, j) > now);
        Long worse = fewest(one.right(), i -> other.wrong(), (i, j) -> after.of(-i, -j) < now);
        return new VerdictSensitivity(one.all() + other.all(), least(better, worse));
    }

    /** Of McNemar's test; a problem whose two verdicts are both flagged may flip twice. */
    public static VerdictSensitivity ofPairs(PairTally pairs) {
        McNemar test = pairs.test();
        Conclusion after = (won, lost) -> conclusion(test.won() + won, test.lost() + lost);
        int now = after.of(0, 0);
        Long better = fewest(
                pairs.flagged(false, true),
                i -> pairs.firstFlagged(false, false)
                        + pairs.secondFlagged(true, true)
                        + Math.min(i, pairs.bothFlagged(false, true)),
                (i, j) -> after.of(j, -i) > now);
        Long worse = fewest(
                pairs.flagged(true, false),
                i -> pairs.firstFlagged(true, true)
                        + pairs.secondFlagged(false, false)
                        + Math.min(i, pairs.bothFlagged(true, false)),
                (i, j) -> after.of(-i, j) < now);
        return new VerdictSensitivity(pairs.flags(), least(better, worse));
    }

    private static int conclusion(long won, long lost) {
        return conclusion(Long.signum(won - lost), new McNemar(won, lost).p());
    }

    private static int conclusion(double sign, double p) {
        return Significance.is(p) ? (int) Math.signum(sign) : 0;
    }

    /**
     * The fewest moves of two kinds that reach the goal. The more moves of one kind are made, the fewer of the other are needed, so one
     * walk along both suffices.
     */
    private static @Nullable Long fewest(long firstMoves, LongUnaryOperator secondMoves, Goal goal) {
        Long fewest = null;
        long second = secondMoves.applyAsLong(firstMoves) + 1;
        for (long first = 0; first <= firstMoves && (fewest == null || first < fewest); first++) {
            while (second > 0 && goal.reached(first, second - 1)) {
                second--;
            }
            if (second <= secondMoves.applyAsLong(first)) {
                fewest = least(fewest, first + second);
            }
        }
        return fewest;
    }

    private static @Nullable Long least(@Nullable Long one, @Nullable Long other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : Long.valueOf(Math.min(one, other));
    }

    /** What a test would say after so many changes: 1 for the first, −1 for the second, 0 for neither. */
    private interface Conclusion {
        int of(long first, long second);
    }

    /** Whether so many moves suffice. */
    private interface Goal {
        boolean reached(long first, long second);
    }
}
