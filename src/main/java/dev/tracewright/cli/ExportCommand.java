package dev.tracewright.cli;

import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.store.SessionStore;
import dev.tracewright.work.Transfer;
import dev.tracewright.work.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the records of a session. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes one record a response. csv and jsonl import again without loss; spreadsheet does not.")
final class ExportCommand implements Callable<Integer> {
    private final Workspace workspace;
    private final OutputStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--session",
            required = true,
            paramLabel = "S",
            description = "The session: a name under sessions/ or a path.")
    private String session = "";

    @Option(names = "--format", required = true, description = "csv, jsonl or spreadsheet.")
    private RecordWriter.Format format = RecordWriter.Format.CSV;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write; standard output without it.")
    private @Nullable Path target;

    ExportCommand(Workspace workspace, OutputStream out) {
        this.workspace = workspace;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (SessionStore store = workspace.open(session)) {
            if (target == null) {
                Transfer.writer(format).write(out, store::forEachTrace);
                out.flush();
            } else {
                long written = Transfer.write(store, format, target);
                Objects.requireNonNull(spec)
                        .commandLine()
                        .getErr()
                        .println(written + " records were written to " + target);
            }
        }
        return Commands.DONE;
    }
}
