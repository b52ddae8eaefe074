package dev.tracewright.experiment;

import dev.tracewright.llm.ChatModel;
import org.jspecify.annotations.Nullable;

/** What a run has to know about the models of its plan. */
public interface RunModels {
    /**
     * The model to ask; the same object for the same reference.
     *
     * @throws IllegalArgumentException when it is not configured
     */
    ChatModel model(ModelRef ref);

    /** How many calls this endpoint takes at once, at least 1. */
    int parallel(String endpoint);

    /** What this many tokens cost, in one currency for the whole run, or null where the price or a count is unknown. */
    @Nullable
    Money cost(ModelRef ref, @Nullable Integer promptTokens, @Nullable Integer outputTokens);
}
