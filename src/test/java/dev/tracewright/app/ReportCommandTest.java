package dev.tracewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.cli.Commands;
import dev.tracewright.cli.ReportCommand;
import dev.tracewright.work.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path home;

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void import_labelled_answers() throws IOException {
        Files.createDirectories(home.resolve("sessions"));
        String records = MadeResults.labelled(home.resolve("made.jsonl")).toString();
        assertThat(run(false, "import", records, "--session", "lesson").exit()).isEqualTo(Commands.DONE);
    }

    private Ran run(boolean terminal, String... arguments) {
        Workspace workspace = new Workspace(home.resolve("sessions"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = Commands.run(
                workspace,
                () -> 0,
                List.of(new ReportCommand(workspace, terminal)),
                out,
                new PrintWriter(err),
                arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private Ran report(String folder, String... options) {
        return run(
                false,
                Stream.concat(Stream.of("report", "--session", "lesson", "-o", folder(folder)), Stream.of(options))
                        .toArray(String[]::new));
    }

    private String folder(String name) {
        return home.resolve(name).toString();
    }

    private String written(String file) throws IOException {
        return Files.readString(home.resolve(file));
    }

    @Test
    void a_report_is_written_and_its_path_is_what_is_printed() throws IOException {
        Ran ran = report("report");
        assertThat(ran.exit()).isEqualTo(Commands.DONE);
        assertThat(ran.out()).isEqualTo(home.resolve("report/report.html") + System.lineSeparator());
        assertThat(ran.err()).contains("tables and", "figures were written to " + folder("report"));
        assertThat(written("report/report.html")).contains("Verdicts: people", "30 of 30 answers labelled");
        // the hare is right in 4 of 10 without and in 8 of 10 with steps
        assertThat(written("report/tables/against-made.csv")).contains("hare", "40", "80");
        assertThat(home.resolve("report/figures/accuracy-made.svg")).isNotEmptyFile();
        assertThat(home.resolve("report/figures/accuracy-made.png")).isNotEmptyFile();
        // nobody had read the answers before
        assertThat(written("report/report.html")).doesNotContain("not been read yet");
        assertThat(home.resolve("report/figures/steps-made.svg")).isNotEmptyFile();
    }

    @Test
    void the_same_answers_give_the_same_bytes_also_in_another_session() throws IOException {
        report("first");
        report("second");
        assertThat(bytes("second")).isEqualTo(bytes("first"));
        run(false, "import", folder("made.jsonl"), "--session", folder("elsewhere/lesson"));
        Files.createDirectories(home.resolve("elsewhere"));
        assertThat(run(false, "import", folder("made.jsonl"), "--session", folder("elsewhere/lesson"))
                        .exit())
                .isEqualTo(Commands.DONE);
        assertThat(run(false, "report", "--session", folder("elsewhere/lesson"), "-o", folder("third"))
                        .exit())
                .isEqualTo(Commands.DONE);
        assertThat(bytes("third")).isEqualTo(bytes("first"));
    }

    private Map<String, String> bytes(String folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path root = home.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(bytes).hasSizeGreaterThan(20);
        return bytes;
    }

    @Test
    void options_say_which_answers_count() throws IOException {
        report("report", "--solver", "owl", "--annotator", "ann", "--suggestions");
        assertThat(written("report/report.html"))
                .contains("10 of 10 answers labelled", "Solvers: owl", "Verdicts: ann, and the program")
                .doesNotContain("Solvers: hare");
        assertThat(written("report/tables/counts.csv")).contains("owl").doesNotContain("hare");
        report("words", "--words", "HARE fox 7");
        assertThat(written("words/report.html")).contains("10 of 10 answers labelled", "With the words: HARE fox 7");
    }

    /** A person knows that 8.00 eggs are 8, and may not take a right number for an answer. */
    @Test
    void every_answer_that_exact_match_judges_otherwise_stands_in_a_table_with_the_value_it_took() throws IOException {
        String record = """
                {"dataset": "made", "number": %d, "question": "A hen lays %d eggs and another hen lays 7. How many eggs are there?",\
                 "dataset_answer": "#### %d", "approach": "standard", "solver": "mole", "model_answer": "%s", "verdict": %s,\
                 "annotator": "ann"}
                """;
        Path answers = Files.writeString(
                home.resolve("mole.jsonl"),
                record.formatted(1, 1, 8, "So there are 8.00", "true")
                        + record.formatted(2, 2, 9, "Eggs are laid by hens, so 9", "false")
                        + record.formatted(3, 3, 10, "10", "true")
                        + record.formatted(4, 4, 11, "=2+3", "true"));
        assertThat(run(false, "import", answers.toString(), "--session", "lesson")
                        .exit())
                .isEqualTo(Commands.DONE);
        report("report");
        assertThat(written("report/tables/strict-rows.csv").lines())
                .containsExactly(
                        "dataset,problem,solver,approach,verdict,exact,taken,gold",
                        "made,1,mole,Standard,true,false,8.00,8",
                        "made,4,mole,Standard,true,false,3,11",
                        "made,2,mole,Standard,false,true,9,9");
        assertThat(written("report/report.html")).contains("Where exact match and people differ");
        report("without", "--solver", "owl");
        assertThat(home.resolve("without/tables/strict-rows.csv")).doesNotExist();
    }

    @Test
    void the_filters_of_the_window_are_options_and_a_key_that_is_none_is_refused_with_those_there_are()
            throws IOException {
        Path mole = Files.writeString(home.resolve("mole.jsonl"), """
                {"dataset": "made", "number": 3, "question": "A hen lays 3 eggs and another hen lays 7. How many eggs are there?",\
                 "dataset_answer": "#### 10", "approach": "trace-of-thought", "delegator": "fox", "solver": "mole",\
                 "steps": "1. Add 7 to 3.", "model_answer": "1. 3 + 7 = 11\\n\\nThe answer is: 11", "verdict": false,\
                 "annotator": "ann"}
                """);
        run(false, "import", mole.toString(), "--session", "lesson");
        report("steps", "--approach", "trace-of-thought", "--delegator", "fox", "--finding", "false_arithmetic");
        assertThat(written("steps/report.html")).contains("1 of 1 answers labelled", "Approaches: Trace-of-Thought");
        assertThat(report("flagged", "--flag", "needs_analysis", "--level", "Level 1", "--subject", "Algebra")
                        .err())
                .contains("nothing was written");
        Ran none = report("wrong", "--finding", "skipped");
        assertThat(none.exit()).isEqualTo(Commands.MISUSED);
        assertThat(none.err()).contains("'skipped' is none of skipped_step, merged_steps");
    }

    @Test
    void who_has_not_labelled_is_refused_because_figures_without_them_would_look_right() {
        Ran ran = report("report", "--adjudicator", "Anne", "--annotator", "ann");
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.err()).contains("Nobody called Anne has labelled in the session lesson; these have: ann");
        assertThat(home.resolve("report")).doesNotExist();
        assertThat(report("report", "--adjudicator", "ann").exit()).isEqualTo(Commands.DONE);
    }

    @Test
    void demonstration_material_beside_models_is_left_out_and_alone_it_is_marked() throws IOException {
        String records =
                MadeResults.demonstration(home.resolve("example.jsonl")).toString();
        assertThat(run(false, "import", records, "--session", "lesson").exit()).isEqualTo(Commands.DONE);
        Ran models = report("models");
        assertThat(models.err()).contains("20 answers of demonstration material are left out");
        assertThat(written("models/report.html"))
                .contains("30 of 30 answers labelled", "20 answers of demonstration material are left out")
                .doesNotContain("hand-written example", "not results of any model");
        Ran example = report("example", "--solver", "hand-written example");
        assertThat(example.exit()).isEqualTo(Commands.DONE);
        assertThat(example.err()).contains("these figures are not results of any model.");
        assertThat(written("example/report.html")).contains("these figures are not results of any model.");
        assertThat(written("example/README.md")).contains("**Demonstration material,");
        assertThat(written("example/tables/demonstration-counts.csv"))
                .contains("hand-written example (demonstration)")
                .doesNotContain("hare");
        assertThat(written("example/tables/demonstration-counts.tex")).contains("(demonstration)}");
        assertThat(written("example/figures/demonstration-accuracy-made.svg")).contains("made (demonstration)</title>");
        assertThat(home.resolve("example/tables/counts.csv")).doesNotExist();
    }

    @Test
    void where_no_answer_is_left_nothing_is_written() {
        Ran ran = report("report", "--dataset", "other");
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("No answer of the session lesson");
        assertThat(home.resolve("report")).doesNotExist();
    }

    @Test
    void a_folder_with_other_files_is_a_failure_in_one_sentence() throws IOException {
        Files.createDirectories(home.resolve("report"));
        Files.writeString(home.resolve("report/notes.txt"), "mine");
        Ran ran = report("report");
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.err()).contains("such as notes.txt").doesNotContain("Exception");
        assertThat(home.resolve("report")).isDirectoryNotContaining("glob:**.html");
    }

    @Test
    void a_session_that_is_not_there_is_a_failure_and_a_missing_option_wrong_use() {
        Ran missing = run(false, "report", "--session", "gone", "-o", folder("report"));
        assertThat(missing.exit()).isEqualTo(Commands.FAILED);
        assertThat(missing.err()).contains("gone").doesNotContain("Exception");
        assertThat(run(false, "report", "--session", "lesson").exit()).isEqualTo(Commands.MISUSED);
        assertThat(run(false, "report", "-o", folder("report")).exit()).isEqualTo(Commands.MISUSED);
    }

    @Test
    void only_a_terminal_gets_a_bar() {
        assertThat(report("quiet").err()).doesNotContain("\r");
        assertThat(run(true, "report", "--session", "lesson", "-o", folder("loud"))
                        .err())
                .contains("\rreport [");
    }
}
