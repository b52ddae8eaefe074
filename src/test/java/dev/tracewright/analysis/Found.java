package dev.tracewright.analysis;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Finds figures in sections, as a reader of them would. */
final class Found {
    private Found() {}

    static List<DataTable> tables(List<Section> sections) {
        return sections.stream()
                .flatMap(section ->
                        Stream.concat(section.figures().stream().map(Figure::table), section.tables().stream()))
                .toList();
    }

    static List<Figure> figures(List<Section> sections) {
        return sections.stream().flatMap(section -> section.figures().stream()).toList();
    }

    static DataTable table(List<Section> sections, String id) {
        return tables(sections).stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no table " + id));
    }

    static Figure figure(List<Section> sections, String id) {
        return figures(sections).stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no figure " + id));
    }

    /** In the row that has these words in some column. */
    static Value value(List<Section> sections, String table, String row, String column) {
        DataTable found = table(sections, table);
        int place = found.columns().stream().map(DataTable.Column::id).toList().indexOf(column);
        return found.rows().stream()
                .filter(each ->
                        each.values().stream().anyMatch(value -> value.text().equals(row)))
                .map(each -> each.values().get(place))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no row " + row + " in " + table));
    }
}
