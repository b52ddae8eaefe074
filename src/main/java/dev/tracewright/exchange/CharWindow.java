package dev.tracewright.exchange;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** A stretch of text that can be looked at ahead of what was consumed, so that a reader can try again from a later line. */
final class CharWindow {
    private final Reader reader;
    private char[] buffer = new char[1 << 15];
    private int start;
    private int end;
    private long consumed;
    private boolean ended;

    CharWindow(Reader reader) {
        this.reader = reader;
    }

    /** The character {@code ahead} places after what was consumed, or -1 after the end. */
    int at(int ahead) throws IOException {
        while (start + ahead >= end) {
            if (ended) {
                return -1;
            }
            fill();
        }
        return buffer[start + ahead];
    }

    /** The text between two places ahead; both must have been looked at. */
    String text(int from, int to) {
        return new String(buffer, start + from, to - from);
    }

    /** Whether a line ends behind the character {@code c}, which {@code next} follows: behind LF, CRLF or a lone CR. */
    static boolean endsLine(int c, int next) {
        return c == '\n' || (c == '\r' && next != '\n');
    }

    /** Takes {@code count} characters, which must have been looked at. */
    void consume(int count) {
        start += count;
        consumed += count;
    }

    /** How many characters were consumed since the beginning. */
    long consumed() {
        return consumed;
    }

    private void fill() throws IOException {
        if (start > 0 && end - start < buffer.length / 2) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = reader.read(buffer, end, buffer.length - end);
        if (count < 0) {
            ended = true;
        } else {
            end += count;
        }
    }
}
