package dev.tracewright.exchange;

import dev.tracewright.trace.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one record a response and annotator. CSV and JSONL import again without loss; the spreadsheet copy is made for reading
 * and does not.
 */
public final class RecordWriter {
    /** The first header cell of a spreadsheet copy. */
    static final String SPREADSHEET_MARK = "row (copy for reading; does not import again)";

    private final Format format;
    private final Function<Trace, Derived> derive;
    private final List<RecordColumns.Column> columns;

    /** How records are written. */
    public enum Format {
        /** RFC 4180, UTF-8, CRLF, with a header, all but numbers in quotation marks; nothing is an empty field, the empty text is {@code ""}. */
        CSV("csv"),
        /** One JSON object a line, UTF-8, LF. */
        JSONL("jsonl"),
        /** CSV with a byte order mark, safe from formulas, cells cut at the length that spreadsheets take. */
        SPREADSHEET("csv");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** The usual ending of a file name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    /** Where traces come from: hands every trace, in order, to the consumer; a session store's forEachTrace fits. */
    @FunctionalInterface
    public interface Source {
        void forEach(Consumer<Trace> consumer);
    }

    /**
     * A writer of records.
     *
     * @param derive works out what follows from a trace; asked once a record
     */
    public RecordWriter(Format format, Function<Trace, Derived> derive) {
        this.format = format;
        this.derive = derive;
        this.columns = format == Format.SPREADSHEET ? RecordColumns.readable() : RecordColumns.all();
    }

    /**
     * Writes a file; it appears at once and whole, or stays as it was.
     *
     * @return how many records were written
     * @throws ExchangeException when it cannot be written
     */
    public long write(Path target, Source traces) {
        long[] count = new long[1];
        AtomicFile.write(target, out -> count[0] = write(out, traces));
        return count[0];
    }

    /**
     * Writes to a stream, which stays open.
     *
     * @return how many records were written
     */
    public long write(OutputStream out, Source traces) throws IOException {
        // UTF-8 cannot hold half a surrogate pair: in CSV it becomes U+FFFD; in JSONL it was escaped before it comes
        // here.
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(new byte[] {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD});
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, encoder), 1 << 16);
        CSVPrinter csv = new CSVPrinter(writer, Csv.format(','));
        header(writer, csv);
        long[] count = new long[1];
        try {
            traces.forEach(trace -> {
                try {
                    record(writer, csv, trace, ++count[0]);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
        return count[0];
    }

    private void header(Writer writer, CSVPrinter csv) throws IOException {
        if (format == Format.JSONL) {
            return;
        }
        if (format == Format.SPREADSHEET) {
            writer.append('\uFEFF');
            csv.print(SPREADSHEET_MARK);
        }
        csv.printRecord(columns.stream().map(RecordColumns.Column::key));
    }

    private void record(Writer writer, CSVPrinter csv, Trace trace, long number) throws IOException {
        Derived derived = derive.apply(trace);
        switch (format) {
            case CSV ->
                csv.printRecord(columns.stream().map(column -> column.value().apply(trace, derived)));
            case JSONL -> writer.append(json(trace, derived)).append('\n');
            case SPREADSHEET -> {
                csv.print(number);
                csv.printRecord(columns.stream()
                        .map(column -> column.value().apply(trace, derived))
                        .map(RecordWriter::readable));
            }
        }
    }

    private static @Nullable Object readable(@Nullable Object value) {
        return value instanceof String text ? Csv.forSpreadsheet(text) : value;
    }

    private StringBuilder json(Trace trace, Derived derived) {
        StringBuilder line = new StringBuilder();
        char between = '{';
        for (RecordColumns.Column column : columns) {
            line.append(between).append('"').append(column.key()).append("\":");
            json(line, column.value().apply(trace, derived));
            between = ',';
        }
        return line.append('}');
    }

    private static void json(StringBuilder line, @Nullable Object value) {
        if (value instanceof String text) {
            Json.quote(line, text);
        } else {
            line.append(value);
        }
    }
}
