package dev.tracewright.analysis;

import dev.tracewright.analysis.DataTable.Column;
import dev.tracewright.analysis.DataTable.Row;
import java.util.ArrayList;
import java.util.List;

/** Puts a table together: its columns first, then its rows. */
final class TableBuilder {
    private final String id;
    private final String title;
    private final String note;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> footnotes = new ArrayList<>();

    TableBuilder(String id, String title, String note) {
        this.id = id;
        this.title = title;
        this.note = note;
    }

    /** Columns of words, headed by what the texts have for {@code column.} and the id. */
    TableBuilder words(String... ids) {
        for (String column : ids) {
            columns.add(new Column(column, AnalysisTexts.of("column." + column), false));
        }
        return this;
    }

    /** Columns of figures, headed likewise. */
    TableBuilder figures(String... ids) {
        for (String column : ids) {
            figure(column, AnalysisTexts.of("column." + column));
        }
        return this;
    }

    /** A column of figures with a head of its own. */
    TableBuilder figure(String column, String head) {
        columns.add(new Column(column, head, true));
        return this;
    }

    TableBuilder row(Value... values) {
        return row(List.of(values));
    }

    TableBuilder row(List<Value> values) {
        rows.add(new Row(values, false));
        return this;
    }

    TableBuilder footnotes(List<String> more) {
        footnotes.addAll(more);
        return this;
    }

    String title() {
        return title;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    DataTable build() {
        return new DataTable(id, title, note, columns, rows, footnotes);
    }
}
