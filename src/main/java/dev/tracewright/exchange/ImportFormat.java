package dev.tracewright.exchange;

/** The kinds of file that are recognised by their content. */
public enum ImportFormat {
    RECORDS_CSV("Tracewright records (CSV)"),
    RECORDS_JSON("Tracewright records (JSONL)"),
    AUTHORS_TRACES("trace file of the paper's authors (CSV)"),
    AUTHORS_BASELINE("baseline file of the paper's authors (CSV)"),
    TABLE_CSV("table (CSV)"),
    TABLE_JSON("table (JSONL or JSON)"),
    TABLE_PARQUET("table (Parquet)"),
    MATH_FOLDER("folder of JSON files, one a problem");

    private final String title;

    ImportFormat(String title) {
        this.title = title;
    }

    /** The kind in words for a person. */
    public String title() {
        return title;
    }
}
