package dev.tracewright.analysis;

/**
 * The plans that a delegator wrote for a data set, and what people made of them.
 *
 * @param dataset the data set's name
 * @param delegator who wrote them
 * @param plans how many plans
 * @param effort what writing them took
 * @param changed how many of them somebody changed and had solved
 * @param inserted how many steps were inserted, all changed plans together
 * @param deleted how many steps were deleted
 * @param moved how many steps were moved
 * @param reworded how many steps were reworded
 * @param editingSeconds how long people worked on the changed plans, pauses left out
 */
public record DelegationGroup(
        String dataset,
        String delegator,
        long plans,
        Effort effort,
        long changed,
        long inserted,
        long deleted,
        long moved,
        long reworded,
        double editingSeconds) {}
