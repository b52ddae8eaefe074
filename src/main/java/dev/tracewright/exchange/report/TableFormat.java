package dev.tracewright.exchange.report;

import dev.tracewright.analysis.DataTable;

/** How a table is written, into a file or onto the clipboard: the same text for both. */
public enum TableFormat {
    /** RFC 4180 with CRLF: column ids as head, figures in full precision, texts as they are; for programs. */
    CSV("csv"),
    /** Tabs between, heads that people read, figures in full precision, no text taken for a formula; for spreadsheets. */
    TSV("tsv"),
    /** A table of pipes as GitHub reads it, with title, note and footnotes. */
    MARKDOWN("md"),
    /** A {@code table} float with the rules of booktabs; ASCII, and compiles with pdfLaTeX, XeLaTeX and LuaLaTeX. */
    LATEX("tex"),
    /** Aligned with spaces. */
    TEXT("txt");

    private final String ending;

    TableFormat(String ending) {
        this.ending = ending;
    }

    /** The usual ending of a file name, without the dot. */
    public String ending() {
        return ending;
    }

    /** The table in this format, with the end of its last line. */
    public String write(DataTable table) {
        return switch (this) {
            case CSV -> CsvTable.commas(table);
            case TSV -> CsvTable.tabs(table);
            case MARKDOWN -> MarkdownTable.of(table);
            case LATEX -> LatexTable.of(table);
            case TEXT -> TextTable.of(table);
        };
    }
}
