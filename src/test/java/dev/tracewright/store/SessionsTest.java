package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tracewright.store.StoreException.Kind;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Trace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    /** A version of the session format that this program does not know. */
    private static final int NEXT = SqliteMigrations.CURRENT.version() + 1;

    @TempDir
    Path folder;

    @Test
    void a_new_session_is_one_file_that_names_its_kind() throws Exception {
        Path file = folder.resolve("eggs.tracewright");
        Sessions.create(folder.resolve("eggs")).close();

        assertThat(names()).containsExactly("eggs.tracewright");
        byte[] header = Arrays.copyOf(Files.readAllBytes(file), 100);
        assertThat(new String(header, 0, 15, StandardCharsets.US_ASCII)).isEqualTo("SQLite format 3");
        assertThat(new String(header, 68, 4, StandardCharsets.US_ASCII)).isEqualTo("Trcw");
        assertThat(header[18]).as("WAL").isEqualTo((byte) 2);
    }

    @Test
    void an_ending_is_added_where_it_lacks() {
        assertThat(Sessions.withEnding(Path.of("a", "eggs"))).isEqualTo(Path.of("a", "eggs.tracewright"));
        assertThat(Sessions.withEnding(Path.of("eggs.tracewright"))).isEqualTo(Path.of("eggs.tracewright"));
    }

    @Test
    void a_session_may_be_called_and_lie_anywhere() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("50% of #1? & more"));
        Path file = odd.resolve("a b%20c?mode=ro#d.tracewright");
        try (SessionStore store = Sessions.create(file)) {
            store.putSetting("a", "b");
            assertThat(store.name()).isEqualTo("a b%20c?mode=ro#d");
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.setting("a")).contains("b");
        }
        try (Stream<Path> files = Files.list(odd)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void opening_a_session_writes_nothing() throws Exception {
        Path file = filled("eggs");
        byte[] before = Files.readAllBytes(file);

        try (SessionStore store = Sessions.open(file)) {
            store.items("ada");
            store.forEachTrace(trace -> {});
            assertThat(contentOf(file)).isEqualTo(before);
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(names()).containsExactly("eggs.tracewright");
    }

    @Test
    void an_open_session_may_be_opened_a_second_time() {
        Path file = filled("eggs");
        try (SessionStore first = Sessions.open(file)) {
            first.putSetting("a", "first");
            try (SessionStore second = Sessions.open(file)) {
                assertThat(second.setting("a")).contains("first");
                second.putSetting("a", "second");
            }
            assertThat(first.setting("a")).contains("second");
            first.putSetting("a", "third");
        }
        try (SessionStore again = Sessions.open(file)) {
            assertThat(again.setting("a")).contains("third");
        }
    }

    @Test
    void a_missing_file_is_refused_and_not_made() throws Exception {
        Path file = folder.resolve("none.tracewright");
        assertRefused(Kind.MISSING, file, "There is no session at");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_folder_is_refused() throws Exception {
        assertThatThrownBy(() -> Sessions.open(folder))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FOREIGN));
    }

    @Test
    void a_text_file_is_refused_as_foreign() throws Exception {
        Path file = folder.resolve("notes.tracewright");
        Files.writeString(file, "These are my notes.\n".repeat(400));
        assertRefused(Kind.FOREIGN, file, "is not a Tracewright session");
        Files.writeString(file, "short");
        assertRefused(Kind.FOREIGN, file, "is not a Tracewright session");
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        Path file = Files.createFile(folder.resolve("empty.tracewright"));
        assertRefused(Kind.DAMAGED, file, "is empty");
    }

    @Test
    void another_programs_data_base_is_refused_as_foreign() throws Exception {
        Path file = folder.resolve("other.tracewright");
        sql(file, "PRAGMA application_id = 12", "CREATE TABLE problem (id TEXT)");
        assertRefused(Kind.FOREIGN, file, "is not a Tracewright session");
        Path unmarked = folder.resolve("unmarked.tracewright");
        sql(unmarked, "CREATE TABLE problem (id TEXT)");
        assertRefused(Kind.FOREIGN, unmarked, "is not a Tracewright session");
    }

    @Test
    void a_newer_session_is_refused_with_both_versions() throws Exception {
        Path file = newer();
        assertRefused(
                Kind.NEWER,
                file,
                "newer version of Tracewright (session format " + NEXT + ", this version knows up to " + (NEXT - 1)
                        + ")");
    }

    @Test
    void a_session_without_a_version_is_refused_as_damaged() throws Exception {
        Path file = filled("eggs");
        sql(file, "DROP TABLE flyway_schema_history");
        assertRefused(Kind.DAMAGED, file, "has no version");
    }

    @Test
    void a_truncated_session_is_refused_as_damaged_wherever_it_ends() throws Exception {
        Path whole = filled("whole");
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("cut.tracewright");
        for (int length : new int[] {512, 4_096, bytes.length / 2, bytes.length - 4_096, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused(Kind.DAMAGED, file, "is damaged");
        }
        Files.write(file, Arrays.copyOf(bytes, 50));
        assertRefused(Kind.FOREIGN, file, "or its beginning is damaged");
    }

    @Test
    void an_overwritten_page_is_refused_as_damaged() throws Exception {
        Path file = filled("eggs");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2 / 4_096 * 4_096, bytes.length / 2 / 4_096 * 4_096 + 4_096, (byte) 0x5a);
        Files.write(file, bytes);
        assertRefused(Kind.DAMAGED, file, "is damaged");
    }

    @Test
    void whatever_bytes_are_flipped_a_refused_file_stays_as_it_is() throws Exception {
        byte[] bytes = Files.readAllBytes(filled("whole"));
        Random random = new Random(20260101);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] flipped = bytes.clone();
            for (int i = 0; i < 4; i++) {
                int region = round % 2 == 0 ? 200 : bytes.length;
                flipped[random.nextInt(region)] ^= (byte) (1 + random.nextInt(255));
            }
            Path file = folder.resolve("flipped-" + round + ".tracewright");
            Files.write(file, flipped);
            try {
                Sessions.check(file);
            } catch (StoreException e) {
                refused++;
                assertThat(e.getMessage()).contains(file.toString());
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
        }
        assertThat(refused).isGreaterThan(10);
        assertThat(names()).hasSize(61);
    }

    @Test
    void a_refused_session_with_a_journal_beside_it_keeps_both() throws Exception {
        Path live = filled("live");
        Path file = folder.resolve("copied.tracewright");
        try (SessionStore store = Sessions.open(live)) {
            store.putSetting("in", "the journal");
            sql(live, "UPDATE flyway_schema_history SET version = '" + NEXT + "'");
            Files.copy(live, file);
            Files.copy(folder.resolve("live.tracewright-wal"), folder.resolve("copied.tracewright-wal"));
            // The live one is refused too, beside the process that has it open.
            assertThatThrownBy(() -> Sessions.check(live)).hasMessageContaining("session format " + NEXT);
        }
        assertThat(Files.size(folder.resolve("copied.tracewright-wal"))).isPositive();

        assertRefused(Kind.NEWER, file, "session format " + NEXT);
    }

    @Test
    void a_session_with_a_journal_left_beside_it_opens_with_what_the_journal_holds() throws Exception {
        Path live = filled("live");
        Path file = folder.resolve("copied.tracewright");
        try (SessionStore store = Sessions.open(live)) {
            store.putSetting("in", "the journal");
            Files.copy(live, file);
            Files.copy(folder.resolve("live.tracewright-wal"), folder.resolve("copied.tracewright-wal"));
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.setting("in")).contains("the journal");
        }
    }

    @Test
    void a_session_whose_checkpoint_was_cut_short_opens_whole() throws Exception {
        Path live = filled("live");
        Path file = folder.resolve("copied.tracewright");
        List<Trace> traces = Samples.many(150);
        try (SessionStore store = Sessions.open(live)) {
            store.addTraces(traces);
            Files.copy(folder.resolve("live.tracewright-wal"), folder.resolve("copied.tracewright-wal"));
            Files.copy(live, file);
        }
        // The first page already tells the new length, the other pages are in the journal only.
        byte[] checkpointed = Files.readAllBytes(live);
        byte[] cut = Files.readAllBytes(file);
        assertThat(cut.length).isLessThan(checkpointed.length);
        System.arraycopy(checkpointed, 0, cut, 0, 4_096);
        Files.write(file, cut);

        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.items("ada")).hasSize(150);
        }
        Sessions.check(file);
    }

    @Test
    void creating_over_a_file_is_refused() throws Exception {
        Path file = folder.resolve("notes.tracewright");
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> Sessions.create(file))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXISTS))
                .hasMessageContaining(file.toString());
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(names()).containsExactly("notes.tracewright");
    }

    @Test
    void creating_in_a_missing_folder_names_the_folder() {
        assertThatThrownBy(() -> Sessions.create(folder.resolve("gone").resolve("a.tracewright")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING))
                .hasMessageContaining("there is no folder " + folder.resolve("gone"));
    }

    @Test
    void creating_or_opening_in_a_read_only_folder_is_refused() throws Exception {
        Path file = filled("eggs");
        assumeTrue(folder.toFile().setWritable(false, false));
        try {
            assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            assertRefused(Kind.READ_ONLY, file, "read-only");
            assertThatThrownBy(() -> Sessions.create(folder.resolve("b.tracewright")))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.READ_ONLY));
        } finally {
            assertThat(folder.toFile().setWritable(true, false)).isTrue();
        }
    }

    @Test
    void creating_where_nobody_may_write_is_refused() {
        Path kernel = Path.of("/sys/kernel");
        assumeTrue(Files.isDirectory(kernel), "only Linux has a folder where even root cannot write");
        assertThatThrownBy(() -> Sessions.create(kernel.resolve("a.tracewright")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.READ_ONLY))
                .hasMessageContaining("/sys/kernel/a.tracewright")
                .hasMessageContaining("cannot be");
    }

    @Test
    void an_older_session_is_brought_up_to_date_and_keeps_its_content() throws Exception {
        Path file = filled("eggs");
        List<Trace> before = new ArrayList<>();
        try (SessionStore store = Sessions.open(file)) {
            store.forEachTrace(before::add);
        }
        SqliteMigrations.Format next = new SqliteMigrations.Format(
                NEXT, List.of("dev/tracewright/store/migration", "dev/tracewright/store/nextmigration"));

        List<Trace> after = new ArrayList<>();
        try (SessionStore store = new SqlSessionStore(SqliteDatabase.open(file, next, config -> {}))) {
            store.forEachTrace(after::add);
        }

        assertThat(after).isEqualTo(before).isNotEmpty();
        assertThat(query(file, "SELECT name FROM added_later")).isEqualTo("there");
        assertRefused(Kind.NEWER, file, "session format " + NEXT);
    }

    @Test
    void a_session_of_the_first_format_keeps_labels_drafts_and_suggestions_and_takes_corrections() throws Exception {
        Path file = OldRows.session(folder, 1);
        Trace trace = Samples.many(1).getFirst();
        OldRows.add(file, trace);
        String id = trace.response().id();
        sql(file, "INSERT INTO suggestion VALUES ('" + id + "', 'rules', '{}', 77)");
        assertThat(query(file, "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                .isEqualTo("1");

        CorrectionEvent correction = new CorrectionEvent(
                "c1", id, "ada", new Correction.OfStatus(1, StepStatus.SKIPPED), false, null, null, 9);
        try (SessionStore store = Sessions.open(file)) {
            List<Trace> back = new ArrayList<>();
            store.forEachTrace(back::add);
            assertThat(back).containsExactly(trace);
            assertThat(store.suggestion(id, "answer"))
                    .contains(new StoredSuggestion(
                            "suggestion-" + id, id, "answer", "rules", null, null, "{}", null, null, 77));
            store.addCorrection(correction);
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.corrections(id, "ada")).containsExactly(correction);
        }
    }

    @Test
    void the_current_format_is_the_newest_migration() throws Exception {
        Path file = filled("eggs");
        assertThat(query(file, "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                .isEqualTo(String.valueOf(SqliteMigrations.CURRENT.version()));
    }

    @Test
    void a_session_of_the_second_format_keeps_its_content_and_takes_studies_and_what_answers_took() throws Exception {
        Path file = OldRows.session(folder, 2);
        Trace trace = Samples.many(1).getFirst();
        OldRows.add(file, trace.problem());
        String problem = trace.problem().id();
        sql(
                file,
                "INSERT INTO response VALUES ('old', '" + problem + "', NULL, 'standard', NULL, 'llama', 0, 5, 6, 70,"
                        + " 'STOP', 1, NULL, 8)",
                "INSERT INTO response_text VALUES ('old', 'prompt', 'output', NULL)",
                "INSERT INTO call_attempt VALUES ('a', '" + problem
                        + "', 'old', NULL, 'solve', 'llama', 7, 70, 200, NULL," + " 5, 6)");
        assertThat(query(file, "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                .isEqualTo("2");

        StoredStudy study = new StoredStudy("s", "A study", "format: 1", 9);
        Outlay outlay = new Outlay(2, 10L, null, 90, new BigDecimal("0.000000001"), "USD");
        Trace measured = new Trace(
                trace.problem(),
                trace.plan(),
                trace.original(),
                trace.response(),
                trace.label(),
                trace.corrections(),
                outlay,
                null);
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.response("old")).isPresent();
            assertThat(store.attemptsOf(problem)).hasSize(1);
            assertThat(store.runs().studies()).isEmpty();
            assertThat(store.runs().usage()).isEmpty();
            store.runs().putStudy(study, List.of(problem));
            store.addTraces(List.of(measured));
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.runs().studies()).containsExactly(study);
            assertThat(store.runs().problemsOf("s")).containsExactly(trace.problem());
            List<Trace> back = new ArrayList<>();
            store.forEachTrace(back::add);
            assertThat(back).hasSize(2).contains(measured);
            assertThat(back)
                    .filteredOn(one -> one.response().id().equals("old"))
                    .singleElement()
                    .extracting(Trace::solving)
                    .isNull();
        }
    }

    /** An empty session as an earlier version of the program made it. */
    private Path filled(String name) {
        Path file = folder.resolve(name + ".tracewright");
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(Samples.many(40));
        }
        return file;
    }

    private Path newer() throws SQLException {
        Path file = filled("newer");
        sql(file, "UPDATE flyway_schema_history SET version = '" + NEXT + "'");
        return file;
    }

    /** Asserts the refusal and that neither the folder's files nor any byte of them changed. */
    private void assertRefused(Kind kind, Path file, String words) throws IOException {
        for (ThrowingCallable look : List.<ThrowingCallable>of(() -> Sessions.check(file), () -> Sessions.open(file))) {
            Map<String, List<Byte>> before = contents();
            assertThatThrownBy(look)
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                    .hasMessageContaining(words)
                    .hasMessageContaining(file.toString())
                    .message()
                    .doesNotContain("\n");
            assertThat(contents()).isEqualTo(before);
        }
    }

    private Map<String, List<Byte>> contents() throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        for (String name : names()) {
            List<Byte> bytes = new ArrayList<>();
            for (byte b : Files.readAllBytes(folder.resolve(name))) {
                bytes.add(b);
            }
            contents.put(name, bytes);
        }
        return contents;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Reads an open session's file in another process: reading it in this one would drop the session's locks. */
    private byte[] contentOf(Path file) throws IOException, InterruptedException {
        Path copy = folder.resolve("copy-of-open");
        Process copying = new ProcessBuilder("cp", file.toString(), copy.toString()).start();
        assumeTrue(copying.waitFor() == 0);
        byte[] bytes = Files.readAllBytes(copy);
        Files.delete(copy);
        return bytes;
    }

    private static void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "no row";
        }
    }
}
