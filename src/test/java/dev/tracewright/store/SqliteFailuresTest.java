package dev.tracewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tracewright.store.SessionStore.Added;
import dev.tracewright.store.StoreException.Kind;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class SqliteFailuresTest {
    private final Path folder;
    private final Path file;
    private final Trace trace = Samples.trace(1);
    private final LabelEvent label = Samples.label("e1", trace.response(), "ada", Samples.RIGHT, 7);

    SqliteFailuresTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("eggs.tracewright");
    }

    @BeforeEach
    void create() {
        try (SessionStore store = Sessions.create(file)) {
            store.addTraces(List.of(trace));
        }
    }

    @Test
    void a_session_that_another_program_holds_is_busy_and_the_same_label_can_be_saved_later() throws Exception {
        try (SessionStore store = open(config -> config.setBusyTimeout(150))) {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertKind(Kind.BUSY, "Another program has held", () -> store.addLabel(label));
                assertThat(store.labelHistory(label.responseId()))
                        .as("reading goes on")
                        .isEmpty();
                statement.execute("ROLLBACK");
            }
            store.addLabel(label);
            assertThat(store.labelHistory(label.responseId())).containsExactly(label);
        }
    }

    @Test
    void a_full_disk_leaves_nothing_half_written_and_the_same_import_works_later() throws Exception {
        List<Trace> traces = Samples.many(400);
        long pages = Files.size(file) / 4_096 + 60;
        try (SessionStore store = open(config -> config.setMaxPageCount((int) pages))) {
            assertKind(Kind.FULL, "The disk is full", () -> store.addTraces(traces));
            assertThat(store.items("ada")).hasSize(1);
            store.addLabel(label);
            assertThat(store.items("ada").getFirst().label()).isEqualTo(Samples.RIGHT);
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.items("ada")).hasSize(1);
            // Problem 1 and its plan are there already.
            assertThat(store.addTraces(traces)).isEqualTo(new Added(199, 399, 400, 400, 0, 0));
        }
    }

    @Test
    void a_session_that_turns_read_only_says_so_and_can_still_be_read() {
        try (SessionStore store = open(config -> config.setReadOnly(true))) {
            assertKind(Kind.READ_ONLY, "cannot be written", () -> store.addLabel(label));
            assertThat(store.items("ada")).hasSize(1);
        }
    }

    @Test
    void a_session_whose_file_has_gone_is_missed_and_found_again() throws Exception {
        try (SessionStore store = Sessions.open(file)) {
            Path elsewhere = folder.resolve("elsewhere");
            assumeTrue(moved(file, elsewhere), "this system does not let go of open files");
            assertKind(Kind.MISSING, "not there any more", () -> store.addLabel(label));
            assertThat(file).doesNotExist();

            Files.copy(elsewhere, file);
            assertKind(Kind.MISSING, "was replaced by another file", () -> store.addLabel(label));
            Files.delete(file);

            Files.move(elsewhere, file);
            store.addLabel(label);
        }
        try (SessionStore store = Sessions.open(file)) {
            assertThat(store.labelHistory(label.responseId())).containsExactly(label);
        }
    }

    @Test
    void writers_of_one_process_take_turns() throws Exception {
        try (SessionStore store = Sessions.open(file)) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                String author = "annotator-" + t;
                threads.add(Thread.startVirtualThread(() -> {
                    for (int i = 0; i < 25; i++) {
                        store.addLabel(Samples.label(author + i, trace.response(), author, Samples.RIGHT, i));
                        store.items(author);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(store.labelHistory(label.responseId())).hasSize(200);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private SessionStore open(Consumer<SQLiteConfig> tuning) {
        return new SqlSessionStore(SqliteDatabase.open(file, SqliteMigrations.CURRENT, tuning));
    }

    private void assertKind(Kind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words)
                .hasMessageContaining(file.toString());
    }

    private static boolean moved(Path from, Path to) {
        try {
            Files.move(from, to);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
