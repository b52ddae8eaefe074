package dev.tracewright.store;

import dev.tracewright.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Turns what SQLite says into one sentence for a person and the kind of remedy. */
final class SqliteErrors {
    /** Below this many free bytes an unspecific input/output error is taken for a full disk. */
    private static final long NO_SPACE = 256 * 1024;

    private static final int PRIMARY_CODE = 0xff;

    private SqliteErrors() {}

    /** The exception for a person; one that already is for a person, or has nothing to do with the data base, stays as it is. */
    static RuntimeException translate(RuntimeException thrown, Path file) {
        SQLException cause = sqlCause(thrown);
        return cause == null ? thrown : translate(cause, file);
    }

    static StoreException translate(SQLException thrown, Path file) {
        return translate(thrown, file, file);
    }

    /** The exception for a person about {@code file}, whose place on disk {@code probe} is (its folder while it is made). */
    static StoreException translate(SQLException thrown, Path file, Path probe) {
        int code = thrown.getErrorCode() & PRIMARY_CODE;
        Kind kind = kind(code, probe);
        return new StoreException(kind, sentence(kind, thrown, file), thrown);
    }

    private static Kind kind(int code, Path file) {
        if (is(code, SQLiteErrorCode.SQLITE_BUSY)
                || is(code, SQLiteErrorCode.SQLITE_LOCKED)
                || is(code, SQLiteErrorCode.SQLITE_PROTOCOL)) {
            return Kind.BUSY;
        }
        if (is(code, SQLiteErrorCode.SQLITE_FULL)) {
            return Kind.FULL;
        }
        if (is(code, SQLiteErrorCode.SQLITE_CORRUPT) || is(code, SQLiteErrorCode.SQLITE_NOTADB)) {
            return Kind.DAMAGED;
        }
        if (is(code, SQLiteErrorCode.SQLITE_READONLY) || is(code, SQLiteErrorCode.SQLITE_PERM)) {
            return Kind.READ_ONLY;
        }
        if (is(code, SQLiteErrorCode.SQLITE_CANTOPEN) || is(code, SQLiteErrorCode.SQLITE_IOERR)) {
            if (Files.notExists(file)) {
                return Kind.MISSING;
            }
            if (diskIsFull(file)) {
                return Kind.FULL;
            }
            return is(code, SQLiteErrorCode.SQLITE_CANTOPEN) ? Kind.READ_ONLY : Kind.FAILED;
        }
        return Kind.FAILED;
    }

    private static String sentence(Kind kind, SQLException thrown, Path file) {
        return switch (kind) {
            case MISSING -> "There is no session at " + file + " any more.";
            case BUSY ->
                "Another program has held the session " + file + " for too long: nothing was saved; try again.";
            case FULL -> "The disk is full: nothing was saved to the session " + file + "; make room and try again.";
            case DAMAGED -> "The session " + file + " is damaged (" + words(thrown) + ").";
            case READ_ONLY ->
                "The session " + file + " cannot be written: the file or its folder is read-only for this program.";
            case FOREIGN, NEWER, EXISTS, FAILED ->
                is(thrown.getErrorCode() & PRIMARY_CODE, SQLiteErrorCode.SQLITE_CONSTRAINT)
                        ? "The session " + file
                                + " refused a record that is incomplete or refers to one that is not there ("
                                + words(thrown) + ")."
                        : "The session " + file + " could not be read or written (" + words(thrown) + ").";
        };
    }

    private static String words(SQLException thrown) {
        String message = thrown.getMessage();
        return message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
    }

    private static boolean is(int code, SQLiteErrorCode expected) {
        return code == expected.code;
    }

    private static boolean diskIsFull(Path file) {
        try {
            FileStore disk = Files.getFileStore(file);
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < NO_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException) {
                return null;
            }
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
