package dev.tracewright.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models of a study.
 *
 * @param delegators who writes steps for every solver, in order; may be empty
 * @param solvers who answers, in order
 * @param reflexive whether each solver also follows the steps that it wrote itself
 * @param verifier who checks the steps where the review is a verifier's, or null; without such a review only recorded
 */
public record StudyModels(
        List<ModelRef> delegators,
        List<ModelRef> solvers,
        boolean reflexive,
        @Nullable ModelRef verifier) {
    /**
     * Who follows whose steps.
     *
     * @param delegator who writes them
     * @param solver who follows them
     */
    public record Pair(ModelRef delegator, ModelRef solver) {}

    public StudyModels {
        delegators = List.copyOf(delegators);
        solvers = List.copyOf(solvers);
    }

    /** Every delegator with every solver and, when reflexive, every solver with itself; each pair once. */
    public List<Pair> pairs() {
        LinkedHashSet<Pair> pairs = new LinkedHashSet<>();
        for (ModelRef solver : solvers) {
            delegators.forEach(delegator -> pairs.add(new Pair(delegator, solver)));
            if (reflexive) {
                pairs.add(new Pair(solver, solver));
            }
        }
        return new ArrayList<>(pairs);
    }
}
