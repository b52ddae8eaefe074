package dev.tracewright.exchange;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a Parquet file; columns that are lists or structures are passed over. */
final class ParquetRows implements dev.tracewright.exchange.RowReader {
    private final String file;
    private final ParquetFileReader reader;
    private final List<ColumnSchema> columns = new ArrayList<>();
    private @Nullable RowReader rows;
    private long row;
    private boolean ended;

    private ParquetRows(String file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static ParquetRows open(Path path, String file) {
        try {
            ParquetFileReader reader = ParquetFileReader.open(InputFile.of(path));
            ParquetRows rows = new ParquetRows(file, reader);
            try {
                rows.prepare();
                return rows;
            } catch (RuntimeException e) {
                rows.close();
                throw e;
            }
        } catch (ExchangeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ExchangeException(file + " is no readable Parquet file: " + message(e) + ".", e);
        }
    }

    private void prepare() {
        for (RowGroup group : reader.getFileMetaData().rowGroups()) {
            if (group.totalByteSize() > Limits.ROW_GROUP) {
                throw new ExchangeException(file + " has a row group of " + group.totalByteSize() + " bytes; at most "
                        + Limits.ROW_GROUP + " are read at once.");
            }
        }
        for (ColumnSchema column : reader.getFileSchema().getColumns()) {
            boolean flat = column.maxRepetitionLevel() == 0
                    && column.fieldPath().elements().size() == 1;
            if (flat && column.type() != PhysicalType.INT96) {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            throw new ExchangeException(file + " has no column of plain values.");
        }
        rows = reader.buildRowReader()
                .projection(ColumnProjection.columns(
                        columns.stream().map(ColumnSchema::name).toArray(String[]::new)))
                .build();
    }

    @Override
    public @Nullable RowResult next() {
        RowReader source = rows;
        if (ended || source == null) {
            return null;
        }
        Place place = new Place(file, row, 0, null);
        try {
            if (!source.hasNext()) {
                ended = true;
                return null;
            }
            source.next();
            row++;
        } catch (RuntimeException e) {
            ended = true;
            return new BadRow(place, "damaged: " + message(e) + "; nothing after it can be read");
        }
        try {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            for (ColumnSchema column : columns) {
                values.put(column.name(), value(source, column));
            }
            return new MapRow(values, place);
        } catch (BadRowException e) {
            return e.at(place);
        } catch (RuntimeException e) {
            return new BadRow(place, "unreadable: " + message(e));
        }
    }

    private static @Nullable String value(RowReader source, ColumnSchema column) {
        String name = column.name();
        if (source.isNull(name)) {
            return null;
        }
        return switch (column.type()) {
            case BYTE_ARRAY -> text(name, source.getBinary(name));
            case BOOLEAN -> Boolean.toString(source.getBoolean(name));
            default -> String.valueOf(source.getValue(name));
        };
    }

    private static String text(String column, byte[] bytes) {
        if (bytes.length > Limits.FIELD) {
            throw new BadRowException(column, "the value is longer than " + Limits.FIELD + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadRowException(column, "the value is not UTF-8");
        }
    }

    private static String message(Throwable e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
        reader.close();
    }

    private record MapRow(Map<String, @Nullable String> values, Place place) implements Row {
        @Override
        public Set<String> names() {
            return values.keySet();
        }

        @Override
        public boolean has(String name) {
            return values.containsKey(name);
        }

        @Override
        public @Nullable String text(String name) {
            return values.get(name);
        }
    }
}
