package dev.tracewright.experiment;

import dev.tracewright.experiment.TemplateLibrary.Entry;
import dev.tracewright.experiment.TemplateLibrary.Found;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a study: everything that is asked once for each problem and repetition, each once, whatever is named twice in
 * the plan.
 *
 * @param delegations who is asked for steps, and how
 * @param solutions who is asked for an answer, and how; the arms apart
 */
record StudyCells(List<DelegationCell> delegations, List<SolutionCell> solutions) {
    /** A delegator with a template. */
    record DelegationCell(ModelRef model, Entry template) {}

    /**
     * A solver with a template.
     *
     * @param delegation whose steps it follows; null exactly when the approach has none
     */
    record SolutionCell(
            ModelRef model,
            Approach approach,
            Entry template,
            @Nullable DelegationCell delegation) {}

    /** @throws IllegalArgumentException in a sentence, when a template is unknown, for something else or cannot be used */
    static StudyCells of(StudyPlan plan, TemplateLibrary library) {
        TemplateLibrary all = library.with(plan.templates());
        LinkedHashSet<DelegationCell> delegations = new LinkedHashSet<>();
        LinkedHashSet<SolutionCell> solutions = new LinkedHashSet<>();
        List<Found> prompts = new ArrayList<>();
        List<Entry> asking = new ArrayList<>();
        for (StudyPrompt prompt : plan.prompts()) {
            Found found = all.find(prompt);
            if (prompts.stream().anyMatch(found::sameAs)) {
                continue;
            }
            prompts.add(found);
            if (found.delegation() == null) {
                plan.models()
                        .solvers()
                        .forEach(solver ->
                                solutions.add(new SolutionCell(solver, prompt.approach(), found.template(), null)));
                continue;
            }
            Entry delegation = sameText(asking, found.delegation());
            for (StudyModels.Pair pair : plan.models().pairs()) {
                DelegationCell steps = new DelegationCell(pair.delegator(), delegation);
                delegations.add(steps);
                solutions.add(new SolutionCell(pair.solver(), prompt.approach(), found.template(), steps));
            }
        }
        return new StudyCells(List.copyOf(delegations), List.copyOf(solutions));
    }

    /** The first template with this text, so that steps asked for in the same words are asked for once. */
    private static Entry sameText(List<Entry> asking, Entry entry) {
        for (Entry before : asking) {
            if (before.template().equals(entry.template())) {
                return before;
            }
        }
        asking.add(entry);
        return entry;
    }

    /** The delegations of a problem whose steps the verifier checks. */
    List<DelegationCell> verifications(StudyPlan plan, Problem problem) {
        return delegations.stream()
                .filter(cell -> plan.verifies(problem, cell.model()))
                .toList();
    }

    /** With which versions of its steps a cell answers a problem. */
    static List<Arm> arms(StudyPlan plan, SolutionCell cell, Problem problem) {
        DelegationCell delegation = cell.delegation();
        if (delegation == null || !plan.reviews(problem, delegation.model())) {
            return List.of(Arm.ORIGINAL);
        }
        return plan.review().arms().stream().sorted().toList();
    }
}
