package dev.tracewright.analysis;

import java.util.List;

/**
 * Marks sections of demonstration material, so that no chart and no table of it leaves the program as a result of a model: in every
 * title, and in every id, which names the file.
 */
final class Demonstrated {
    private Demonstrated() {}

    /** The section as it may be shown: marked where demonstration material was counted. */
    static Section in(Section section, Answered answered) {
        if (!answered.demonstration()) {
            return section;
        }
        List<Figure> figures =
                section.figures().stream().map(Demonstrated::marked).toList();
        List<DataTable> tables =
                section.tables().stream().map(Demonstrated::marked).toList();
        return new Section(section.id(), title(section.title()), section.note(), figures, tables);
    }

    private static Figure marked(Figure figure) {
        return new Figure(
                id(figure.id()),
                title(figure.title()),
                figure.subtitle(),
                figure.width(),
                figure.height(),
                figure.marks(),
                marked(figure.table()));
    }

    private static DataTable marked(DataTable table) {
        return new DataTable(
                id(table.id()), title(table.title()), table.note(), table.columns(), table.rows(), table.footnotes());
    }

    private static String title(String title) {
        return AnalysisTexts.of("title.demonstration", title);
    }

    private static String id(String id) {
        return "demonstration-" + id;
    }
}
