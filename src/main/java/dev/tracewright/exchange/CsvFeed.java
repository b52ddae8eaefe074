package dev.tracewright.exchange;

import java.io.IOException;
import java.io.Reader;

/**
 * Hands text to a CSV parser in pieces that end behind a delimiter or a line break, so that one can tell where in the text the
 * parser stands, and stops a record that grows beyond the limits before it fills memory.
 */
final class CsvFeed extends Reader {
    /** The most delimiters of a record, those inside quotation marks too. */
    private static final int DELIMITERS = 1_000_000;

    private final CharWindow window;
    private final char delimiter;
    private int limit = Limits.RECORD;
    private int handed;
    private int delimiters;
    private long lines;
    private int lineEnd;
    private int lineEndBefore;
    private boolean ended;

    /** A record grew beyond the limits. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Feeds what stands in the window from here on. */
    CsvFeed(CharWindow window, char delimiter) {
        this.window = window;
        this.delimiter = delimiter;
    }

    /** Lets the next record have up to {@code characters}. */
    void begin(int characters) {
        limit = characters;
        delimiters = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = window.at(handed);
            if (c < 0) {
                break;
            }
            if (handed == limit) {
                throw new TooLargeException(
                        "the record is longer than " + limit + " characters, or a quotation mark is never closed");
            }
            target[offset + count++] = (char) c;
            handed++;
            if (c == delimiter) {
                if (++delimiters > DELIMITERS) {
                    throw new TooLargeException("the record has more than " + DELIMITERS + " delimiters");
                }
                break;
            }
            if (CharWindow.endsLine(c, window.at(handed))) {
                lines++;
                lineEndBefore = lineEnd;
                lineEnd = handed;
                break;
            }
        }
        ended = count == 0;
        return ended ? -1 : count;
    }

    /**
     * Where the record ends that the parser just read, as a place ahead in the window. To find the end of a lone CR the parser
     * looks one piece further, so the last piece may belong to the next record.
     *
     * @param linesRead how many line ends the parser has seen since it began; the end of the file counts as one
     */
    int recordEnd(long linesRead) {
        return linesRead > lines ? handed : linesRead == lines ? lineEnd : lineEndBefore;
    }

    /** Follows the window, from which {@code count} characters are taken. */
    void taken(int count) {
        handed -= count;
        lineEnd -= count;
        lineEndBefore -= count;
    }

    /** How far ahead in the window the parser can have read. */
    int handed() {
        return handed;
    }

    /** Whether the parser asked for more than there is. */
    boolean ended() {
        return ended;
    }

    /** Does nothing: the text outlives its parsers. */
    @Override
    public void close() {}
}
