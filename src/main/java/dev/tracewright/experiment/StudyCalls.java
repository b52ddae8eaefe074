package dev.tracewright.experiment;

import dev.tracewright.experiment.StudyCells.DelegationCell;
import dev.tracewright.experiment.StudyCells.SolutionCell;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The calls of a study in the order in which they are made, so that a run that stops early is a fair sample: problem by
 * problem, within one repetition by repetition, and there first every delegation, then every verification, then every solution. No cell (model,
 * prompt, arm, delegator) is ever more than one problem ahead of another. The calls are made while they are read.
 *
 * <p>A key is the SHA-256 digest of what decides the call: for a delegation the endpoint's name, the model, the problem's id, the
 * prompt, the settings and the repetition; for a solution the same with approach and arm, the prompt without its steps, and
 * the key of the delegation, or of the verification that it follows; for a verification the key of the delegation and the
 * verifier's prompt. Names of templates, the plan's name and its seed are not in it.
 */
public final class StudyCalls implements Iterable<StudyCall> {
    private final StudyPlan plan;
    private final StudyCells cells;
    private final List<Problem> problems;
    private final String delegationSettings;
    private final String solutionSettings;

    /**
     * The calls of a plan for these problems.
     *
     * @param library what the plan's templates are found in, those that it brings along apart
     * @param problems the chosen ones ({@link StudySample}); of problems with the same id the first is asked
     * @throws IllegalArgumentException in a sentence, when a template is unknown or cannot be used for what the plan wants;
     *     {@link StudyCheck} tells all of that before
     */
    public StudyCalls(StudyPlan plan, TemplateLibrary library, Collection<Problem> problems) {
        this.plan = plan;
        this.cells = StudyCells.of(plan, library);
        Map<String, Problem> once = new LinkedHashMap<>();
        problems.forEach(problem -> once.putIfAbsent(problem.id(), problem));
        this.problems = List.copyOf(once.values());
        this.delegationSettings = digest(plan.delegation());
        this.solutionSettings = digest(plan.solution());
    }

    /** How many calls there are. */
    public long size() {
        return delegations() + verifications() + solutions();
    }

    /** How many calls to delegators there are. */
    public long delegations() {
        return (long) problems.size() * plan.repetitions() * cells.delegations().size();
    }

    /** How many calls to the verifier there are. */
    public long verifications() {
        return plan.repetitions()
                * problems.stream()
                        .mapToLong(problem -> cells.verifications(plan, problem).size())
                        .sum();
    }

    /** How many calls to solvers there are, both arms counted. */
    public long solutions() {
        return problems.stream().mapToLong(this::solutions).sum() * plan.repetitions();
    }

    private long solutions(Problem problem) {
        return cells.solutions().stream()
                .mapToLong(cell -> StudyCells.arms(plan, cell, problem).size())
                .sum();
    }

    @Override
    public Iterator<StudyCall> iterator() {
        return new Reading();
    }

    /** The calls in order, made one problem and repetition at a time. */
    public Stream<StudyCall> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Makes the calls of the next problem and repetition when those before have been read. */
    private final class Reading implements Iterator<StudyCall> {
        private final Map<PromptTemplate, String> prompts = new HashMap<>();
        private Iterator<StudyCall> made = Collections.emptyIterator();
        private int problem;
        private int repetition;

        @Override
        public boolean hasNext() {
            while (!made.hasNext() && problem < problems.size()) {
                made = calls(problems.get(problem), repetition, prompts).iterator();
                repetition++;
                if (repetition == plan.repetitions()) {
                    repetition = 0;
                    problem++;
                    prompts.clear();
                }
            }
            return made.hasNext();
        }

        @Override
        public StudyCall next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the study has no more calls");
            }
            return made.next();
        }
    }

    /** @param prompts digests of the problem's prompts so far, which are the same in every repetition */
    private List<StudyCall> calls(Problem problem, int repetition, Map<PromptTemplate, String> prompts) {
        Map<DelegationCell, StudyCall.Delegate> delegations = new HashMap<>();
        List<StudyCall> calls = new ArrayList<>();
        for (DelegationCell cell : cells.delegations()) {
            String prompt = prompts.computeIfAbsent(
                    cell.template().template(), template -> Digests.digest(template.fill(problem.question())));
            StudyCall.Delegate call = delegate(problem, cell, prompt, repetition);
            delegations.put(cell, call);
            calls.add(call);
        }
        Map<DelegationCell, StudyCall.Verify> verifications = new HashMap<>();
        for (DelegationCell cell : cells.verifications(plan, problem)) {
            StudyCall.Verify call = verify(Objects.requireNonNull(delegations.get(cell)));
            verifications.put(cell, call);
            calls.add(call);
        }
        for (SolutionCell cell : cells.solutions()) {
            String prompt = prompts.computeIfAbsent(
                    cell.template().template(),
                    template -> Digests.digest(TemplateLibrary.preview(cell.template(), problem, null)));
            for (Arm arm : StudyCells.arms(plan, cell, problem)) {
                StudyCall.Delegate steps = cell.delegation() == null ? null : delegations.get(cell.delegation());
                StudyCall.Verify checked = arm == Arm.ORIGINAL ? null : verifications.get(cell.delegation());
                StudyCall.Planning followed = checked == null ? steps : checked;
                calls.add(new StudyCall.Solve(
                        Digests.digest(
                                "solve",
                                cell.model().endpoint(),
                                cell.model().model(),
                                problem.id(),
                                cell.approach().key(),
                                prompt,
                                solutionSettings,
                                Integer.toString(repetition),
                                arm.key(),
                                followed == null ? "" : followed.key()),
                        problem,
                        cell.model(),
                        cell.approach(),
                        cell.template().template(),
                        cell.template().id().toString(),
                        plan.solution(),
                        repetition,
                        steps,
                        arm,
                        checked));
            }
        }
        return calls;
    }

    private StudyCall.Verify verify(StudyCall.Delegate delegation) {
        ModelRef verifier = Objects.requireNonNull(plan.models().verifier());
        String key = Digests.digest(
                "verify",
                verifier.endpoint(),
                verifier.model(),
                delegation.problem().id(),
                Digests.digest(Verification.TEMPLATE.text()),
                delegationSettings,
                delegation.key());
        return new StudyCall.Verify(
                key, delegation.problem(), verifier, plan.delegation(), delegation.repetition(), delegation);
    }

    private StudyCall.Delegate delegate(Problem problem, DelegationCell cell, String prompt, int repetition) {
        String key = Digests.digest(
                "delegate",
                cell.model().endpoint(),
                cell.model().model(),
                problem.id(),
                prompt,
                delegationSettings,
                Integer.toString(repetition));
        return new StudyCall.Delegate(
                key,
                problem,
                cell.model(),
                cell.template().template(),
                cell.template().id().toString(),
                plan.delegation(),
                repetition);
    }

    /**
     * Tells settings apart: a missing value is none of the possible ones, and every stop text is a field of its own. A context
     * stands around the rest, so that calls without one have the keys they had before there was any.
     */
    private static String digest(CallSettings settings) {
        List<String> fields = new ArrayList<>();
        fields.add(settings.system() == null ? "none" : "system " + settings.system());
        fields.add(Objects.toString(settings.temperature(), "none"));
        fields.add(Objects.toString(settings.topP(), "none"));
        fields.add(Objects.toString(settings.maxTokens(), "none"));
        fields.add(Objects.toString(settings.seed(), "none"));
        fields.addAll(settings.stop());
        String rest = Digests.digest(fields.toArray(String[]::new));
        return settings.context() == null
                ? rest
                : Digests.digest("context", settings.context().toString(), rest);
    }
}
