package dev.tracewright.store;

/**
 * How a version of delegated steps differs from the delegator's own.
 *
 * @param id the version's key
 * @param originalId the key of the delegator's own
 * @param inserted how many steps are new
 * @param deleted how many are gone
 * @param moved how many stand at another place
 * @param reworded how many have other words
 */
public record PlanChange(String id, String originalId, int inserted, int deleted, int moved, int reworded) {}
