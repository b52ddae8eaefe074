package dev.tracewright.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file as rows, named by the header or, without one, {@code #1}, {@code #2} and so on. */
final class CsvRows implements RowReader {
    private final CsvReader reader;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final boolean header;
    private int width = -1;

    private CsvRows(CsvReader reader, boolean header) {
        this.reader = reader;
        this.header = header;
    }

    /** Opens the rows; with {@code header} the first record names the columns. */
    static CsvRows open(TextInput input, String file, char delimiter, boolean header) throws IOException {
        CsvRows rows = new CsvRows(new CsvReader(input, file, delimiter, Limits.FIELD), header);
        if (header) {
            try {
                rows.readHeader(file);
            } catch (IOException | RuntimeException e) {
                rows.close();
                throw e;
            }
        }
        return rows;
    }

    private void readHeader(String file) throws IOException {
        CsvReader.Found found = reader.next();
        switch (found) {
            case null -> throw new ExchangeException(file + " is empty.");
            case CsvReader.Broken broken ->
                throw new ExchangeException("The header of " + file + " cannot be read: "
                        + broken.bad().describe() + ".");
            case CsvReader.Fields first -> {
                List<@Nullable String> names = first.fields();
                for (int i = 0; i < names.size(); i++) {
                    String name = names.get(i);
                    columns.putIfAbsent(name == null || name.isBlank() ? "#" + (i + 1) : name.strip(), i);
                }
                width = names.size();
            }
        }
        reader.restartRows();
    }

    @Override
    public @Nullable RowResult next() throws IOException {
        return switch (reader.next()) {
            case null -> null;
            case CsvReader.Broken broken -> broken.bad();
            case CsvReader.Fields fields -> row(fields);
        };
    }

    private RowResult row(CsvReader.Fields fields) {
        int size = fields.fields().size();
        if (!header) {
            for (int i = columns.size(); i < size; i++) {
                columns.put("#" + (i + 1), i);
            }
            return new CsvRow(fields, columns);
        }
        if (size != width) {
            return new BadRow(fields.place(), "it has " + size + " columns where the header has " + width);
        }
        return new CsvRow(fields, columns);
    }

    @Override
    public @Nullable Undecodable undecodable() {
        return reader.undecodable();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private record CsvRow(CsvReader.Fields fields, Map<String, Integer> columns) implements Row {
        @Override
        public Place place() {
            return fields.place();
        }

        @Override
        public Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            columns.forEach((name, index) -> {
                if (index < fields.fields().size()) {
                    names.add(name);
                }
            });
            return names;
        }

        @Override
        public boolean has(String name) {
            return index(name) >= 0;
        }

        @Override
        public @Nullable String text(String name) {
            int index = index(name);
            return index < 0 ? null : fields.fields().get(index);
        }

        private int index(String name) {
            Integer index = columns.get(name);
            if (index == null && name.matches("#[1-9]\\d{0,3}")) {
                index = Integer.parseInt(name.substring(1)) - 1;
            }
            return index == null || index >= fields.fields().size() ? -1 : index;
        }
    }
}
