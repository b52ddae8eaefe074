package dev.tracewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.DataTable.Row;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Section;
import dev.tracewright.analysis.Value;
import dev.tracewright.exchange.report.Report;
import dev.tracewright.work.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final Section SECTION = new Section(
            "accuracy",
            "Accuracy",
            "",
            List.of(),
            List.of(new DataTable(
                    "accuracy",
                    "Accuracy",
                    "",
                    List.of(new Column("solver", "solver", false)),
                    List.of(new Row(List.of(Value.words("Made-7B")), false)),
                    List.of())));

    @TempDir
    private Path home;

    private final List<String> sessions = new ArrayList<>();
    private final List<ResultFilter> filters = new ArrayList<>();

    private record Ran(int exit, String out, String err) {}

    private Ran run(List<Section> sections, boolean terminal, String... options) {
        return run(
                (session, filter) -> {
                    sessions.add(session);
                    filters.add(filter);
                    return new Report(session, List.of(), sections);
                },
                terminal,
                options);
    }

    private Ran run(ReportCommand.Source source, boolean terminal, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = Commands.run(
                new Workspace(home.resolve("sessions")),
                () -> 0,
                List.of(new ReportCommand(source, terminal)),
                out,
                new PrintWriter(err),
                Stream.concat(Stream.of("report"), Stream.of(options)).toArray(String[]::new));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private String folder() {
        return home.resolve("report").toString();
    }

    @Test
    void a_report_is_written_and_its_path_is_what_is_printed() {
        Ran ran = run(List.of(SECTION), false, "--session", "made", "-o", folder());
        assertThat(ran)
                .isEqualTo(new Ran(
                        Commands.DONE,
                        home.resolve("report/report.html") + System.lineSeparator(),
                        "1 table and 0 figures were written to " + folder() + System.lineSeparator()));
        assertThat(home.resolve("report/tables/accuracy.csv")).hasContent("solver\r\nMade-7B\r\n");
        assertThat(sessions).containsExactly("made");
        assertThat(filters).containsExactly(ResultFilter.ALL);
    }

    @Test
    void options_say_which_answers_count() {
        run(
                List.of(SECTION),
                false,
                "--session",
                "made",
                "-o",
                folder(),
                "--suggestions",
                "--dataset",
                "gsm8k",
                "--dataset",
                "math",
                "--solver",
                "Made-7B",
                "--annotator",
                "AB");
        assertThat(filters)
                .containsExactly(new ResultFilter(
                        Set.of("gsm8k", "math"),
                        Set.of(),
                        Set.of(),
                        Set.of("Made-7B"),
                        Set.of("AB"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        true));
    }

    @Test
    void where_no_answer_is_left_nothing_is_written() {
        Ran ran = run(List.of(), false, "--session", "made", "-o", folder());
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("No answer of the session made");
        assertThat(home.resolve("report")).doesNotExist();
    }

    @Test
    void a_folder_with_other_files_is_a_failure_in_one_sentence() throws IOException {
        Files.createDirectories(home.resolve("report"));
        Files.writeString(home.resolve("report/notes.txt"), "mine");
        Ran ran = run(List.of(SECTION), false, "--session", "made", "-o", folder());
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.err()).contains("such as notes.txt").doesNotContain("Exception");
        assertThat(home.resolve("report")).isDirectoryNotContaining("glob:**.html");
    }

    @Test
    void a_session_that_cannot_be_read_is_a_failure_and_a_missing_option_wrong_use() {
        Ran unreadable = run(
                (session, filter) -> {
                    throw new IOException("There is no session " + session + ".");
                },
                false,
                "--session",
                "made",
                "-o",
                folder());
        assertThat(unreadable).isEqualTo(new Ran(1, "", "There is no session made." + System.lineSeparator()));
        assertThat(run(List.of(SECTION), false, "--session", "made").exit()).isEqualTo(Commands.MISUSED);
        assertThat(run(List.of(SECTION), false, "-o", folder()).exit()).isEqualTo(Commands.MISUSED);
    }

    @Test
    void only_a_terminal_gets_a_bar() {
        assertThat(run(List.of(SECTION), true, "--session", "made", "-o", folder())
                        .err())
                .contains("\rreport [", "1 of 5 files");
        assertThat(run(List.of(SECTION), false, "--session", "made", "-o", folder())
                        .err())
                .doesNotContain("\r[");
    }
}
