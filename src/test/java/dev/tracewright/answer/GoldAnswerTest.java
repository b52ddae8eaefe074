package dev.tracewright.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 * 2 = <<9*2=18>>18\\n#### 18 | 18",
                "#### 2,125 | 2125",
                "#### $1,000.50 | $1000.50",
                "#### -3 \\n | -3",
                "so \\boxed{\\frac{3}{4}}. | \\frac{3}{4}",
                "\\boxed{1} then \\boxed{\\sqrt{2}+\\frac{1}{\\sqrt{3}}} | \\sqrt{2}+\\frac{1}{\\sqrt{3}}",
                "thus \\boxed 5$ | 5",
                "\\fbox{(2, 3)} | (2, 3)",
                "so $\\boxed{[-3,2]}$ | [-3,2]",
                "18 | 18",
                "Evelyn | Evelyn",
                "He buys 3 * 6 eggs.\\nA: 18 | 18",
                "A: 1,250\\nNo.\\nA: 2,500 | 2500",
                "\\boxed{\\{1, 2\\}} | \\{1, 2\\}"
            })
    void the_bare_answer_is_found(String field, String gold) {
        assertThat(GoldAnswer.of(field.replace("\\n", "\n"))).isEqualTo(gold);
    }

    @Test
    void a_solution_without_a_marked_answer_has_none() {
        assertThat(GoldAnswer.of("First we add.\nThen we stop.")).isNull();
        assertThat(GoldAnswer.of("")).isNull();
        assertThat(GoldAnswer.of("####  ")).isNull();
    }
}
