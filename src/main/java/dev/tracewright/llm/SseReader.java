package dev.tracewright.llm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events, or lines, from a stream as leniently as servers write them, one blocking read at a time. */
final class SseReader {
    /**
     * One event.
     *
     * @param name what its {@code event:} line says, or empty
     * @param data its data lines, joined by line feeds
     * @param complete false where the stream broke off before the empty line that ends an event
     */
    record Event(String name, String data, boolean complete) {}

    /** The most characters one event or one plain answer may have. */
    static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    private static final int MAX_STRAY = 1000;

    private final BufferedReader in;
    private final StringBuilder stray = new StringBuilder();
    private boolean afterReturn;
    private boolean begun;
    private @Nullable IOException broken;

    SseReader(InputStream stream) {
        this.in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The first character that is neither a byte order mark nor white space, without taking it, or -1 at the end. */
    int firstCharacter() throws IOException {
        while (true) {
            in.mark(1);
            int c = in.read();
            if (c == -1) {
                return -1;
            }
            if (c != '\uFEFF' && !Character.isWhitespace(c)) {
                in.reset();
                begun = true;
                return c;
            }
        }
    }

    /** Everything that is left, up to {@code limit} characters. */
    String rest(int limit) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[4096];
        int count;
        while (text.length() < limit
                && (count = in.read(buffer, 0, Math.min(buffer.length, limit - text.length()))) != -1) {
            text.append(buffer, 0, count);
        }
        return text.toString();
    }

    /** The next line that is not blank, or null at the end; the last one may be cut. */
    @Nullable
    String nextLine() throws IOException {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line;
    }

    /**
     * The next event that has data, or null at the end. When the connection breaks in the middle of an event, what had
     * come of it is given first and the error thrown by the next call.
     */
    @Nullable
    Event next() throws IOException {
        if (broken != null) {
            throw broken;
        }
        String name = "";
        StringBuilder data = null;
        try {
            String line;
            while ((line = line()) != null) {
                if (line.isEmpty()) {
                    if (data != null) {
                        return new Event(name, data.toString(), true);
                    }
                    name = "";
                    continue;
                }
                int colon = line.indexOf(':');
                String field = colon < 0 ? line : line.substring(0, colon);
                String value = colon < 0 ? "" : line.substring(colon + 1);
                value = value.startsWith(" ") ? value.substring(1) : value;
                switch (field) {
                    case "data" -> data = joined(data, value);
                    case "event" -> name = value;
                    case "", "id", "retry" -> {}
                    default -> {
                        if (line.startsWith("{")) {
                            // Some servers write a bare JSON object, mostly an error, between their events.
                            data = joined(data, line);
                        } else if (stray.length() < MAX_STRAY) {
                            stray.append(line, 0, Math.min(line.length(), MAX_STRAY))
                                    .append('\n');
                        }
                    }
                }
            }
        } catch (IOException e) {
            if (data == null) {
                throw e;
            }
            broken = e;
        }
        return data == null ? null : new Event(name, data.toString(), false);
    }

    /** The beginning of what stood between the events and is none. */
    String stray() {
        return stray.toString();
    }

    private static StringBuilder joined(@Nullable StringBuilder data, String value) throws IOException {
        if (data == null) {
            return new StringBuilder(value);
        }
        if (data.length() + value.length() > MAX_CHARACTERS) {
            throw new NonsenseException("an event without end", value);
        }
        return data.append('\n').append(value);
    }

    /** The next line; CR, LF and CR LF end one. A CR is not held back to look for its LF: that could block. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = in.read()) != -1) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                begun = true;
                return line.toString();
            }
            if (c == '\uFEFF' && !begun) {
                begun = true;
                continue;
            }
            begun = true;
            if (line.length() >= MAX_CHARACTERS) {
                throw new NonsenseException("a line without end", line.substring(0, MAX_STRAY));
            }
            line.append((char) c);
        }
        return line.isEmpty() ? null : line.toString();
    }
}
