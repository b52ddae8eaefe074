package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.exchange.ColumnMapping.Meaning;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceImportTest {
    private static final String NAME = "sot-gpt4-wizardmath7b-gsm8k-05-28-24-traces.csv";

    @TempDir
    Path folder;

    private final Importer importer = new Importer(Samples::lines);

    private Importer.Contents read(String name, String content) throws IOException {
        return importer.readAll(Files.writeString(folder.resolve(name), content), ImportOptions.NONE);
    }

    private static String authorsRow(String question, String output, String annotation) {
        String json = "{\"dataset_question\": \"" + question + "\", \"dataset_answer\": \"#### 4\", \"delegation\": {"
                + "\"input_text\": \"Create steps\", \"output_text\": \"1. Add.\\n2. Say.\", \"input_count\": 5,"
                + " \"output_count\": 6, \"cost_tokens\": 11}, \"answer\": {\"input_text\": \"Solve it\", \"output_text\": \""
                + output + "\", \"input_count\": 20, \"output_count\": 30, \"cost_tokens\": 50}, \"annotations\":"
                + " {\"delegation\": \"\", \"answer\": \"" + annotation
                + "\"}, \"total_count\": 61, \"cost_total\": 61}";
        return CSVFormat.RFC4180.format(json, "Create steps", "1. Add.\n2. Say.", output, "#### 4", "61") + "\r\n";
    }

    @Test
    void a_trace_of_the_authors_has_everything_the_file_and_its_name_tell() throws IOException {
        Importer.Contents contents = read(NAME, authorsRow("Two and two?", "It is 4.", ""));
        assertThat(contents.report().format()).isEqualTo(ImportFormat.AUTHORS_TRACES);
        Trace trace = contents.traces().getFirst();
        assertThat(trace.problem()).isEqualTo(Problem.of("gsm8k", 1, "Two and two?", "#### 4"));
        Plan plan = Objects.requireNonNull(trace.plan());
        assertThat(plan.steps()).isEqualTo(Samples.lines("1. Add.\n2. Say."));
        assertThat(plan.delegator()).isEqualTo("GPT-4");
        assertThat(plan.author()).isEqualTo("GPT-4");
        assertThat(plan.prompt()).isEqualTo("Create steps");
        assertThat(plan.version()).isEqualTo(1);
        assertThat(trace.original()).isNull();
        assertThat(trace.label()).isNull();
        Response response = trace.response();
        long day = Instant.parse("2024-05-28T00:00:00Z").toEpochMilli();
        assertThat(response)
                .isEqualTo(new Response(
                        response.id(),
                        trace.problem().id(),
                        plan.id(),
                        Approach.TRACE_OF_THOUGHT,
                        "GPT-4",
                        "WizardMath-7B",
                        0,
                        "Solve it",
                        "It is 4.",
                        null,
                        20,
                        30,
                        null,
                        FinishReason.UNKNOWN,
                        0,
                        NAME + "#0",
                        day));
    }

    @Test
    void importing_twice_gives_equal_ids_and_equal_rows_stay_two() throws IOException {
        String row = authorsRow("Two and two?", "It is 4.", "");
        Importer.Contents first = read(NAME, row + row + authorsRow("Two and two?", "It is 5.", ""));
        Importer.Contents second = read(NAME, row + row + authorsRow("Two and two?", "It is 5.", ""));
        assertThat(second.traces()).isEqualTo(first.traces());
        assertThat(first.traces())
                .extracting(t -> t.response().id())
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(first.traces()).extracting(t -> t.response().repetition()).containsExactly(0, 1, 2);
        assertThat(first.traces())
                .extracting(t -> Objects.requireNonNull(t.plan()).id())
                .containsOnly(
                        Objects.requireNonNull(first.traces().getFirst().plan()).id());
        Importer.Contents other = read(NAME.replace("wizardmath7b", "zephyr"), row);
        assertThat(other.traces().getFirst().response().id())
                .isNotEqualTo(first.traces().getFirst().response().id());
    }

    @Test
    void a_written_annotation_becomes_a_note_without_verdict() throws IOException {
        LabelEvent label =
                read(NAME, authorsRow("Q?", "A", "odd one")).traces().getFirst().label();
        assertThat(Objects.requireNonNull(label).label())
                .isEqualTo(new Label(null, java.util.Set.of(), "answer: odd one"));
    }

    @Test
    void bad_rows_of_a_trace_file_come_in_file_order_and_keep_their_row() throws IOException {
        String content = authorsRow("One?", "1", "") + "\"{\"\"dataset_question\"\": 1\",a,b,c,d,e\r\n" + "x,y\r\n"
                + authorsRow("Two?", "2", "");
        Path file = Files.writeString(folder.resolve(NAME), content);
        List<String> order = new ArrayList<>();
        importer.read(
                file,
                ImportOptions.NONE,
                imported -> order.add(
                        switch (imported) {
                            case Imported.OfTrace found ->
                                found.place().row() + " "
                                        + found.trace().problem().question();
                            case Imported.Unreadable bad -> bad.place().row() + " bad";
                            case Imported.OfProblem problem -> "problem";
                        }));
        assertThat(order).containsExactly("0 One?", "1 bad", "2 bad", "3 Two?");
        assertThat(importer.readAll(file, ImportOptions.NONE).report().firstBadRows())
                .extracting(BadRow::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("no valid JSON"),
                        reason -> assertThat(reason).isEqualTo("it has 2 columns instead of 6"));
    }

    @Test
    void file_names_tell_approach_models_and_day() {
        long may27 = Instant.parse("2024-05-27T00:00:00Z").toEpochMilli();
        assertThat(FileNameFacts.of("sot-llama38b-gpt3point5-math-05-27-24-traces.csv"))
                .isEqualTo(new FileNameFacts(Approach.TRACE_OF_THOUGHT, "Llama 3-8B", "GPT-3.5-Turbo", may27));
        assertThat(FileNameFacts.of("sot-mistral9-zephyr-gsm8k-13-99-24.csv"))
                .isEqualTo(new FileNameFacts(Approach.TRACE_OF_THOUGHT, "mistral9", "Zephyr-7B", 0));
        assertThat(FileNameFacts.of("cot-l27bchat-feb5.csv"))
                .isEqualTo(new FileNameFacts(Approach.CHAIN_OF_THOUGHT, null, "Llama 2-7B Chat", 0));
        assertThat(FileNameFacts.of("plansolve-Model.GPT4.csv"))
                .isEqualTo(new FileNameFacts(Approach.PLAN_AND_SOLVE, null, "GPT-4", 0));
    }

    @Test
    void a_baseline_file_gives_questions_without_their_templates() throws IOException {
        Importer.Contents contents = read(
                "cot-gpt4-gsm8k-05-28-24.csv",
                "\"$How many eggs, in all? Think step-by-step.\",Seven.,#### 7,120\n"
                        + "$3 a day is how much a week? Think step-by-step.,21,#### 21,90\n"
                        + "How many?. Think step-by-step. ,8,#### 8,90\n"
                        + "\"$What? Let's first understand the problem and devise a plan to solve the problem. Then, let's carry out"
                        + " the plan and solve the problem step-by-step.\",9,#### 9,90\n");
        assertThat(contents.report().format()).isEqualTo(ImportFormat.AUTHORS_BASELINE);
        assertThat(contents.traces())
                .extracting(t -> t.problem().question())
                .containsExactly("How many eggs, in all?", "$3 a day is how much a week?", "How many?", "What?");
        assertThat(contents.traces())
                .extracting(t -> t.response().approach())
                .containsExactly(
                        Approach.CHAIN_OF_THOUGHT,
                        Approach.CHAIN_OF_THOUGHT,
                        Approach.CHAIN_OF_THOUGHT,
                        Approach.PLAN_AND_SOLVE);
        assertThat(contents.traces()).allSatisfy(t -> {
            assertThat(t.response().solver()).isEqualTo("GPT-4");
            assertThat(t.response().delegator()).isNull();
            assertThat(t.plan()).isNull();
            assertThat(t.response().outputTokens()).isNull();
        });
    }

    @Test
    void a_formula_at_the_start_of_a_question_keeps_its_dollar_sign() {
        assertThat(AuthorsBaseline.recover("$x^2$ is what? Think step-by-step.").question())
                .isEqualTo("$x^2$ is what?");
        assertThat(AuthorsBaseline.recover("$$x^2$ is what? Think step-by-step.")
                        .question())
                .isEqualTo("$x^2$ is what?");
        assertThat(AuthorsBaseline.recover("Standard?").approach()).isNull();
    }

    @Test
    void records_written_by_hand_get_sensible_defaults() throws IOException {
        Importer.Contents contents = read("hand.jsonl", """
                {"dataset": "demo", "number": 3, "question": "Q?", "dataset_answer": "4", "approach": "trace-of-thought", \
                "delegator": "D", "solver": "S", "steps": "1. Add.", "model_answer": "4"}
                {"dataset": "demo", "question": "Q?", "dataset_answer": "4", "approach": "trace-of-thought", "delegator": "D", \
                "solver": "S", "steps": "1. Add 2 and 2.", "delegated_steps": "1. Add.", "model_answer": "4", "verdict": true, \
                "flags": "needs_analysis"}
                {"dataset": "demo", "question": "R?", "gold_answer": "5", "approach": "cot", "solver": "S", "model_answer": "5"}
                """);
        assertThat(contents.report().firstBadRows()).isEmpty();
        Trace own = contents.traces().get(0);
        Plan plan = Objects.requireNonNull(own.plan());
        assertThat(own.original()).isNull();
        assertThat(own.problem()).isEqualTo(Problem.of("demo", 3, "Q?", "4"));
        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.origin()).isEqualTo(Plan.Origin.DELEGATOR);
        assertThat(own.response().finish()).isEqualTo(FinishReason.UNKNOWN);
        assertThat(own.response().source()).isEqualTo("hand.jsonl#0");
        assertThat(own.response().createdAt()).isZero();
        Trace corrected = contents.traces().get(1);
        assertThat(Objects.requireNonNull(corrected.plan()).version()).isEqualTo(2);
        assertThat(Objects.requireNonNull(corrected.plan()).origin()).isEqualTo(Plan.Origin.PERSON);
        assertThat(Objects.requireNonNull(corrected.plan()).parentId())
                .isEqualTo(Objects.requireNonNull(corrected.original()).id())
                .isEqualTo(Context.planId(corrected.problem().id(), "D", null, "1. Add."));
        assertThat(Objects.requireNonNull(corrected.label()).label())
                .isEqualTo(new Label(Verdict.TRUE, java.util.Set.of(Flag.NEEDS_ANALYSIS), ""));
        Trace chain = contents.traces().get(2);
        assertThat(chain.response().approach()).isEqualTo(Approach.CHAIN_OF_THOUGHT);
        assertThat(chain.problem().answer()).isEqualTo("5");
        assertThat(chain.plan()).isNull();
    }

    @Test
    void records_with_mistakes_are_refused_with_the_column() throws IOException {
        String good =
                "\"dataset\": \"d\", \"question\": \"Q?\", \"dataset_answer\": \"4\", \"solver\": \"S\", \"model_answer\": \"4\"";
        Importer.Contents contents = read(
                "mistakes.jsonl",
                "{" + good + ", \"approach\": \"standard\", \"response_id\": \"r1\"}\n"
                        + "{" + good + ", \"approach\": \"guessing\"}\n"
                        + "{" + good + ", \"approach\": \"standard\", \"flags\": \"purple\"}\n"
                        + "{" + good + ", \"approach\": \"standard\", \"verdict\": \"maybe\"}\n"
                        + "{" + good + ", \"approach\": \"standard\", \"steps\": \"1. x\"}\n"
                        + "{" + good + ", \"approach\": \"trace-of-thought\"}\n"
                        + "{" + good + ", \"approach\": \"standard\", \"prompt_tokens\": \"many\"}\n"
                        + "{" + good + ", \"approach\": \"standard\", \"responded_at\": \"yesterday\"}\n"
                        + "{" + good.replace("\"model_answer\": \"4\"", "\"model_answer\": \"5\"")
                        + ", \"approach\": \"standard\", \"response_id\": \"r1\"}\n");
        assertThat(contents.traces()).hasSize(1);
        assertThat(contents.report().firstBadRows())
                .extracting(bad -> bad.place().column())
                .containsExactly(
                        "approach",
                        "flags",
                        "verdict",
                        "steps",
                        "steps",
                        "prompt_tokens",
                        "responded_at",
                        "response_id");
    }

    @Test
    void a_foreign_table_is_read_through_a_mapping() throws IOException {
        Path file = Files.writeString(
                folder.resolve("foreign.csv"),
                "Frage;Lösung;Schritte;Ausgabe;Modell;ok\nWas?;4;\"1. a\n2. b\";vier;M1;yes\nWer?;;1. c;fünf;M2;no\nWo?;6;1. d;sechs;M2;\n");
        ColumnMapping mapping = ColumnMapping.of(Map.of(
                Meaning.QUESTION, "Frage",
                Meaning.GOLD_ANSWER, "Lösung",
                Meaning.STEPS, "Schritte",
                Meaning.OUTPUT, "Ausgabe",
                Meaning.MODEL, "Modell",
                Meaning.VERDICT, "ok"));
        Importer.Contents contents = importer.readAll(
                file,
                ImportOptions.NONE.withMapping(mapping).withDelegator("Delia").withDataset("demo"));
        assertThat(contents.traces()).extracting(t -> t.response().solver()).containsExactly("M1", "M2");
        assertThat(contents.traces()).extracting(t -> t.response().delegator()).containsOnly("Delia");
        assertThat(contents.traces().get(0).label()).isNotNull();
        assertThat(contents.traces().get(1).label()).isNull();
        assertThat(contents.report().firstBadRows())
                .extracting(BadRow::describe)
                .containsExactly("foreign.csv, row 1 (line 4), column Lösung: 'Lösung' is missing or empty");
        assertThatThrownBy(() -> importer.readAll(
                        file, ImportOptions.NONE.withMapping(ColumnMapping.of(Map.of(Meaning.QUESTION, "Frage")))))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("must name the question and an answer");
    }

    @Test
    void nested_solutions_with_verdicts_are_found_by_dot_path() throws IOException {
        Path file = Files.writeString(folder.resolve("solutions.jsonl"), """
                {"question": "Q?", "ground_truth": "A: 4", "small": {"is_correct": false, "solution": "A: 5"}, "big": {"is_correct": true, "solution": "A: 4"}}
                """);
        ColumnPreview preview = ColumnPreview.of(file, ImportOptions.NONE, true, 10);
        assertThat(preview.needsMapping()).isTrue();
        assertThat(preview.columns())
                .containsExactly(
                        "question",
                        "ground_truth",
                        "small.is_correct",
                        "small.solution",
                        "big.is_correct",
                        "big.solution");
        assertThat(preview.rows().getFirst()).containsExactly("Q?", "A: 4", "false", "A: 5", "true", "A: 4");
        assertThat(preview.guess().columns())
                .containsEntry(Meaning.OUTPUT, "small.solution")
                .containsEntry(Meaning.VERDICT, "small.is_correct");
        assertThatThrownBy(() -> importer.readAll(file, ImportOptions.NONE))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("the answers of 2 models in every record")
                .hasMessageContaining("small.solution, big.solution");
        Trace small = importer.readAll(file, ImportOptions.NONE.withMapping(preview.guess()))
                .traces()
                .getFirst();
        assertThat(small.response().solver()).isEqualTo("small");
        assertThat(Objects.requireNonNull(small.label()).label().verdict()).isEqualTo(Verdict.FALSE);
        ColumnMapping big = ColumnMapping.of(Map.of(
                Meaning.QUESTION, "question",
                Meaning.GOLD_ANSWER, "ground_truth",
                Meaning.OUTPUT, "big.solution",
                Meaning.VERDICT, "big.is_correct"));
        Trace other = importer.readAll(file, ImportOptions.NONE.withMapping(big))
                .traces()
                .getFirst();
        assertThat(other.response().solver()).isEqualTo("big");
        assertThat(Objects.requireNonNull(other.label()).label().verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void a_table_without_header_is_mapped_by_position() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.csv"), "What?,4,four\nWhere?,5,five\n");
        ColumnPreview preview = ColumnPreview.of(file, ImportOptions.NONE, false, 1);
        assertThat(preview.columns()).containsExactly("#1", "#2", "#3");
        assertThat(preview.rows()).hasSize(1);
        ColumnMapping mapping = new ColumnMapping(
                Map.of(Meaning.QUESTION, "#1", Meaning.GOLD_ANSWER, "#2", Meaning.OUTPUT, "#3"), false);
        assertThat(importer.readAll(file, ImportOptions.NONE.withMapping(mapping))
                        .traces())
                .extracting(t -> t.response().output())
                .containsExactly("four", "five");
    }
}
