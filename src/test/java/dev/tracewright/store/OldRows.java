package dev.tracewright.store;

import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** Writes records into the tables of the formats before the fifth, as the program of the time did; what is there stays. */
final class OldRows {
    private OldRows() {}

    /** An empty session of an older format, {@code format1.tracewright} and so on. */
    static Path session(Path folder, int version) throws SQLException {
        Path file = folder.resolve("format" + version + ".tracewright");
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + SqliteCheck.APPLICATION_ID);
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(SqliteDatabase.url(file));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:dev/tracewright/store/migration")
                .placeholders(Map.of("sequence", "INTEGER PRIMARY KEY"))
                .target(String.valueOf(version))
                .load()
                .migrate();
        return file;
    }

    static void add(Path file, Trace trace) throws SQLException {
        add(file, trace.problem());
        try (Connection connection = connect(file)) {
            if (trace.original() != null) {
                plan(connection, trace.original(), null);
            }
            if (trace.plan() != null) {
                plan(connection, trace.plan(), trace.original());
            }
            response(connection, trace.response());
        }
        if (trace.label() != null) {
            add(file, trace.label());
        }
    }

    static void add(Path file, Problem problem) throws SQLException {
        try (Connection connection = connect(file)) {
            insert(
                    connection,
                    "problem VALUES (?, ?, ?, ?, ?)",
                    problem.id(),
                    problem.dataset(),
                    problem.number(),
                    problem.level(),
                    problem.subject());
            insert(connection, "problem_text VALUES (?, ?, ?)", problem.id(), problem.question(), problem.answer());
        }
    }

    static void add(Path file, LabelEvent event) throws SQLException {
        try (Connection connection = connect(file)) {
            insert(
                    connection,
                    "label_event (id, response_id, author, verdict, flags, note, undo, seconds, labelled_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    event.id(),
                    event.responseId(),
                    event.author(),
                    event.label().verdict() == null
                            ? null
                            : event.label().verdict().name(),
                    Rows.flags(event.label().flags()),
                    event.label().note(),
                    event.undo(),
                    event.seconds(),
                    event.at());
        }
    }

    private static void plan(Connection connection, Plan plan, @Nullable Plan original) throws SQLException {
        insert(
                connection,
                "plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                plan.id(),
                plan.problemId(),
                plan.parentId(),
                original == null ? null : original.id(),
                plan.version(),
                plan.origin().name(),
                plan.author(),
                plan.delegator(),
                plan.createdAt());
        insert(
                connection,
                "plan_text VALUES (?, ?, ?, ?)",
                plan.id(),
                plan.prompt(),
                plan.steps().text(),
                Cuts.of(plan.steps()));
    }

    private static void response(Connection connection, Response response) throws SQLException {
        insert(
                connection,
                "response VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                response.id(),
                response.problemId(),
                response.planId(),
                response.approach().key(),
                response.delegator(),
                response.solver(),
                response.repetition(),
                response.promptTokens(),
                response.outputTokens(),
                response.millis(),
                response.finish().name(),
                response.attempts(),
                response.source(),
                response.createdAt());
        insert(
                connection,
                "response_text VALUES (?, ?, ?, ?)",
                response.id(),
                response.prompt(),
                response.output(),
                response.reasoning());
    }

    private static void insert(Connection connection, String into, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT OR IGNORE INTO " + into)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
