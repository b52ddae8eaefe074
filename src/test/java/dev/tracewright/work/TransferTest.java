package dev.tracewright.work;

import static dev.tracewright.work.Samples.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracewright.align.StepParser;
import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.Importer;
import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.store.ItemRow;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class TransferTest {
    private static final Path TRACES = HOME.resolve("assets").resolve(ExampleSession.TRACES);

    @TempDir
    @Nullable
    Path folder;

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private Workspace workspace() {
        return new Workspace(folder().resolve("sessions"));
    }

    private static List<Trace> traces(SessionStore store) {
        List<Trace> traces = new ArrayList<>();
        store.forEachTrace(traces::add);
        return traces;
    }

    private static Importer.Contents bundled() {
        return new Importer(StepParser::parse).readAll(TRACES, ImportOptions.NONE);
    }

    @Test
    void the_bundled_files_have_no_bad_rows() throws IOException {
        assertThat(bundled().report().clean()).isTrue();
        assertThat(bundled().traces()).hasSize(Files.readAllLines(TRACES).size());
        for (String name : ExampleSession.DATASETS) {
            Path file = HOME.resolve("datasets").resolve(name);
            Importer.Contents contents = new Importer(StepParser::parse).readAll(file, ImportOptions.NONE);
            assertThat(contents.report().clean()).as(name).isTrue();
            assertThat(contents.problems()).hasSize(Files.readAllLines(file).size());
        }
    }

    @Test
    void the_example_is_made_once_and_has_every_problem_and_every_record() {
        Workspace workspace = workspace();
        assertThat(ExampleSession.make(workspace, HOME)).isTrue();
        assertThat(workspace.names()).containsExactly(Workspace.EXAMPLE);
        try (SessionStore store = workspace.open(Workspace.EXAMPLE)) {
            assertThat(store.items("ada").stream().map(ItemRow::problem).distinct())
                    .hasSize(36);
            assertThat(traces(store))
                    .containsExactlyInAnyOrderElementsOf(bundled().traces());
            store.putSetting("mine", "kept");
        }
        assertThat(ExampleSession.make(workspace, HOME)).isFalse();
        try (SessionStore store = workspace.open(Workspace.EXAMPLE)) {
            assertThat(store.setting("mine")).contains("kept");
        }
    }

    @Test
    void a_half_made_example_is_never_taken_for_a_whole_one() throws IOException {
        Workspace workspace = workspace();
        Files.createDirectories(workspace.folder());
        Path half = workspace.folder().resolve(".example-being-made.tracewright");
        Path elsewhere = Files.createDirectories(folder().resolve("interrupted"));
        try (SessionStore interrupted =
                workspace.create(elsewhere.resolve("half").toString())) {
            interrupted.addProblems(
                    IntStream.range(0, 200).mapToObj(Samples::problem).toList());
            for (String ending : new String[] {"", "-wal", "-shm"}) {
                Files.copy(
                        elsewhere.resolve("half.tracewright" + ending),
                        half.resolveSibling(half.getFileName() + ending));
            }
        }
        assertThat(workspace.names()).isEmpty();
        assertThat(workspace.exists(Workspace.EXAMPLE)).isFalse();
        assertThat(ExampleSession.make(workspace, HOME)).isTrue();
        assertThat(workspace.names()).containsExactly(Workspace.EXAMPLE);
        try (SessionStore store = workspace.open(Workspace.EXAMPLE)) {
            assertThat(store.items("ada").stream().map(ItemRow::problem).distinct())
                    .hasSize(36);
        }
    }

    @Test
    void without_its_material_no_example_appears() {
        Workspace workspace = workspace();
        assertThatThrownBy(() -> ExampleSession.make(workspace, folder())).isInstanceOf(ExchangeException.class);
        assertThat(workspace.names()).isEmpty();
        assertThat(workspace.exists(Workspace.EXAMPLE)).isFalse();
        assertThat(ExampleSession.make(workspace, HOME)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordWriter.Format.class,
            names = {"CSV", "JSONL"})
    void what_is_exported_and_imported_is_exported_the_same(RecordWriter.Format format) throws IOException {
        Workspace workspace = workspace();
        ExampleSession.make(workspace, HOME);
        Path first = folder().resolve("first." + format.ending());
        Path second = folder().resolve("second." + format.ending());
        long written;
        List<Trace> before;
        try (SessionStore example = workspace.open(Workspace.EXAMPLE)) {
            written = Transfer.write(example, format, first);
            before = traces(example);
        }
        try (SessionStore copy = workspace.create("copy")) {
            Transfer.Outcome outcome = Transfer.read(first, ImportOptions.NONE, copy, read -> {}, () -> false);
            assertThat(outcome.report().clean()).isTrue();
            assertThat(outcome.report().traces()).isEqualTo(written).isEqualTo(before.size());
            assertThat(traces(copy)).isEqualTo(before);
            Transfer.write(copy, format, second);
        }
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void what_the_program_reads_in_an_answer_is_written_in_columns_of_its_own_and_never_read_back() throws IOException {
        String record = """
                {"dataset": "made", "number": 1, "question": "Ann has 16 eggs and eats 7. How many are left?",\
                 "dataset_answer": "#### 9", "approach": "standard", "solver": "S", "finish": "stop", "verdict": true,\
                 "model_answer": "16 - 7 = 9, so 9 eggs are left.\\nThe answer is: 8",\
                 "stated": "5", "suggestion": "false", "reason": "because", "strict_match": true}
                """;
        Path file = Files.writeString(folder().resolve("made.jsonl"), record);
        Path out = folder().resolve("out.jsonl");
        Path copy = folder().resolve("copy.csv");
        try (SessionStore store = workspace(true).create("derived")) {
            Transfer.read(file, ImportOptions.NONE, store, read -> {}, () -> false);
            Transfer.write(store, RecordWriter.Format.JSONL, out);
            Transfer.write(store, RecordWriter.Format.SPREADSHEET, copy);
        }
        assertThat(Files.readString(out))
                .contains(
                        "\"stated\":\"8\"",
                        "\"reasoned\":\"9\"",
                        "\"suggestion\":\"true\"",
                        "\"strict_match\":false",
                        "\"verdict\":true")
                .containsPattern("\"reason\":\"[^\"]*9[^\"]*\"")
                .doesNotContain("because");
        assertThat(Files.readAllLines(copy).getFirst())
                .contains("\"verdict\",")
                .endsWith("\"stated\",\"reasoned\",\"suggestion\",\"reason\",\"strict_match\"");
    }

    @Test
    void importing_again_adds_nothing_and_says_so() throws IOException {
        try (SessionStore store = workspace(true).create("twice")) {
            Transfer.Outcome first = Transfer.read(TRACES, ImportOptions.NONE, store, read -> {}, () -> false);
            Transfer.Outcome second = Transfer.read(TRACES, ImportOptions.NONE, store, read -> {}, () -> false);
            assertThat(first.added().alreadyThere()).isZero();
            assertThat(second.added()).isEqualTo(new SessionStore.Added(0, 0, 0, 0, 0, (int)
                    first.report().traces()));
        }
    }

    @Test
    void a_cancelled_import_keeps_what_was_read() throws IOException {
        Path file = dataset(1_000, 0);
        List<Long> progress = new ArrayList<>();
        try (SessionStore store = workspace(true).create("cut")) {
            assertThatThrownBy(() ->
                            Transfer.read(file, ImportOptions.NONE, store, progress::add, () -> progress.size() == 2))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("The import was stopped after 800 records.");
            assertThat(progress).containsExactly(400L, 800L);
            assertThat(store.items("ada")).hasSize(800);
            Transfer.Outcome rest = Transfer.read(file, ImportOptions.NONE, store, progress::add, () -> false);
            assertThat(rest.added().problems()).isEqualTo(200);
            assertThat(rest.added().alreadyThere()).isEqualTo(800);
            assertThat(progress).endsWith(1_000L);
        }
    }

    @Test
    void an_import_of_bad_rows_only_can_be_cancelled_too() throws IOException {
        Path file = dataset(1, 1_000);
        try (SessionStore store = workspace(true).create("bad")) {
            assertThatThrownBy(() -> Transfer.read(file, ImportOptions.NONE, store, read -> {}, () -> true))
                    .isInstanceOf(CancellationException.class);
            assertThat(store.items("ada")).hasSize(1);
        }
    }

    @Test
    void the_bundled_plans_are_the_steps_as_the_delegator_wrote_them() {
        Map<String, String> plans = BundledPlans.read(HOME);
        List<Trace> stepped = bundled().traces().stream()
                .filter(trace -> trace.response().approach() == Approach.TRACE_OF_THOUGHT)
                .toList();
        assertThat(stepped).isNotEmpty();
        for (Trace trace : stepped) {
            Plan own = trace.original() == null ? trace.plan() : trace.original();
            assertThat(own).isNotNull();
            assertThat(plans).containsKey(trace.problem().question());
        }
        Stream<String> written = stepped.stream()
                .map(trace -> trace.original() == null ? trace.plan() : trace.original())
                .filter(Objects::nonNull)
                .map(plan -> plan.steps().text());
        assertThat(written).containsAll(plans.values());
    }

    private Workspace workspace(boolean made) throws IOException {
        Workspace workspace = workspace();
        if (made) {
            Files.createDirectories(workspace.folder());
        }
        return workspace;
    }

    private Path dataset(int good, int bad) throws IOException {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, good)
                .forEach(i ->
                        lines.add("{\"question\": \"How many are " + i + " eggs?\", \"answer\": \"#### " + i + "\"}"));
        IntStream.range(0, bad).forEach(i -> lines.add("{\"question\": \"cut off"));
        return Files.write(folder().resolve("gsm8k.jsonl"), lines);
    }
}
