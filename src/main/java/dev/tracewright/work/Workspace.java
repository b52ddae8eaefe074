package dev.tracewright.work;

import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder of sessions: what is there, what a session's name means, opening and creating. All methods block. */
public final class Workspace {
    /** The name of the session that the first start makes. */
    public static final String EXAMPLE = "example";

    private static final int LONGEST_NAME = 100;

    private final Path folder;

    /** @param folder where sessions live; made when the first one is created */
    public Workspace(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /**
     * The names of the sessions in the folder, in alphabetical order; empty where the folder is not there. What begins with a
     * dot is still being made, or was left half-made, and is no session.
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(Sessions.ENDING) && !name.startsWith("."))
                        .map(name -> name.substring(0, name.length() - Sessions.ENDING.length()))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                return List.of();
            }
        }
        return List.copyOf(names);
    }

    /**
     * The file of a session given by name, or by path where the text has a folder or the ending.
     *
     * @throws IllegalArgumentException with one sentence when the text can be neither
     */
    public Path file(String nameOrPath) {
        String text = nameOrPath.strip();
        if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
            throw new IllegalArgumentException("Sessions in PostgreSQL are not supported yet; name a session under "
                    + folder + " or give a file.");
        }
        try {
            if (text.contains("/") || text.contains("\\") || text.endsWith(Sessions.ENDING)) {
                Path path = Path.of(text);
                String last = Objects.toString(path.getFileName(), "");
                if (last.isEmpty() || last.equals(".") || last.equals("..")) {
                    throw new IllegalArgumentException("'" + text + "' is a folder and no session's file.");
                }
                return Sessions.withEnding(path).toAbsolutePath().normalize();
            }
            checkName(text);
            return Sessions.withEnding(folder.resolve(text)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' cannot be a session's name: " + e.getReason() + ".", e);
        }
    }

    /**
     * Checks a new session's name.
     *
     * @throws IllegalArgumentException with one sentence on what is wrong with it
     */
    public static void checkName(String name) {
        String text = name.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A session needs a name.");
        }
        if (text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A session's name has at most " + LONGEST_NAME + " characters.");
        }
        if (text.startsWith(".") || text.chars().anyMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "A session's name is a file name: no leading dot, none of / \\ : * ? \" < > |.");
        }
    }

    public boolean exists(String nameOrPath) {
        return Files.exists(file(nameOrPath));
    }

    /** Opens a session. */
    public SessionStore open(String nameOrPath) {
        return Sessions.open(file(nameOrPath));
    }

    /** Makes a new, empty session; refuses to replace one that is there. */
    public SessionStore create(String nameOrPath) {
        Path file = file(nameOrPath);
        if (folder.toAbsolutePath().normalize().equals(file.getParent())) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new StoreException(
                        StoreException.Kind.READ_ONLY,
                        "The folder " + folder + " cannot be made: " + e.getMessage(),
                        e);
            }
        }
        return Sessions.create(file);
    }

    /** Opens the session if it is there, and makes it otherwise. */
    public SessionStore openOrCreate(String nameOrPath) {
        return exists(nameOrPath) ? open(nameOrPath) : create(nameOrPath);
    }
}
