package dev.tracewright.store;

import dev.tracewright.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Runs SQL on one session file so that what was acknowledged survives a crash: one writer, many readers.
 *
 * <p>Transactions are begun and ended by SQL and not through JDBC: the driver's {@code commit()} begins the next transaction at
 * once, so that with {@code BEGIN IMMEDIATE} a commit that succeeded could be reported as locked. A connection on which anything
 * failed is thrown away, which undoes its transaction and lets its locks go whatever state it was in.
 */
final class SqliteDatabase implements Database {
    /** How long a write waits for another program, in milliseconds. */
    static final int BUSY_MILLIS = 10_000;

    private static final int IDLE_READERS = 4;

    private final Path file;
    private final @Nullable Object fileKey;
    private final Consumer<SQLiteConfig> tuning;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Deque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
    private @Nullable Handle writer;
    private volatile boolean closed;

    private SqliteDatabase(Path file, Consumer<SQLiteConfig> tuning) {
        this.file = file;
        this.fileKey = fileKey(file);
        this.tuning = tuning;
    }

    /**
     * Opens a session after checking it.
     *
     * @param tuning changes how the writing connection is configured, such as its patience
     * @throws StoreException when it is missing, foreign, damaged, newer, or cannot be written
     */
    static SqliteDatabase open(Path path, SqliteMigrations.Format format, Consumer<SQLiteConfig> tuning) {
        Path file = real(path.toAbsolutePath().normalize());
        int version = SqliteCheck.check(file, format.version());
        Path folder = Objects.requireNonNullElse(file.getParent(), file);
        if (!Files.isWritable(file) || !Files.isWritable(folder)) {
            throw new StoreException(
                    Kind.READ_ONLY,
                    "The session " + file + " cannot be written: the file or its folder is read-only for this program.",
                    null);
        }
        SqliteDatabase database = new SqliteDatabase(file, tuning);
        try {
            if (version < format.version()) {
                SqliteMigrations.migrate(file, format);
            }
            database.writer = database.connect(database.writerConfig(), false);
            return database;
        } catch (SQLException e) {
            throw SqliteErrors.translate(e, file);
        } catch (RuntimeException e) {
            throw SqliteErrors.translate(e, file);
        }
    }

    /** The address of a file for the driver; any character of a path may be in it. */
    static String url(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    @Override
    public String name() {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(Sessions.ENDING) ? name.substring(0, name.length() - Sessions.ENDING.length()) : name;
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        writing.lock();
        try {
            requireOpen();
            requireFile();
            Handle handle = writer;
            if (handle == null) {
                handle = connect(writerConfig(), false);
                writer = handle;
            }
            handle.execute("BEGIN IMMEDIATE");
            T result = work.apply(handle);
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException e) {
            discardWriter();
            throw SqliteErrors.translate(e, file);
        } catch (Error e) {
            discardWriter();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        requireOpen();
        Handle handle = idleReaders.poll();
        try {
            if (handle == null) {
                handle = connect(config(), true);
            }
            handle.execute("BEGIN");
            T result = work.apply(handle);
            handle.execute("COMMIT");
            giveBack(handle);
            return result;
        } catch (RuntimeException e) {
            closeQuietly(handle);
            throw SqliteErrors.translate(e, file);
        } catch (Error e) {
            closeQuietly(handle);
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        writing.lock();
        try {
            closeIdleReaders();
            discardWriter();
        } finally {
            writing.unlock();
        }
    }

    private void giveBack(Handle handle) {
        if (idleReaders.size() < IDLE_READERS) {
            idleReaders.push(handle);
        } else {
            handle.close();
        }
        if (closed) {
            closeIdleReaders();
        }
    }

    private void closeIdleReaders() {
        for (Handle reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
            closeQuietly(reader);
        }
    }

    private void discardWriter() {
        closeQuietly(writer);
        writer = null;
    }

    private void closeQuietly(@Nullable Handle handle) {
        if (handle == null) {
            return;
        }
        try {
            handle.close();
        } catch (RuntimeException e) {
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection to " + file + " did not close cleanly.", e);
        }
    }

    private Handle connect(SQLiteConfig config, boolean queryOnly) {
        // A handle closes only what its Jdbi has opened, hence a factory and no connection.
        Jdbi jdbi = Jdbi.create(() -> config.createConnection(url(file))).registerArgument(new StorableText());
        jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
        Handle handle = jdbi.open();
        if (queryOnly) {
            handle.execute("PRAGMA query_only = true");
        }
        return handle;
    }

    private SQLiteConfig writerConfig() {
        SQLiteConfig config = config();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        tuning.accept(config);
        return config;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        // A session that has gone must be missed, not made anew.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(Kind.FAILED, "The session " + file + " is closed.", null);
        }
    }

    /** A file that was deleted or replaced would swallow writes without a word on most systems. */
    private void requireFile() {
        if (Files.notExists(file)) {
            throw new StoreException(
                    Kind.MISSING, "The session " + file + " is not there any more: nothing was saved.", null);
        }
        if (!Objects.equals(fileKey, fileKey(file))) {
            throw new StoreException(
                    Kind.MISSING,
                    "The session " + file + " was replaced by another file while it was open: nothing was saved.",
                    null);
        }
    }

    private static @Nullable Object fileKey(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }
}
