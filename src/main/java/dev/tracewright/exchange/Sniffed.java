package dev.tracewright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a file is, told by its content.
 *
 * @param format the kind of file
 * @param delimiter what stands between the columns of a CSV file
 * @param lines whether every line of a JSON file is a record of its own
 */
record Sniffed(ImportFormat format, char delimiter, boolean lines) {
    private static final int MAGIC = 4;
    private static final int FIRST_LINES = 5;

    static Sniffed of(Path path, @Nullable Charset charset) throws IOException {
        if (Files.isDirectory(path)) {
            return new Sniffed(ImportFormat.MATH_FOLDER, ',', false);
        }
        if (isParquet(path)) {
            return new Sniffed(ImportFormat.TABLE_PARQUET, ',', false);
        }
        int first = firstCharacter(path, charset);
        if (first < 0) {
            throw new ExchangeException("The file " + path + " is empty.");
        }
        return first == '{' || first == '[' ? json(path, charset, first) : csv(path, charset);
    }

    private static boolean isParquet(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(MAGIC), java.nio.charset.StandardCharsets.ISO_8859_1).equals("PAR1");
        }
    }

    private static int firstCharacter(Path path, @Nullable Charset charset) throws IOException {
        try (TextInput input = TextInput.open(path, charset)) {
            CharWindow window = new CharWindow(input);
            while (window.at(0) >= 0 && Character.isWhitespace(window.at(0))) {
                window.consume(1);
            }
            return window.at(0);
        }
    }

    private static Sniffed json(Path path, @Nullable Charset charset, int first) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (first == '[') {
            return new Sniffed(jsonFormat(path, charset, false), ',', false);
        }
        boolean lines = false;
        try (JsonLines reader = new JsonLines(TextInput.open(path, charset), name)) {
            for (int i = 0; i < FIRST_LINES && !lines; i++) {
                lines = reader.next() instanceof Row;
            }
        }
        return new Sniffed(jsonFormat(path, charset, lines), ',', lines);
    }

    private static ImportFormat jsonFormat(Path path, @Nullable Charset charset, boolean lines) throws IOException {
        try (RowReader reader = openJson(path, charset, lines)) {
            RowResult result = reader.next();
            int tries = 0;
            while (result instanceof BadRow && tries++ < 100) {
                result = reader.next();
            }
            return result instanceof Row row && isOwn(row.names())
                    ? ImportFormat.RECORDS_JSON
                    : ImportFormat.TABLE_JSON;
        }
    }

    private static RowReader openJson(Path path, @Nullable Charset charset, boolean lines) throws IOException {
        TextInput input = TextInput.open(path, charset);
        String name = String.valueOf(path.getFileName());
        return lines ? new JsonLines(input, name) : new JsonDocument(input, name);
    }

    /** Whether these columns are those of the product's own records. */
    static boolean isOwn(Set<String> names) {
        return names.containsAll(RecordColumns.TELLING);
    }

    private static Sniffed csv(Path path, @Nullable Charset charset) throws IOException {
        char delimiter = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            List<@Nullable String> fields = firstRecord(path, charset, candidate);
            if (fields != null && fields.size() > 1) {
                delimiter = candidate;
                break;
            }
        }
        List<@Nullable String> fields = firstRecord(path, charset, delimiter);
        return new Sniffed(fields == null ? ImportFormat.TABLE_CSV : csvFormat(fields), delimiter, false);
    }

    /** The first record that can be read, or null. */
    private static @Nullable List<@Nullable String> firstRecord(Path path, @Nullable Charset charset, char delimiter)
            throws IOException {
        try (CsvReader reader = new CsvReader(TextInput.open(path, charset), "", delimiter, Limits.FIELD)) {
            for (int tries = 0; tries < 3; tries++) {
                CsvReader.Found found = reader.next();
                if (found instanceof CsvReader.Fields fields) {
                    return fields.fields();
                }
                if (found == null) {
                    return null;
                }
            }
            return null;
        }
    }

    private static ImportFormat csvFormat(List<@Nullable String> fields) {
        String first = fields.getFirst();
        if (first != null && first.equals(RecordWriter.SPREADSHEET_MARK)) {
            throw new ExchangeException("This is a spreadsheet copy, made for reading, and does not import again;"
                    + " import the CSV or JSONL export of the same session.");
        }
        if (isOwn(Set.copyOf(
                fields.stream().map(f -> f == null ? "" : f.strip()).distinct().toList()))) {
            return ImportFormat.RECORDS_CSV;
        }
        if (fields.size() == AuthorsTraces.COLUMNS && first != null && isTrace(first)) {
            return ImportFormat.AUTHORS_TRACES;
        }
        return AuthorsBaseline.matches(fields) ? ImportFormat.AUTHORS_BASELINE : ImportFormat.TABLE_CSV;
    }

    private static boolean isTrace(String text) {
        if (!text.startsWith("{")) {
            return false;
        }
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            return node.has("dataset_question");
        } catch (JacksonException e) {
            return text.contains("\"dataset_question\"");
        }
    }

    /** Opens the file as what it is; {@code header} counts for tables without known columns only. */
    RowReader open(Path path, @Nullable Charset charset, boolean header) throws IOException {
        String name = String.valueOf(path.getFileName());
        return switch (format) {
            case RECORDS_CSV -> CsvRows.open(TextInput.open(path, charset), name, delimiter, true);
            case TABLE_CSV -> CsvRows.open(TextInput.open(path, charset), name, delimiter, header);
            case AUTHORS_TRACES, AUTHORS_BASELINE ->
                CsvRows.open(TextInput.open(path, charset), name, delimiter, false);
            case RECORDS_JSON, TABLE_JSON -> openJson(path, charset, lines);
            case TABLE_PARQUET -> ParquetRows.open(path, name);
            case MATH_FOLDER -> FolderRows.open(path, charset);
        };
    }
}
