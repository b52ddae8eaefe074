package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.DataSelection.Sample;
import dev.tracewright.experiment.DataSelection.Source;
import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.TemplateName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan and its file are the same thing in both directions, and what is no plan is refused with its line. */
class StudyPlanFileTest {
    private static final String GOOD = """
            format: 1
            name: Two delegators
            data:
              session: orchard
              sample:
                random: 20
              levels: [Level 3]
            prompts:
              - approach: trace-of-thought
                delegation: paper/delegation@1
                template: paper/solution
            models:
              delegators:
                - {endpoint: Library, model: owl-7b}
              solvers:
                - {endpoint: Library, model: 7}
            settings:
              solution:
                temperature: 0.5
            review:
              steps: {share: 0.25}
              arms: [original, corrected]
            budget:
              money: 2.50
              currency: USD
            """;

    @TempDir
    private Path folder;

    private static StudyPlan parse(String text) {
        return StudyPlanFile.parse(text, "plan.yaml");
    }

    @Test
    void a_plan_is_read_as_it_is_written() {
        StudyPlan plan = parse(GOOD);
        assertThat(plan.name()).isEqualTo("Two delegators");
        assertThat(plan.data().source()).isEqualTo(new Source.Session("orchard"));
        assertThat(plan.data().sample()).isEqualTo(new Sample.Random(20));
        assertThat(plan.prompts().getFirst().delegation()).isEqualTo(new TemplateName("paper/delegation", 1));
        assertThat(plan.models().solvers()).containsExactly(new ModelRef("Library", "7"));
        assertThat(plan.solution().temperature()).isEqualTo(0.5);
        assertThat(plan.review().extent()).isEqualTo(new Review.Extent.Share(0.25));
        assertThat(plan.review().arms()).containsExactlyInAnyOrder(Arm.ORIGINAL, Arm.CORRECTED);
        assertThat(plan.budget().money()).hasToString("2.5 USD");
        assertThat(plan.repetitions()).isEqualTo(1);
    }

    @Test
    void random_plans_survive_their_file() {
        Random random = new Random(8);
        for (int round = 0; round < 1_500; round++) {
            StudyPlan plan = MadeStudies.random(random);
            String text = StudyPlanFile.text(plan);
            assertThat(parse(text)).as(text).isEqualTo(plan);
            assertThat(StudyPlanFile.text(parse(text))).isEqualTo(text);
        }
    }

    @Test
    void a_file_holds_what_was_written_to_it() {
        StudyPlan plan = MadeStudies.random(new Random(3));
        Path file = folder.resolve("plan.yaml");
        StudyPlanFile.write(plan, file);
        assertThat(StudyPlanFile.read(file)).isEqualTo(plan);
    }

    @Test
    void the_example_of_the_documentation_is_a_plan() throws IOException {
        String page = Files.readString(Path.of("docs", "study-plans.md"));
        int from = page.indexOf("```yaml\n") + 8;
        StudyPlan plan = parse(page.substring(from, page.indexOf("```", from)));
        assertThat(parse(StudyPlanFile.text(plan))).isEqualTo(plan);
        assertThat(plan.templates()).isNotEmpty();
    }

    @Test
    void the_columns_of_a_file_are_named_in_the_plan() throws Exception {
        StudyPlan plan = parse(GOOD.replace(
                "  session: orchard\n", "  file: ours.csv\n  columns: {gold_answer: Result, Question: 3rd column}\n"));
        assertThat(plan.data().source())
                .isEqualTo(new Source.File("ours.csv", Map.of("question", "3rd column", "gold_answer", "Result")));
        assertThat(parse(StudyPlanFile.text(plan))).isEqualTo(plan);
        assertThatThrownBy(() -> parse(GOOD.replace("  session: orchard\n", "  file: a.csv\n  columns: {asked: a}\n")))
                .hasMessageContaining("line 5: 'asked' is nothing that a column can mean; known are question,");
        assertThatThrownBy(() -> parse(GOOD.replace("session: orchard", "bundled: a\n  columns: {question: a}")))
                .hasMessageContaining("line 4: The key 'columns' in data needs the key 'file'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temperature: 0.5 | temprature: 0.5 | line 19: The key 'temprature' is unknown in settings of the solution; did you mean 'temperature'?",
                "budget: | costs: | line 23: The key 'costs' is unknown in the plan; known are format, name,",
                "format: 1 | format: 2 | line 1: This version of the program reads plans of format 1.",
                "name: Two delegators | name: | line 2: 'name' must be a text, but nothing stands here.",
                "name: Two delegators | name: [a] | line 2: 'name' must be a text, but a list stands here.",
                "name: Two delegators | name: ' ' | line 2: The study needs a name on one line",
                "name: Two delegators | format: 1 | line 2: The key 'format' stands here again; it was in line 1 already.",
                "random: 20 | random: many | line 6: 'random' must be a whole number, but a text stands here.",
                "random: 20 | random: 2.5 | line 6: 'random' must be a whole number, but it is 2.5.",
                "random: 20 | random: 99999999999 | line 6: 'random' is 99999999999, which is too large or too small.",
                "random: 20 | random: 0 | line 6: The sample takes 0 problems; it takes at least 1.",
                "random: 20 | range: [9] | line 6: 'range' must have two numbers",
                "random: 20 | range: [9, 3] | line 6: The range of problems 9 to 3 is none",
                "random: 20 | first: 3, random: 20 | line 6: It is no valid YAML: mapping values are not allowed here.",
                "session: orchard | sessions: orchard | line 4: The key 'sessions' is unknown in data; did you mean 'session'?",
                "session: orchard | columns: {question: a} | line 4: data must say in exactly one of session, bundled and file",
                "[Level 3] | [Level 3, level 3] | line 7: The levels name 'level 3' twice.",
                "[Level 3] | Level 3 | line 7: 'levels' must be a list, but a text stands here.",
                "approach: trace-of-thought | approach: tracing | line 9: 'approach' cannot be read: unknown approach 'tracing'; known are standard,",
                "approach: trace-of-thought | approach: standard | line 10: Prompt 1 is standard and has no use for a delegation template",
                "paper/delegation@1 | paper/delegation@one | line 10: The name of a prompt template has no @ except",
                "solvers: | solver: | line 15: The key 'solver' is unknown in models; did you mean 'solvers'?",
                "model: owl-7b | modell: owl-7b | line 14: The key 'modell' is unknown in a model; did you mean 'model'?",
                "model: owl-7b | model: '' | line 14: 'model' must be a name, but it is empty.",
                "temperature: 0.5 | temperature: 2.5 | line 19: The temperature of the solution is 2.5; it lies between 0 and 2.",
                "temperature: 0.5 | temperature: '0.5' | line 19: 'temperature' must be a number, but a text stands here.",
                "temperature: 0.5 | temperature: .inf | line 19: 'temperature' must be a plain number, but it is .inf.",
                "share: 0.25 | share: 1.25 | line 21: The share of steps to review is 1.25; it lies above 0 and below 1",
                "{share: 0.25} | some | line 21: 'steps' in review must be none, all or a share, as in {share: 0.2}.",
                "{share: 0.25} | none | line 22: The corrected arm needs a review",
                "corrected] | improved] | line 22: 'arms' cannot be read: unknown arm 'improved'; known are original and corrected.",
                "currency: USD | tokens: 5 | line 24: The keys 'money' and 'currency' in budget need each other.",
                "currency: USD | currency: 'US D' | A currency is named by 1 to 16 characters without white space",
                "2.50 | 1e9999 | line 24: An amount of money lies between 0 and 1000000000000.",
                "name: Two | name: &a Two\\nseed: *a | line 3: An alias (*) stands here",
                "name: Two | name: !!java.net.URL Two | line 2: A tag (!) stands here",
            })
    void what_is_wrong_is_told_with_its_line(String part, String wrong, String sentence) {
        assertThat(GOOD).contains(part);
        assertThatThrownBy(() -> parse(GOOD.replace(part, wrong == null ? "" : wrong.replace("\\n", "\n"))))
                .isInstanceOf(ExchangeException.class)
                .hasMessageStartingWith("plan.yaml, line ")
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(300)
                .matches("(?s).*[.?]");
    }

    @Test
    void half_a_file_is_refused_wherever_it_ends() {
        String text = StudyPlanFile.text(parse(GOOD));
        int solvers = text.indexOf("model: \"7\"");
        assertThat(solvers).isPositive();
        for (int end = 0; end < solvers; end++) {
            String half = text.substring(0, end);
            assertThatThrownBy(() -> parse(half))
                    .as(half)
                    .isInstanceOf(ExchangeException.class)
                    .hasMessageStartingWith("plan.yaml");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "7",
                "- a\n",
                "a: [",
                "\"",
                "%TAG",
                "? [a]\n: b",
                "\u0001",
                "a:\n\tb: 1",
                "a: 1\n---\nb: 1"
            })
    void what_is_no_plan_is_refused_in_a_sentence(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ExchangeException.class)
                .message()
                .startsWith("plan.yaml")
                .endsWith(".")
                .doesNotContain("\n");
    }

    @Test
    void a_second_plan_in_the_file_is_refused() {
        assertThatThrownBy(() -> parse(GOOD + "---\n" + GOOD))
                .hasMessage("plan.yaml, line 27: A second document begins here; there is only one in a file.");
    }

    @Test
    void hostile_texts_are_refused_in_time() {
        for (String hostile : List.of(
                "[".repeat(500_000),
                "a: ".repeat(300_000),
                "{a: ".repeat(200_000),
                "- ".repeat(400_000),
                "x".repeat(2_000_000),
                "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                GOOD + "#".repeat(1_000_000),
                "\"" + "\\n".repeat(400_000))) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> parse(hostile)).isInstanceOf(ExchangeException.class);
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
        }
    }

    @Test
    void any_text_is_a_plan_or_refused_in_a_sentence() {
        Random random = new Random(5);
        int readable = 0;
        for (int round = 0; round < 2_000; round++) {
            StringBuilder mutated = new StringBuilder(GOOD);
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                mutated.setCharAt(random.nextInt(mutated.length()), GOOD.charAt(random.nextInt(GOOD.length())));
            }
            try {
                StudyPlan plan = parse(mutated.toString());
                readable++;
                assertThat(parse(StudyPlanFile.text(plan))).isEqualTo(plan);
            } catch (ExchangeException e) {
                assertThat(e.getMessage()).startsWith("plan.yaml").doesNotContain("\n");
            }
        }
        assertThat(readable).isGreaterThan(150);
    }

    @Test
    void a_file_that_cannot_be_read_is_told() throws IOException {
        assertThatThrownBy(() -> StudyPlanFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("none.yaml does not exist.");
        assertThatThrownBy(() -> StudyPlanFile.read(folder)).isInstanceOf(ExchangeException.class);
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, GOOD.replace("Two", "Zw\u00F6lf").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> StudyPlanFile.read(latin))
                .isInstanceOf(ExchangeException.class)
                .hasMessage("latin.yaml, line 2: A study plan is written in UTF-8, and this line is not.");
    }
}
