package dev.tracewright.store;

import dev.tracewright.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * Tells a session from everything else before it is opened, without changing a byte of it or leaving a file beside it.
 *
 * <p>The file is read through SQLite only, never by plain input streams: on POSIX, closing a second descriptor of a file drops
 * every lock that the process holds on it, also those of a session that is open.
 */
final class SqliteCheck {
    /** Marks a SQLite file as a session, at offset 68 of the file: {@code Trcw}. */
    static final int APPLICATION_ID = 0x54726377;

    private static final int BUSY_MILLIS = 5_000;

    private SqliteCheck() {}

    /**
     * The version of the session in {@code file}.
     *
     * @param newest the newest version that this program knows
     * @throws StoreException when it is missing, foreign, damaged or newer
     */
    static int check(Path file, int newest) {
        requireFile(file);
        requireOurs(file);
        int version = version(file);
        if (version > newest) {
            throw new StoreException(
                    Kind.NEWER,
                    "The session " + file + " was written by a newer version of Tracewright (session format " + version
                            + ", this version knows up to " + newest + "): update Tracewright to open it.",
                    null);
        }
        return version;
    }

    private static void requireFile(Path file) {
        if (Files.notExists(file)) {
            throw new StoreException(Kind.MISSING, "There is no session at " + file + ".", null);
        }
        if (Files.isDirectory(file)) {
            throw new StoreException(Kind.FOREIGN, file + " is a folder, not a Tracewright session.", null);
        }
        try {
            if (Files.size(file) == 0) {
                throw new StoreException(
                        Kind.DAMAGED,
                        "The file " + file + " is empty: it is no Tracewright session, or not any more.",
                        null);
            }
        } catch (IOException e) {
            throw new StoreException(Kind.FAILED, "The file " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Looks at the main file alone, so that another program's files are not even locked. What it says of its length may be wrong
     * while a journal beside it holds the rest (a checkpoint was cut short): then the look with the journal decides.
     */
    private static void requireOurs(Path file) {
        try (Connection connection = immutable(file)) {
            requireOurs(connection, file);
        } catch (SQLException e) {
            if (primary(e) == SQLiteErrorCode.SQLITE_NOTADB.code) {
                throw foreign(file);
            }
            if (primary(e) != SQLiteErrorCode.SQLITE_CORRUPT.code || !hasJournal(file)) {
                throw SqliteErrors.translate(e, file);
            }
        }
    }

    private static void requireOurs(Connection connection, Path file) throws SQLException {
        if (pragma(connection, "application_id") != APPLICATION_ID) {
            throw foreign(file);
        }
    }

    private static StoreException foreign(Path file) {
        return new StoreException(
                Kind.FOREIGN, "The file " + file + " is not a Tracewright session, or its beginning is damaged.", null);
    }

    private static int primary(SQLException thrown) {
        return thrown.getErrorCode() & 0xff;
    }

    /** Reads the version in the way that leaves no trace: which one that is depends on the journals beside the file. */
    private static int version(Path file) {
        if (!hasJournal(file)) {
            try (Connection connection = immutable(file)) {
                requireWhole(connection, file);
                return version(connection, file);
            } catch (SQLException | StoreException e) {
                // Somebody may have begun to write between the two looks; then, and only then, look again with locks.
                if (!hasJournal(file)) {
                    throw refusal(e, file);
                }
            }
        }
        if (Files.exists(beside(file, "-shm"))) {
            // It is open elsewhere, or was when a program died: read beside that, without taking the journal over.
            try (Connection connection = connect(file, "?mode=ro", true)) {
                return version(connection, file);
            } catch (SQLException e) {
                throw SqliteErrors.translate(e, file);
            }
        }
        return versionOfCopy(file);
    }

    /** SQLite takes a last page that is cut short for one that ends in zeros. */
    private static void requireWhole(Connection connection, Path file) throws SQLException {
        long bytes = pragma(connection, "page_count") * pragma(connection, "page_size");
        if (file.toFile().length() < bytes) {
            throw damaged(file, "it is cut off", null);
        }
    }

    private static long pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** A journal was left or copied along, and nobody has the session open: taking the journal over would write, so copy. */
    private static int versionOfCopy(Path file) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("tracewright-check");
            Path copy = folder.resolve("copy");
            Files.copy(file, copy);
            for (String journal : List.of("-wal", "-journal")) {
                if (Files.exists(beside(file, journal))) {
                    Files.copy(beside(file, journal), beside(copy, journal));
                }
            }
            try (Connection connection = connect(copy, "", false)) {
                return version(connection, file);
            } catch (SQLException e) {
                throw SqliteErrors.translate(e, file);
            }
        } catch (IOException e) {
            throw new StoreException(
                    Kind.FAILED, "The session " + file + " could not be checked (" + e.getMessage() + ").", e);
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    private static int version(Connection connection, Path file) throws SQLException {
        requireOurs(connection, file);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                String result = row.next() ? row.getString(1) : "no result";
                if (!"ok".equals(result)) {
                    throw damaged(file, result, null);
                }
            }
            int newest = 0;
            try (ResultSet rows = statement.executeQuery(
                    "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL AND success")) {
                while (rows.next()) {
                    newest = Math.max(newest, Integer.parseInt(rows.getString(1)));
                }
            }
            if (newest == 0) {
                throw damaged(file, "it has no version", null);
            }
            return newest;
        } catch (NumberFormatException e) {
            throw damaged(file, "its version is unreadable", e);
        } catch (SQLException e) {
            if (primary(e) == SQLiteErrorCode.SQLITE_ERROR.code) {
                throw damaged(file, "it has no version", e);
            }
            throw e;
        }
    }

    private static StoreException damaged(Path file, String detail, @Nullable Throwable cause) {
        String line = detail.lines().findFirst().orElse(detail).strip();
        return new StoreException(
                Kind.DAMAGED, "The session " + file + " is damaged (" + line + "); it was left as it is.", cause);
    }

    private static StoreException refusal(Exception thrown, Path file) {
        return switch (thrown) {
            case SQLException sql -> SqliteErrors.translate(sql, file);
            case StoreException refusal -> refusal;
            default -> new StoreException(Kind.FAILED, "The session " + file + " cannot be read.", thrown);
        };
    }

    private static boolean hasJournal(Path file) {
        return Files.exists(beside(file, "-wal")) || Files.exists(beside(file, "-journal"));
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static Connection immutable(Path file) throws SQLException {
        return connect(file, "?immutable=1", true);
    }

    private static Connection connect(Path file, String query, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection(SqliteDatabase.url(file) + query);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all =
                    new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList());
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(SqliteCheck.class.getName())
                    .log(System.Logger.Level.DEBUG, "The temporary folder " + folder + " could not be deleted.", e);
        }
    }
}
