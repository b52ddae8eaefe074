package dev.tracewright.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first look at a file, for choosing what its columns mean.
 *
 * @param format what the file was recognised as
 * @param needsMapping whether its columns are not known by themselves
 * @param columns the names of the columns, as a {@link ColumnMapping} names them
 * @param rows the values of the first rows, one list a row in the order of {@code columns}; null for nothing, long ones shortened
 * @param guess the likely mapping; may be incomplete
 */
public record ColumnPreview(
        ImportFormat format,
        boolean needsMapping,
        List<String> columns,
        List<List<@Nullable String>> rows,
        ColumnMapping guess) {
    private static final int LONGEST = 200;

    /**
     * Looks at the first rows of a file.
     *
     * @param header whether the first record of a table names its columns
     * @param most how many rows to show, at most
     * @throws ExchangeException when the file cannot be read
     */
    public static ColumnPreview of(Path file, ImportOptions options, boolean header, int most) {
        Importer.requireReadable(file);
        try {
            Sniffed sniffed = Sniffed.of(file, options.charset());
            List<Row> found = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>();
            try (RowReader reader = sniffed.open(file, options.charset(), header)) {
                for (RowResult next = reader.next(); next != null && found.size() < most; next = reader.next()) {
                    if (next instanceof Row row) {
                        found.add(row);
                        names.addAll(row.names());
                    }
                }
            }
            boolean known = switch (sniffed.format()) {
                case RECORDS_CSV, RECORDS_JSON, AUTHORS_TRACES, AUTHORS_BASELINE -> true;
                case TABLE_CSV, TABLE_JSON, TABLE_PARQUET, MATH_FOLDER -> false;
            };
            List<String> columns = List.copyOf(names);
            List<List<@Nullable String>> rows = new ArrayList<>();
            for (Row row : found) {
                List<@Nullable String> values = new ArrayList<>();
                for (String column : columns) {
                    values.add(shortened(row.text(column)));
                }
                rows.add(values);
            }
            return new ColumnPreview(
                    sniffed.format(), !known, columns, List.copyOf(rows), ColumnGuess.of(names, header));
        } catch (IOException e) {
            throw Importer.unreadable(file, e);
        }
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
