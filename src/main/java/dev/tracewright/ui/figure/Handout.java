package dev.tracewright.ui.figure;

import dev.tracewright.analysis.DataTable;
import dev.tracewright.analysis.Figure;

/** Takes tables and charts out of the window: to the clipboard, and into files that the person names. */
public interface Handout {
    /** What a table can be copied as. */
    enum TableForm {
        MARKDOWN,
        LATEX,
        CSV,
        /** What spreadsheets take from the clipboard. */
        TSV
    }

    /** What a chart can be saved as. */
    enum FigureForm {
        SVG,
        PNG
    }

    /** Copies a table as text. */
    void copy(DataTable table, TableForm form);

    /** Copies a chart as a picture. */
    void copy(Figure figure);

    /** Saves a table in this form, where the person says. */
    void save(DataTable table, TableForm form);

    /** Saves a chart in this form, where the person says. */
    void save(Figure figure, FigureForm form);
}
