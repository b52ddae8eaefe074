package dev.tracewright.store;

import dev.tracewright.trace.Steps;

/**
 * A version of delegated steps that was solved with, beside the delegator's own.
 *
 * @param id the version's key
 * @param originalId the key of the delegator's own
 * @param original the delegator's steps
 * @param present the version's steps
 */
public record UnreadPlan(String id, String originalId, Steps original, Steps present) {}
