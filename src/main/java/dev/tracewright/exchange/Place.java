package dev.tracewright.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something stands, so that every message can point there.
 *
 * @param file the file's name without folders; inside a folder of files, the path below that folder
 * @param row the record, counted from 0 without a header, or -1 where there is none
 * @param line the physical line on which the record begins, counted from 1, or 0 where the format has no lines
 * @param column the column or key, or null where the whole record is meant
 */
public record Place(
        String file, long row, long line, @Nullable String column) {

    /** The same place, narrowed to a column. */
    public Place at(String newColumn) {
        return new Place(file, row, line, newColumn);
    }

    /** The place in words, such as {@code traces.csv, row 12 (line 345), column answer}. */
    public String describe() {
        StringBuilder text = new StringBuilder(file);
        if (row >= 0) {
            text.append(", row ").append(row);
        }
        if (line > 0) {
            text.append(row >= 0 ? " (line " : ", line ").append(line).append(row >= 0 ? ")" : "");
        }
        if (column != null) {
            text.append(", column ").append(column);
        }
        return text.toString();
    }
}
