package dev.tracewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tracewright.analysis.Selection.Said;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agreement is what was published and what DKPro Agreement computes answer by answer, and opens the answers it counts. */
class AgreementTest {
    private static final Cell CELL = MadeAnswers.cell("GSM8K", Approach.STANDARD, "Llama");
    private static final Cell OTHER = MadeAnswers.cell("GSM8K", Approach.TRACE_OF_THOUGHT, "Llama");

    private static String text(Answered answered, String table, String row, String column) {
        return Found.value(ResultSections.of(answered), table, row, column).text();
    }

    private static Map<String, Verdict> said(boolean ada, boolean bob) {
        return Map.of("ada", ada ? Verdict.TRUE : Verdict.FALSE, "Bob", bob ? Verdict.TRUE : Verdict.FALSE);
    }

    /** Two people judge 50 applications (the example of most textbooks): kappa is 0.4. */
    @Test
    void kappa_is_the_textbooks_one() {
        assertThat(new CohenKappa(20, 5, 10, 15).value()).isCloseTo(0.4, within(1e-12));
        assertThat(new CohenKappa(45, 15, 25, 15).value()).isCloseTo(0.1304, within(5e-5));
    }

    /** K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A: binary data, two observers, no missing data. */
    @Test
    void alpha_is_the_published_one() {
        KrippendorffAlpha alpha = new KrippendorffAlpha();
        alpha.add(2, 0, 1);
        alpha.add(1, 1, 4);
        alpha.add(0, 2, 5);
        assertThat(alpha.value()).isCloseTo(0.095, within(5e-4));
    }

    @Test
    void what_everybody_says_of_everything_has_neither_kappa_nor_alpha() {
        assertThat(new CohenKappa(9, 0, 0, 0).value()).isNaN();
        assertThat(new CohenKappa(0, 0, 0, 0).value()).isNaN();
        assertThat(new CohenKappa(5, 0, 0, 4).value()).isEqualTo(1);
        assertThat(new CohenKappa(5, 0, 0, 4).interval()).isNull();
        KrippendorffAlpha alpha = new KrippendorffAlpha();
        assertThat(alpha.value()).isNaN();
        alpha.add(2, 0, 9);
        alpha.add(0, 1, 3);
        assertThat(alpha.value()).isNaN();
        Answered answered = new MadeAnswers()
                .labelled(CELL, 100, 9)
                .panel(CELL, said(true, true), 9)
                .answered();
        assertThat(text(answered, "agreement", "GSM8K", "agreement")).isEqualTo("100.0");
        assertThat(text(answered, "agreement", "GSM8K", "alpha")).isEqualTo("\u2013");
        assertThat(text(answered, "agreement-by-pair", "GSM8K", "kappa")).isEqualTo("\u2013");
        assertThat(text(answered, "agreement-by-pair", "GSM8K", "kappa-low")).isEqualTo("\u2013");
    }

    /** Where there is no variance the method has nothing to say. */
    @ParameterizedTest
    @CsvSource({
        "33, 17, 0, 0",
        "8, 2, 0, 0",
        "700, 0, 300, 0",
        "0, 0, 7, 93",
        "0, 50, 50, 0",
        "0, 1, 0, 0",
        "5, 0, 0, 4"
    })
    void there_is_no_interval_without_variance(long both, long first, long second, long neither) {
        assertThat(new CohenKappa(both, first, second, neither).interval()).isNull();
    }

    /** The same variance from the slopes of kappa, taken numerically. */
    @ParameterizedTest
    @CsvSource({"20, 5, 10, 15", "45, 15, 25, 15", "88, 14, 10, 12", "1, 30, 29, 2", "500, 3, 9, 120"})
    void the_interval_follows_from_the_slopes_of_kappa(long both, long first, long second, long neither) {
        double n = both + first + second + neither;
        double[] rates = {both / n, first / n, second / n, neither / n};
        double step = 1e-6;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < 4; i++) {
            double[] up = rates.clone();
            double[] down = rates.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (kappa(up) - kappa(down)) / (2 * step);
            mean += rates[i] * slope;
            square += rates[i] * slope * slope;
        }
        double margin = 1.959964 * Math.sqrt((square - mean * mean) / n);
        CohenKappa kappa = new CohenKappa(both, first, second, neither);
        Interval interval = Objects.requireNonNull(kappa.interval());
        assertThat(interval.low()).isCloseTo(Math.max(-1, kappa.value() - margin), within(1e-5));
        assertThat(interval.high()).isCloseTo(Math.min(1, kappa.value() + margin), within(1e-5));
    }

    private static double kappa(double[] rates) {
        double chance = (rates[0] + rates[1]) * (rates[0] + rates[2]) + (rates[2] + rates[3]) * (rates[1] + rates[3]);
        return (rates[0] + rates[3] - chance) / (1 - chance);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void counts_give_what_a_library_makes_of_every_single_answer(long seed) {
        Random random = new Random(seed);
        CodingAnnotationStudy everybody = new CodingAnnotationStudy(4);
        CodingAnnotationStudy two = new CodingAnnotationStudy(2);
        KrippendorffAlpha alpha = new KrippendorffAlpha();
        CohenKappa kappa = new CohenKappa(0, 0, 0, 0);
        for (int i = 0; i < 400; i++) {
            boolean right = random.nextInt(3) > 0;
            List<@Nullable Boolean> ratings = new ArrayList<>();
            for (int rater = 0; rater < 4; rater++) {
                ratings.add(random.nextInt(3) == 0 ? null : Boolean.valueOf(right == (random.nextInt(6) > 0)));
            }
            everybody.addItemAsArray(ratings.toArray());
            long yes = ratings.stream().filter(Boolean.TRUE::equals).count();
            long no = ratings.stream().filter(Boolean.FALSE::equals).count();
            alpha.add(yes, no, 1);
            Boolean first = ratings.get(0);
            Boolean second = ratings.get(1);
            if (first != null && second != null) {
                two.addItem(first, second);
                kappa = kappa.plus(CohenKappa.of(first, second, 1));
            }
        }
        assertThat(alpha.value())
                .isCloseTo(
                        new KrippendorffAlphaAgreement(everybody, new NominalDistanceFunction()).calculateAgreement(),
                        within(1e-9));
        assertThat(kappa.value()).isCloseTo(new CohenKappaAgreement(two).calculateAgreement(), within(1e-9));
    }

    @Test
    void a_pair_stands_in_one_row_whatever_else_was_judged() {
        Answered answered = new MadeAnswers()
                .labelled(CELL, 50, 60)
                .labelled(OTHER, 50, 60)
                .panel(CELL, said(true, true), 20)
                .panel(CELL, said(true, false), 5)
                .panel(OTHER, said(false, true), 10)
                .panel(OTHER, said(false, false), 14)
                .panel(OTHER, Map.of("ada", Verdict.FALSE, "Bob", Verdict.FALSE, "\u00e5sa", Verdict.TRUE), 1)
                .answered();
        assertThat(text(answered, "agreement", "GSM8K", "annotators")).isEqualTo("3");
        assertThat(text(answered, "agreement", "GSM8K", "n")).isEqualTo("50");
        assertThat(text(answered, "agreement", "GSM8K", "differ")).isEqualTo("16");
        assertThat(text(answered, "agreement", "GSM8K", "unsettled")).isEqualTo("16");
        assertThat(text(answered, "agreement", "GSM8K", "agreement")).isEqualTo("68.0");
        assertThat(text(answered, "agreement-by-pair", "Bob", "n")).isEqualTo("50");
        assertThat(text(answered, "agreement-by-pair", "Bob", "agreement")).isEqualTo("70.0");
        assertThat(text(answered, "agreement-by-pair", "Bob", "kappa")).isEqualTo("0.400");
        assertThat(text(answered, "agreement-by-solver", "Standard", "n")).isEqualTo("25");
        assertThat(Found.table(ResultSections.of(answered), "agreement-by-pair").rows())
                .hasSize(3);
        assertThat(Found.value(ResultSections.of(answered), "agreement-by-pair", "Bob", "only-second")
                        .opens())
                .isEqualTo(Selection.of("ada: false and Bob: true, GSM8K", Set.of(CELL, OTHER))
                        .said(Said.by(Map.of("ada", Set.of(Verdict.FALSE), "Bob", Set.of(Verdict.TRUE)))));
    }

    @Test
    void where_nobody_judged_what_somebody_else_did_nothing_is_said() {
        assertThat(ResultSections.of(new MadeAnswers().labelled(CELL, 50, 60).answered()))
                .extracting(Section::id)
                .contains("accuracy")
                .doesNotContain("agreement");
    }
}
