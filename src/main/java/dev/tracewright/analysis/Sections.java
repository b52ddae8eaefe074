package dev.tracewright.analysis;

import java.util.List;
import java.util.Optional;

/** Puts sections together; one without charts and tables is none. */
final class Sections {
    private Sections() {}

    /** The section whose title and note the texts have under {@code section.}, the id and {@code .note}. */
    static Optional<Section> of(String id, List<Figure> figures, List<TableBuilder> tables) {
        List<DataTable> filled = tables.stream()
                .filter(table -> !table.isEmpty())
                .map(TableBuilder::build)
                .toList();
        if (figures.isEmpty() && filled.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                id, AnalysisTexts.of("section." + id), AnalysisTexts.of("section." + id + ".note"), figures, filled));
    }
}
