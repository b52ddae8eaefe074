package dev.tracewright.analysis;

import java.util.List;

/**
 * What belongs together on a screen and in a report.
 *
 * @param id a stable name for files and tests
 * @param title what it is about
 * @param note what must be known to read it, empty for nothing
 * @param figures its charts
 * @param tables its tables; those of the charts are in the charts
 */
public record Section(String id, String title, String note, List<Figure> figures, List<DataTable> tables) {
    public Section {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }
}
