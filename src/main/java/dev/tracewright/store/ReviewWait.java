package dev.tracewright.store;

/**
 * A call of a study that waits until somebody has reviewed the steps it is to follow.
 *
 * @param delegationKey the digest of the delegation whose steps are reviewed
 * @param solveKey the digest of the solution that follows the reviewed steps
 */
public record ReviewWait(String delegationKey, String solveKey) {}
