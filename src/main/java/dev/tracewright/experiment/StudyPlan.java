package dev.tracewright.experiment;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a study asks whom, before anything is sent: pure data, equal to what {@code exchange.StudyPlanFile} reads and writes.
 * What is wrong whatever there is to run it with is refused here; what depends on data, templates and configured models is
 * told by {@link StudyCheck}, so that an unfinished plan can exist while a person makes it.
 *
 * @param name what the person calls it; on one line, at most {@value #LONGEST_NAME} characters
 * @param seed decides what is drawn at random: the sample of problems and the steps to review
 * @param data which problems
 * @param prompts which ways of prompting, side by side; at most {@value #MOST_PARTS}
 * @param templates prompt templates of its own; at most {@value #MOST_PARTS}
 * @param models which models; at most {@value #MOST_PARTS} delegators and as many solvers
 * @param repetitions how often every call is made, 1 to {@value #MOST_REPETITIONS}
 * @param delegation settings of every call to a delegator
 * @param solution settings of every call to a solver
 * @param review whether steps are reviewed before they are solved with
 * @param budget where it stops by itself
 */
public record StudyPlan(
        String name,
        long seed,
        DataSelection data,
        List<StudyPrompt> prompts,
        List<OwnTemplate> templates,
        StudyModels models,
        int repetitions,
        CallSettings delegation,
        CallSettings solution,
        Review review,
        Budget budget) {
    /** The longest name, in UTF-16 units. */
    public static final int LONGEST_NAME = 200;

    /** The most repetitions. */
    public static final int MOST_REPETITIONS = 1000;

    /** The most prompts, own templates, delegators and solvers, each. */
    public static final int MOST_PARTS = 100;

    /** @throws StudyPlanException in a sentence, when a part is out of its range or two parts contradict each other */
    public StudyPlan {
        prompts = List.copyOf(prompts);
        templates = List.copyOf(templates);
        if (name.isBlank() || name.length() > LONGEST_NAME || !PlanText.oneLine(name)) {
            throw new StudyPlanException(
                    "name", "The study needs a name on one line of at most " + LONGEST_NAME + " characters.");
        }
        if (repetitions < 1 || repetitions > MOST_REPETITIONS) {
            throw new StudyPlanException(
                    "repetitions", "The repetitions are " + repetitions + "; they are 1 to " + MOST_REPETITIONS + ".");
        }
        few("prompts", "prompts", prompts);
        few("templates", "templates of its own", templates);
        few("models/delegators", "delegators", models.delegators());
        few("models/solvers", "solvers", models.solvers());
        for (int i = 0; i < prompts.size(); i++) {
            prompt(prompts.get(i), i);
        }
        Set<TemplateName> known = new HashSet<>();
        for (int i = 0; i < templates.size(); i++) {
            TemplateName id = templates.get(i).id();
            if (!known.add(id)) {
                throw new StudyPlanException("templates/" + i, "The plan brings the template " + id + " twice.");
            }
        }
        names("models/delegators/", models.delegators());
        names("models/solvers/", models.solvers());
        if (models.verifier() != null) {
            name("models/verifier", models.verifier());
        }
        if (review.by() == Review.By.VERIFIER && models.verifier() == null) {
            throw new StudyPlanException(
                    "review/by", "A review by a verifier needs the model: name it as the verifier among the models.");
        }
        settings("delegation", delegation);
        settings("solution", solution);
    }

    /**
     * Whether the steps that this delegator writes for this problem are reviewed, in every repetition. A share is drawn
     * by the first 52 bits of a digest of seed, problem and delegator, so it depends on nothing else in the plan.
     */
    public boolean reviews(Problem problem, ModelRef delegator) {
        return switch (review.extent()) {
            case Review.Extent.None() -> false;
            case Review.Extent.All() -> true;
            case Review.Extent.Share(double share) -> {
                String digest = Digests.digest(
                        "review", Long.toString(seed), problem.id(), delegator.endpoint(), delegator.model());
                yield Long.parseLong(digest.substring(0, 13), 16) * 0x1p-52 < share;
            }
        };
    }

    /** Whether the verifier is asked about the steps that this delegator writes for this problem, in every repetition. */
    public boolean verifies(Problem problem, ModelRef delegator) {
        return review.by() == Review.By.VERIFIER
                && review.arms().contains(Arm.CORRECTED)
                && reviews(problem, delegator);
    }

    private static void few(String place, String what, List<?> parts) {
        if (parts.size() > MOST_PARTS) {
            throw new StudyPlanException(
                    place, "The study has " + parts.size() + " " + what + "; it has at most " + MOST_PARTS + ".");
        }
    }

    private static void prompt(StudyPrompt prompt, int index) {
        boolean delegates = prompt.approach() == Approach.TRACE_OF_THOUGHT;
        if (delegates && prompt.delegation() == null) {
            throw new StudyPlanException(
                    "prompts/" + index,
                    "Prompt " + (index + 1) + " is trace-of-thought and names no delegation template.");
        }
        if (!delegates && prompt.delegation() != null) {
            throw new StudyPlanException(
                    "prompts/" + index + "/delegation",
                    "Prompt " + (index + 1) + " is " + prompt.approach().key()
                            + " and has no use for a delegation template: only trace-of-thought delegates.");
        }
    }

    private static void names(String place, List<ModelRef> models) {
        for (int i = 0; i < models.size(); i++) {
            name(place + i, models.get(i));
        }
    }

    private static void name(String place, ModelRef model) {
        if (!PlanText.oneLine(model.endpoint()) || !PlanText.oneLine(model.model())) {
            throw new StudyPlanException(
                    place, "The names of a model and its endpoint stand on one line and have no control characters.");
        }
    }

    private static void settings(String role, CallSettings settings) {
        String place = "settings/" + role + "/";
        range(place + "temperature", role, "temperature", settings.temperature(), 2);
        range(place + "top-p", role, "top-p", settings.topP(), 1);
        Integer maxTokens = settings.maxTokens();
        if (maxTokens != null && maxTokens < 1) {
            throw new StudyPlanException(
                    place + "max-tokens",
                    "The max-tokens of the " + role + " are " + maxTokens + "; they are at least 1.");
        }
        Integer context = settings.context();
        if (context != null && context < 1) {
            throw new StudyPlanException(
                    place + "context", "The context of the " + role + " is " + context + "; it is at least 1.");
        }
        String system = settings.system();
        if (system != null && !PlanText.lines(system)) {
            throw new StudyPlanException(
                    place + "system",
                    "The system prompt of the " + role + " has control characters other than line breaks and tabs.");
        }
        for (int i = 0; i < settings.stop().size(); i++) {
            String stop = settings.stop().get(i);
            if (stop.isEmpty() || !PlanText.lines(stop)) {
                throw new StudyPlanException(
                        place + "stop/" + i,
                        "Stop text " + (i + 1) + " of the " + role
                                + " is empty or has control characters other than line breaks and tabs.");
            }
        }
    }

    private static void range(String place, String role, String what, @Nullable Double value, int most) {
        if (value != null && !(value >= 0 && value <= most)) {
            throw new StudyPlanException(
                    place,
                    "The " + what + " of the " + role + " is " + value + "; it lies between 0 and " + most + ".");
        }
    }
}
