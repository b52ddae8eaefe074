package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.experiment.Estimate.Assumptions;
import dev.tracewright.experiment.Estimate.Price;
import dev.tracewright.trace.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    private static final Price TWO_AND_TEN = price("2", "10", "USD");

    private static Price price(String prompt, String output, String currency) {
        return new Price(new Money(new BigDecimal(prompt), currency), new Money(new BigDecimal(output), currency));
    }

    private static final StudyPlan PLAN = MadeStudies.plan(
            List.of(MadeStudies.STANDARD, MadeStudies.TRACE),
            new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX), false, null),
            2,
            Review.NONE);

    @ParameterizedTest
    @CsvSource({"'',0", "abc,1", "abcd,1", "abcde,2", "鸡和兔,3", "鸡 和 兔 x,4", "かな,2", "닭,1", "。，,2", "😀😀😀😀,1", "é,1"})
    void tokens_are_guessed_from_characters(String text, long tokens) {
        assertThat(TokenCount.of(text)).isEqualTo(tokens);
    }

    @Test
    void calls_tokens_and_money_are_told_for_each_model() {
        Problem problem = MadeStudies.problems(1).getFirst();
        Estimate estimate = Estimate.of(
                PLAN, TemplateLibrary.BUILT_IN, List.of(problem), new Assumptions(100, 50, 0, 0, 70), m -> TWO_AND_TEN);
        long delegation = TokenCount.of(Templates.PAPER.delegation().fill(problem.question()));
        long standard = TokenCount.of(Templates.PAPER.standard().fill(problem.question()));
        long solution = TokenCount.of(Templates.PAPER.solution().fill(problem.question(), ""));
        Estimate.Line owl = estimate.lines().getFirst();
        Estimate.Line fox = estimate.lines().getLast();
        assertThat(owl)
                .extracting(Estimate.Line::model, Estimate.Line::delegations, Estimate.Line::solutions)
                .containsExactly(MadeStudies.OWL, 2L, 0L);
        assertThat(owl.tokensIn()).isEqualTo(2 * delegation);
        assertThat(owl.tokensOut()).isEqualTo(200);
        assertThat(fox.calls()).isEqualTo(4);
        assertThat(fox.tokensIn()).isEqualTo(2 * (standard + solution + 100));
        assertThat(fox.tokensOut()).isEqualTo(2 * (50 + 70));
        assertThat(owl.money()).isEqualTo(new Money(BigDecimal.valueOf(2 * 2 * delegation + 10 * 200, 6), "USD"));
        assertThat(estimate.calls()).isEqualTo(6);
        assertThat(estimate.tokensIn()).isEqualTo(owl.tokensIn() + fox.tokensIn());
        assertThat(estimate.tokensOut()).isEqualTo(440);
    }

    @Test
    void unknown_prices_are_unknown_and_never_nothing() {
        Estimate estimate = Estimate.of(
                PLAN,
                TemplateLibrary.BUILT_IN,
                MadeStudies.problems(3),
                Assumptions.DEFAULT,
                model -> model.equals(MadeStudies.OWL) ? TWO_AND_TEN : null);
        assertThat(estimate.unpriced()).containsExactly(MadeStudies.FOX);
        assertThat(estimate.lines().getLast().money()).isNull();
        assertThat(estimate.money()).containsExactly(estimate.lines().getFirst().money());
        Estimate unknown = Estimate.of(
                PLAN, TemplateLibrary.BUILT_IN, MadeStudies.problems(3), Assumptions.DEFAULT, model -> null);
        assertThat(unknown.money()).isEmpty();
        Estimate free = Estimate.of(
                PLAN,
                TemplateLibrary.BUILT_IN,
                MadeStudies.problems(3),
                Assumptions.DEFAULT,
                m -> price("0", "0", "USD"));
        assertThat(free.money()).containsExactly(new Money(BigDecimal.ZERO, "USD"));
        assertThat(free.unpriced()).isEmpty();
    }

    @Test
    void amounts_of_different_currencies_are_not_added() {
        Estimate estimate = Estimate.of(
                PLAN,
                TemplateLibrary.BUILT_IN,
                MadeStudies.problems(3),
                Assumptions.DEFAULT,
                model -> model.equals(MadeStudies.OWL) ? TWO_AND_TEN : price("1", "1", "EUR"));
        assertThat(estimate.money()).extracting(Money::currency).containsExactly("EUR", "USD");
        assertThatThrownBy(() -> new Price(new Money(BigDecimal.ONE, "EUR"), new Money(BigDecimal.ONE, "USD")))
                .hasMessage("The prices of a model have one currency, not EUR and USD.");
    }

    @Test
    void the_settings_cap_outputs_and_bring_their_system_prompt() {
        CallSettings settings = new CallSettings("Be brief", null, null, 30, null, List.of());
        Estimate capped = Estimate.of(
                MadeStudies.with(PLAN, settings, settings),
                TemplateLibrary.BUILT_IN,
                MadeStudies.problems(1),
                Assumptions.DEFAULT,
                model -> null);
        Estimate plain = Estimate.of(
                PLAN, TemplateLibrary.BUILT_IN, MadeStudies.problems(1), Assumptions.DEFAULT, model -> null);
        assertThat(capped.tokensOut()).isEqualTo(6 * 30);
        assertThat(capped.tokensIn()).isEqualTo(plain.tokensIn() + 6 * 2 - 2 * (250 - 30));
    }

    @Test
    void the_calls_of_an_estimate_are_those_that_are_made() {
        Random random = new Random(4);
        for (int round = 0; round < 40; round++) {
            StudyPlan plan = MadeStudies.plan(
                    List.of(MadeStudies.STANDARD, MadeStudies.TRACE),
                    new StudyModels(
                            List.of(MadeStudies.OWL, MadeStudies.HARE).subList(0, 1 + random.nextInt(2)),
                            List.of(MadeStudies.FOX, MadeStudies.OWL).subList(0, 1 + random.nextInt(2)),
                            random.nextBoolean(),
                            null),
                    1 + random.nextInt(4),
                    new Review(new Review.Extent.Share(0.4), Set.of(Arm.ORIGINAL, Arm.CORRECTED)));
            List<Problem> problems = MadeStudies.problems(random.nextInt(30));
            Estimate estimate =
                    Estimate.of(plan, TemplateLibrary.BUILT_IN, problems, Assumptions.DEFAULT, model -> null);
            StudyCalls calls = new StudyCalls(plan, TemplateLibrary.BUILT_IN, problems);
            assertThat(estimate.calls()).isEqualTo(calls.size());
            for (Estimate.Line line : estimate.lines()) {
                assertThat(calls.stream().filter(call -> call.model().equals(line.model())))
                        .hasSize((int) line.calls());
            }
        }
    }
}
