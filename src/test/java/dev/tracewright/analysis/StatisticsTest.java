package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tracewright.analysis.VerdictSensitivity.Flagged;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals and tests give what was published or what exact fractions give, and keep the laws that any of them must keep. */
class StatisticsTest {
    private static final double CLOSE = 5e-5;

    /** The first three: R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998), Table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "1, 29, 0.0061, 0.1718",
        "0, 10, 0, 0.2775",
        "10, 10, 0.7225, 1",
        "189, 200, 0.90421, 0.96901",
        "12, 97, 0.07220, 0.20389"
    })
    void wilson_intervals_are_those_published(long hits, long n, double low, double high) {
        Interval interval = new Proportion(hits, n).interval();
        assertThat(interval.low()).isCloseTo(low, within(CLOSE));
        assertThat(interval.high()).isCloseTo(high, within(CLOSE));
    }

    /** R. G. Newcombe, Interval estimation for the difference between independent proportions (1998), Table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000"
    })
    void differences_of_independent_proportions_are_those_published(
            long hits, long n, long otherHits, long otherN, double low, double high) {
        Difference difference = Difference.independent(new Proportion(hits, n), new Proportion(otherHits, otherN));
        assertThat(difference.interval().low()).isCloseTo(low, within(CLOSE));
        assertThat(difference.interval().high()).isCloseTo(high, within(CLOSE));
    }

    /**
     * Computed apart from the program, from the formulas of Newcombe's article (method 10); the first is the example of Altman, Machin,
     * Bryant and Gardner, Statistics with Confidence (2000), chapter 6, printed there as 0.06 to 0.33.
     */
    @ParameterizedTest
    @CsvSource({
        "20, 12, 2, 16, 0.0562, 0.3292",
        "14, 5, 0, 22, 0.0115, 0.2265",
        "106, 33, 12, 49, 0.0398, 0.1688",
        "0, 0, 0, 50, -0.0713, 0.0713",
        "30, 0, 0, 20, -0.0404, 0.0404",
        "5, 10, 10, 5, -0.2751, 0.2751",
        "0, 30, 0, 20, 0.4445, 0.7239"
    })
    void differences_of_paired_proportions_follow_newcombe(
            long both, long first, long second, long neither, double low, double high) {
        Difference difference = Difference.paired(both, first, second, neither);
        assertThat(difference.interval().low()).isCloseTo(low, within(CLOSE));
        assertThat(difference.interval().high()).isCloseTo(high, within(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({"33, 12", "7, 9", "31, 9", "0, 5", "5, 1", "121, 59", "22, 9", "9, 22", "0, 0", "4, 4", "0, 400"})
    void mcnemar_is_the_exact_binomial_test(int won, int lost) {
        assertThat(new McNemar(won, lost).p()).isCloseTo(exactly(won, lost), within(1e-12));
    }

    /** Twice the smaller tail of the binomial distribution with one half, in whole numbers. */
    private static double exactly(int won, int lost) {
        int n = won + lost;
        BigInteger term = BigInteger.ONE;
        BigInteger tail = BigInteger.ZERO;
        for (int i = 0; i <= Math.min(won, lost); i++) {
            tail = tail.add(term);
            term = term.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return new BigDecimal(tail.shiftLeft(1))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(n)), MathContext.DECIMAL128)
                .min(BigDecimal.ONE)
                .doubleValue();
    }

    @Test
    void mcnemar_without_a_problem_that_only_one_got_right_finds_nothing() {
        assertThat(new McNemar(0, 0).p()).isEqualTo(1);
    }

    /** Fractions of hypergeometric counts, computed apart; the first is Fisher's tea, the second Wikipedia's study of dieting; in the last three the mirrored table is exactly as likely. */
    @ParameterizedTest
    @CsvSource({
        "3, 4, 1, 4, 0.485714",
        "1, 10, 11, 14, 0.002759",
        "0, 5, 7, 10, 0.025641",
        "2, 10, 40, 50, 0.000527",
        "2, 10, 13, 20, 0.050175",
        "2, 7, 10, 14, 0.158824",
        "3, 18, 5, 37, 1.000000"
    })
    void few_counts_are_tested_by_fisher(long hits, long n, long otherHits, long otherN, double p) {
        Contrast contrast = Contrast.of(new Proportion(hits, n), new Proportion(otherHits, otherN));
        assertThat(contrast.exact()).isTrue();
        assertThat(contrast.p()).isCloseTo(p, within(5e-7));
    }

    @Test
    void many_counts_are_tested_by_z() {
        Proportion one = new Proportion(93, 152);
        Proportion other = new Proportion(652, 848);
        Contrast contrast = Contrast.of(one, other);
        assertThat(contrast.exact()).isFalse();
        assertThat(contrast.p()).isEqualTo(ZTest.of(one, other).p());
        assertThat(Contrast.of(new Proportion(0, 3), new Proportion(0, 9)).p()).isEqualTo(1);
    }

    @Test
    void a_test_of_equal_extremes_finds_nothing_and_one_of_nothing_is_refused() {
        assertThat(ZTest.of(new Proportion(0, 5), new Proportion(0, 7))).isEqualTo(new ZTest(0, 1));
        assertThat(ZTest.of(new Proportion(5, 5), new Proportion(7, 7))).isEqualTo(new ZTest(0, 1));
        assertThatThrownBy(() -> ZTest.of(Proportion.NONE, new Proportion(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Difference.independent(new Proportion(1, 2), Proportion.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Difference.paired(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Proportion.NONE.interval()).isEqualTo(new Interval(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"0.05, ''", "0.0499, *", "0.01, *", "0.0099, **", "0.001, **", "0.00099, ***", "1, ''"})
    void stars_begin_below_their_level(double p, String stars) {
        assertThat(Significance.stars(p)).isEqualTo(stars);
    }

    /** The example of S. Holm's procedure as R's documentation of p.adjust computes it. */
    @Test
    void holm_multiplies_by_the_tests_that_are_left() {
        assertThat(Holm.adjust(List.of(0.01, 0.04, 0.03, 0.005)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Holm.adjust(List.of())).isEmpty();
        assertThat(Holm.adjust(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
    }

    @Test
    void holm_keeps_order_never_lowers_and_stays_below_bonferroni() {
        Random random = new Random(11);
        for (int run = 0; run < 500; run++) {
            List<Double> raw = random.doubles(1 + random.nextInt(12))
                    .map(p -> p * p * p)
                    .boxed()
                    .toList();
            List<Double> adjusted = Holm.adjust(raw);
            for (int i = 0; i < raw.size(); i++) {
                assertThat(adjusted.get(i)).isBetween(raw.get(i), Math.min(1, raw.size() * raw.get(i)));
                for (int j = 0; j < raw.size(); j++) {
                    if (raw.get(i) <= raw.get(j)) {
                        assertThat(adjusted.get(i)).isLessThanOrEqualTo(adjusted.get(j));
                    }
                }
            }
            List<Integer> places = new ArrayList<>(
                    java.util.stream.IntStream.range(0, raw.size()).boxed().toList());
            Collections.shuffle(places, random);
            assertThat(Holm.adjust(places.stream().map(raw::get).toList()))
                    .isEqualTo(places.stream().map(adjusted::get).toList());
        }
    }

    @Test
    void intervals_hold_the_estimate_and_stay_in_range() {
        Random random = new Random(12);
        for (int run = 0; run < 3000; run++) {
            Proportion one = proportion(random);
            Proportion other = proportion(random);
            assertThat(one.interval().contains(one.rate())).isTrue();
            assertThat(one.interval().low()).isNotNegative();
            assertThat(one.interval().high()).isLessThanOrEqualTo(1);
            holds(Difference.independent(one, other));
            holds(Difference.paired(
                    random.nextInt(40), random.nextInt(40), random.nextInt(40), 1 + random.nextInt(40)));
        }
    }

    private static void holds(Difference difference) {
        assertThat(difference.interval().contains(difference.estimate())).isTrue();
        assertThat(difference.interval().low()).isGreaterThanOrEqualTo(-1);
        assertThat(difference.interval().high()).isLessThanOrEqualTo(1);
    }

    @Test
    void whoever_comes_first_only_the_sign_changes() {
        Random random = new Random(13);
        for (int run = 0; run < 2000; run++) {
            Proportion one = proportion(random);
            Proportion other = proportion(random);
            ZTest test = ZTest.of(one, other);
            ZTest turned = ZTest.of(other, one);
            assertThat(turned.z()).isCloseTo(-test.z(), within(1e-12));
            assertThat(turned.p()).isCloseTo(test.p(), within(1e-12));
            Contrast contrast = Contrast.of(one, other);
            assertThat(Contrast.of(other, one).p()).isCloseTo(contrast.p(), within(1e-9));
            mirrored(contrast.difference(), Difference.independent(other, one));
            int a = random.nextInt(60);
            int b = random.nextInt(60);
            assertThat(new McNemar(a, b).p()).isEqualTo(new McNemar(b, a).p());
            mirrored(Difference.paired(5, a, b, 7), Difference.paired(5, b, a, 7));
        }
    }

    private static void mirrored(Difference one, Difference other) {
        assertThat(other.estimate()).isCloseTo(-one.estimate(), within(1e-12));
        assertThat(other.interval().low()).isCloseTo(-one.interval().high(), within(1e-12));
    }

    private static Proportion proportion(Random random) {
        int n = 1 + random.nextInt(random.nextBoolean() ? 12 : 400);
        return new Proportion(random.nextInt(n + 1), n);
    }

    /** 64 against 50 of 100 is just significant (z = 2.0003, p = 0.0455); 63 is not. */
    @Test
    void one_unsure_verdict_may_decide_a_close_test() {
        Proportion first = new Proportion(64, 100);
        Proportion second = new Proportion(50, 100);
        Flagged none = new Flagged(0, 0);
        assertThat(ZTest.of(first, second).p()).isCloseTo(0.0455, within(CLOSE));
        assertThat(VerdictSensitivity.ofZ(first, new Flagged(4, 2), second, none))
                .isEqualTo(new VerdictSensitivity(6, 1L));
        assertThat(VerdictSensitivity.ofZ(first, new Flagged(0, 6), second, none))
                .isEqualTo(new VerdictSensitivity(6, null));
        assertThat(VerdictSensitivity.ofZ(first, none, second, none)).isEqualTo(new VerdictSensitivity(0, null));
    }

    @Test
    void the_fewest_flips_are_those_that_trying_all_finds() {
        Random random = new Random(14);
        int changed = 0;
        for (int run = 0; run < 400; run++) {
            int n = 10 + random.nextInt(40);
            Proportion first = new Proportion(random.nextInt(n + 1), n);
            Proportion second = new Proportion(random.nextInt(n + 1), n);
            Flagged one = flagged(random, first);
            Flagged other = flagged(random, second);
            Long fewest = VerdictSensitivity.ofZ(first, one, second, other).flips();
            assertThat(fewest).isEqualTo(byTrying(first, one, second, other));
            changed += fewest == null ? 0 : 1;
        }
        assertThat(changed).isBetween(50, 350);
    }

    private static Flagged flagged(Random random, Proportion of) {
        return new Flagged(Math.min(of.hits(), random.nextInt(7)), Math.min(of.n() - of.hits(), random.nextInt(7)));
    }

    private static @org.jspecify.annotations.Nullable Long byTrying(
            Proportion first, Flagged one, Proportion second, Flagged other) {
        Long best = null;
        for (long a = 0; a <= one.right(); a++) {
            for (long b = 0; b <= one.wrong(); b++) {
                for (long c = 0; c <= other.right(); c++) {
                    for (long d = 0; d <= other.wrong(); d++) {
                        ZTest test = ZTest.of(
                                new Proportion(first.hits() - a + b, first.n()),
                                new Proportion(second.hits() - c + d, second.n()));
                        if (said(test) != said(ZTest.of(first, second)) && (best == null || a + b + c + d < best)) {
                            best = a + b + c + d;
                        }
                    }
                }
            }
        }
        return best;
    }

    private static int said(ZTest test) {
        return test.p() < 0.05 ? (int) Math.signum(test.z()) : 0;
    }

    @Test
    void the_fewest_flips_of_paired_verdicts_are_those_that_trying_all_finds() {
        Random random = new Random(15);
        int changed = 0;
        for (int run = 0; run < 300; run++) {
            PairTally pairs = new PairTally();
            int[][] flaggedRows = new int[random.nextInt(6)][];
            for (int i = 0; i < flaggedRows.length; i++) {
                int flags = 1 + random.nextInt(3);
                flaggedRows[i] = new int[] {random.nextInt(2), random.nextInt(2), flags & 1, flags >> 1};
                pairs.add(flaggedRows[i][0] == 1, flaggedRows[i][1] == 1, (flags & 1) == 1, (flags >> 1) == 1, 1);
            }
            pairs.add(true, false, false, false, random.nextInt(12));
            pairs.add(false, true, false, false, random.nextInt(6));
            pairs.add(true, true, false, false, 3);
            Long fewest = VerdictSensitivity.ofPairs(pairs).flips();
            assertThat(fewest).isEqualTo(byTrying(pairs.test(), flaggedRows));
            changed += fewest == null ? 0 : 1;
        }
        assertThat(changed).isBetween(30, 270);
    }

    private static @org.jspecify.annotations.Nullable Long byTrying(McNemar test, int[][] rows) {
        Long best = null;
        for (int choice = 0; choice < 1 << (2 * rows.length); choice++) {
            long won = test.won();
            long lost = test.lost();
            boolean allowed = true;
            for (int i = 0; i < rows.length; i++) {
                int flipFirst = choice >> (2 * i) & 1;
                int flipSecond = choice >> (2 * i + 1) & 1;
                allowed &= flipFirst <= rows[i][2] && flipSecond <= rows[i][3];
                won += (rows[i][0] ^ flipFirst) & ~(rows[i][1] ^ flipSecond) & 1;
                won -= rows[i][0] & ~rows[i][1] & 1;
                lost += ~(rows[i][0] ^ flipFirst) & (rows[i][1] ^ flipSecond) & 1;
                lost -= ~rows[i][0] & rows[i][1] & 1;
            }
            long flips = Integer.bitCount(choice);
            if (allowed && said(won, lost) != said(test.won(), test.lost()) && (best == null || flips < best)) {
                best = flips;
            }
        }
        return best;
    }

    private static int said(long won, long lost) {
        return new McNemar(won, lost).p() < 0.05 ? Long.signum(won - lost) : 0;
    }
}
