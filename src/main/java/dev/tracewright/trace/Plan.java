package dev.tracewright.trace;

import org.jspecify.annotations.Nullable;

/**
 * One immutable version of the delegated steps for a problem.
 *
 * @param id stable key
 * @param problemId the problem it is for
 * @param parentId the version it was made from, or null for a delegator's own
 * @param version 1 for the delegator's own, then counting up along the parents
 * @param origin who made this version
 * @param author the delegator's model name, or the person's or verifier's name
 * @param delegator the model that wrote the version this one descends from
 * @param prompt the delegation prompt, or null where unknown
 * @param steps the delegated text with its cuts
 * @param createdAt epoch milliseconds
 */
public record Plan(
        String id,
        String problemId,
        @Nullable String parentId,
        int version,
        Origin origin,
        String author,
        String delegator,
        @Nullable String prompt,
        Steps steps,
        long createdAt) {

    /** Who made a version of a plan. */
    public enum Origin {
        DELEGATOR,
        PERSON,
        VERIFIER
    }
}
