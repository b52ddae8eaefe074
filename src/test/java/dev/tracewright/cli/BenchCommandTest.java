package dev.tracewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.work.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    private static final Path HOME = Path.of(".").toAbsolutePath().normalize();

    @TempDir
    @Nullable
    Path folder;

    private record Ran(int exit, String data, String messages) {}

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int exit = Commands.run(
                new Workspace(folder()),
                () -> Commands.FAILED,
                List.of(new BenchCommand(HOME, Duration.ZERO)),
                out,
                new PrintWriter(err),
                arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    @Test
    void the_bundled_traces_give_figures_for_every_part_and_length() {
        Ran ran = run("bench", "align", "--limit", "5", "--json");
        assertThat(ran.exit()).isEqualTo(Commands.DONE);
        JsonNode report = JsonMapper.shared().readTree(ran.data());
        assertThat(report.get("traces").asInt()).isEqualTo(5);
        assertThat(report.get("trace_ms").propertyNames())
                .containsExactly("parse", "align", "judge", "equations", "leaks", "all");
        for (JsonNode times : report.get("trace_ms")) {
            assertThat(times.get("median").asDouble()).isPositive();
            assertThat(times.get("worst").asDouble())
                    .isGreaterThanOrEqualTo(times.get("median").asDouble());
        }
        assertThat(report.get("long_outputs")).hasSize(12);
        for (JsonNode output : report.get("long_outputs")) {
            assertThat(output.get("all_ms").asDouble())
                    .isGreaterThan(output.get("align_ms").asDouble());
        }
        JsonNode last = report.get("long_outputs").get(11);
        assertThat(last.get("shape").asString()).isEqualTo("line");
        assertThat(last.get("characters").asInt()).isEqualTo(60_000);
    }

    @Test
    void the_table_names_every_part_and_the_growth() throws IOException {
        Path file = Files.writeString(folder().resolve("one.csv"), """
                question,gold answer,steps,output,model,approach
                How many are 2 and 3?,5,1. Add 2 and 3.,1. 2 + 3 = 5,tiny,tot
                """);
        Ran ran = run("bench", "align", file.toString());
        assertThat(ran.exit()).isEqualTo(Commands.DONE);
        assertThat(ran.data())
                .startsWith("1 trace, milliseconds a trace\n")
                .contains("parse", "align", "judge", "equations", "leaks", "60,000");
        assertThat(ran.messages()).isEqualToNormalizingNewlines("Measuring with 1 trace ...\n");
    }

    @Test
    void what_cannot_be_measured_fails_with_a_sentence() throws IOException {
        Ran missing = run("bench", "align", folder().resolve("none.csv").toString());
        assertThat(missing.exit()).isEqualTo(Commands.FAILED);
        assertThat(missing.messages()).contains("none.csv does not exist");
        Path problems = Files.writeString(
                folder().resolve("problems.jsonl"), "{\"question\": \"2 + 3?\", \"answer\": \"#### 5\"}\n");
        Ran empty = run("bench", "align", problems.toString());
        assertThat(empty.exit()).isEqualTo(Commands.FAILED);
        assertThat(empty.messages()).contains("There is no trace in").contains("problems.jsonl");
        assertThat(empty.data()).isEmpty();
    }

    @Test
    void counting_results_gives_figures_for_a_session_of_any_size() {
        Ran ran = run("bench", "results", "--answers", "400", "--json");
        assertThat(ran.exit()).isEqualTo(Commands.DONE);
        JsonNode report = JsonMapper.shared().readTree(ran.data());
        assertThat(report.get("answers").asInt()).isEqualTo(420);
        for (String figure :
                List.of("all_ms", "groups_ms", "pairs_ms", "filtered_ms", "selection_ms", "label_ms", "selected")) {
            assertThat(report.get(figure).asDouble()).as(figure).isPositive();
        }
        assertThat(run("bench", "results", "--answers", "1").data()).contains("210, in", "everything", "selection");
        assertThat(run("bench", "results", "--answers", "0").exit()).isEqualTo(Commands.MISUSED);
    }

    @Test
    void wrong_use_says_how_it_is_used() {
        Ran nothing = run("bench");
        assertThat(nothing.exit()).isEqualTo(Commands.MISUSED);
        assertThat(nothing.messages()).contains("Say what is to be measured").contains("Usage: tracewright bench");
        Ran limit = run("bench", "align", "--limit", "0");
        assertThat(limit.exit()).isEqualTo(Commands.MISUSED);
        assertThat(limit.messages()).contains("--limit must be at least 1").contains("Usage: tracewright bench align");
        Ran help = run("bench", "align", "--help");
        assertThat(help.exit()).isEqualTo(Commands.DONE);
        assertThat(help.data()).contains("--json").contains("bundled example traces");
    }
}
