package dev.tracewright.analysis;

import java.util.List;

/**
 * A table of results, whatever it will be shown or written as.
 *
 * @param id a stable name for files and tests, such as {@code highest-alternative}
 * @param title what it shows
 * @param note how its figures are made, in a sentence or two; empty for none
 * @param columns its columns
 * @param rows its rows, each with one value a column
 * @param footnotes what must be said below it, such as that suggestions are counted
 */
public record DataTable(
        String id, String title, String note, List<Column> columns, List<Row> rows, List<String> footnotes) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        footnotes = List.copyOf(footnotes);
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("a row of table " + id + " has "
                        + row.values().size() + " values for " + columns.size() + " columns");
            }
        }
    }

    /**
     * A column.
     *
     * @param id a stable name, used as the head of the column in CSV
     * @param head what people read
     * @param numeric whether it holds figures, which are set against the right edge
     */
    public record Column(String id, String head, boolean numeric) {}

    /**
     * A row.
     *
     * @param values one a column
     * @param summary whether it sums up the rows above
     */
    public record Row(List<Value> values, boolean summary) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
