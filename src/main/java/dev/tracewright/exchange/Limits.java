package dev.tracewright.exchange;

/** How large the parts of a file may be, so that no file exhausts memory. */
final class Limits {
    /** The longest value of a column, in UTF-16 units. */
    static final int FIELD = 10_000_000;
    /** The longest record, in UTF-16 units. */
    static final int RECORD = 32_000_000;
    /** The deepest nesting of JSON. */
    static final int DEPTH = 64;
    /** The most columns of a record. */
    static final int COLUMNS = 2_000;
    /** The largest row group of a Parquet file, in bytes before compression. */
    static final long ROW_GROUP = 1L << 30;
    /** The most files in a folder of problems. */
    static final int FILES = 200_000;

    private Limits() {}
}
