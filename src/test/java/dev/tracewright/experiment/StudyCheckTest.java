package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What would make a run fail or be worth nothing is told before anything is sent. */
class StudyCheckTest {
    private static final Map<String, List<String>> KNOWN =
            Map.of("Library", List.of("owl-7b", "fox-13b"), "Cellar", List.of());
    private static final StudyModels MODELS =
            new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX, MadeStudies.HARE), false, null);

    private static StudyPlan plan(StudyPrompt... prompts) {
        return MadeStudies.plan(List.of(prompts), MODELS, 1, Review.NONE);
    }

    private static StudyPlan plan(StudyModels models) {
        return MadeStudies.plan(List.of(MadeStudies.TRACE), models, 1, Review.NONE);
    }

    private static StudyPlan plan(Source source, Sample sample, List<String> levels) {
        return MadeStudies.with(plan(MadeStudies.TRACE), 1, new DataSelection(source, sample, levels, List.of()));
    }

    private static List<String> check(StudyPlan plan) {
        return check(plan, MadeStudies.problems(10));
    }

    private static List<String> check(StudyPlan plan, List<Problem> problems) {
        List<String> told = StudyCheck.problems(plan, TemplateLibrary.BUILT_IN, KNOWN, problems);
        assertThat(told).allMatch(sentence -> sentence.matches("[A-Z].*[.?]"));
        return told;
    }

    @Test
    void nothing_is_told_of_a_plan_that_can_run() {
        assertThat(check(plan(MadeStudies.STANDARD, MadeStudies.TRACE))).isEmpty();
        assertThat(check(plan(new StudyModels(List.of(), List.of(MadeStudies.HARE), true, MadeStudies.OWL))))
                .isEmpty();
    }

    @Test
    void unknown_models_and_endpoints_are_named_once_with_the_likely_one() {
        ModelRef mistyped = new ModelRef("Library", "owl-7c");
        ModelRef elsewhere = new ModelRef("Libary", "owl-7b");
        assertThat(check(plan(new StudyModels(
                        List.of(mistyped), List.of(mistyped, elsewhere), false, new ModelRef("Library", "x")))))
                .containsExactly(
                        "The delegator owl-7c · Library is unknown: the endpoint 'Library' has no model 'owl-7c'; did you"
                                + " mean 'owl-7b'?",
                        "The solver owl-7b · Libary is unknown: there is no endpoint 'Libary'; did you mean 'Library'?",
                        "The verifier x · Library is unknown: the endpoint 'Library' has no model 'x'; the models are"
                                + " owl-7b, fox-13b.");
    }

    @Test
    void missing_and_repeated_models_are_told() {
        assertThat(check(plan(new StudyModels(List.of(), List.of(), false, null))))
                .containsExactly(
                        "The study has no solver: choose at least one.",
                        "Trace-of-Thought needs a delegator: choose one, or let every solver be its own.");
        List<ModelRef> thrice = List.of(MadeStudies.OWL, MadeStudies.OWL, MadeStudies.OWL);
        assertThat(check(plan(new StudyModels(thrice, List.of(MadeStudies.OWL), false, null))))
                .containsExactly("The delegator owl-7b · Library is named more than once.");
    }

    @Test
    void templates_that_are_unknown_or_for_something_else_are_told() {
        assertThat(check(plan())).containsExactly("The study has no prompt: choose at least one approach.");
        assertThat(check(plan(
                        StudyPrompt.of(Approach.STANDARD, "paper/standard@2"),
                        StudyPrompt.of(Approach.CHAIN_OF_THOUGHT, "paper/standard"),
                        StudyPrompt.traceOfThought("paper/delegations", "paper/solution"))))
                .containsExactly(
                        "Prompt 1, standard: The template paper/standard has no version 2; its newest is 1.",
                        "Prompt 2, chain-of-thought: The template paper/standard is for standard and cannot be used for"
                                + " chain-of-thought.",
                        "Prompt 3, trace-of-thought: The template paper/delegations is unknown; did you mean"
                                + " paper/delegation?");
    }

    @Test
    void prompts_that_ask_in_the_same_words_are_told() {
        StudyPlan plan = MadeStudies.with(
                plan(MadeStudies.STANDARD, MadeStudies.TRACE, StudyPrompt.of(Approach.STANDARD, "ours")),
                List.of(new OwnTemplate(
                        "ours",
                        1,
                        TemplateRole.STANDARD,
                        Templates.PAPER.standard().text())));
        assertThat(check(plan))
                .containsExactly("Prompt 3, standard (ours), asks in the same words as standard (paper/standard); leave"
                        + " one of them out.");
    }

    @Test
    void templates_of_the_plan_without_their_placeholders_are_told() {
        StudyPlan plan = MadeStudies.with(
                plan(MadeStudies.TRACE),
                List.of(
                        new OwnTemplate("ours", 1, TemplateRole.SOLUTION, "{question}"),
                        new OwnTemplate("paper/standard", 1, TemplateRole.STANDARD, "{question}!")));
        assertThat(check(plan))
                .containsExactly(
                        "The template ours@1 cannot be used: the prompt template lacks the placeholder {steps}.",
                        "The name paper/standard belongs to a built-in template; give your own another name.");
    }

    @Test
    void data_that_leave_nothing_to_ask_are_told() {
        assertThat(check(plan(new Source.Session("orchards"), new Sample.All(), List.of())))
                .containsExactly("The session has no problem of the data set 'orchards'; did you mean 'orchard'?");
        assertThat(check(plan(new Source.Bundled("arithmetic"), new Sample.All(), List.of()), List.of()))
                .containsExactly("The bundled data set 'arithmetic' has no problem.");
        assertThat(check(plan(new Source.File("a.csv"), new Sample.All(), List.of()), List.of()))
                .containsExactly("The file 'a.csv' has no problem.");
        assertThat(check(plan(new Source.Session("orchard"), new Sample.All(), List.of("hard"))))
                .containsExactly(
                        "No problem has the level 'hard'; the levels are Level 1, Level 2, Level 3, Level 4, Level 5.",
                        "None of the 10 problems of the data set passes the filters.");
        assertThat(check(plan(new Source.Session("orchard"), new Sample.Range(50, 60), List.of())))
                .containsExactly(
                        "None of the 10 problems of the data set has a number in the range and passes the filters.");
    }

    @Test
    void a_data_set_without_answers_is_told() {
        List<Problem> unanswered = MadeStudies.problems(4).stream()
                .map(problem -> Problem.of("orchard", problem.number(), problem.question(), " "))
                .toList();
        assertThat(check(plan(MadeStudies.STANDARD), unanswered))
                .containsExactly(
                        "None of the 4 chosen problems has an answer in the data set, so no output could be judged.");
    }

    @Test
    void a_review_that_would_review_nothing_is_told() {
        Review rare = new Review(new Review.Extent.Share(1e-9), Set.of(Arm.CORRECTED));
        assertThat(check(MadeStudies.plan(List.of(MadeStudies.TRACE), MODELS, 1, rare)))
                .containsExactly(
                        "The share of steps to review is so small that none of those of the 10 chosen problems was"
                                + " drawn; raise it, or review none.");
        Review half = new Review(new Review.Extent.Share(0.5), Set.of(Arm.CORRECTED));
        assertThat(check(MadeStudies.plan(List.of(MadeStudies.TRACE), MODELS, 1, half)))
                .isEmpty();
    }

    @Test
    void a_check_without_a_sentence_means_that_the_calls_can_be_made() {
        StudyPlan plan = plan(MadeStudies.STANDARD, MadeStudies.TRACE);
        assertThat(check(plan)).isEmpty();
        assertThat(new StudyCalls(plan, TemplateLibrary.BUILT_IN, MadeStudies.problems(10)).size())
                .isEqualTo(50);
    }
}
