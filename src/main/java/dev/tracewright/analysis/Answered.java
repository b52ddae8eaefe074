package dev.tracewright.analysis;

import java.util.List;
import java.util.Map;

/**
 * Everything that results are made of: the answers that a filter lets through, counted.
 *
 * @param filter which answers
 * @param groups all of them, each in one group
 * @param efforts what all answers of a cell took together
 * @param pairs problems answered in two cells of one solver and data set, each pair of cells once
 * @param delegations the plans of every delegator and data set
 * @param lengths the answers to delegated steps that have been read, by length, each in one group
 * @param panels the answers that two annotators or more judged, each in one group
 * @param unread how many of the answers have not been read yet, so that nothing is known of their steps and of what the program
 *     would say
 * @param demonstration whether these are answers of demonstration material, and their figures no results of any model
 * @param leftOut how many answers pass the filter and are of the other kind, so that they are in none of this
 */
public record Answered(
        ResultFilter filter,
        List<AnswerGroup> groups,
        Map<Cell, Effort> efforts,
        List<PairGroup> pairs,
        List<DelegationGroup> delegations,
        List<LengthGroup> lengths,
        List<PanelGroup> panels,
        long unread,
        boolean demonstration,
        long leftOut) {
    public Answered {
        groups = List.copyOf(groups);
        efforts = Map.copyOf(efforts);
        pairs = List.copyOf(pairs);
        delegations = List.copyOf(delegations);
        lengths = List.copyOf(lengths);
        panels = List.copyOf(panels);
    }
}
