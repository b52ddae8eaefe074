package dev.tracewright.exchange;

/** What the columns of a kind of file mean. */
interface RecordKind {
    /** What the row says; a {@link BadRowException} where it says nothing useful. */
    Imported read(Row row);
}
