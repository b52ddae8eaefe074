package dev.tracewright.store;

import dev.tracewright.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Makes new session files and brings older ones up to date. */
final class SqliteMigrations {
    /**
     * The versions of the session format.
     *
     * @param version the newest one, which a session has when it is open
     * @param folders class path folders with the scripts {@code V1__….sql} to {@code V<version>__….sql}
     */
    record Format(int version, List<String> folders) {}

    /** What this version of the program reads and writes. */
    static final Format CURRENT = new Format(7, List.of("dev/tracewright/store/migration"));

    /** How SQLite spells a column that counts up by itself. */
    private static final String SEQUENCE = "INTEGER PRIMARY KEY";

    private SqliteMigrations() {}

    /**
     * Makes an empty session. It is built under another name beside {@code target} and then renamed, so that a failure leaves
     * nothing that looks like a session.
     *
     * @throws StoreException when {@code target} exists, or its folder is missing, read-only or on a full disk
     */
    static void createFile(Path target, Format format) {
        requireFree(target);
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException(
                    Kind.MISSING,
                    "The session " + target + " cannot be created: there is no folder " + folder + ".",
                    null);
        }
        if (!Files.isWritable(folder)) {
            throw readOnly(target, null);
        }
        Path building = folder.resolve("." + UUID.randomUUID() + ".new");
        try {
            build(building, format);
            Files.move(building, target);
        } catch (FileAlreadyExistsException e) {
            throw exists(target, e);
        } catch (IOException e) {
            throw readOnly(target, e);
        } catch (SQLException e) {
            throw SqliteErrors.translate(e, target, folder);
        } finally {
            deleteQuietly(building);
            deleteQuietly(building.resolveSibling(building.getFileName() + "-journal"));
        }
    }

    /** Brings an existing session up to {@code format}; each step is a transaction of its own. */
    static void migrate(Path file, Format format) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(SqliteDatabase.BUSY_MILLIS);
        migrate(file, format, config);
    }

    private static void build(Path file, Format format) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        try (Connection connection = config.createConnection(SqliteDatabase.url(file));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + SqliteCheck.APPLICATION_ID);
        }
        migrate(file, format, config);
        try (Connection connection = config.createConnection(SqliteDatabase.url(file));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static void migrate(Path file, Format format, SQLiteConfig config) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(SqliteDatabase.url(file));
        try {
            Flyway.configure(SqliteMigrations.class.getClassLoader())
                    .dataSource(source)
                    .loggers("slf4j")
                    .locations(format.folders().stream()
                            .map(folder -> "classpath:" + folder)
                            .toArray(String[]::new))
                    .placeholders(Map.of("sequence", SEQUENCE))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getMessage(), e);
        }
    }

    private static void requireFree(Path target) {
        if (Files.exists(target)) {
            throw exists(target, null);
        }
    }

    private static StoreException exists(Path target, @Nullable Throwable cause) {
        return new StoreException(
                Kind.EXISTS, "There already is a file " + target + ": open it, or choose another name.", cause);
    }

    private static StoreException readOnly(Path target, @Nullable Throwable cause) {
        return new StoreException(
                Kind.READ_ONLY,
                "The session " + target + " cannot be created: its folder is read-only for this program.",
                cause);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(SqliteMigrations.class.getName())
                    .log(System.Logger.Level.DEBUG, "The unfinished file " + file + " could not be deleted.", e);
        }
    }
}
