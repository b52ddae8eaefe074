package dev.tracewright.experiment;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The second half of Trace-of-Thought, and the whole of the other approaches: a solver answers a problem. */
public final class Solution {
    /**
     * What a solver gave back.
     *
     * @param response the response, complete or not as its finish reason says; null when it was cancelled before any text
     * @param reply the answer it was made from, with every attempt
     */
    public record Solved(@Nullable Response response, ChatReply reply) {}

    private final ChatModel solver;
    private final Function<Approach, PromptTemplate> templates;
    private final CallSettings settings;
    private final Records records;

    /** @param templates the prompt for each approach */
    public Solution(
            ChatModel solver, Function<Approach, PromptTemplate> templates, CallSettings settings, Records records) {
        this.solver = solver;
        this.templates = templates;
        this.settings = settings;
        this.records = records;
    }

    /**
     * Asks the solver; blocks until it has answered, so call it on a virtual thread.
     *
     * @param plan the steps to follow; null exactly when the approach has none
     * @param repetition 0 for the first answer of this cell, counting up
     * @throws ModelException when the solver could not be asked
     * @throws IllegalArgumentException before anything is sent, when the plan does not fit the approach or the problem, or
     *     has no steps
     */
    public Solved solve(
            Problem problem,
            Approach approach,
            @Nullable Plan plan,
            int repetition,
            ChatListener listener,
            Cancellation cancellation)
            throws ModelException {
        if (repetition < 0) {
            throw new IllegalArgumentException("repetitions count from 0, not " + repetition);
        }
        String prompt = prompt(problem, approach, plan);
        ChatReply reply = solver.ask(settings.request(prompt), listener, cancellation);
        if (reply.finish() == FinishReason.CANCELLED && reply.output().isEmpty() && reply.reasoning() == null) {
            return new Solved(null, reply);
        }
        Response response = new Response(
                records.ids().get(),
                problem.id(),
                plan == null ? null : plan.id(),
                approach,
                plan == null ? null : plan.delegator(),
                solver.name(),
                repetition,
                prompt,
                reply.output(),
                reply.reasoning(),
                reply.promptTokens(),
                reply.outputTokens(),
                reply.millis(),
                reply.finish(),
                reply.attempts().size(),
                null,
                records.clock().getAsLong());
        return new Solved(response, reply);
    }

    /**
     * The prompt that {@link #solve} sends, for showing it beforehand.
     *
     * @throws IllegalArgumentException when the plan does not fit the approach or the problem, or has no steps
     */
    public String prompt(Problem problem, Approach approach, @Nullable Plan plan) {
        PromptTemplate template = templates.apply(approach);
        if (approach != Approach.TRACE_OF_THOUGHT) {
            if (plan != null) {
                throw new IllegalArgumentException("the approach " + approach.key() + " takes no delegated steps");
            }
            return template.fill(problem.question());
        }
        if (plan == null
                || plan.steps().steps().stream().allMatch(step -> step.body().isBlank())) {
            throw new IllegalArgumentException(
                    "a trace-of-thought solution needs at least one delegated step; delegate or write the steps first");
        }
        if (!plan.problemId().equals(problem.id())) {
            throw new IllegalArgumentException("the steps belong to another problem");
        }
        return template.fill(problem.question(), plan.steps().text());
    }
}
