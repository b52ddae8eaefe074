package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import java.util.Set;
import java.util.function.Consumer;

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
 * @param adjudicators whose verdict stands alone where they gave one, whatever others say; here the empty set stands for nobody
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
        Set<String> adjudicators,
        Set<String> levels,
        Set<String> subjects,
        Set<Finding> findings,
        Set<Flag> flags,
        boolean suggestions,
        boolean demonstration) {
    /** Every answer, people's labels only. */
    public static final ResultFilter ALL = new ResultFilter(
            "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
            false, false);

    public ResultFilter {
        words = words.strip();
        datasets = Set.copyOf(datasets);
        approaches = Set.copyOf(approaches);
        delegators = Set.copyOf(delegators);
        solvers = Set.copyOf(solvers);
        annotators = Set.copyOf(annotators);
        adjudicators = Set.copyOf(adjudicators);
        levels = Set.copyOf(levels);
        subjects = Set.copyOf(subjects);
        findings = Set.copyOf(findings);
        flags = Set.copyOf(flags);
    }

    /** Whether some answers may be left out. */
    public boolean narrows() {
        return !ALL.withAdjudicators(adjudicators)
                .withSuggestions(suggestions)
                .withDemonstration(demonstration)
                .equals(this);
    }

    public ResultFilter withWords(String wanted) {
        return changed(next -> next.words = wanted);
    }

    public ResultFilter withDatasets(Set<String> wanted) {
        return changed(next -> next.datasets = wanted);
    }

    public ResultFilter withApproaches(Set<Approach> wanted) {
        return changed(next -> next.approaches = wanted);
    }

    public ResultFilter withDelegators(Set<String> wanted) {
        return changed(next -> next.delegators = wanted);
    }

    public ResultFilter withSolvers(Set<String> wanted) {
        return changed(next -> next.solvers = wanted);
    }

    public ResultFilter withAnnotators(Set<String> wanted) {
        return changed(next -> next.annotators = wanted);
    }

    public ResultFilter withAdjudicators(Set<String> wanted) {
        return changed(next -> next.adjudicators = wanted);
    }

    public ResultFilter withLevels(Set<String> wanted) {
        return changed(next -> next.levels = wanted);
    }

    public ResultFilter withSubjects(Set<String> wanted) {
        return changed(next -> next.subjects = wanted);
    }

    public ResultFilter withFindings(Set<Finding> wanted) {
        return changed(next -> next.findings = wanted);
    }

    public ResultFilter withFlags(Set<Flag> wanted) {
        return changed(next -> next.flags = wanted);
    }

    public ResultFilter withSuggestions(boolean wanted) {
        return changed(next -> next.suggestions = wanted);
    }

    public ResultFilter withDemonstration(boolean wanted) {
        return changed(next -> next.demonstration = wanted);
    }

    private ResultFilter changed(Consumer<Draft> change) {
        Draft next = new Draft(this);
        change.accept(next);
        return next.filter();
    }

    /** A filter that is being changed. */
    private static final class Draft {
        private String words;
        private Set<String> datasets;
        private Set<Approach> approaches;
        private Set<String> delegators;
        private Set<String> solvers;
        private Set<String> annotators;
        private Set<String> adjudicators;
        private Set<String> levels;
        private Set<String> subjects;
        private Set<Finding> findings;
        private Set<Flag> flags;
        private boolean suggestions;
        private boolean demonstration;

        Draft(ResultFilter from) {
            words = from.words;
            datasets = from.datasets;
            approaches = from.approaches;
            delegators = from.delegators;
            solvers = from.solvers;
            annotators = from.annotators;
            adjudicators = from.adjudicators;
            levels = from.levels;
            subjects = from.subjects;
            findings = from.findings;
            flags = from.flags;
            suggestions = from.suggestions;
            demonstration = from.demonstration;
        }

        ResultFilter filter() {
            return new ResultFilter(
                    words,
                    datasets,
                    approaches,
                    delegators,
                    solvers,
                    annotators,
                    adjudicators,
                    levels,
                    subjects,
                    findings,
                    flags,
                    suggestions,
                    demonstration);
        }
    }
}
