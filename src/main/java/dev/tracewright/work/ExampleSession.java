package dev.tracewright.work;

import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.store.SessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes the example session from the material that comes with the program, and takes nothing that is there away. */
public final class ExampleSession {
    /** The bundled data sets, in the order of the queue. */
    public static final List<String> DATASETS = List.of("arithmetic.jsonl", "symbolic-algebra.jsonl");

    /** The bundled traces. */
    public static final String TRACES = "example-traces.jsonl";

    private ExampleSession() {}

    /**
     * Makes the session if it is not there yet; it appears whole or not at all.
     *
     * @param home the folder with {@code datasets} and {@code assets}
     * @return whether it was made
     */
    public static boolean make(Workspace workspace, Path home) {
        if (workspace.exists(Workspace.EXAMPLE)) {
            return false;
        }
        Path target = workspace.file(Workspace.EXAMPLE);
        String halfMade = target.resolveSibling("." + Workspace.EXAMPLE + "-being-made.tracewright")
                .toString();
        Path half = workspace.file(halfMade);
        try {
            Files.createDirectories(target.getParent());
            removeHalfMade(half);
            try (SessionStore store = workspace.create(halfMade)) {
                for (String name : DATASETS) {
                    Path file = home.resolve("datasets").resolve(name);
                    Transfer.read(file, ImportOptions.NONE, store, read -> {}, () -> false);
                }
                Path traces = home.resolve("assets").resolve(TRACES);
                Transfer.read(traces, ImportOptions.NONE, store, read -> {}, () -> false);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The example session could not be made in " + target.getParent() + ".", e);
        }
    }

    /** What an interrupted start left: the file, and the journals that SQLite would play into a new file of that name. */
    private static void removeHalfMade(Path half) throws IOException {
        for (String journal : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(half.resolveSibling(half.getFileName() + journal));
        }
    }
}
