package dev.tracewright.experiment;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.List;
import java.util.function.Function;

/**
 * Asks a verifier whether delegated steps are right, and reads the list that it gives back. The question and the steps are sent;
 * no answer of a solver or of the data set is.
 */
public final class Verification {
    /** Which wording is sent; changes with every change of it. */
    public static final String TEMPLATE_NAME = "tracewright/verification@1";

    /** Written for this program: the paper names a verifier, but prints no prompt for it. */
    public static final PromptTemplate TEMPLATE = PromptTemplate.ofQuestionAndSteps("""
            We are given the following problem:
            {question}

            Somebody wrote these steps for solving it:
            {steps}

            Check the steps one by one. Is each of them right and needed, does none give away what is still to be worked out, are \
            they in a good order, and is none missing? Where all is well, repeat them unchanged. Otherwise correct what is wrong \
            and leave the rest in its words. Do not solve the problem. Answer with the numbered list of steps and nothing else.""");

    private final ChatModel verifier;
    private final CallSettings settings;
    private final Function<String, Steps> parser;

    /**
     * What a verifier said.
     *
     * @param steps its list without anything before or behind it; the very steps it was asked about where it changed no wording
     * @param reply the answer it was read from, with every attempt
     */
    public record Verified(Steps steps, ChatReply reply) {}

    /** @param parser cuts a list into steps */
    public Verification(ChatModel verifier, CallSettings settings, Function<String, Steps> parser) {
        this.verifier = verifier;
        this.settings = settings;
        this.parser = parser;
    }

    /** The prompt for these steps. */
    public static String prompt(String question, Steps steps) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            list.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append(". ")
                    .append(steps.steps().get(i).body().strip());
        }
        return TEMPLATE.fill(question, list.toString());
    }

    /**
     * Asks the verifier; blocks until it has answered, so call it on a virtual thread.
     *
     * @throws ModelException when the verifier could not be asked
     * @throws DelegationException when its answer is no complete list of steps
     * @throws IllegalArgumentException in a sentence and before anything is sent, when the model is a demonstration model
     */
    public Verified verify(Problem problem, Steps steps, ChatListener listener, Cancellation cancellation)
            throws ModelException, DelegationException {
        if (verifier.demonstration()) {
            throw new IllegalArgumentException("An offline demonstration model cannot verify steps.");
        }
        String prompt = prompt(problem.question(), steps);
        ChatReply reply = verifier.ask(settings.request(prompt), listener, cancellation);
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
        Steps read = parser.apply(reply.output());
        if (read.steps().stream().allMatch(step -> step.body().isBlank())) {
            throw failed(
                    DelegationException.Reason.NO_STEPS, problem, "answered without a list of steps", prompt, reply);
        }
        return new Verified(bodies(read).equals(bodies(steps)) ? steps : new Steps("", read.steps(), ""), reply);
    }

    private static List<String> bodies(Steps steps) {
        return steps.steps().stream().map(Step::body).map(String::strip).toList();
    }

    private DelegationException failed(
            DelegationException.Reason reason, Problem problem, String what, String prompt, ChatReply reply) {
        String message = "The verifier " + verifier.name() + " " + what + " (" + problem.dataset() + " "
                + problem.number() + ").";
        return new DelegationException(reason, message, prompt, reply);
    }
}
