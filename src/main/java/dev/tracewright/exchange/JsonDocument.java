package dev.tracewright.exchange;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** The records of a JSON file that holds one object, several, or a list of them, over any number of lines. */
final class JsonDocument implements RowReader {
    private static final ObjectReader TREE =
            Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final TextInput input;
    private final Budget budget;
    private final JsonParser parser;
    private final String file;
    private long row;
    private boolean ended;

    JsonDocument(TextInput input, String file) {
        this.input = input;
        this.budget = new Budget(input);
        this.parser = Json.MAPPER.createParser(budget);
        this.file = file;
    }

    @Override
    public @Nullable RowResult next() {
        Place place = new Place(file, row, 0, null);
        budget.left = Limits.RECORD;
        try {
            while (!ended) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    ended = true;
                } else if (token != JsonToken.END_ARRAY && (row > 0 || token != JsonToken.START_ARRAY)) {
                    place = new Place(file, row++, parser.currentTokenLocation().getLineNr(), null);
                    JsonNode node = TREE.readTree(parser);
                    Undecodable undecodable =
                            input.undecodableBefore(parser.currentLocation().getCharOffset());
                    if (undecodable != null) {
                        return new BadRow(place, undecodable.describe());
                    }
                    return node.isObject() ? new JsonRow(node, place) : new BadRow(place, "it is no JSON object");
                }
            }
        } catch (JacksonException e) {
            ended = true;
            int at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            return new BadRow(
                    place.line() > 0 ? place : new Place(file, row, at, null),
                    Json.reason(e) + (at > 0 ? " in line " + at : "") + "; nothing after it can be read");
        }
        return null;
    }

    @Override
    public @Nullable Undecodable undecodable() {
        return input.first();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        input.close();
    }

    /** Stops a record that would not end before it fills the memory. */
    private static final class Budget extends Reader {
        private final Reader from;
        private long left = Limits.RECORD;

        Budget(Reader from) {
            this.from = from;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("the record is longer than " + Limits.RECORD + " characters");
            }
            int count = from.read(target, offset, length);
            left -= count;
            return count;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
