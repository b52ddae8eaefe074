package dev.tracewright.store;

import java.nio.file.Path;

/**
 * Creates and opens sessions that are one file each; the way in for everybody outside of this package.
 *
 * <p>Creating, opening and checking read and write the disk: call them off the screen's thread.
 */
public final class Sessions {
    /** How the name of a session file ends. */
    public static final String ENDING = ".tracewright";

    private Sessions() {}

    /** The same path with {@link #ENDING} where it has another ending or none. */
    public static Path withEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? file : file.resolveSibling(name + ENDING);
    }

    /**
     * Creates an empty session and opens it. Either the whole session is there afterwards or nothing.
     *
     * @param file where; {@link #ENDING} is added where it lacks
     * @throws StoreException when the file exists, or its folder is missing or cannot be written
     */
    public static SessionStore create(Path file) {
        Path target = withEnding(file).toAbsolutePath().normalize();
        SqliteMigrations.createFile(target, SqliteMigrations.CURRENT);
        return open(target);
    }

    /**
     * Opens a session, brings an older one up to date, and leaves any other unchanged.
     *
     * @throws StoreException when {@link #check} refuses it, or it cannot be written
     */
    public static SessionStore open(Path file) {
        return new SqlSessionStore(SqliteDatabase.open(file, SqliteMigrations.CURRENT, config -> {}));
    }

    /**
     * Looks whether a file is a session that this version can open, without writing to it.
     *
     * @throws StoreException saying why not: it is missing, foreign, damaged or from a newer version
     */
    public static void check(Path file) {
        SqliteCheck.check(file.toAbsolutePath().normalize(), SqliteMigrations.CURRENT.version());
    }
}
