package dev.tracewright.experiment;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import java.util.List;

/** Asks a model what it says about an alignment; the question, the steps and the output are sent, the data set's answer is not. */
public final class SecondOpinion {
    /** The same question gets the same answer as far as the server allows. */
    private static final CallSettings SETTINGS = new CallSettings(null, 0.0, null, null, null, List.of());

    private final ChatModel model;

    public SecondOpinion(ChatModel model) {
        this.model = model;
    }

    /**
     * Asks; blocks until the model has answered, so call it on a virtual thread.
     *
     * @param plan the version that {@code response} was made with
     * @return the reply, not yet read
     * @throws ModelException when the model could not be asked
     * @throws IllegalArgumentException before anything is sent, when the model is a demonstration model, or the plan another one
     */
    public ChatReply ask(Problem problem, Plan plan, Response response, Cancellation cancellation)
            throws ModelException {
        if (model.demonstration()) {
            throw new IllegalArgumentException("an offline demonstration model cannot give a second opinion");
        }
        if (!plan.id().equals(response.planId())) {
            throw new IllegalArgumentException("the response was made with other steps");
        }
        String prompt = OpinionPrompt.of(problem.question(), plan.steps(), response.output());
        return model.ask(SETTINGS.request(prompt), ChatListener.silent(), cancellation);
    }
}
