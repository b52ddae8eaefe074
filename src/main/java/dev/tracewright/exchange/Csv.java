package dev.tracewright.exchange;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** How a value stands in a CSV file. */
public final class Csv {
    /** The longest cell that common spreadsheets take, in UTF-16 units. */
    static final int LONGEST_CELL = 32_767;

    private Csv() {}

    /**
     * RFC 4180 with CRLF, where nothing is an empty field and the empty text is {@code ""}: texts are written in quotation marks,
     * numbers are not.
     */
    static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setQuoteMode(QuoteMode.NON_NUMERIC)
                .setNullString("")
                .get();
    }

    /** The text as a spreadsheet may have it: never a formula, never longer than a cell, without NUL. */
    public static String forSpreadsheet(String text) {
        String safe = text.replace('\0', '\uFFFD');
        if (!safe.isEmpty() && "=+-@\t\r\n".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        if (safe.length() <= LONGEST_CELL) {
            return safe;
        }
        String mark = " … [cut here: " + text.length() + " characters; the CSV and JSONL exports hold all]";
        int end = LONGEST_CELL - mark.length();
        if (Character.isHighSurrogate(safe.charAt(end - 1))) {
            end--;
        }
        return safe.substring(0, end) + mark;
    }
}
