package dev.tracewright.exchange;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The records of a JSONL file: one object a line, blank lines passed over, a bad line no obstacle for the next. */
final class JsonLines implements RowReader {
    private final TextInput input;
    private final CharWindow window;
    private final String file;
    private long line;
    private long row;

    JsonLines(TextInput input, String file) {
        this.input = input;
        this.window = new CharWindow(input);
        this.file = file;
    }

    @Override
    public @Nullable RowResult next() throws IOException {
        while (window.at(0) >= 0) {
            line++;
            int length = 0;
            boolean tooLong = false;
            int c = window.at(0);
            while (c >= 0 && c != '\n') {
                length++;
                if (length > Limits.RECORD) {
                    tooLong = true;
                    window.consume(length);
                    length = 0;
                }
                c = window.at(length);
            }
            String text = tooLong ? "" : window.text(0, length);
            window.consume(c < 0 ? length : length + 1);
            if (!tooLong && text.isBlank()) {
                continue;
            }
            return record(tooLong ? null : text);
        }
        return null;
    }

    private RowResult record(@Nullable String text) {
        Place place = new Place(file, row++, line, null);
        Undecodable undecodable = input.undecodableBefore(window.consumed());
        if (undecodable != null) {
            return new BadRow(place, undecodable.describe());
        }
        if (text == null) {
            return new BadRow(place, "the line is longer than " + Limits.RECORD + " characters");
        }
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            return node.isObject() ? new JsonRow(node, place) : new BadRow(place, "the line is no JSON object");
        } catch (JacksonException e) {
            return new BadRow(place, Json.reason(e));
        }
    }

    @Override
    public @Nullable Undecodable undecodable() {
        return input.first();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
