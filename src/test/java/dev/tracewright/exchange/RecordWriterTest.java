package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordWriterTest {
    @TempDir
    Path folder;

    private String write(RecordWriter.Format format, Trace... traces) throws IOException {
        Path target = folder.resolve("out." + format.ending());
        new RecordWriter(format, t -> Samples.derived("7")).write(target, List.of(traces)::forEach);
        return Files.readString(target);
    }

    @Test
    void csv_has_the_promised_columns_in_order() throws IOException {
        String csv = write(RecordWriter.Format.CSV, Samples.full());
        assertThat(csv.lines().findFirst().orElseThrow().replace("\"", ""))
                .startsWith(
                        "dataset,number,question,gold_answer,model_answer,steps,approach,delegator,solver,verdict,flags,note,"
                                + "annotator,labelled_at,level,subject,dataset_answer,delegated_steps,plan_version,plan_origin,plan_author,"
                                + "repetition,delegation_prompt,prompt,reasoning,finish,prompt_tokens,output_tokens,milliseconds,attempts,"
                                + "source,plan_created_at,responded_at,");
        assertThat(csv)
                .startsWith("\"dataset\",\"number\",")
                .contains("\r\n\"gsm8k\",7,\"How many apples?\",\"7\",\"3 + 4 = 7. The answer is 7.\","
                        + "\"Here:\n1. Add 3 and 4.\nGood luck!\",\"trace-of-thought\",\"Writer-0\",\"Solver\","
                        + "\"true\",\"extra_information needs_analysis\",\"see line 2\",\"Grace\","
                        + "\"2023-11-14T22:18:20.002Z\",\"Level 1\",\"Counting\",")
                .endsWith("\r\n");
    }

    @Test
    void jsonl_has_typed_values_and_one_line_a_record() throws IOException {
        String jsonl = write(RecordWriter.Format.JSONL, Samples.full(), Samples.bare());
        assertThat(jsonl.lines()).hasSize(2);
        assertThat(jsonl)
                .contains(
                        "\"number\":7,",
                        "\"verdict\":true,",
                        "\"flags\":\"extra_information needs_analysis\"",
                        "\"verdict\":null")
                .contains("\"step_cuts\":\"6:9:21 22\"", "\"label_seconds\":12.5,", "\"reasoning\":\"thinking…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_spreadsheet_copy_never_holds_a_formula(String hostile) throws IOException {
        Trace full = Samples.full();
        Problem problem = new Problem("p-1", "gsm8k", 7, hostile, hostile, null, null);
        String copy =
                write(RecordWriter.Format.SPREADSHEET, new Trace(problem, full.plan(), null, full.response(), null));
        assertThat(copy).contains("\"'" + hostile + "\"").doesNotContain("\"" + hostile + "\"");
    }

    @Test
    void a_spreadsheet_copy_has_a_mark_short_cells_and_does_not_import_again() throws IOException {
        Trace full = Samples.full();
        Problem problem = new Problem("p-1", "gsm8k", 7, "😀".repeat(40_000), "7", null, null);
        String copy =
                write(RecordWriter.Format.SPREADSHEET, new Trace(problem, full.plan(), null, full.response(), null));
        assertThat(copy).startsWith("\uFEFF\"row (copy for reading; does not import again)\",\"dataset\",");
        assertThat(copy).contains("cut here: 80000 characters").doesNotContain("?");
        String cell = Csv.forSpreadsheet("😀".repeat(40_000));
        assertThat(cell.length()).isBetween(Csv.LONGEST_CELL - 1, Csv.LONGEST_CELL);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cell)).isTrue();
        assertThatThrownBy(() -> new Importer(Samples::lines).readAll(folder.resolve("out.csv"), ImportOptions.NONE))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("does not import again");
    }

    @Test
    void a_failing_source_leaves_the_old_file_and_nothing_beside_it() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");
        RecordWriter writer = new RecordWriter(RecordWriter.Format.CSV, t -> Samples.derived(null));
        assertThatThrownBy(() -> writer.write(target, consumer -> {
                    consumer.accept(Samples.full());
                    throw new IllegalStateException("the session went away");
                }))
                .hasMessage("the session went away");
        assertThat(target).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_one_clear_sentence() {
        RecordWriter writer = new RecordWriter(RecordWriter.Format.JSONL, t -> Samples.derived(null));
        Path target = folder.resolve("missing/out.jsonl");
        assertThatThrownBy(() -> writer.write(target, consumer -> {}))
                .isInstanceOf(ExchangeException.class)
                .hasMessage("The file " + target + " cannot be written: the folder " + target.getParent()
                        + " does not exist.");
    }
}
