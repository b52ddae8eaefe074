package dev.tracewright.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @TempDir
    Path folder;

    private final Importer importer = new Importer(Samples::lines);

    @ParameterizedTest
    @EnumSource(
            value = RecordWriter.Format.class,
            names = {"CSV", "JSONL"})
    void export_import_export_is_byte_equal_for_nasty_texts(RecordWriter.Format format) throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 30; round++) {
            List<Trace> traces = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                traces.add(Samples.random(random));
            }
            byte[] first = export(format, traces);
            List<Trace> back = reimport(format, first);
            assertThat(back).isEqualTo(traces);
            assertThat(export(format, back)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordWriter.Format.class,
            names = {"CSV", "JSONL"})
    void every_stored_field_survives(RecordWriter.Format format) throws Exception {
        Trace full = Samples.full();
        assertNothingLeftAtItsDefault(full.problem());
        assertNothingLeftAtItsDefault(java.util.Objects.requireNonNull(full.plan()));
        assertNothingLeftAtItsDefault(full.response());
        assertNothingLeftAtItsDefault(java.util.Objects.requireNonNull(full.label()));
        assertNothingLeftAtItsDefault(full.corrections().getFirst());
        assertNothingLeftAtItsDefault(java.util.Objects.requireNonNull(full.solving()));
        assertNothingLeftAtItsDefault(java.util.Objects.requireNonNull(full.delegating()));
        assertThat(reimport(format, export(format, List.of(full, Samples.bare()))))
                .containsExactly(full, Samples.bare());
    }

    /** A field that is added later and not set in the sample would slip through the test above. */
    private static void assertNothingLeftAtItsDefault(Object value) throws ReflectiveOperationException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object field = component.getAccessor().invoke(value);
            assertThat(field)
                    .as(component.getName())
                    .isNotNull()
                    .isNotEqualTo("")
                    .isNotEqualTo(0)
                    .isNotEqualTo(0L)
                    .isNotEqualTo(0.0)
                    .isNotEqualTo(false)
                    .isNotEqualTo(Label.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordWriter.Format.class,
            names = {"CSV", "JSONL"})
    void null_and_the_empty_text_stay_apart(RecordWriter.Format format) throws IOException {
        Trace bare = Samples.bare();
        Response old = bare.response();
        Response empty = new Response(
                "r-3",
                old.problemId(),
                null,
                old.approach(),
                "",
                "",
                0,
                "",
                "",
                "",
                null,
                null,
                null,
                old.finish(),
                0,
                "",
                0);
        Trace emptied =
                new Trace(bare.problem(), null, null, empty, new LabelEvent("l", "r-3", "", Label.NONE, false, 0, 0));
        assertThat(reimport(format, export(format, List.of(bare, emptied)))).containsExactly(bare, emptied);
    }

    @Test
    void half_a_surrogate_pair_survives_in_jsonl_and_becomes_a_replacement_character_in_csv() throws IOException {
        Trace bare = Samples.bare();
        Trace halved = withOutput(bare, "a\uD83Db\uDE00c");
        assertThat(reimport(RecordWriter.Format.JSONL, export(RecordWriter.Format.JSONL, List.of(halved))))
                .containsExactly(halved);
        byte[] csv = export(RecordWriter.Format.CSV, List.of(halved));
        List<Trace> back = reimport(RecordWriter.Format.CSV, csv);
        assertThat(back).containsExactly(withOutput(bare, "a�b�c"));
        assertThat(export(RecordWriter.Format.CSV, back)).isEqualTo(csv);
    }

    /** One field of RFC 4180 and what ends it; quoted (group 1) or plain (group 2). */
    private static final Pattern FIELD =
            Pattern.compile("\\G(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^\",\r\n]*+))(,|\r\n)");

    @Test
    void the_grammar_of_rfc_4180_alone_reads_the_same_values() throws IOException {
        Random random = new Random(7);
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            traces.add(Samples.random(random));
        }
        String csv = new String(export(RecordWriter.Format.CSV, traces), StandardCharsets.UTF_8);
        List<List<@Nullable String>> records = new ArrayList<>();
        List<@Nullable String> record = new ArrayList<>();
        int end = 0;
        for (Matcher field = FIELD.matcher(csv); end < csv.length() && field.find(); end = field.end()) {
            String plain = "".equals(field.group(2)) ? null : field.group(2);
            record.add(field.group(1) != null ? field.group(1).replace("\"\"", "\"") : plain);
            if (field.group(3).length() == 2) {
                records.add(record);
                record = new ArrayList<>();
            }
        }
        assertThat(end).isEqualTo(csv.length());
        List<@Nullable String> header = records.removeFirst();
        assertThat(records)
                .hasSameSizeAs(traces)
                .allSatisfy(values -> assertThat(values).hasSameSizeAs(header));
        for (int i = 0; i < traces.size(); i++) {
            List<@Nullable String> values = records.get(i);
            Response response = traces.get(i).response();
            assertThat(values.get(header.indexOf("model_answer"))).isEqualTo(response.output());
            assertThat(values.get(header.indexOf("reasoning"))).isEqualTo(response.reasoning());
            assertThat(values.get(header.indexOf("question")))
                    .isEqualTo(traces.get(i).problem().question());
        }
    }

    @Test
    void a_file_whose_values_are_quoted_only_where_they_must_be_still_imports() throws IOException {
        Trace full = Samples.full();
        byte[] now = export(RecordWriter.Format.CSV, List.of(full, Samples.bare()));
        String plain = Pattern.compile("(?<![^,\n])\"([^\",\r\n]+)\"(?=,|\r\n)")
                .matcher(new String(now, StandardCharsets.UTF_8))
                .replaceAll("$1");
        assertThat(plain).startsWith("dataset,number,question,").contains("\r\ngsm8k,7,How many apples?,Counting,");
        assertThat(reimport(RecordWriter.Format.CSV, plain.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(full, Samples.bare());
    }

    @Test
    void edited_steps_whose_cuts_no_longer_fit_are_refused_with_their_place() throws IOException {
        Trace trace = Samples.full();
        String csv = new String(export(RecordWriter.Format.CSV, List.of(trace)), StandardCharsets.UTF_8);
        Path file = folder.resolve("edited.csv");
        Files.writeString(file, csv.replace("1. Add 3 and 4.\nGood luck!", "1. Add."));
        ImportReport report = importer.readAll(file, ImportOptions.NONE).report();
        assertThat(report.firstBadRows()).singleElement().satisfies(bad -> {
            assertThat(bad.place().column()).isEqualTo("step_cuts");
            assertThat(bad.place().row()).isZero();
            assertThat(bad.reason()).contains("do not fit");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordWriter.Format.class,
            names = {"CSV", "JSONL"})
    void corrections_without_a_label_survive_and_no_label_is_made_of_them(RecordWriter.Format format)
            throws IOException {
        Trace full = Samples.full();
        Trace corrected =
                new Trace(full.problem(), full.plan(), full.original(), full.response(), null, full.corrections());
        assertThat(reimport(format, export(format, List.of(corrected)))).containsExactly(corrected);
    }

    @Test
    void a_file_from_before_there_were_corrections_still_imports() throws IOException {
        Trace full = Samples.full();
        Trace before = new Trace(full.problem(), full.plan(), full.original(), full.response(), full.label());
        String now = new String(export(RecordWriter.Format.CSV, List.of(before)), StandardCharsets.UTF_8);
        String then = now.replace(",\"step_status\",\"corrections\"", "").replace(",,\r\n", "\r\n");
        assertThat(then).doesNotContain("corrections").isNotEqualTo(now);
        assertThat(reimport(RecordWriter.Format.CSV, then.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"step\":2,\"status\":\"merged\"}]",
                "[{\"step\":1,\"status\":\"mixed\"}]",
                "[{\"start\":0,\"end\":99,\"steps\":[1]}]",
                "[{\"start\":0,\"end\":9,\"steps\":[1.5]}]",
                "[{}]",
                "{}",
                "[",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void corrections_that_do_not_fit_are_refused_with_their_place(String hostile) throws IOException {
        Trace full = Samples.full();
        Trace plain = new Trace(full.problem(), full.plan(), full.original(), full.response(), null);
        String json = new String(export(RecordWriter.Format.JSONL, List.of(plain)), StandardCharsets.UTF_8);
        Path file = folder.resolve("hostile.jsonl");
        Files.writeString(
                file,
                json.replace("\"corrections\":null", "\"corrections\":\"" + hostile.replace("\"", "\\\"") + "\""));
        ImportReport report = importer.readAll(file, ImportOptions.NONE).report();
        assertThat(report.firstBadRows())
                .singleElement()
                .satisfies(bad -> assertThat(bad.place().column()).isEqualTo("corrections"));
    }

    private static Trace withOutput(Trace trace, String output) {
        Response r = trace.response();
        Response changed = new Response(
                r.id(),
                r.problemId(),
                r.planId(),
                r.approach(),
                r.delegator(),
                r.solver(),
                r.repetition(),
                r.prompt(),
                output,
                r.reasoning(),
                r.promptTokens(),
                r.outputTokens(),
                r.millis(),
                r.finish(),
                r.attempts(),
                r.source(),
                r.createdAt(),
                r.template());
        return new Trace(trace.problem(), trace.plan(), trace.original(), changed, trace.label());
    }

    private static byte[] export(RecordWriter.Format format, List<Trace> traces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long written =
                new RecordWriter(format, t -> Samples.derived(t.problem().subject())).write(out, traces::forEach);
        assertThat(written).isEqualTo(traces.size());
        return out.toByteArray();
    }

    private List<Trace> reimport(RecordWriter.Format format, byte[] bytes) throws IOException {
        Path file = folder.resolve("records." + format.ending());
        Files.write(file, bytes);
        Importer.Contents contents = importer.readAll(file, ImportOptions.NONE);
        assertThat(contents.report().firstBadRows()).isEmpty();
        return contents.traces();
    }

    @Test
    void a_plan_without_original_keeps_its_parent() throws IOException {
        Trace full = Samples.full();
        Trace alone = new Trace(full.problem(), full.plan(), null, full.response(), null);
        List<Trace> back = reimport(RecordWriter.Format.JSONL, export(RecordWriter.Format.JSONL, List.of(alone)));
        assertThat(back).containsExactly(alone);
        Plan plan = back.getFirst().plan();
        assertThat(plan).isNotNull().extracting(Plan::parentId).isEqualTo("plan-2");
    }
}
