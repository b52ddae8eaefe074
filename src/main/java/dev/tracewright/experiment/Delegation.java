package dev.tracewright.experiment;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Steps;
import java.util.function.Function;

/** The first half of Trace-of-Thought: a delegator turns a question into steps. */
public final class Delegation {
    /**
     * The plan a delegator made and what it took.
     *
     * @param plan version 1, the delegator's own
     * @param reply the answer it was read from, with every attempt
     */
    public record Delegated(Plan plan, ChatReply reply) {}

    private final ChatModel delegator;
    private final PromptTemplate template;
    private final CallSettings settings;
    private final Function<String, Steps> parser;
    private final Records records;

    /** @param parser cuts a delegated text into steps; for every text, {@code parser.apply(text).text()} equals it */
    public Delegation(
            ChatModel delegator,
            PromptTemplate template,
            CallSettings settings,
            Function<String, Steps> parser,
            Records records) {
        this.delegator = delegator;
        this.template = template;
        this.settings = settings;
        this.parser = parser;
        this.records = records;
    }

    /**
     * Asks the delegator; blocks until it has answered, so call it on a virtual thread.
     *
     * @throws ModelException when the delegator could not be asked
     * @throws DelegationException when its answer is no complete list of steps
     */
    public Delegated delegate(Problem problem, ChatListener listener, Cancellation cancellation)
            throws ModelException, DelegationException {
        String prompt = template.fill(problem.question());
        ChatReply reply = delegator.ask(settings.request(prompt), listener, cancellation);
        if (reply.finish() == FinishReason.CANCELLED) {
            throw failed(
                    DelegationException.Reason.CANCELLED, problem, "was stopped before its list ended", prompt, reply);
        }
        if (reply.finish() != FinishReason.STOP) {
            throw failed(
                    DelegationException.Reason.INCOMPLETE,
                    problem,
                    reply.finish() == FinishReason.LENGTH
                            ? "reached the token limit before its list ended"
                            : "broke off before its list ended",
                    prompt,
                    reply);
        }
        Steps steps = parser.apply(reply.output());
        if (steps.size() == 0) {
            throw failed(DelegationException.Reason.NO_STEPS, problem, "answered without any steps", prompt, reply);
        }
        Plan plan = new Plan(
                records.ids().get(),
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                delegator.name(),
                delegator.name(),
                prompt,
                steps,
                records.clock().getAsLong());
        return new Delegated(plan, reply);
    }

    private DelegationException failed(
            DelegationException.Reason reason, Problem problem, String what, String prompt, ChatReply reply) {
        String message = "The delegator " + delegator.name() + " " + what + " (" + problem.dataset() + " "
                + problem.number() + ").";
        return new DelegationException(reason, message, prompt, reply);
    }
}
