package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import java.util.Set;

/**
 * Which answers the results are about; an empty set stands for any.
 *
 * @param datasets the data sets
 * @param approaches the approaches
 * @param delegators the delegators; answers without delegated steps always pass
 * @param solvers the solvers
 * @param annotators whose labels count
 * @param levels the problems' levels
 * @param subjects the problems' subjects
 * @param findings the findings of which one must have been made
 * @param suggestions whether the program's suggestion stands in where nobody has labelled; what is shown then says so
 * @param demonstration whether the answers are those of demonstration material, where the session has other ones, too; they are never
 *     counted together, and where there is one kind only, it is that one
 */
public record ResultFilter(
        Set<String> datasets,
        Set<Approach> approaches,
        Set<String> delegators,
        Set<String> solvers,
        Set<String> annotators,
        Set<String> levels,
        Set<String> subjects,
        Set<Finding> findings,
        boolean suggestions,
        boolean demonstration) {
    /** Every answer, people's labels only. */
    public static final ResultFilter ALL = new ResultFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false);

    public ResultFilter {
        datasets = Set.copyOf(datasets);
        approaches = Set.copyOf(approaches);
        delegators = Set.copyOf(delegators);
        solvers = Set.copyOf(solvers);
        annotators = Set.copyOf(annotators);
        levels = Set.copyOf(levels);
        subjects = Set.copyOf(subjects);
        findings = Set.copyOf(findings);
    }

    /** The same answers of one kind or the other. */
    public ResultFilter withDemonstration(boolean wanted) {
        return new ResultFilter(
                datasets, approaches, delegators, solvers, annotators, levels, subjects, findings, suggestions, wanted);
    }
}
