package dev.tracewright.store;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One item of the queue: a response to be judged, delegated steps that a study wants reviewed before they are solved with, or a
 * problem that nobody has solved yet.
 *
 * @param problem the problem (one instance shared by all its rows)
 * @param responseId the response, or null for a problem without any
 * @param planId the plan version of the response or of the review; for a problem without response its latest plan; or null
 * @param planVersion that plan's version, or 0
 * @param approach the response's approach, or null
 * @param delegator the delegator's name, or null
 * @param solver the solver's name, or null
 * @param label the annotator's current label
 * @param labelledAt when it was made in epoch milliseconds, or 0
 * @param drafted whether the annotator has unsolved edits to the plan
 * @param review what a study wants reviewed, or null where this is no review
 */
public record ItemRow(
        Problem problem,
        @Nullable String responseId,
        @Nullable String planId,
        int planVersion,
        @Nullable Approach approach,
        @Nullable String delegator,
        @Nullable String solver,
        Label label,
        long labelledAt,
        boolean drafted,
        @Nullable Review review) {

    /**
     * Delegated steps that a study solves with only after somebody has reviewed them.
     *
     * @param callKey the digest of the delegation
     * @param reviewer who has reviewed them, or null while they wait
     */
    public record Review(String callKey, @Nullable String reviewer) {
        /** Whether nobody has reviewed the steps yet. */
        public boolean waits() {
            return reviewer == null;
        }
    }

    /** An item that is no review. */
    public ItemRow(
            Problem problem,
            @Nullable String responseId,
            @Nullable String planId,
            int planVersion,
            @Nullable Approach approach,
            @Nullable String delegator,
            @Nullable String solver,
            Label label,
            long labelledAt,
            boolean drafted) {
        this(problem, responseId, planId, planVersion, approach, delegator, solver, label, labelledAt, drafted, null);
    }

    /** Identifies the item within its session. */
    public String key() {
        if (responseId != null) {
            return responseId;
        }
        return review != null ? "review:" + review.callKey() : "problem:" + problem.id();
    }

    /** The same item with another label. */
    public ItemRow withLabel(Label newLabel, long at) {
        return new ItemRow(
                problem, responseId, planId, planVersion, approach, delegator, solver, newLabel, at, drafted, review);
    }

    /** The same item with another plan. */
    public ItemRow withPlan(Plan plan) {
        return new ItemRow(
                problem,
                responseId,
                plan.id(),
                plan.version(),
                approach,
                plan.delegator(),
                solver,
                label,
                labelledAt,
                drafted,
                review);
    }

    /** The same item with unsolved edits or without. */
    public ItemRow withDrafted(boolean nowDrafted) {
        return new ItemRow(
                problem,
                responseId,
                planId,
                planVersion,
                approach,
                delegator,
                solver,
                label,
                labelledAt,
                nowDrafted,
                review);
    }

    /** The same review, made by this person, or waiting again where that is null. */
    public ItemRow reviewedBy(@Nullable String reviewer) {
        return new ItemRow(
                problem,
                responseId,
                planId,
                planVersion,
                approach,
                delegator,
                solver,
                label,
                labelledAt,
                drafted,
                review == null ? null : new Review(review.callKey(), reviewer));
    }
}
