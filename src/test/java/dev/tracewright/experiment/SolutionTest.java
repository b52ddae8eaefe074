package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SolutionTest {
    private static final Problem PROBLEM = Problem.of("gsm8k", 3, "2 + {steps}?", "#### 4");
    private static final Step STEP = new Step("1. ", "Add.", "\n");
    private static final Plan PLAN = plan(PROBLEM.id(), STEP);

    private final ScriptedModel model = new ScriptedModel("4", FinishReason.STOP, "hm");

    @Test
    void a_trace_of_thought_solution_is_prompted_with_the_verbatim_steps() throws Exception {
        Solution.Solved solved = solve(model, Approach.TRACE_OF_THOUGHT, PLAN, 2);
        String prompt =
                "We are given the following problem: 2 + {steps}?. Use the following steps to solve the problem:"
                        + " Steps:\n1. Add.\nBye.";
        assertThat(solved.response())
                .isEqualTo(new Response(
                        "response-1",
                        PROBLEM.id(),
                        "plan-1",
                        Approach.TRACE_OF_THOUGHT,
                        "gpt-4",
                        "scripted",
                        2,
                        prompt,
                        "4",
                        "hm",
                        5,
                        6,
                        4L,
                        FinishReason.STOP,
                        2,
                        null,
                        77));
        assertThat(solved.reply().attempts()).hasSize(2);
        assertThat(model.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.prompt()).isEqualTo(prompt));
    }

    @ParameterizedTest
    @EnumSource(value = Approach.class, names = "TRACE_OF_THOUGHT", mode = EnumSource.Mode.EXCLUDE)
    void the_other_approaches_have_no_steps(Approach approach) throws Exception {
        Response response =
                Objects.requireNonNull(solve(model, approach, null, 0).response());
        assertThat(response.planId()).isNull();
        assertThat(response.delegator()).isNull();
        assertThat(response.prompt()).startsWith("2 + {steps}?");
        assertThatThrownBy(() -> solve(model, approach, PLAN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the approach " + approach.key() + " takes no delegated steps");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void a_trace_of_thought_solution_without_steps_is_never_sent() {
        for (@Nullable
        Plan plan : new @Nullable Plan[] {null, plan(PROBLEM.id()), plan(PROBLEM.id(), new Step("1. ", " ", ""))}) {
            assertThatThrownBy(() -> solve(model, Approach.TRACE_OF_THOUGHT, plan, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs at least one delegated step");
        }
        assertThat(model.asked).isEmpty();
    }

    @Test
    void steps_of_another_problem_are_never_sent() {
        assertThatThrownBy(() -> solve(model, Approach.TRACE_OF_THOUGHT, plan("other", STEP), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the steps belong to another problem");
        assertThat(model.asked).isEmpty();
    }

    @Test
    void a_response_that_was_cancelled_before_any_text_is_no_response() throws Exception {
        Solution.Solved solved = solve(new ScriptedModel("", FinishReason.CANCELLED, null), Approach.STANDARD, null, 0);
        assertThat(solved.response()).isNull();
        assertThat(solved.reply().attempts()).hasSize(2);
    }

    @Test
    void a_response_that_was_cancelled_later_keeps_its_text() throws Exception {
        ScriptedModel stopped = new ScriptedModel("The", FinishReason.CANCELLED, null);
        Response response = Objects.requireNonNull(
                solve(stopped, Approach.STANDARD, null, 0).response());
        assertThat(response.output()).isEqualTo("The");
        assertThat(response.finish()).isEqualTo(FinishReason.CANCELLED);
    }

    private static Solution.Solved solve(ScriptedModel model, Approach approach, @Nullable Plan plan, int repetition)
            throws ModelException {
        return new Solution(
                        model,
                        withoutLastStop()::solving,
                        CallSettings.DEFAULT,
                        new Records(() -> "response-1", () -> 77L))
                .solve(PROBLEM, approach, plan, repetition, ChatListener.silent(), new Cancellation());
    }

    /** The paper's templates, with a solution that ends in the steps, so that their verbatim end shows. */
    private static Templates withoutLastStop() {
        Templates paper = Templates.PAPER;
        return new Templates(
                "test",
                paper.standard(),
                paper.chainOfThought(),
                paper.planAndSolve(),
                paper.delegation(),
                PromptTemplate.ofQuestionAndSteps(
                        "We are given the following problem: {question}. Use the following steps to solve the problem: {steps}"));
    }

    private static Plan plan(String problemId, Step... steps) {
        return new Plan(
                "plan-1",
                problemId,
                "plan-0",
                2,
                Plan.Origin.PERSON,
                "Ada",
                "gpt-4",
                null,
                new Steps("Steps:\n", List.of(steps), "Bye."),
                1);
    }
}
