package dev.tracewright.store;

import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
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

    /** An attempt has ended; {@code attempt} has the id with which it began. */
    record Ended(String callKey, CallAttempt attempt) implements RunEntry {}

    /** A delegator's answer is a plan, unless the call is settled already. */
    record Planned(String callKey, Plan plan, String notes, long at) implements RunEntry {}

    /** A solver's answer is kept, unless the call is settled already. */
    record Answered(String callKey, Response response, String notes, long at) implements RunEntry {}

    /** A review has led to this plan: a new version, or the one that was there. */
    record Reviewed(String callKey, Plan plan) implements RunEntry {}

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

    /** What an attempt took; token counts are null where the server did not count. */
    record Usage(
            String callKey,
            String endpoint,
            String model,
            @Nullable Integer promptTokens,
            @Nullable Integer outputTokens) {}
}
