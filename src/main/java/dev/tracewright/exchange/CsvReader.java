package dev.tracewright.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a CSV file with Commons CSV and adds what a person needs with a damaged file: the place of every record,
 * limits, and after broken quoting a new parser at the next line from which a whole record of the usual width can be read. An
 * unquoted empty field is null, a quoted one is the empty text. Lines with nothing on them are passed over.
 */
final class CsvReader implements Closeable {
    /** How many characters may be looked at while searching for the next readable record. */
    private static final long SEARCH = 64_000_000;

    private final TextInput input;
    private final CharWindow window;
    private final String file;
    private final char delimiter;
    private final CSVFormat format;
    private final int fieldLimit;
    private long line = 1;
    private long row;
    private int width = -1;
    private @Nullable Parsed ahead;
    private CsvFeed feed;
    private CSVParser parser;

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

    private sealed interface Parsed {}

    /** A record that was read ahead: {@code length} characters with its line end, over {@code lines} physical lines. */
    private record Whole(List<@Nullable String> fields, int length, long lines) implements Parsed {}

    /** No record; {@code column} counts from 1 and is 0 where the parser did not tell. */
    private record Damaged(String problem, int column) implements Parsed {}

    CsvReader(TextInput input, String file, char delimiter, int fieldLimit) throws IOException {
        this.input = input;
        this.window = new CharWindow(input);
        this.file = file;
        this.delimiter = delimiter;
        this.format = Csv.format(delimiter);
        this.fieldLimit = fieldLimit;
        this.feed = new CsvFeed(window, delimiter);
        this.parser = parser(feed, format);
    }

    /** Makes the records count from 0 again, after a header. */
    void restartRows() {
        row = 0;
    }

    private static CSVParser parser(Reader text, CSVFormat format) throws IOException {
        return CSVParser.builder().setReader(text).setFormat(format).get();
    }

    /** The next record or broken stretch, or null at the end of the file. */
    @Nullable
    Found next() throws IOException {
        while (true) {
            Parsed parsed = ahead == null ? parse(Limits.RECORD) : ahead;
            ahead = null;
            switch (parsed) {
                case null -> {
                    return null;
                }
                case Damaged damaged -> {
                    return search(damaged);
                }
                case Whole whole -> {
                    Place place = new Place(file, row, line, null);
                    take(whole);
                    if (whole.fields().size() == 1 && whole.fields().getFirst() == null) {
                        continue;
                    }
                    row++;
                    Undecodable undecodable = input.undecodableBefore(window.consumed());
                    if (undecodable != null) {
                        return new Broken(new BadRow(place, undecodable.describe()));
                    }
                    if (width < 0) {
                        width = whole.fields().size();
                    }
                    return new Fields(whole.fields(), place);
                }
            }
        }
    }

    /** Reads one record ahead without taking it; null at the end of the file. */
    private @Nullable Parsed parse(int limit) throws IOException {
        feed.begin(limit);
        long before = parser.getCurrentLineNumber();
        List<@Nullable String> fields;
        try {
            CSVRecord next = nextOf(parser);
            if (next == null) {
                return null;
            }
            fields = Arrays.asList(next.values());
        } catch (CSVException e) {
            return new Damaged(
                    feed.ended()
                            ? "the quotation mark that opens the field is never closed"
                            : "text stands after the closing quotation mark of the field",
                    0);
        } catch (CsvFeed.TooLargeException e) {
            return new Damaged(String.valueOf(e.getMessage()), 0);
        }
        if (fields.size() > Limits.COLUMNS) {
            return new Damaged("more than " + Limits.COLUMNS + " columns", Limits.COLUMNS + 1);
        }
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            if (field != null && field.length() > fieldLimit) {
                return new Damaged("the field is longer than " + fieldLimit + " characters", i + 1);
            }
        }
        long after = parser.getCurrentLineNumber();
        return new Whole(fields, feed.recordEnd(after), after - before);
    }

    private static @Nullable CSVRecord nextOf(CSVParser parser) throws IOException {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(Whole whole) {
        window.consume(whole.length());
        feed.taken(whole.length());
        line += whole.lines();
    }

    /** Finds the next line from which a whole record can be read, and tells what lies before it. */
    private Found search(Damaged damaged) throws IOException {
        int column = damaged.column() > 0 ? damaged.column() : damagedColumn();
        Place place = new Place(file, row, line, Integer.toString(column));
        row++;
        long looked = 0;
        boolean more = true;
        Parsed candidate = damaged;
        while (more && ahead == null && looked < SEARCH) {
            more = skipLine();
            if (candidate instanceof Whole whole && whole.lines() == 1) {
                feed.taken(whole.length());
            } else {
                restart();
            }
            candidate = parse(fieldLimit);
            looked += feed.handed() + 1L;
            if (candidate instanceof Whole whole && isUsual(whole)) {
                ahead = whole;
            }
        }
        if (ahead == null) {
            while (skipLine()) {}
            restart();
        }
        long last = ahead == null ? line : line - 1;
        input.undecodableBefore(window.consumed());
        String lost = last > place.line()
                ? "; lines " + place.line() + " to " + last + " were passed over"
                : "; the line was passed over";
        return new Broken(new BadRow(place, damaged.problem() + lost));
    }

    /** The column that the parser stopped in: the last one of the same text, read with all leniency. */
    private int damagedColumn() throws IOException {
        int end = feed.handed();
        String text = window.text(0, end > 0 && window.at(end - 1) == delimiter ? end - 1 : end);
        CSVFormat lenient =
                format.builder().setTrailingData(true).setLenientEof(true).get();
        try (CSVParser again = parser(new StringReader(text), lenient)) {
            return again.iterator().next().size();
        }
    }

    private void restart() throws IOException {
        feed = new CsvFeed(window, delimiter);
        parser = parser(feed, format);
    }

    /** Whether a record has the usual width and no quotation mark inside an unquoted field, as the rest of a broken one has. */
    private boolean isUsual(Whole whole) {
        if (width < 0 ? whole.fields().size() < 2 : whole.fields().size() != width) {
            return false;
        }
        String text = window.text(0, whole.length());
        return whole.fields().stream()
                .allMatch(field -> field == null || field.indexOf('"') < 0 || text.contains(format.format(field)));
    }

    /** Takes everything up to and including the next line break; false when that was the last line. */
    private boolean skipLine() throws IOException {
        while (true) {
            int c = window.at(0);
            if (c < 0) {
                return false;
            }
            window.consume(1);
            if (CharWindow.endsLine(c, window.at(0))) {
                boolean more = window.at(0) >= 0;
                line += more ? 1 : 0;
                return more;
            }
        }
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
