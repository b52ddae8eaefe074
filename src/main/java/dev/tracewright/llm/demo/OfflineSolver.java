package dev.tracewright.llm.demo;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.trace.Demonstration;
import java.time.Duration;

/**
 * Carries out delegated steps of plain arithmetic by rules, so that on a machine without any model a changed word in a step
 * visibly changes the answer. It reads nothing but the steps, computes exactly, and says which steps it does not understand.
 */
public final class OfflineSolver implements ChatModel {
    /** The name under which its outputs are recorded. */
    public static final String NAME = Demonstration.SOLVER;

    private static final String NO_STEPS =
            "I can only carry out delegated steps, and this prompt has none. I am an offline demonstration model, not a "
                    + "language model: I compute what steps of plain arithmetic say, such as “1. Subtract 3 from 16.”, and I "
                    + "do not read the problem itself.";

    private final Duration pause;

    /**
     * A solver that streams.
     *
     * @param pause the time between two words of the output; zero for none
     */
    public OfflineSolver(Duration pause) {
        this.pause = pause;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean demonstration() {
        return true;
    }

    /**
     * Streams one numbered line for each step in the prompt and, if the steps computed one, the answer. The same prompt always
     * gives the same output; temperature and seed have no meaning here.
     */
    @Override
    public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation) {
        String steps = SolutionPrompt.steps(request.prompt());
        String output = steps == null ? NO_STEPS : Solving.solve(steps);
        return Streaming.send(output, request, listener, cancellation, pause);
    }
}
