package dev.tracewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.work.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUESTION = "Ann has 16 eggs 🥚 and eats 7. How many are left?";
    private static final String STEPS = "Steps 🙂:\n1. Take the 16 eggs.\n2. Subtract the 7 eaten eggs from 16.\n";
    private static final String OUTPUT =
            "Sure 😀!\n1. There are 16 eggs.\n2. 16 - 7 = 9 eggs are left.\n\nThe answer is 9.";

    @TempDir
    @Nullable
    Path folder;

    private int windows;

    private record Ran(int exit, ByteArrayOutputStream out, String messages) {
        byte[] data() {
            return out.toByteArray();
        }

        String text() {
            return out.toString(StandardCharsets.UTF_8);
        }

        List<JsonNode> lines() {
            return text().lines().map(line -> JSON.readTree(line)).toList();
        }
    }

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private Workspace workspace() {
        return new Workspace(folder().resolve("sessions"));
    }

    private Ran run(Object... arguments) throws IOException {
        Files.createDirectories(folder().resolve("sessions"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = Commands.run(
                workspace(),
                () -> windows++,
                List.of(),
                out,
                new PrintWriter(err),
                List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Ran(exit, out, err.toString());
    }

    /** One row of the paper's authors' trace files. */
    private static String authorsRow(String question, String steps, String output) {
        String json = JSON.writeValueAsString(JSON.createObjectNode()
                .put("dataset_question", question)
                .put("dataset_answer", "16 - 7 = 9\n#### 9")
                .set(
                        "delegation",
                        JSON.createObjectNode().put("input_text", "Write.").put("output_text", steps))
                .set(
                        "answer",
                        JSON.createObjectNode().put("input_text", "Solve.").put("output_text", output)));
        return IntStream.range(0, 6)
                .mapToObj(i -> List.of(json, "Write.", steps, output, "16 - 7 = 9\n#### 9", "529")
                        .get(i))
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private Path traces(String... rows) throws IOException {
        return Files.writeString(
                folder().resolve("sot-gpt4-wizardmath7b-gsm8k-05-28-24-traces.csv"),
                String.join("\r\n", rows) + "\r\n");
    }

    @Test
    void no_command_opens_the_window_and_gives_its_exit_code() throws IOException {
        assertThat(run().exit()).isZero();
        assertThat(windows).isEqualTo(1);
        assertThat(run("--version").text()).startsWith("Tracewright ");
        assertThat(windows).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"align", "import", "export"})
    void every_command_has_help_on_standard_output(String command) throws IOException {
        Ran help = run(command, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.text()).contains("Usage: tracewright " + command);
        assertThat(help.messages()).isEmpty();
    }

    @Test
    void wrong_use_is_told_on_standard_error_with_exit_code_2() throws IOException {
        Path file = traces(authorsRow(QUESTION, STEPS, OUTPUT));
        for (Object[] wrong : new Object[][] {
            {"align", "--no-such-option", file},
            {"align"},
            {"juggle"},
            {"import", file},
            {"import", file, "--session", "s", "--charset", "klingon"},
            {"import", file, "--session", "s", "--charset", "not a name"},
            {"import", file, "--session", "s", "--approach", "guessing"},
            {"import", file, "--session", "s", "--column", "taste=sweet"},
            {"import", file, "--session", "a:b"},
            {"export", "--session", "s", "--format", "xml"},
            {"export", "--session", "postgresql://host/db", "--format", "csv"},
        }) {
            Ran ran = run(wrong);
            assertThat(ran.exit()).as(List.of(wrong).toString()).isEqualTo(2);
            assertThat(ran.data()).isEmpty();
            assertThat(ran.messages()).isNotBlank().doesNotContain("\tat ");
        }
        assertThat(workspace().names()).isEmpty();
    }

    @Test
    void align_prints_one_object_a_line_whose_segments_cover_the_output() throws IOException {
        Path file = traces(authorsRow(QUESTION, STEPS, OUTPUT), authorsRow("Again: " + QUESTION, STEPS, OUTPUT));
        Ran ran = run("align", file);
        assertThat(ran.exit()).isZero();
        assertThat(ran.messages()).isEmpty();
        assertThat(ran.text()).endsWith("\n");
        assertThat(ran.lines()).hasSize(2);
        for (int row = 0; row < 2; row++) {
            JsonNode line = ran.lines().get(row);
            assertThat(line.get("source").stringValue())
                    .isEqualTo(file.getFileName().toString());
            assertThat(line.get("row").intValue()).isEqualTo(row);
            check(line);
        }
        assertThat(workspace().names()).isEmpty();
    }

    private static void check(JsonNode line) {
        List<String> bodies = new ArrayList<>();
        for (JsonNode step : line.get("steps")) {
            bodies.add(step.get("text").stringValue());
            assertThat(step.get("number").intValue()).isEqualTo(bodies.size());
            assertThat(STEPS.substring(
                            step.get("start").intValue(), step.get("end").intValue()))
                    .isEqualTo(bodies.size() + ". " + bodies.getLast());
        }
        assertThat(bodies).containsExactly("Take the 16 eggs.", "Subtract the 7 eaten eggs from 16.");
        int at = 0;
        for (JsonNode segment : line.get("segments")) {
            assertThat(segment.get("start").intValue()).isEqualTo(at);
            at = segment.get("end").intValue();
            assertThat(segment.get("kind").stringValue())
                    .isIn("preamble", "step", "restatement", "conclusion", "extra");
            assertThat(segment.get("steps").isArray()).isTrue();
            assertThat(segment.has("printed")).isTrue();
        }
        assertThat(at).isEqualTo(OUTPUT.length());
        JsonNode second = segmentAt(line, OUTPUT.indexOf("16 - 7"));
        assertThat(second.get("steps")).extracting(JsonNode::intValue).containsExactly(2);
        assertThat(second.get("printed").stringValue()).isEqualTo("2");
        assertThat(line.get("status"))
                .extracting(node -> node.get("step").intValue())
                .containsExactly(1, 2);
        assertThat(line.get("status"))
                .extracting(node -> node.get("status").stringValue())
                .isSubsetOf("followed", "merged", "skipped", "expanded", "noted_redundant", "restated_only");
        JsonNode answer = line.get("answer");
        assertThat(answer.get("gold").stringValue()).isEqualTo("9");
        assertThat(answer.get("stated").stringValue()).isEqualTo("9");
        assertThat(answer.get("reasoned").stringValue()).isEqualTo("9");
        assertThat(answer.get("suggestion").stringValue()).isEqualTo("true");
        assertThat(answer.get("flags").isArray()).isTrue();
        assertThat(answer.get("why").stringValue()).isNotBlank();
        assertThat(answer.get("candidates").get(0).get("value").stringValue())
                .isEqualTo(answer.get("stated").stringValue());
    }

    private static JsonNode segmentAt(JsonNode line, int offset) {
        for (JsonNode segment : line.get("segments")) {
            if (segment.get("start").intValue() <= offset
                    && offset < segment.get("end").intValue()) {
                return segment;
            }
        }
        throw new AssertionError("no segment at " + offset);
    }

    @Test
    void align_reports_a_bad_row_in_its_place_and_goes_on() throws IOException {
        Path file = traces(
                authorsRow(QUESTION, STEPS, OUTPUT),
                "\"{\"\"dataset_question\"\": \",\"b\",\"c\",\"d\",\"e\",\"f\"",
                authorsRow(QUESTION, STEPS, OUTPUT));
        Ran ran = run("align", file);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(3);
        JsonNode bad = ran.lines().get(1);
        assertThat(bad.get("row").intValue()).isEqualTo(1);
        assertThat(bad.get("source").stringValue()).isEqualTo(file.getFileName().toString());
        assertThat(bad.get("error").stringValue()).contains("column #1");
        assertThat(bad.has("segments")).isFalse();
        assertThat(ran.lines().get(2).get("row").intValue()).isEqualTo(2);
        assertThat(ran.lines().get(2).has("error")).isFalse();
    }

    @Test
    void align_reports_a_missing_file_and_reads_the_others() throws IOException {
        Path file = traces(authorsRow(QUESTION, STEPS, OUTPUT));
        Ran ran = run("align", folder().resolve("gone.csv"), file);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(2);
        assertThat(ran.lines().getFirst().get("source").stringValue()).isEqualTo("gone.csv");
        assertThat(ran.lines().getFirst().get("error").stringValue()).contains("does not exist");
        assertThat(ran.messages()).contains("gone.csv does not exist");
    }

    @Test
    void align_says_that_a_data_set_has_nothing_to_align() throws IOException {
        Path file = Files.writeString(
                folder().resolve("gsm8k.jsonl"), "{\"question\": \"How many?\", \"answer\": \"#### 7\"}\n");
        Ran ran = run("align", file);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.lines().getFirst().get("error").stringValue())
                .contains("gsm8k.jsonl, row 0")
                .contains("a problem without a solver's output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void what_is_imported_and_exported_is_the_same_after_another_round(String format) throws IOException {
        Path file = traces(authorsRow(QUESTION, STEPS, OUTPUT), authorsRow("Again: " + QUESTION, STEPS, OUTPUT));
        Ran imported = run("import", file, "--session", "first");
        assertThat(imported.exit()).isZero();
        assertThat(imported.data()).isEmpty();
        assertThat(imported.messages()).contains("2 traces");
        Path target = folder().resolve("records." + format);
        Ran exported = run("export", "--session", "first", "--format", format, "-o", target);
        assertThat(exported.exit()).isZero();
        assertThat(exported.data()).isEmpty();
        assertThat(exported.messages()).contains("2 records");
        assertThat(run("import", target, "--session", "second").exit()).isZero();
        Ran streamed = run("export", "--session", "second", "--format", format);
        assertThat(streamed.exit()).isZero();
        assertThat(streamed.messages()).isEmpty();
        assertThat(streamed.data()).isEqualTo(Files.readAllBytes(target));
    }

    @Test
    void a_spreadsheet_copy_goes_to_standard_output_byte_by_byte() throws IOException {
        run("import", traces(authorsRow(QUESTION, STEPS, OUTPUT)), "--session", "s");
        Ran exported = run("export", "--session", "s", "--format", "spreadsheet");
        assertThat(exported.text()).startsWith("\uFEFF").contains("\r\n").contains("🥚");
        assertThat(exported.messages()).isEmpty();
    }

    @Test
    void importing_twice_says_what_was_there() throws IOException {
        Path file = traces(authorsRow(QUESTION, STEPS, OUTPUT));
        run("import", file, "--session", "s");
        Ran again = run("import", file, "--session", "s");
        assertThat(again.exit()).isZero();
        assertThat(again.messages()).contains("1 were already in the session");
    }

    @Test
    void a_bad_row_is_told_with_its_place_and_the_good_ones_are_kept() throws IOException {
        Path file = traces(
                authorsRow(QUESTION, STEPS, OUTPUT), "\"{\"\"dataset_question\"\": \",\"b\",\"c\",\"d\",\"e\",\"f\"");
        Ran ran = run("import", file, "--session", "s");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.messages()).contains("traces.csv, row 1").contains("1 row could not be read");
        try (SessionStore store = workspace().open("s")) {
            assertThat(store.items("ada")).hasSize(1);
        }
    }

    @Test
    void a_missing_file_or_session_is_a_failure_in_one_line() throws IOException {
        Ran gone = run("import", folder().resolve("gone.csv"), "--session", "s");
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.messages()).contains("gone.csv does not exist").hasLineCount(1);
        Ran nothing = run("export", "--session", "nothing", "--format", "csv");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.data()).isEmpty();
        assertThat(nothing.messages()).contains("nothing").hasLineCount(1);
        Ran nowhere = run("export", "--session", "s", "--format", "csv", "-o", folder().resolve("no/where.csv"));
        assertThat(nowhere.exit()).isEqualTo(1);
    }

    @Test
    void columns_of_a_foreign_table_get_the_meaning_they_are_given() throws IOException {
        Path file = Files.writeString(
                folder().resolve("foreign.csv"),
                "Aufgabe,Loesung,Antwort,Schritte\nHow many eggs?,9,The answer is 9.,1. Count.\n");
        Ran ran = run(
                "import",
                file,
                "--session",
                "s",
                "--dataset",
                "farm",
                "--solver",
                "llama",
                "--delegator",
                "gpt-4",
                "--column",
                "question=Aufgabe",
                "--column",
                "GOLD_ANSWER=Loesung",
                "--column",
                "output=Antwort",
                "--column",
                "steps=Schritte");
        assertThat(ran.messages()).contains("1 trace");
        assertThat(ran.exit()).isZero();
        try (SessionStore store = workspace().open("s")) {
            ItemRow row = store.items("ada").getFirst();
            assertThat(row.problem())
                    .extracting(Problem::dataset, Problem::question, Problem::answer)
                    .containsExactly("farm", "How many eggs?", "9");
            assertThat(row.approach()).isEqualTo(Approach.TRACE_OF_THOUGHT);
            assertThat(row.solver()).isEqualTo("llama");
            assertThat(row.delegator()).isEqualTo("gpt-4");
            Response response =
                    store.response(Objects.requireNonNull(row.responseId())).orElseThrow();
            assertThat(response.output()).isEqualTo("The answer is 9.");
        }
    }

    @Test
    void a_table_whose_columns_nobody_knows_asks_for_them() throws IOException {
        Path file = Files.writeString(folder().resolve("foreign.csv"), "Aufgabe,Loesung\nHow many eggs?,9\n");
        Ran ran = run("import", file, "--session", "s");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.messages()).contains("Aufgabe, Loesung");
    }

    @Test
    void another_encoding_is_told_and_can_be_chosen() throws IOException {
        Path file = Files.write(folder().resolve("gsm8k.jsonl"), """
                {"question": "Wie viele Eier?", "answer": "#### 6"}
                {"question": "Wie viele Äpfel?", "answer": "#### 7"}
                """.getBytes(Charset.forName("windows-1252")));
        Ran guessed = run("import", file, "--session", "guessed");
        assertThat(guessed.exit()).isEqualTo(1);
        assertThat(guessed.messages()).contains("gsm8k.jsonl, row 1").contains("is not UTF-8");
        Ran chosen = run("import", file, "--session", "chosen", "--charset", "windows-1252");
        assertThat(chosen.exit()).isZero();
        assertThat(chosen.messages()).doesNotContain("UTF-8");
        try (SessionStore store = workspace().open("chosen")) {
            assertThat(store.items("ada"))
                    .extracting(row -> row.problem().question())
                    .containsExactly("Wie viele Eier?", "Wie viele Äpfel?");
        }
    }
}
