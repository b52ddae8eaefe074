package dev.tracewright.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 4180 records one by one, with the physical line of each; after broken quoting it goes on at the next line from which
 * a whole record of the usual width can be read. An unquoted empty field is null, a quoted one is the empty text. Lines with
 * nothing on them are passed over.
 */
final class CsvReader implements Closeable {
    /** How many characters may be looked at while searching for the next readable record. */
    private static final long SEARCH = 64_000_000;

    private final TextInput input;
    private final CharWindow window;
    private final String file;
    private final char delimiter;
    private final int fieldLimit;
    private long line = 1;
    private long row;
    private int width = -1;
    private @Nullable Parsed ahead;

    /** What stands between two record ends. */
    sealed interface Found {}

    /**
     * One record.
     *
     * @param fields the values; null for nothing, empty for {@code ""}
     */
    record Fields(List<@Nullable String> fields, Place place) implements Found {}

    /** A stretch that is no record. */
    record Broken(BadRow bad) implements Found {}

    private record Parsed(@Nullable List<@Nullable String> fields, int length, int lines, String problem, int column) {}

    CsvReader(TextInput input, String file, char delimiter, int fieldLimit) {
        this.input = input;
        this.window = new CharWindow(input);
        this.file = file;
        this.delimiter = delimiter;
        this.fieldLimit = fieldLimit;
    }

    /** Makes the records count from 0 again, after a header. */
    void restartRows() {
        row = 0;
    }

    /** The next record or broken stretch, or null at the end of the file. */
    @Nullable
    Found next() throws IOException {
        while (true) {
            Parsed parsed = ahead == null ? parse(false) : ahead;
            ahead = null;
            if (parsed.fields() == null) {
                return search(parsed);
            }
            if (parsed.length() == 0) {
                return null;
            }
            Place place = new Place(file, row, line, null);
            take(parsed);
            if (parsed.fields().size() == 1 && parsed.fields().getFirst() == null) {
                continue;
            }
            row++;
            Undecodable undecodable = input.undecodableBefore(window.consumed());
            if (undecodable != null) {
                return new Broken(new BadRow(place, undecodable.describe()));
            }
            if (width < 0) {
                width = parsed.fields().size();
            }
            return new Fields(parsed.fields(), place);
        }
    }

    private void take(Parsed parsed) {
        window.consume(parsed.length());
        line += parsed.lines();
    }

    private Found search(Parsed broken) throws IOException {
        Place place = new Place(file, row, line, Integer.toString(broken.column()));
        row++;
        long looked = 0;
        boolean more = true;
        while (more && looked < SEARCH) {
            more = skipLine();
            Parsed candidate = parse(true);
            looked += candidate.length() + 1L;
            List<@Nullable String> fields = candidate.fields();
            if (fields != null && candidate.length() > 0 && (width < 0 ? fields.size() > 1 : fields.size() == width)) {
                ahead = candidate;
                break;
            }
        }
        long skippedTo = line;
        if (ahead == null) {
            while (skipLine()) {
                skippedTo = line;
            }
        }
        input.undecodableBefore(window.consumed());
        long last = Math.max(place.line(), ahead == null ? skippedTo : line - 1);
        String lost = last > place.line()
                ? "; lines " + place.line() + " to " + last + " were passed over"
                : "; the line was passed over";
        return new Broken(new BadRow(place, broken.problem() + lost));
    }

    /** Takes everything up to and including the next line break; false at the end of the file. */
    private boolean skipLine() throws IOException {
        while (true) {
            int c = window.at(0);
            if (c < 0) {
                return false;
            }
            window.consume(1);
            if (c == '\n' || (c == '\r' && window.at(0) != '\n')) {
                line++;
                return window.at(0) >= 0;
            }
        }
    }

    /** Reads ahead one record without taking it; {@code strict} also refuses quotes inside unquoted fields. */
    private Parsed parse(boolean strict) throws IOException {
        List<@Nullable String> fields = new ArrayList<>(Math.max(width, 8));
        int at = 0;
        int lines = 0;
        while (true) {
            int column = fields.size() + 1;
            if (column > Limits.COLUMNS) {
                return broken("more than " + Limits.COLUMNS + " columns", at, column);
            }
            int from = at;
            if (window.at(at) == '"') {
                StringBuilder unescaped = null;
                int plain = at + 1;
                at = plain;
                while (true) {
                    int c = window.at(at);
                    if (c < 0) {
                        return broken("the quotation mark that opens the field is never closed", at, column);
                    }
                    if (c == '"') {
                        if (window.at(at + 1) != '"') {
                            break;
                        }
                        unescaped = unescaped == null ? new StringBuilder() : unescaped;
                        window.append(unescaped, plain, at + 1);
                        at += 2;
                        plain = at;
                        continue;
                    }
                    if (c == '\n' || (c == '\r' && window.at(at + 1) != '\n')) {
                        lines++;
                    }
                    at++;
                    if (at - from > fieldLimit || at > Limits.RECORD) {
                        return broken(
                                "the field is longer than " + fieldLimit + " characters, or never closed", at, column);
                    }
                }
                String tail = window.text(plain, at);
                fields.add(unescaped == null ? tail : unescaped.append(tail).toString());
                at++;
                int c = window.at(at);
                if (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
                    return broken("text stands after the closing quotation mark of the field", at, column);
                }
            } else {
                int c = window.at(at);
                while (c >= 0 && c != delimiter && c != '\n' && c != '\r') {
                    if (strict && c == '"') {
                        return broken("a quotation mark stands inside the field", at, column);
                    }
                    at++;
                    if (at - from > fieldLimit || at > Limits.RECORD) {
                        return broken("the field is longer than " + fieldLimit + " characters", at, column);
                    }
                    c = window.at(at);
                }
                fields.add(at == from ? null : window.text(from, at));
            }
            int end = window.at(at);
            if (end == delimiter) {
                at++;
                continue;
            }
            if (end == '\r') {
                at += window.at(at + 1) == '\n' ? 2 : 1;
                lines++;
            } else if (end == '\n') {
                at++;
                lines++;
            }
            return new Parsed(fields, at, lines, "", 0);
        }
    }

    private static Parsed broken(String problem, int length, int column) {
        return new Parsed(null, length, 0, problem, column);
    }

    /** The first undecodable bytes so far. */
    @Nullable
    Undecodable undecodable() {
        return input.first();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
