package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import java.util.Set;

/**
 * Which answers the results are about; an empty set stands for any.
 *
 * @param words words that all must occur in question, data set, solver, delegator, the problem's number or a note of who counts; empty
 *     for any
 * @param datasets the data sets
 * @param approaches the approaches
 * @param delegators the delegators; answers without delegated steps always pass
 * @param solvers the solvers
 * @param annotators whose labels count
 * @param levels the problems' levels
 * @param subjects the problems' subjects
 * @param findings the findings of which one must have been made
 * @param flags the personal flags of which who counts must have set one
 * @param suggestions whether the program's suggestion stands in where nobody has labelled; what is shown then says so
 * @param demonstration whether the answers are those of demonstration material, where the session has other ones, too; they are never
 *     counted together, and where there is one kind only, it is that one
 */
public record ResultFilter(
        String words,
        Set<String> datasets,
        Set<Approach> approaches,
        Set<String> delegators,
        Set<String> solvers,
        Set<String> annotators,
        Set<String> levels,
        Set<String> subjects,
        Set<Finding> findings,
        Set<Flag> flags,
        boolean suggestions,
        boolean demonstration) {
    /** Every answer, people's labels only. */
    public static final ResultFilter ALL = new ResultFilter(
            "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false);

    public ResultFilter {
        words = words.strip();
        datasets = Set.copyOf(datasets);
        approaches = Set.copyOf(approaches);
        delegators = Set.copyOf(delegators);
        solvers = Set.copyOf(solvers);
        annotators = Set.copyOf(annotators);
        levels = Set.copyOf(levels);
        subjects = Set.copyOf(subjects);
        findings = Set.copyOf(findings);
        flags = Set.copyOf(flags);
    }

    /** Whether some answers may be left out. */
    public boolean narrows() {
        return !ALL.withSuggestions(suggestions)
                .withDemonstration(demonstration)
                .equals(this);
    }

    public ResultFilter withWords(String wanted) {
        return new ResultFilter(
                wanted,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withDatasets(Set<String> wanted) {
        return new ResultFilter(
                words,
                wanted,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withApproaches(Set<Approach> wanted) {
        return new ResultFilter(
                words,
                datasets,
                wanted,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withDelegators(Set<String> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                wanted,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withSolvers(Set<String> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                wanted,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withAnnotators(Set<String> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                wanted,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withLevels(Set<String> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                wanted,
                subjects,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withSubjects(Set<String> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                wanted,
                findings,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withFindings(Set<Finding> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                wanted,
                flags,
                suggestions,
                demonstration);
    }

    public ResultFilter withFlags(Set<Flag> wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                wanted,
                suggestions,
                demonstration);
    }

    public ResultFilter withSuggestions(boolean wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                wanted,
                demonstration);
    }

    public ResultFilter withDemonstration(boolean wanted) {
        return new ResultFilter(
                words,
                datasets,
                approaches,
                delegators,
                solvers,
                annotators,
                levels,
                subjects,
                findings,
                flags,
                suggestions,
                wanted);
    }
}
