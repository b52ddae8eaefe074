package dev.tracewright.exchange;

/** How a value stands in a CSV file. */
final class Csv {
    /** The longest cell that common spreadsheets take, in UTF-16 units. */
    static final int LONGEST_CELL = 32_767;

    private Csv() {}

    /** Appends a value, in quotes where RFC 4180 or its white space asks for them; the empty text is {@code ""}. */
    static void field(StringBuilder out, String text) {
        if (needsQuotes(text)) {
            quote(out, text);
        } else {
            out.append(text);
        }
    }

    /** Appends a value in quotes. */
    static void quote(StringBuilder out, String text) {
        out.append('"');
        int from = 0;
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            out.append(text, from, at + 1).append('"');
            from = at + 1;
        }
        out.append(text, from, text.length()).append('"');
    }

    private static boolean needsQuotes(String text) {
        if (text.isEmpty()
                || Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ',' || c == ';' || c < ' ') {
                return true;
            }
        }
        return false;
    }

    /** The text as a spreadsheet may have it: never a formula, never longer than a cell, without NUL. */
    static String forSpreadsheet(String text) {
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
