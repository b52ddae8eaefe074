package dev.tracewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StudyCallsTest {
    private static final List<ModelRef> MODELS = List.of(
            MadeStudies.OWL,
            MadeStudies.FOX,
            MadeStudies.HARE,
            new ModelRef("Cellar", "owl-7b"),
            new ModelRef("a", "b"));
    private static final List<StudyPrompt> PROMPTS = List.of(
            MadeStudies.STANDARD,
            MadeStudies.TRACE,
            StudyPrompt.of(Approach.CHAIN_OF_THOUGHT, "paper/chain-of-thought"),
            StudyPrompt.of(Approach.PLAN_AND_SOLVE, "authors/plan-and-solve"),
            StudyPrompt.traceOfThought("paper/delegation", "authors/solution"),
            StudyPrompt.traceOfThought("authors/delegation", "authors/solution"));

    private static StudyCalls calls(StudyPlan plan, List<Problem> problems) {
        return new StudyCalls(plan, TemplateLibrary.BUILT_IN, problems);
    }

    private static StudyPlan random(Random random) {
        Set<StudyPrompt> prompts = new LinkedHashSet<>();
        Set<ModelRef> delegators = new LinkedHashSet<>();
        Set<ModelRef> solvers = new LinkedHashSet<>();
        for (int i = 0; i < 3; i++) {
            prompts.add(PROMPTS.get(random.nextInt(PROMPTS.size())));
            delegators.add(MODELS.get(random.nextInt(MODELS.size())));
            solvers.add(MODELS.get(random.nextInt(MODELS.size())));
        }
        Review review = switch (random.nextInt(3)) {
            case 0 -> Review.NONE;
            case 1 ->
                new Review(
                        new Review.Extent.All(),
                        Set.of(Arm.CORRECTED),
                        random.nextBoolean() ? Review.By.VERIFIER : Review.By.PERSON);
            default -> new Review(new Review.Extent.Share(0.5), Set.of(Arm.ORIGINAL, Arm.CORRECTED));
        };
        StudyModels models =
                new StudyModels(List.copyOf(delegators), List.copyOf(solvers), random.nextBoolean(), MadeStudies.OWL);
        return MadeStudies.plan(List.copyOf(prompts), models, 1 + random.nextInt(3), review);
    }

    /** What is compared: everything about a call but its problem, its repetition and its arm. */
    private static String cell(StudyCall call) {
        String steps = call instanceof StudyCall.Solve solve && solve.delegation() != null
                ? solve.delegation().model() + " " + solve.delegation().templateName()
                : "";
        return call.getClass().getSimpleName() + " " + call.model() + " " + call.templateName() + " " + steps;
    }

    @Test
    void a_small_study_is_asked_in_this_order() {
        StudyPlan plan = MadeStudies.plan(
                List.of(MadeStudies.STANDARD, MadeStudies.TRACE),
                new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX, MadeStudies.HARE), false, null),
                2,
                Review.NONE);
        StudyCalls calls = calls(plan, MadeStudies.problems(2));
        assertThat(calls)
                .extracting(call -> call.problem().number() + "/" + call.repetition() + " "
                        + call.model().model() + " " + call.templateName())
                .startsWith(
                        "1/0 owl-7b paper/delegation@1",
                        "1/0 fox-13b paper/standard@1",
                        "1/0 hare paper/standard@1",
                        "1/0 fox-13b paper/solution@1",
                        "1/0 hare paper/solution@1",
                        "1/1 owl-7b paper/delegation@1")
                .hasSize(20);
        assertThat(calls.size()).isEqualTo(20);
        assertThat(calls.delegations()).isEqualTo(4);
    }

    @Test
    void a_run_that_stops_anywhere_is_a_fair_sample() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            StudyPlan plan = random(random);
            StudyCalls calls = calls(plan, MadeStudies.problems(1 + random.nextInt(6)));
            Map<String, Set<String>> started = new HashMap<>();
            Set<String> all = calls.stream().map(StudyCallsTest::cell).collect(Collectors.toSet());
            all.forEach(cell -> started.put(cell, new HashSet<>()));
            Set<String> delegated = new HashSet<>();
            Set<String> verified = new HashSet<>();
            int asked = 0;
            for (StudyCall call : calls) {
                asked++;
                Objects.requireNonNull(started.get(cell(call)))
                        .add(call.problem().id());
                int most = started.values().stream().mapToInt(Set::size).max().orElse(0);
                int least = started.values().stream().mapToInt(Set::size).min().orElse(0);
                assertThat(most - least).isLessThanOrEqualTo(1);
                switch (call) {
                    case StudyCall.Delegate delegate -> delegated.add(delegate.key());
                    case StudyCall.Verify verify -> {
                        assertThat(delegated).contains(verify.delegation().key());
                        verified.add(verify.key());
                    }
                    case StudyCall.Solve solve -> {
                        if (solve.verification() != null) {
                            assertThat(verified).contains(solve.verification().key());
                            assertThat(solve.verification().delegation()).isEqualTo(solve.delegation());
                        }
                        if (solve.delegation() != null) {
                            assertThat(delegated).contains(solve.delegation().key());
                            assertThat(solve.delegation().repetition()).isEqualTo(solve.repetition());
                            assertThat(solve.delegation().problem()).isEqualTo(solve.problem());
                        }
                    }
                }
            }
            assertThat(calls.size()).isEqualTo(asked);
            assertThat(calls.delegations()).isEqualTo(delegated.size());
            assertThat(calls.verifications()).isEqualTo(verified.size());
        }
    }

    @Test
    void keys_are_unique_and_stable() {
        Random random = new Random(12);
        for (int round = 0; round < 60; round++) {
            StudyPlan plan = random(random);
            List<Problem> problems = MadeStudies.problems(3);
            List<String> keys =
                    calls(plan, problems).stream().map(StudyCall::key).toList();
            assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{64}"));
            assertThat(calls(plan, problems).stream().map(StudyCall::key)).isEqualTo(keys);
            assertThat(calls(plan, MadeStudies.problems(5)).stream().map(StudyCall::key))
                    .containsAll(keys);
        }
    }

    @Test
    void keys_are_those_of_earlier_runs() {
        StudyPlan plan = MadeStudies.plan(
                List.of(MadeStudies.TRACE),
                new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX), false, null),
                1,
                Review.NONE);
        assertThat(calls(plan, MadeStudies.problems(1)).stream()
                        .map(call -> call.key().substring(0, 16)))
                .containsExactly("4b049a1ba5bc4d59", "36830c4083df60eb");
    }

    @Test
    void everything_that_decides_a_call_is_in_its_key() {
        Set<String> keys = new HashSet<>();
        List<CallSettings> settings = List.of(
                CallSettings.DEFAULT,
                new CallSettings("", null, null, null, null, List.of()),
                new CallSettings("none", null, null, null, null, List.of()),
                new CallSettings(null, 1.0, null, null, null, List.of()),
                new CallSettings(null, null, 1.0, null, null, List.of()),
                new CallSettings(null, null, null, 1, null, List.of()),
                new CallSettings(null, null, null, null, 1L, List.of()),
                new CallSettings(null, null, null, null, null, List.of("a")),
                new CallSettings(null, null, null, null, null, List.of("a", "b")),
                new CallSettings(null, null, null, null, null, List.of("ab")),
                new CallSettings(null, null, null, null, null, List.of("a"), 1),
                new CallSettings(null, null, null, null, null, List.of("a"), 11));
        StudyPlan plan = MadeStudies.plan(
                List.of(MadeStudies.TRACE),
                new StudyModels(MODELS, List.of(MadeStudies.FOX), false, null),
                2,
                new Review(new Review.Extent.All(), Set.of(Arm.ORIGINAL, Arm.CORRECTED)));
        int calls = 0;
        for (CallSettings delegation : settings) {
            StudyPlan changed = MadeStudies.with(plan, delegation, CallSettings.DEFAULT);
            for (StudyCall call : calls(changed, MadeStudies.problems(2))) {
                keys.add(call.key());
                calls++;
            }
        }
        assertThat(keys).hasSize(calls);
        Set<String> solutions = new HashSet<>();
        for (CallSettings solution : settings) {
            StudyPlan changed = MadeStudies.with(plan, CallSettings.DEFAULT, solution);
            calls(changed, MadeStudies.problems(1)).stream()
                    .filter(StudyCall.Solve.class::isInstance)
                    .forEach(call -> solutions.add(call.key()));
        }
        assertThat(solutions).hasSize(settings.size() * MODELS.size() * 2 * 2);
    }

    @Test
    void names_alone_change_no_key() {
        StudyModels models = new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX), false, null);
        StudyPlan paper = MadeStudies.plan(List.of(MadeStudies.TRACE), models, 1, Review.NONE);
        StudyPlan ours = MadeStudies.with(
                MadeStudies.plan(List.of(StudyPrompt.traceOfThought("ours", "paper/solution")), models, 1, Review.NONE),
                List.of(new OwnTemplate(
                        "ours",
                        5,
                        TemplateRole.DELEGATION,
                        Templates.PAPER.delegation().text())));
        assertThat(calls(ours, MadeStudies.problems(2)).stream().map(StudyCall::key))
                .containsExactlyElementsOf(calls(paper, MadeStudies.problems(2)).stream()
                        .map(StudyCall::key)
                        .toList());
    }

    @Test
    void delegations_are_shared_by_solvers_and_solution_templates() {
        StudyPlan plan = MadeStudies.plan(
                List.of(MadeStudies.TRACE, StudyPrompt.traceOfThought("paper/delegation", "authors/solution")),
                new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX, MadeStudies.HARE), true, null),
                1,
                Review.NONE);
        StudyCalls calls = calls(plan, MadeStudies.problems(1));
        assertThat(calls.delegations()).isEqualTo(3);
        assertThat(calls.solutions()).isEqualTo(8);
    }

    @Test
    void what_is_named_twice_is_asked_once() {
        StudyPlan plan = MadeStudies.plan(
                List.of(MadeStudies.STANDARD, StudyPrompt.of(Approach.STANDARD, "paper/standard@1")),
                new StudyModels(List.of(), List.of(MadeStudies.FOX, MadeStudies.FOX), false, null),
                1,
                Review.NONE);
        List<Problem> twice = new ArrayList<>(MadeStudies.problems(2));
        twice.addAll(MadeStudies.problems(2));
        assertThat(calls(plan, twice)).hasSize(2);
    }

    @Test
    void only_reviewed_steps_have_arms() {
        StudyPlan plan = MadeStudies.plan(
                List.of(MadeStudies.TRACE),
                new StudyModels(List.of(MadeStudies.OWL), List.of(MadeStudies.FOX), false, null),
                1,
                new Review(new Review.Extent.Share(0.5), Set.of(Arm.CORRECTED)));
        List<Problem> problems = MadeStudies.problems(40);
        assertThat(calls(plan, problems).stream().filter(StudyCall.Solve.class::isInstance))
                .hasSize(40)
                .allSatisfy(call -> assertThat(((StudyCall.Solve) call).arm())
                        .isEqualTo(plan.reviews(call.problem(), MadeStudies.OWL) ? Arm.CORRECTED : Arm.ORIGINAL));
        assertThat(problems).anyMatch(p -> plan.reviews(p, MadeStudies.OWL));
        assertThat(problems).anyMatch(p -> !plan.reviews(p, MadeStudies.OWL));
    }

    @Test
    void an_unknown_template_is_told() {
        StudyPlan plan = MadeStudies.plan(
                List.of(StudyPrompt.of(Approach.STANDARD, "paper/standart")),
                new StudyModels(List.of(), List.of(MadeStudies.FOX), false, null),
                1,
                Review.NONE);
        assertThatThrownBy(() -> calls(plan, MadeStudies.problems(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The template paper/standart is unknown; did you mean paper/standard?");
    }

    @Test
    void a_hundred_thousand_calls_are_made_while_they_are_read() {
        StudyPlan plan =
                MadeStudies.plan(PROMPTS.subList(0, 4), new StudyModels(MODELS, MODELS, false, null), 3, Review.NONE);
        StudyCalls calls = calls(plan, MadeStudies.problems(760));
        assertThat(calls.size()).isGreaterThan(100_000);
        assertThat(calls.iterator().next().problem().number()).isEqualTo(1);
        calls.stream().limit(20_000).forEach(StudyCall::key);
        long start = System.nanoTime();
        assertThat(calls.stream().map(StudyCall::key).distinct().count()).isEqualTo(calls.size());
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
    }
}
