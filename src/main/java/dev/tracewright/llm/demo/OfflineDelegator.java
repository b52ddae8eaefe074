package dev.tracewright.llm.demo;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.ChatReply;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.Demonstration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the written steps of the bundled problems, so that delegating can be shown on a machine without any model. */
public final class OfflineDelegator implements ChatModel {
    /** The name under which its plans are recorded. */
    public static final String NAME = Demonstration.DELEGATOR;

    private final Map<String, String> stepsByQuestion;
    private final Duration pause;

    /**
     * A delegator that knows these problems.
     *
     * @param stepsByQuestion question, verbatim, to the written steps, verbatim
     * @param pause the time between two words of the output; zero for none
     */
    public OfflineDelegator(Map<String, String> stepsByQuestion, Duration pause) {
        Map<String, String> folded = new LinkedHashMap<>();
        stepsByQuestion.forEach((question, steps) -> folded.put(fold(question), steps));
        folded.remove("");
        this.stepsByQuestion = folded;
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
     * Streams the written steps of the bundled problem whose question stands in the prompt, white space aside.
     *
     * @throws ModelException of kind {@code CANNOT} for a prompt without a bundled problem, and for one that asks for a
     *     solution
     */
    @Override
    public ChatReply ask(ChatRequest request, ChatListener listener, Cancellation cancellation) throws ModelException {
        if (SolutionPrompt.asksToSolve(request.prompt())) {
            throw cannot(
                    "The offline delegator only writes steps and does not solve; choose the offline solver, or connect a "
                            + "model under Settings.");
        }
        String steps = stepsFor(fold(request.prompt()));
        if (steps == null) {
            throw cannot(
                    "The offline delegator only knows the bundled example problems; to delegate any other problem, "
                            + "connect a model under Settings (a local server such as Ollama, or a provider with an API key).");
        }
        return Streaming.send(steps, request, listener, cancellation, pause);
    }

    /** The steps of the longest known question in the prompt, since one question may contain another. */
    private @Nullable String stepsFor(String prompt) {
        String longest = "";
        for (String question : stepsByQuestion.keySet()) {
            if (question.length() > longest.length() && prompt.contains(question)) {
                longest = question;
            }
        }
        return stepsByQuestion.get(longest);
    }

    private static ModelException cannot(String message) {
        return new ModelException(ModelException.Kind.CANNOT, message, List.of(), null);
    }

    private static String fold(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
