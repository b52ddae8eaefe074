package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegationTest {
    private static final Problem PROBLEM = Problem.of("gsm8k", 3, "2 + 2?", "#### 4");
    private static final Records RECORDS = new Records(() -> "plan-1", () -> 77L);
    private static final CallSettings SETTINGS = new CallSettings("sys", 0.0, 1.0, 99, 7L, List.of("END"));

    @Test
    void a_delegators_answer_becomes_version_1_of_a_plan() throws Exception {
        ScriptedModel model = new ScriptedModel("1. Add.", FinishReason.STOP, null);
        ChatListener listener = ChatListener.silent();
        Cancellation cancellation = new Cancellation();
        Delegation.Delegated delegated = delegation(model).delegate(PROBLEM, listener, cancellation);
        String prompt = Templates.PAPER.delegation().fill("2 + 2?");
        assertThat(delegated.plan())
                .isEqualTo(new Plan(
                        "plan-1",
                        PROBLEM.id(),
                        null,
                        1,
                        Plan.Origin.DELEGATOR,
                        "scripted",
                        "scripted",
                        prompt,
                        oneStep("1. Add."),
                        77));
        assertThat(delegated.reply().attempts()).hasSize(2);
        assertThat(model.asked).containsExactly(new ChatRequest("sys", prompt, 0.0, 1.0, 99, 7L, List.of("END")));
        assertThat(model.listener).isSameAs(listener);
        assertThat(model.cancellation).isSameAs(cancellation);
    }

    @Test
    void an_answer_without_steps_is_a_failure_that_keeps_the_text() {
        DelegationException e = failure(new ScriptedModel("", FinishReason.STOP, null));
        assertThat(e.reason()).isEqualTo(DelegationException.Reason.NO_STEPS);
        assertThat(e).hasMessage("The delegator scripted answered without any steps (gsm8k 3).");
        DelegationException talk = failure(new ScriptedModel("I will not.", FinishReason.STOP, null));
        assertThat(talk.reply().output()).isEqualTo("I will not.");
        assertThat(talk.reply().attempts()).hasSize(2);
        assertThat(talk.prompt()).contains("2 + 2?");
    }

    @ParameterizedTest
    @CsvSource({"LENGTH,INCOMPLETE", "TRUNCATED,INCOMPLETE", "UNKNOWN,INCOMPLETE", "CANCELLED,CANCELLED"})
    void an_answer_that_breaks_off_is_no_plan(FinishReason finish, DelegationException.Reason reason) {
        DelegationException e = failure(new ScriptedModel("1. Add the", finish, null));
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.reply().output()).isEqualTo("1. Add the");
    }

    @Test
    void keys_are_random() {
        String key = Records.SYSTEM.ids().get();
        assertThat(UUID.fromString(key).toString())
                .isEqualTo(key)
                .isNotEqualTo(Records.SYSTEM.ids().get());
    }

    private static DelegationException failure(ScriptedModel model) {
        return catchThrowableOfType(
                DelegationException.class,
                () -> delegation(model).delegate(PROBLEM, ChatListener.silent(), new Cancellation()));
    }

    private static Delegation delegation(ScriptedModel model) {
        return new Delegation(model, Templates.PAPER.delegation(), SETTINGS, DelegationTest::oneStep, RECORDS);
    }

    private static Steps oneStep(String text) {
        return text.startsWith("1. ")
                ? new Steps("", List.of(new Step("1. ", text.substring(3), "")), "")
                : new Steps(text, List.of(), "");
    }
}
