package dev.tracewright.store;

import org.jspecify.annotations.Nullable;

/**
 * Somebody reviewed the steps of a delegation, or took that back.
 *
 * @param id stable key
 * @param callKey the digest of the delegation
 * @param planId the delegator's own version
 * @param reviewedId the version that the reviewer left, which is {@code planId} where nothing had to be changed; null when the
 *     review before is taken back
 * @param reviewer who reviewed
 * @param source the model whose proposals the reviewer took over, or null
 * @param at epoch milliseconds
 */
public record ReviewEvent(
        String id,
        String callKey,
        String planId,
        @Nullable String reviewedId,
        String reviewer,
        @Nullable String source,
        long at) {}
