package dev.tracewright.exchange;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object as a row; {@code a.b} leads into the object {@code a}. */
record JsonRow(JsonNode object, Place place) implements Row {
    private static final int DEEPEST = 4;

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect("", object, names, 1);
        return names;
    }

    private static void collect(String prefix, JsonNode node, Set<String> names, int depth) {
        node.forEachEntry((key, value) -> {
            if (names.size() >= Limits.COLUMNS) {
                return;
            }
            if (value.isObject() && !value.isEmpty() && depth < DEEPEST) {
                collect(prefix + key + ".", value, names, depth + 1);
            } else {
                names.add(prefix + key);
            }
        });
    }

    @Override
    public boolean has(String name) {
        return find(name) != null;
    }

    @Override
    public @Nullable String text(String name) {
        JsonNode node = find(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            return lines(node);
        }
        return node.isContainer() ? node.toString() : node.asString();
    }

    private static String lines(JsonNode array) {
        StringBuilder text = new StringBuilder();
        for (JsonNode element : array) {
            if (element.isContainer()) {
                return array.toString();
            }
            text.append(text.isEmpty() ? "" : "\n").append(element.asString());
        }
        return text.toString();
    }

    private @Nullable JsonNode find(String name) {
        JsonNode whole = object.get(name);
        if (whole != null) {
            return whole;
        }
        JsonNode node = object;
        int from = 0;
        while (node != null && from <= name.length()) {
            int dot = name.indexOf('.', from);
            if (dot < 0) {
                return from == 0 ? null : node.get(name.substring(from));
            }
            node = node.get(name.substring(from, dot));
            from = dot + 1;
        }
        return null;
    }
}
