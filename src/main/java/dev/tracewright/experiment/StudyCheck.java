package dev.tracewright.experiment;

import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells everything that would make a run of a plan fail or be worth nothing, before anything is sent. */
public final class StudyCheck {
    private static final int MOST_NAMED = 8;

    private final StudyPlan plan;
    private final List<String> found = new ArrayList<>();

    private StudyCheck(StudyPlan plan) {
        this.plan = plan;
    }

    /**
     * What is wrong with a plan here and now.
     *
     * @param library the templates there are, those that the plan brings along apart
     * @param knownModels for every endpoint its models; an endpoint without any is asked for whatever the plan names
     * @param problems what the plan's source holds, before filters and sample; null where it could not be read
     * @return one sentence each; empty when the study can run
     */
    public static List<String> problems(
            StudyPlan plan,
            TemplateLibrary library,
            Map<String, ? extends Collection<String>> knownModels,
            @Nullable Collection<Problem> problems) {
        StudyCheck check = new StudyCheck(plan);
        check.prompts(library);
        check.models(knownModels);
        if (problems != null) {
            check.data(problems);
        }
        return List.copyOf(check.found);
    }

    private void prompts(TemplateLibrary library) {
        TemplateLibrary all = library;
        for (OwnTemplate own : plan.templates()) {
            try {
                all = all.with(List.of(own));
            } catch (IllegalArgumentException e) {
                found.add(Objects.requireNonNull(e.getMessage()));
            }
        }
        if (plan.prompts().isEmpty()) {
            found.add("The study has no prompt: choose at least one approach.");
        }
        List<TemplateLibrary.Found> before = new ArrayList<>();
        int number = 0;
        for (StudyPrompt prompt : plan.prompts()) {
            number++;
            try {
                TemplateLibrary.Found asked = all.find(prompt);
                for (int i = 0; i < before.size(); i++) {
                    if (asked.sameAs(before.get(i))) {
                        found.add("Prompt " + number + ", " + prompt + ", asks in the same words as "
                                + before.get(i).prompt() + "; leave one of them out.");
                        break;
                    }
                }
                before.add(asked);
            } catch (IllegalArgumentException e) {
                found.add("Prompt " + number + ", " + prompt.approach().key() + ": " + e.getMessage());
            }
        }
    }

    private void models(Map<String, ? extends Collection<String>> known) {
        StudyModels models = plan.models();
        if (models.solvers().isEmpty()) {
            found.add("The study has no solver: choose at least one.");
        }
        boolean delegates = plan.prompts().stream().anyMatch(prompt -> prompt.approach() == Approach.TRACE_OF_THOUGHT);
        if (delegates && models.delegators().isEmpty() && !models.reflexive()) {
            found.add("Trace-of-Thought needs a delegator: choose one, or let every solver be its own.");
        }
        Set<ModelRef> told = new HashSet<>();
        models("delegator", models.delegators(), known, told);
        models("solver", models.solvers(), known, told);
        if (models.verifier() != null) {
            models("verifier", List.of(models.verifier()), known, told);
        }
    }

    private void models(
            String role, List<ModelRef> models, Map<String, ? extends Collection<String>> known, Set<ModelRef> told) {
        Set<ModelRef> seen = new HashSet<>();
        Set<ModelRef> twice = new HashSet<>();
        for (ModelRef model : models) {
            if (!seen.add(model) && twice.add(model)) {
                found.add("The " + role + " " + model + " is named more than once.");
            }
            String wrong = unknown(model, known);
            if (wrong != null && told.add(model)) {
                found.add("The " + role + " " + model + " is unknown: " + wrong);
            }
        }
    }

    private static @Nullable String unknown(ModelRef model, Map<String, ? extends Collection<String>> known) {
        Collection<String> there = known.get(model.endpoint());
        if (there == null) {
            return "there is no endpoint '" + model.endpoint() + "'"
                    + meant(model.endpoint(), known.keySet(), "endpoints");
        }
        if (there.isEmpty() || there.contains(model.model())) {
            return null;
        }
        return "the endpoint '" + model.endpoint() + "' has no model '" + model.model() + "'"
                + meant(model.model(), there, "models");
    }

    private void data(Collection<Problem> problems) {
        DataSelection data = plan.data();
        List<Problem> all = StudySample.inSource(data, problems);
        if (all.isEmpty()) {
            found.add(
                    switch (data.source()) {
                        case DataSelection.Source.Session(String dataset) ->
                            "The session has no problem of the data set '" + dataset + "'"
                                    + meant(dataset, names(problems, Problem::dataset), "data sets");
                        case DataSelection.Source.Bundled(String dataset) ->
                            "The bundled data set '" + dataset + "' has no problem.";
                        case DataSelection.Source.File(String path, var mapping) ->
                            "The file '" + path + "' has no problem.";
                    });
            return;
        }
        filter("level", data.levels(), names(all, Problem::level));
        filter("subject", data.subjects(), names(all, Problem::subject));
        List<Problem> chosen = StudySample.of(plan, problems);
        if (chosen.isEmpty()) {
            boolean range = data.sample() instanceof Sample.Range;
            found.add("None of the " + all.size() + " problems of the data set "
                    + (range ? "has a number in the range and passes the filters." : "passes the filters."));
        } else if (chosen.stream().allMatch(problem -> problem.answer().isBlank())) {
            found.add("None of the " + chosen.size()
                    + " chosen problems has an answer in the data set, so no output could be judged.");
        }
        if (!chosen.isEmpty() && !anyReviewed(chosen)) {
            found.add("The share of steps to review is so small that none of those of the " + chosen.size()
                    + " chosen problems was drawn; raise it, or review none.");
        }
    }

    /** Whether a share of reviews that was asked for hits anything. */
    private boolean anyReviewed(List<Problem> chosen) {
        List<ModelRef> delegators = plan.models().pairs().stream()
                .map(StudyModels.Pair::delegator)
                .distinct()
                .toList();
        return !(plan.review().extent() instanceof Review.Extent.Share)
                || delegators.isEmpty()
                || chosen.stream()
                        .anyMatch(problem -> delegators.stream().anyMatch(model -> plan.reviews(problem, model)));
    }

    private void filter(String what, List<String> wanted, Set<String> there) {
        Set<String> folded = new HashSet<>();
        there.forEach(name -> folded.add(StudySample.fold(name)));
        for (String name : wanted) {
            if (!folded.contains(StudySample.fold(name))) {
                found.add("No problem has the " + what + " '" + name + "'" + meant(name, there, what + "s"));
            }
        }
    }

    private static Set<String> names(Collection<Problem> problems, Function<Problem, @Nullable String> name) {
        Set<String> names = new TreeSet<>();
        for (Problem problem : problems) {
            String value = name.apply(problem);
            if (value != null) {
                names.add(value);
            }
        }
        return names;
    }

    /** The end of a sentence about a name that is not there: the likely one, or those there are. */
    private static String meant(String typed, Collection<String> known, String what) {
        if (known.isEmpty()) {
            return "; there are no " + what + ".";
        }
        return Nearest.to(typed, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> "; the " + what + " are "
                        + String.join(", ", known.stream().limit(MOST_NAMED).toList())
                        + (known.size() > MOST_NAMED ? " and " + (known.size() - MOST_NAMED) + " more." : "."));
    }
}
