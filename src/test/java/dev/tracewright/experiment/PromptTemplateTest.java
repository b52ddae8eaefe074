package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTemplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{steps} and {question}",
                "$1 \\1 ${question} \\{steps}",
                "{{question}}",
                "\\frac{a}{b} \\boxed{steps}",
                "\\",
                ""
            })
    void a_question_stays_literal_whatever_it_contains(String question) {
        PromptTemplate template = PromptTemplate.ofQuestionAndSteps("Q: {question}\nS: {steps}\nQ: {question}");
        assertThat(template.fill(question, "1. {question} $0"))
                .isEqualTo("Q: " + question + "\nS: 1. {question} $0\nQ: " + question);
    }

    @Test
    void random_texts_stay_literal() {
        List<String> parts = List.of("{", "}", "{steps}", "{question}", "$1", "\\", "x", "{{", "}}", "\n", "鸡");
        Random random = new Random(3);
        PromptTemplate template = PromptTemplate.ofQuestionAndSteps("a{question}b{steps}c");
        for (int round = 0; round < 500; round++) {
            StringBuilder question = new StringBuilder();
            StringBuilder steps = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                question.append(parts.get(random.nextInt(parts.size())));
                steps.append(parts.get(random.nextInt(parts.size())));
            }
            assertThat(template.fill(question.toString(), steps.toString()))
                    .isEqualTo("a" + question + "b" + steps + "c");
        }
    }

    @Test
    void an_unknown_placeholder_is_named() {
        assertThatThrownBy(() -> PromptTemplate.ofQuestion("{question} {steq}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown placeholder {steq}")
                .hasMessageContaining("known are {question} and {steps}");
    }

    @Test
    void a_missing_placeholder_is_named() {
        assertThatThrownBy(() -> PromptTemplate.ofQuestion("Think."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prompt template lacks the placeholder {question}");
        assertThatThrownBy(() -> PromptTemplate.ofQuestionAndSteps("{question}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prompt template lacks the placeholder {steps}");
    }

    @Test
    void steps_have_no_place_where_there_are_none() {
        assertThatThrownBy(() -> PromptTemplate.ofQuestion("{question} {steps}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{steps}");
    }

    @Test
    void a_template_is_filled_with_exactly_what_it_has_places_for() {
        assertThatThrownBy(() -> PromptTemplate.ofQuestion("{question}").fill("q", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the template has no place for {steps}");
        assertThatThrownBy(() ->
                        PromptTemplate.ofQuestionAndSteps("{question}{steps}").fill("q"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the template needs a text for {steps}");
    }

    @Test
    void latex_and_doubled_braces_are_text() {
        PromptTemplate template = PromptTemplate.ofQuestion(
                "{question} Put it in \\boxed{answer}, \\frac{1}{2}, \\boxed{}, {{question}}.");
        assertThat(template.fill("Q")).isEqualTo("Q Put it in \\boxed{answer}, \\frac{1}{2}, \\boxed{}, {question}.");
    }
}
