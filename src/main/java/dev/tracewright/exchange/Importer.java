package dev.tracewright.exchange;

import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads data sets, traces and records from any supported file, recognised by its content. Bad records are reported with place and
 * reason and never stop the good ones; a file is read record by record, in bounded memory.
 */
public final class Importer {
    private final Function<String, Steps> stepParser;

    /** An importer that cuts delegated texts with {@code stepParser}, which must keep every character. */
    public Importer(Function<String, Steps> stepParser) {
        this.stepParser = stepParser;
    }

    /** Everything in a file at once, for files that fit into memory. */
    public record Contents(List<Problem> problems, List<Trace> traces, ImportReport report) {}

    /**
     * Reads a file, or a folder with one JSON file a problem, and hands over every record in file order, bad ones included.
     *
     * @throws ExchangeException when the file cannot be read at all, or when its columns need a mapping
     */
    public ImportReport read(Path file, ImportOptions options, Consumer<Imported> sink) {
        try {
            requireReadable(file);
            Sniffed sniffed = Sniffed.of(file, options.charset());
            ColumnMapping mapping = mapping(file, sniffed, options);
            RecordKind kind = kind(sniffed.format(), mapping, context(file, options));
            ImportFormat format = mapping == null ? sniffed.format() : tableFormat(sniffed.format());
            Sniffed opened = new Sniffed(format, sniffed.delimiter(), sniffed.lines());
            try (RowReader rows = opened.open(file, options.charset(), mapping == null || mapping.header())) {
                return pump(file, format, mapping, rows, kind, sink);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Reads a file and keeps everything. */
    public Contents readAll(Path file, ImportOptions options) {
        List<Problem> problems = new ArrayList<>();
        List<Trace> traces = new ArrayList<>();
        ImportReport report = read(file, options, imported -> {
            switch (imported) {
                case Imported.OfProblem found -> problems.add(found.problem());
                case Imported.OfTrace found -> traces.add(found.trace());
                case Imported.Unreadable bad -> {}
            }
        });
        return new Contents(List.copyOf(problems), List.copyOf(traces), report);
    }

    static ExchangeException unreadable(Path file, IOException e) {
        String why = e instanceof NoSuchFileException ? "it does not exist" : String.valueOf(e.getMessage());
        return new ExchangeException("The file " + file + " cannot be read: " + why + ".", e);
    }

    static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new ExchangeException("The file " + file + " does not exist.");
        }
        if (!Files.isReadable(file)) {
            throw new ExchangeException("The file " + file + " may not be read by this user.");
        }
    }

    private Context context(Path file, ImportOptions options) {
        return new Context(String.valueOf(file.getFileName()), DatasetNames.of(file), options, stepParser);
    }

    /** A chosen mapping overrules what the file was recognised as. */
    private static ImportFormat tableFormat(ImportFormat format) {
        return switch (format) {
            case RECORDS_CSV, AUTHORS_TRACES, AUTHORS_BASELINE, TABLE_CSV -> ImportFormat.TABLE_CSV;
            case RECORDS_JSON, TABLE_JSON -> ImportFormat.TABLE_JSON;
            case TABLE_PARQUET, MATH_FOLDER -> format;
        };
    }

    private static @Nullable ColumnMapping mapping(Path file, Sniffed sniffed, ImportOptions options)
            throws IOException {
        ColumnMapping chosen = options.mapping();
        if (chosen != null) {
            if (!chosen.complete()) {
                throw new ExchangeException("The columns chosen for " + file.getFileName()
                        + " must name the question and an answer, of the data set or of a model.");
            }
            return chosen;
        }
        return switch (sniffed.format()) {
            case RECORDS_CSV, RECORDS_JSON, AUTHORS_TRACES, AUTHORS_BASELINE -> null;
            case TABLE_CSV, TABLE_JSON, TABLE_PARQUET, MATH_FOLDER -> guessed(file, sniffed, options);
        };
    }

    private static ColumnMapping guessed(Path file, Sniffed sniffed, ImportOptions options) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (RowReader rows = sniffed.open(file, options.charset(), true)) {
            for (RowResult result = rows.next(); result != null; result = rows.next()) {
                if (result instanceof Row row) {
                    names.addAll(row.names());
                    break;
                }
            }
        }
        ColumnMapping guess = ColumnGuess.of(names, true);
        if (!guess.complete()) {
            throw new ExchangeException("It is not clear which columns of " + file.getFileName()
                    + " hold the question and the answer; choose them. "
                    + (names.isEmpty()
                            ? "No record could be read."
                            : "Found: " + Shown.of(String.join(", ", names)) + "."));
        }
        List<String> outputs = ColumnGuess.nestedOutputs(names);
        if (outputs.size() > 1) {
            throw new ExchangeException("The file " + file.getFileName() + " holds the answers of " + outputs.size()
                    + " models in every record; choose the columns of one and import it once for each: "
                    + String.join(", ", outputs.subList(0, Math.min(outputs.size(), 6))) + ".");
        }
        return guess;
    }

    private static RecordKind kind(ImportFormat format, @Nullable ColumnMapping mapping, Context context) {
        if (mapping != null) {
            return new MappedRecords(context, mapping);
        }
        return switch (format) {
            case AUTHORS_TRACES -> new AuthorsTraces(context);
            case AUTHORS_BASELINE -> new AuthorsBaseline(context);
            default -> new OwnRecords(context);
        };
    }

    private static ImportReport pump(
            Path file,
            ImportFormat format,
            @Nullable ColumnMapping mapping,
            RowReader rows,
            RecordKind kind,
            Consumer<Imported> sink)
            throws IOException {
        long problems = 0;
        long traces = 0;
        long badRows = 0;
        List<BadRow> kept = new ArrayList<>();
        for (RowResult result = rows.next(); result != null; result = rows.next()) {
            Imported imported = convert(result, kind);
            switch (imported) {
                case Imported.OfProblem found -> problems++;
                case Imported.OfTrace found -> traces++;
                case Imported.Unreadable found -> {
                    badRows++;
                    if (kept.size() < ImportReport.KEPT) {
                        kept.add(found.bad());
                    }
                }
            }
            sink.accept(imported);
        }
        return new ImportReport(file, format, mapping, problems, traces, badRows, kept, rows.undecodable());
    }

    private static Imported convert(RowResult result, RecordKind kind) {
        return switch (result) {
            case BadRow bad -> new Imported.Unreadable(bad);
            case Row row -> {
                try {
                    yield kind.read(row);
                } catch (BadRowException e) {
                    yield new Imported.Unreadable(e.at(row.place()));
                }
            }
        };
    }
}
