package dev.tracewright.store;

import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing that a run writes down; several go into one transaction. */
public sealed interface RunEntry {
    /** The digest of the call that it is about. */
    String callKey();

    /**
     * An attempt is about to be sent; {@code attempt} says that it broke off, which is true until it has ended.
     *
     * @param endpoint the endpoint's name
     */
    record Begun(String callKey, String studyId, String endpoint, CallAttempt attempt) implements RunEntry {}

    /**
     * An attempt has ended.
     *
     * @param attempt has the id with which it began
     * @param cost what it cost, to a billionth, or null where that is not known
     * @param currency what the cost is in; null exactly when the cost is
     */
    record Ended(
            String callKey,
            CallAttempt attempt,
            @Nullable BigDecimal cost,
            @Nullable String currency) implements RunEntry {}

    /** A delegator's answer is a plan, unless the call is settled already. */
    record Planned(String callKey, Plan plan, String notes, long at) implements RunEntry {}

    /** A solver's answer is kept, unless the call is settled already. */
    record Answered(String callKey, Response response, String notes, long at) implements RunEntry {}

    /**
     * Somebody has reviewed the steps of a delegation, unless another was quicker.
     *
     * @param plan what they left: a new version, or the delegator's own
     * @param id key of the {@link ReviewEvent}
     * @param source the model whose proposals the reviewer took over, or null
     */
    record Reviewed(
            String callKey,
            Plan plan,
            String id,
            String reviewer,
            @Nullable String source,
            long at) implements RunEntry {}

    /**
     * A review is taken back, unless the reviewed steps have been sent to a solver.
     *
     * @param id key of the {@link ReviewEvent}
     */
    record ReviewTakenBack(String callKey, String id, String reviewer, long at) implements RunEntry {}

    /** The call is given up, unless it is settled already. */
    record GaveUp(String callKey, String why, long at) implements RunEntry {}

    /** That the call was given up is forgotten. */
    record Forgotten(String callKey) implements RunEntry {}

    /**
     * What has come of a call.
     *
     * @param planId the delegator's plan, or null
     * @param reviewedId the version that a review made of it, or null
     * @param responseId the solver's response, or null
     * @param trouble why it was given up, or null
     */
    record Result(
            String callKey,
            @Nullable String planId,
            @Nullable String reviewedId,
            @Nullable String responseId,
            @Nullable String trouble) {}

    /**
     * What an attempt took; token counts are null where the server did not count.
     *
     * @param status the HTTP status, or 0 when none came
     * @param cost what it cost when it was made, or null where that was not known
     * @param currency what the cost is in; null exactly when the cost is
     */
    record Usage(
            String callKey,
            String endpoint,
            String model,
            long millis,
            int status,
            @Nullable Integer promptTokens,
            @Nullable Integer outputTokens,
            @Nullable BigDecimal cost,
            @Nullable String currency) {}
}
