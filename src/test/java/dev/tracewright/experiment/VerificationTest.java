package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.align.StepParser;
import dev.tracewright.llm.Attempt;
import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Problem PROBLEM = MadeStudies.problems(4).getLast();
    private static final Steps STEPS =
            StepParser.parse("Here you are:\n1) Note the {steps} of plums.\n2) Take one away.\n\nGood luck!");

    private final List<String> asked = new ArrayList<>();

    private Verification verifier(String reply, FinishReason finish) {
        ChatModel model = new ChatModel() {
            @Override
            public String name() {
                return "made-verifier";
            }

            @Override
            public boolean demonstration() {
                return false;
            }

            @Override
            public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation) {
                asked.add(request.prompt());
                return new ChatReply(
                        reply, null, finish, 5, 6, 4, List.of(new Attempt(3, 4, 200, null, 5, 6)), List.of());
            }
        };
        return new Verification(model, CallSettings.DEFAULT, StepParser::parse);
    }

    private Steps verify(String reply) throws Exception {
        return verifier(reply, FinishReason.STOP)
                .verify(PROBLEM, STEPS, ChatListener.silent(), new Cancellation())
                .steps();
    }

    @Test
    void the_question_and_the_numbered_steps_are_sent_and_no_answer() throws Exception {
        verify("1. Note it.");
        assertThat(asked)
                .singleElement()
                .asString()
                .contains(PROBLEM.question(), "1. Note the {steps} of plums.\n2. Take one away.\n", "Do not solve")
                .doesNotContain("Good luck", "####");
    }

    @Test
    void the_list_comes_back_without_what_stands_around_it() throws Exception {
        Steps steps = verify("Step 2 was vague.\n\n1. Note the plums.\n2. Take one plum away.\n\nI hope this helps!");
        assertThat(steps.steps()).extracting(Step::body).startsWith("Note the plums.");
        assertThat(steps.introduction()).isEmpty();
        assertThat(steps.text()).doesNotContain("vague");
    }

    @Test
    void the_same_words_under_other_numbers_are_the_same_steps() throws Exception {
        assertThat(verify("1. Note the {steps} of plums.\n2. Take one away.")).isSameAs(STEPS);
    }

    @Test
    void a_reply_that_is_no_complete_list_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> verify(""))
                .isInstanceOf(DelegationException.class)
                .hasMessage("The verifier made-verifier answered without a list of steps (orchard 4).");
        assertThatThrownBy(() -> verifier("1. Note", FinishReason.LENGTH)
                        .verify(PROBLEM, STEPS, ChatListener.silent(), new Cancellation()))
                .isInstanceOf(DelegationException.class)
                .hasMessageContaining("reached the token limit before its list ended");
    }

    @Test
    void a_demonstration_model_is_not_asked() {
        ScriptedModel offline = new ScriptedModel("1. Note it.", FinishReason.STOP, null);
        assertThatThrownBy(() -> new Verification(offline, CallSettings.DEFAULT, StepParser::parse)
                        .verify(PROBLEM, STEPS, ChatListener.silent(), new Cancellation()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot verify steps");
        assertThat(offline.asked).isEmpty();
    }
}
