package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Approach;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    @Test
    void the_papers_templates_are_those_of_table_1() {
        assertThat(Templates.PAPER.standard().fill("<question>")).isEqualTo("<question>.");
        assertThat(Templates.PAPER.chainOfThought().fill("<question>")).isEqualTo("<question>. Think step-by-step.");
        assertThat(Templates.PAPER.delegation().fill("<question>"))
                .isEqualTo(
                        "Create very short step-by-step prompts for the following problem: <question>. Format as a list."
                                + " Do not solve the problem.");
        assertThat(Templates.PAPER.solution().fill("<question>", "<steps>"))
                .isEqualTo(
                        "We are given the following problem: <question>. Use the following steps to solve the problem:"
                                + " <steps>.");
    }

    @Test
    void the_authors_later_templates_keep_their_missing_blanks() {
        assertThat(Templates.AUTHORS_LATER.delegation().fill("Q?"))
                .isEqualTo(
                        "Create step-by-step prompts for this problem:Q?Format as a list of simple instructions to guide"
                                + " a student. Do not solve the problem.");
        assertThat(Templates.AUTHORS_LATER.solution().fill("Q?", "1. S"))
                .isEqualTo(
                        "First, carefully review this problem:\nQ?\nThen, solve the problem using the provided steps as a"
                                + " plan, thinking step-by-step.\n1. S");
    }

    @Test
    void every_approach_has_a_template_of_its_own() {
        assertThat(Templates.PAPER.solving(Approach.PLAN_AND_SOLVE).fill("Q?"))
                .isEqualTo(
                        "Q? Let's first understand the problem and devise a plan to solve the problem. Then, let's carry"
                                + " out the plan and solve the problem step-by-step.");
        assertThat(Approach.values()).extracting(Templates.PAPER::solving).doesNotHaveDuplicates();
    }
}
