package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A plan that cannot be is refused in a sentence that names the place. */
class StudyPlanTest {
    private static final StudyModels MODELS =
            new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX), false, null);
    private static final StudyPlan GOOD = MadeStudies.plan(List.of(MadeStudies.TRACE), MODELS, 1, Review.NONE);

    private static void refused(String place, String sentence, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        StudyPlanException.class, e -> assertThat(e.place()).isEqualTo(place))
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    private static StudyPlan prompts(StudyPrompt... prompts) {
        return MadeStudies.plan(List.of(prompts), MODELS, 1, Review.NONE);
    }

    @Test
    void exactly_trace_of_thought_delegates() {
        refused(
                "prompts/1",
                "Prompt 2 is trace-of-thought and names no delegation",
                () -> prompts(MadeStudies.STANDARD, StudyPrompt.of(Approach.TRACE_OF_THOUGHT, "paper/solution")));
        StudyPrompt delegating = new StudyPrompt(
                Approach.STANDARD, TemplateName.of("paper/standard"), TemplateName.of("paper/delegation"));
        refused("prompts/0/delegation", "Prompt 1 is standard", () -> prompts(delegating));
    }

    @Test
    void repetitions_samples_and_shares_have_ranges() {
        refused("repetitions", "are 0", () -> MadeStudies.plan(List.of(), MODELS, 0, Review.NONE));
        refused("repetitions", "are 1001", () -> MadeStudies.plan(List.of(), MODELS, 1001, Review.NONE));
        List<StudyPrompt> many = Collections.nCopies(101, MadeStudies.STANDARD);
        refused("prompts", "has 101 prompts", () -> MadeStudies.plan(many, MODELS, 1, Review.NONE));
        refused("data/sample/first", "0 problems", () -> new Sample.First(0));
        refused("data/sample/random", "-1 problems", () -> new Sample.Random(-1));
        refused("data/sample/range", "5 to 4", () -> new Sample.Range(5, 4));
        refused("data/sample/range", "0 to 4", () -> new Sample.Range(0, 4));
        for (double share : new double[] {0, 1, -0.5, 1.5, Double.NaN}) {
            refused("review/steps", "share of steps", () -> new Review.Extent.Share(share));
        }
        refused("budget/tokens", "0 tokens", () -> new Budget(null, 0L));
    }

    @Test
    void a_corrected_arm_needs_a_review() {
        refused("review/arms", "needs a review", () -> new Review(new Review.Extent.None(), Set.of(Arm.CORRECTED)));
        refused("review/arms", "no arm", () -> new Review(new Review.Extent.All(), Set.of()));
    }

    @Test
    void settings_have_ranges() {
        refused(
                "settings/solution/temperature",
                "of the solution is 2.1",
                () -> MadeStudies.with(
                        GOOD, CallSettings.DEFAULT, new CallSettings(null, 2.1, null, null, null, List.of())));
        refused(
                "settings/delegation/top-p",
                "of the delegation is NaN",
                () -> MadeStudies.with(
                        GOOD, new CallSettings(null, null, Double.NaN, null, null, List.of()), CallSettings.DEFAULT));
        refused(
                "settings/delegation/max-tokens",
                "are 0",
                () -> MadeStudies.with(
                        GOOD, new CallSettings(null, null, null, 0, null, List.of()), CallSettings.DEFAULT));
        refused(
                "settings/solution/context",
                "is 0",
                () -> MadeStudies.with(
                        GOOD, CallSettings.DEFAULT, new CallSettings(null, null, null, null, null, List.of(), 0)));
        refused(
                "settings/delegation/stop/1",
                "Stop text 2",
                () -> MadeStudies.with(
                        GOOD, new CallSettings(null, null, null, null, null, List.of("a", "")), CallSettings.DEFAULT));
    }

    @Test
    void texts_that_no_file_can_hold_are_refused() {
        refused(
                "settings/solution/system",
                "control characters",
                () -> MadeStudies.with(
                        GOOD, CallSettings.DEFAULT, new CallSettings("a\u0000b", null, null, null, null, List.of())));
        refused(
                "models/solvers/0",
                "one line",
                () -> MadeStudies.plan(
                        List.of(),
                        new StudyModels(List.of(), List.of(new ModelRef("a", "b\uD800")), false, null),
                        1,
                        Review.NONE));
        refused("data/file", "one line", () -> new Source.File("a\nb"));
        refused("data/columns/question", "one line", () -> new Source.File("a", Map.of("question", " ")));
        refused(
                "data/levels/1",
                "twice",
                () -> new DataSelection(
                        new Source.Bundled("arithmetic"), new Sample.All(), List.of("Level 1", "level 1 "), List.of()));
    }

    @Test
    void a_plan_brings_each_version_of_a_template_once() {
        OwnTemplate own = new OwnTemplate("ours/standard", 1, TemplateRole.STANDARD, "{question}");
        refused("templates/1", "ours/standard@1 twice", () -> MadeStudies.with(GOOD, List.of(own, own)));
    }

    @Test
    void every_delegator_meets_every_solver_and_reflexive_solvers_themselves_once() {
        StudyModels models = new StudyModels(
                List.of(MadeStudies.OWL, MadeStudies.FOX), List.of(MadeStudies.FOX, MadeStudies.HARE), true, null);
        assertThat(models.pairs())
                .extracting(
                        pair -> pair.delegator().model() + ">" + pair.solver().model())
                .containsExactlyInAnyOrder(
                        "owl-7b>fox-13b", "fox-13b>fox-13b", "owl-7b>hare", "fox-13b>hare", "hare>hare");
    }

    @Test
    void a_share_of_the_steps_is_drawn_by_problem_and_delegator() {
        Review review = new Review(new Review.Extent.Share(0.3), Set.of(Arm.ORIGINAL, Arm.CORRECTED));
        StudyPlan plan = MadeStudies.plan(List.of(MadeStudies.TRACE), MODELS, 1, review);
        List<Problem> problems = MadeStudies.problems(2000);
        long owl =
                problems.stream().filter(p -> plan.reviews(p, MadeStudies.OWL)).count();
        long both = problems.stream()
                .filter(p -> plan.reviews(p, MadeStudies.OWL) && plan.reviews(p, MadeStudies.HARE))
                .count();
        assertThat(owl).isBetween(520L, 680L);
        assertThat(both).isBetween(130L, 230L);
        StudyPlan otherSeed = MadeStudies.with(plan, 8, plan.data());
        assertThat(problems).anyMatch(p -> plan.reviews(p, MadeStudies.OWL) != otherSeed.reviews(p, MadeStudies.OWL));
        StudyPlan more =
                MadeStudies.plan(List.of(), MODELS, 1, new Review(new Review.Extent.Share(0.6), Set.of(Arm.ORIGINAL)));
        assertThat(problems).allMatch(p -> !plan.reviews(p, MadeStudies.OWL) || more.reviews(p, MadeStudies.OWL));
    }

    @Test
    void money_is_an_amount_with_a_currency() {
        assertThat(new Money(new BigDecimal("2.500"), "USD")).isEqualTo(new Money(new BigDecimal("2.5"), "USD"));
        assertThat(new Money(new BigDecimal("1E+3"), "元")).hasToString("1000 元");
        for (String amount : List.of("-1", "1E+999999999", "1E-13")) {
            assertThatThrownBy(() -> new Money(new BigDecimal(amount), "USD"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("An amount of money");
        }
        for (String currency : List.of("", "US D", "A\u00A0B", "12345678901234567")) {
            assertThatThrownBy(() -> new Money(BigDecimal.ONE, currency))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("A currency");
        }
    }

    @Test
    void template_names_carry_their_version() {
        assertThat(TemplateName.of("paper/standard@12")).isEqualTo(new TemplateName("paper/standard", 12));
        assertThat(TemplateName.of("our prompt")).isEqualTo(new TemplateName("our prompt", null));
        for (String wrong : List.of("", " a", "a@", "a@0", "a@-1", "a@b", "a@1@2", "a\nb", "x".repeat(81))) {
            assertThatThrownBy(() -> TemplateName.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The name of a prompt template");
        }
    }
}
