package dev.tracewright.cli;

import dev.tracewright.exchange.BadRow;
import dev.tracewright.exchange.ColumnMapping;
import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Approach;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads data sets, traces or labelled records into a session. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Loads data sets, traces or labelled records into a session, which is made if it is not there.")
final class ImportCommand implements Callable<Integer> {
    private final Workspace workspace;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders with one JSON file a problem.")
    private List<Path> files = List.of();

    @Option(
            names = "--session",
            required = true,
            paramLabel = "S",
            description = "The session: a name under sessions/ or a path.")
    private String session = "";

    @Option(names = "--charset", description = "The files' encoding, where it is not UTF-8.")
    private @Nullable String charset;

    @Option(names = "--dataset", description = "The data set's name, where the file does not say.")
    private @Nullable String dataset;

    @Option(names = "--solver", description = "The solver's name, where the file does not say.")
    private @Nullable String solver;

    @Option(names = "--delegator", description = "The delegator's name, where the file does not say.")
    private @Nullable String delegator;

    @Option(names = "--approach", description = "standard, chain-of-thought, plan-and-solve or trace-of-thought.")
    private @Nullable String approach;

    @Option(
            names = "--column",
            paramLabel = "MEANING=COLUMN",
            description = "What a column of a foreign table means, such as question=prompt or gold_answer=target.")
    private Map<String, String> columns = Map.of();

    ImportCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        ImportOptions options = options();
        boolean clean = true;
        if (files.stream().noneMatch(Files::isReadable)) {
            files.forEach(file -> err.println("The file " + file + " does not exist or cannot be read."));
            return Commands.FAILED;
        }
        try (SessionStore store = workspace.openOrCreate(session)) {
            for (Path file : files) {
                clean &= read(file, options, store, err);
                err.flush();
            }
        }
        return clean ? Commands.DONE : Commands.FAILED;
    }

    private static boolean read(Path file, ImportOptions options, SessionStore store, PrintWriter err) {
        try {
            Transfer.Outcome outcome = Transfer.read(file, options, store, read -> {}, () -> false);
            err.println(outcome.report().summary());
            if (outcome.added().alreadyThere() > 0) {
                err.println("  " + outcome.added().alreadyThere() + " were already in the session");
            }
            for (BadRow bad : outcome.report().firstBadRows()) {
                err.println("  " + bad.describe());
            }
            return outcome.report().clean();
        } catch (ExchangeException e) {
            err.println(e.getMessage());
            return false;
        }
    }

    private ImportOptions options() {
        ColumnMapping mapping = columns.isEmpty() ? null : mapping();
        return new ImportOptions(
                charset == null ? null : charset(charset),
                dataset,
                delegator,
                solver,
                approach == null ? null : Approach.ofKey(approach),
                mapping);
    }

    private ColumnMapping mapping() {
        try {
            return ColumnMapping.named(columns);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--column: " + e.getMessage(), e);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("--charset " + name + " is no encoding that Java knows", e);
        }
    }
}
