package dev.tracewright.llm.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfflineDelegatorTest {
    private static final String EGGS = "There are 16 eggs.  Three break.\nHow many are left?";
    private static final String STEPS = "1. Note that there are 16 eggs.\n2. Subtract 3 from 16.\n";

    private final OfflineDelegator delegator = new OfflineDelegator(
            Map.of(EGGS, STEPS, "How many are left?", "1. Too short.", " ", "1. Empty."), Duration.ZERO);

    @Test
    void a_bundled_question_gets_its_written_steps_verbatim() throws ModelException {
        assertThat(ask("Create very short step-by-step prompts for the following problem: " + EGGS + ".")
                        .output())
                .isEqualTo(STEPS);
    }

    @Test
    void white_space_does_not_hide_a_question() throws ModelException {
        assertThat(ask("Steps, please:\n\nThere are 16 eggs. Three break. How\tmany are left? Do not solve it.")
                        .output())
                .isEqualTo(STEPS);
    }

    @Test
    void another_problem_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> ask("Create steps for: How heavy is the moon?"))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.CANNOT))
                .hasMessageContaining("only knows the bundled example problems")
                .hasMessageContaining("connect a model under Settings");
    }

    @Test
    void it_does_not_pretend_to_solve() {
        assertThatThrownBy(() -> ask("We are given the following problem: " + EGGS
                        + ". Use the following steps to solve the problem: 1. Add."))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("only writes steps");
    }

    @Test
    void cancelling_keeps_what_came() throws ModelException {
        Cancellation cancellation = new Cancellation();
        List<String> pieces = new ArrayList<>();
        ChatReply reply = delegator.ask(
                ChatRequest.of(EGGS),
                piece -> {
                    pieces.add(piece);
                    if (pieces.size() == 2) {
                        cancellation.cancel();
                    }
                },
                cancellation);
        assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(reply.output()).isEqualTo("1. Note ");
    }

    @Test
    void it_is_a_demonstration_model() {
        assertThat(delegator.demonstration()).isTrue();
        assertThat(delegator.name()).isEqualTo("offline delegator");
    }

    private ChatReply ask(String prompt) throws ModelException {
        return delegator.ask(ChatRequest.of(prompt), ChatListener.silent(), new Cancellation());
    }
}
