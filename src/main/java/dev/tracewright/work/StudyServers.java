package dev.tracewright.work;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.llm.ChatModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models that studies may ask: those of the configured endpoints, and the offline ones. May be called from any thread. */
public interface StudyServers {
    /** The endpoint name under which plans find the offline demonstration models. */
    String OFFLINE = "offline";

    /** Every endpoint's name with its models; an endpoint without any is asked for whatever a plan names. */
    Map<String, List<String>> models();

    /**
     * Opens a model; nothing is sent before it is asked. All models of an endpoint share its limits, whichever study asks.
     *
     * @throws IllegalArgumentException in a sentence, when there is no such endpoint
     */
    ChatModel model(ModelRef ref);

    /** How many calls an endpoint takes at once, at least 1; 1 for an unknown one. */
    int parallel(String endpoint);

    /** What a model costs, or null where nobody has said; what runs on this machine costs nothing. */
    Estimate.@Nullable Price price(ModelRef ref);

    /** Why an endpoint cannot be asked now, such as a key that is not set: one sentence, or null. Sends nothing. */
    @Nullable
    String trouble(String endpoint);
}
