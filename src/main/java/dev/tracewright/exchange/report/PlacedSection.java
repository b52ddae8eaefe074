package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;
import dev.tracewright.analysis.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section with the places of its files, known before any is written.
 *
 * @param section what is placed
 * @param figures its charts in order, by path inside the folder, without ending
 * @param tables its tables in order, by path inside the folder, without ending
 */
record PlacedSection(Section section, Map<String, Figure> figures, Map<String, DataTable> tables) {
    static List<PlacedSection> of(Report report) {
        Names names = new Names();
        List<PlacedSection> placed = new ArrayList<>();
        for (Section section : report.sections()) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            section.figures().forEach(figure -> figures.put(names.unique("figures/", figure.id()), figure));
            Map<String, DataTable> tables = new LinkedHashMap<>();
            section.tables().forEach(table -> tables.put(names.unique("tables/", table.id()), table));
            placed.add(new PlacedSection(section, figures, tables));
        }
        return placed;
    }
}
