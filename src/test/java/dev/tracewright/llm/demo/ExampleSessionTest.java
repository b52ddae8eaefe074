package dev.tracewright.llm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.ChatListener;
import dev.tracewright.llm.ChatRequest;
import dev.tracewright.llm.ModelException;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the bundled data sets and the example session true to each other and to the offline models. */
class ExampleSessionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ANNOTATION = Pattern.compile("<<([^=>]+)=([^>]+)>>");
    private static final Set<String> KEYS = Set.of(
            "dataset",
            "number",
            "question",
            "dataset_answer",
            "level",
            "subject",
            "approach",
            "delegator",
            "solver",
            "delegated_steps",
            "steps",
            "model_answer",
            "finish",
            "prompt");

    private final List<JsonNode> words = read("datasets/arithmetic.jsonl");
    private final List<JsonNode> algebra = read("datasets/symbolic-algebra.jsonl");
    private final List<JsonNode> records = read("assets/example-traces.jsonl");

    @Test
    void there_are_36_different_problems() {
        Set<String> questions = new HashSet<>();
        words.forEach(problem -> questions.add(text(problem, "question")));
        algebra.forEach(problem -> questions.add(text(problem, "problem")));
        assertThat(words).hasSize(24);
        assertThat(algebra).hasSize(12);
        assertThat(questions).hasSize(36);
    }

    @Test
    void every_annotated_calculation_holds_and_the_last_one_is_the_answer() throws CannotCarryOut {
        for (JsonNode problem : words) {
            String answer = text(problem, "answer");
            String gold = gold(problem);
            BigFraction last = BigFraction.ZERO;
            Matcher annotation = ANNOTATION.matcher(answer);
            while (annotation.find()) {
                last = value(annotation.group(2));
                assertThat(value(annotation.group(1))).as(annotation.group()).isEqualTo(last);
            }
            if (!gold.contains(":")) {
                assertThat(value(gold.replace("%", ""))).as(answer).isEqualTo(last);
            }
        }
    }

    @Test
    void every_algebra_solution_has_one_box_with_balanced_braces() {
        for (JsonNode problem : algebra) {
            String solution = text(problem, "solution");
            int box = solution.indexOf("\\boxed{");
            assertThat(box).isPositive().isEqualTo(solution.lastIndexOf("\\boxed{"));
            assertThat(solution.chars().filter(c -> c == '{').count())
                    .isEqualTo(solution.chars().filter(c -> c == '}').count());
            assertThat(text(problem, "level")).matches("Level [1-5]");
        }
    }

    @Test
    void every_record_repeats_its_problem_verbatim() {
        for (JsonNode row : records) {
            boolean word = text(row, "dataset").equals("arithmetic");
            JsonNode problem = (word ? words : algebra).get(row.get("number").asInt() - 1);
            assertThat(text(row, "question")).isEqualTo(text(problem, word ? "question" : "problem"));
            assertThat(text(row, "dataset_answer")).isEqualTo(text(problem, word ? "answer" : "solution"));
            assertThat(optional(row, "level")).isEqualTo(word ? null : text(problem, "level"));
            assertThat(optional(row, "subject")).isEqualTo(word ? null : text(problem, "type"));
        }
    }

    @Test
    void every_record_is_complete() {
        for (JsonNode row : records) {
            assertThat(row.propertyNames()).containsExactlyInAnyOrderElementsOf(KEYS);
            Approach approach = Approach.ofKey(text(row, "approach"));
            boolean delegated = approach == Approach.TRACE_OF_THOUGHT;
            assertThat(optional(row, "steps") != null).isEqualTo(delegated);
            assertThat(optional(row, "delegator")).isEqualTo(delegated ? OfflineDelegator.NAME : null);
            assertThat(text(row, "solver")).isIn("hand-written example", OfflineSolver.NAME);
            assertThat(FinishReason.valueOf(text(row, "finish").toUpperCase(Locale.ROOT)))
                    .isIn(FinishReason.STOP, FinishReason.LENGTH);
            assertThat(text(row, "model_answer")).isNotBlank();
            assertThat(text(row, "prompt")).isEqualTo(prompt(row, approach));
        }
    }

    @Test
    void every_problem_has_a_written_trace_and_four_to_eight_steps() {
        Set<String> written = new HashSet<>();
        for (JsonNode row : records) {
            if (text(row, "approach").equals("trace-of-thought")) {
                assertThat(Clauses.steps(text(row, "steps")))
                        .as(text(row, "steps"))
                        .hasSizeBetween(4, 8);
                if (text(row, "solver").equals("hand-written example")) {
                    written.add(text(row, "question"));
                }
            }
        }
        assertThat(written).hasSize(36);
    }

    @Test
    void what_the_offline_solver_is_said_to_have_written_is_what_it_writes() {
        int checked = 0;
        for (JsonNode row : records) {
            if (text(row, "solver").equals(OfflineSolver.NAME)) {
                assertThat(text(row, "model_answer")).isEqualTo(solved(text(row, "prompt")));
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(12);
    }

    @Test
    void at_least_sixteen_bundled_plans_are_carried_out_fully_to_the_gold_answer() throws CannotCarryOut {
        List<Integer> right = new ArrayList<>();
        for (Map.Entry<String, String> plan : plans().entrySet()) {
            String output = solved("Use the following steps to solve the problem: " + plan.getValue());
            for (int i = 0; i < words.size(); i++) {
                JsonNode problem = words.get(i);
                String gold = gold(problem);
                if (text(problem, "question").equals(plan.getKey())
                        && !gold.contains(":")
                        && !output.contains("I cannot")
                        && output.contains("The answer is: ")
                        && value(output.substring(output.lastIndexOf(": ") + 2)).equals(value(gold.replace("%", "")))) {
                    right.add(i + 1);
                }
            }
        }
        assertThat(right).hasSizeGreaterThanOrEqualTo(16).contains(1);
    }

    @Test
    void the_offline_delegator_knows_every_bundled_problem() throws ModelException {
        OfflineDelegator delegator = new OfflineDelegator(plans(), Duration.ZERO);
        assertThat(plans()).hasSize(36);
        for (Map.Entry<String, String> plan : plans().entrySet()) {
            String prompt = "Create very short step-by-step prompts for the following problem: " + plan.getKey()
                    + ".\n\nFormat as a list. Do not solve the problem.";
            assertThat(delegator
                            .ask(ChatRequest.of(prompt), ChatListener.silent(), new Cancellation())
                            .output())
                    .isEqualTo(plan.getValue());
        }
    }

    /** Question to the delegator's own steps, as the program derives it from the example session. */
    private Map<String, String> plans() {
        Map<String, String> plans = new LinkedHashMap<>();
        for (JsonNode row : records) {
            String own = optional(row, "delegated_steps");
            String steps = own == null ? optional(row, "steps") : own;
            if (steps != null) {
                String known = plans.putIfAbsent(text(row, "question"), steps);
                assertThat(known).isIn(null, steps);
            }
        }
        return plans;
    }

    private static String prompt(JsonNode row, Approach approach) {
        String question = text(row, "question");
        return switch (approach) {
            case STANDARD -> question;
            case CHAIN_OF_THOUGHT -> question + " Think step-by-step.";
            case PLAN_AND_SOLVE ->
                question
                        + " Let's first understand the problem and devise a plan to solve the problem. Then, let's carry out "
                        + "the plan and solve the problem step-by-step.";
            case TRACE_OF_THOUGHT ->
                "We are given the following problem: " + question + ". Use the following steps to solve the problem: "
                        + text(row, "steps") + ".";
        };
    }

    private static String solved(String prompt) {
        return new OfflineSolver(Duration.ZERO)
                .ask(ChatRequest.of(prompt), ChatListener.silent(), new Cancellation())
                .output();
    }

    private static String gold(JsonNode problem) {
        String answer = text(problem, "answer");
        return answer.substring(answer.lastIndexOf("\n#### ") + 6);
    }

    private static BigFraction value(String expression) throws CannotCarryOut {
        return Phrases.expression(Lexer.tokens(expression), new Memory(), expression)
                .value();
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asString();
    }

    private static @Nullable String optional(JsonNode node, String key) {
        return node.get(key).isNull() ? null : node.get(key).asString();
    }

    private static List<JsonNode> read(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .map(JSON::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
