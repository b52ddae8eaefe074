package dev.tracewright.exchange;

import dev.tracewright.exchange.YamlNode.Entry;
import dev.tracewright.exchange.YamlNode.Items;
import dev.tracewright.exchange.YamlNode.Keys;
import dev.tracewright.exchange.YamlNode.Kind;
import dev.tracewright.exchange.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML as plain lists, keys and values with their lines. Tags, which could name types, and aliases, which
 * repeat parts, are refused, and so are keys that stand twice and a second document.
 */
final class YamlReader {
    /** The longest text, in UTF-16 units. */
    static final int LONGEST = 1_000_000;

    private static final int DEPTH = 20;

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder().setCodePointLimit(2 * LONGEST).build())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A sentence of the library with the line it is about; the last one names the fault, those before what was being read. */
    private static final Pattern TOLD =
            Pattern.compile("(?<![^\\n])([^\\n]+)\\n in [^\\n]{1,40}, line ([0-9]{1,8}), column");

    private final YAMLParser parser;

    private YamlReader(YAMLParser parser) {
        this.parser = parser;
    }

    /** The one document of a text. */
    static YamlNode read(String text) throws YamlFaultException {
        if (text.length() > LONGEST) {
            throw new YamlFaultException(0, "It is longer than " + LONGEST + " characters.");
        }
        try (JsonParser opened = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (!(opened instanceof YAMLParser parser)) {
                throw new IllegalStateException("a YAML factory makes YAML parsers");
            }
            YamlReader reader = new YamlReader(parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new YamlFaultException(0, "It is empty.");
            }
            YamlNode document = reader.node(first);
            if (parser.nextToken() != null) {
                throw new YamlFaultException(
                        reader.line(), "A second document begins here; there is only one in a file.");
            }
            return document;
        } catch (JacksonException e) {
            throw fault(
                    e.getOriginalMessage(),
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        } catch (YamlEngineException e) {
            throw fault(e.getMessage(), 0);
        }
    }

    /** What the library says, without the excerpts of the file that it shows. */
    private static YamlFaultException fault(@Nullable String message, int line) {
        String reason = message == null ? "it cannot be read" : message;
        int at = Math.max(0, line);
        Matcher told = TOLD.matcher(reason);
        while (told.find()) {
            reason = told.group(1);
            at = Integer.parseInt(told.group(2));
        }
        String shown = Shown.of(reason.replace("<stream end>", "the end of the file"));
        return new YamlFaultException(at, "It is no valid YAML: " + (shown.endsWith(".") ? shown : shown + "."));
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private YamlNode node(JsonToken token) throws YamlFaultException {
        plainOnly();
        int line = line();
        return switch (token) {
            case START_OBJECT -> keys(line);
            case START_ARRAY -> items(line);
            case VALUE_STRING -> new Scalar(line, parser.getString(), Kind.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(line, parser.getString(), Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(line, parser.getString(), Kind.TRUTH);
            case VALUE_NULL -> new Scalar(line, "", Kind.NOTHING);
            default -> throw new YamlFaultException(line, "Something that a study plan has no use for stands here.");
        };
    }

    private void plainOnly() throws YamlFaultException {
        if (parser.isCurrentAlias()) {
            throw new YamlFaultException(
                    line(), "An alias (*) stands here; write the part out, or put the text in quotes.");
        }
        if (parser.getTypeId() != null) {
            throw new YamlFaultException(line(), "A tag (!) stands here, which a study plan has no use for.");
        }
    }

    private Keys keys(int line) throws YamlFaultException {
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            if (token != JsonToken.PROPERTY_NAME) {
                throw new YamlFaultException(line(), "A key is wanted here.");
            }
            plainOnly();
            int keyLine = line();
            String key = parser.currentName();
            Integer before = lines.putIfAbsent(key, keyLine);
            if (before != null) {
                throw new YamlFaultException(
                        keyLine,
                        "The key '" + Shown.of(key) + "' stands here again; it was in line " + before + " already.");
            }
            entries.add(new Entry(keyLine, key, node(next())));
        }
        return new Keys(line, entries);
    }

    private Items items(int line) throws YamlFaultException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token));
        }
        return new Items(line, items);
    }

    private JsonToken next() throws YamlFaultException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new YamlFaultException(line(), "The file ends here in the middle of something.");
        }
        return token;
    }
}
