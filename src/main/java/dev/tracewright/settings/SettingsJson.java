package dev.tracewright.settings;

import dev.tracewright.settings.Settings.Annotating;
import dev.tracewright.settings.Settings.Appearance;
import dev.tracewright.settings.Settings.Blind;
import dev.tracewright.settings.Settings.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as JSON. Reading takes what it understands and says what it corrected; writing keeps the keys that it does not know, so
 * that a newer version's settings survive an older one.
 */
final class SettingsJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SettingsJson() {}

    /** What was read, and one sentence for each value that was corrected. */
    record Read(Settings settings, List<String> corrected) {}

    /** The object in a text; a Jackson exception or null where there is none. */
    static @Nullable ObjectNode parse(String text) {
        return MAPPER.readTree(text) instanceof ObjectNode object ? object : null;
    }

    static Read read(ObjectNode json) {
        List<String> corrected = new ArrayList<>();
        Settings usual = Settings.DEFAULT;
        Theme theme = theme(json, corrected);
        int textScale = whole(json, "textScale", usual.appearance().textScale(), corrected);
        String language = text(json, "language", usual.appearance().language(), corrected);
        Appearance appearance = new Appearance(theme, textScale, language);
        noteIfChanged(corrected, "textScale", textScale, appearance.textScale());
        noteIfChanged(corrected, "language", language, appearance.language());
        Annotating annotating = new Annotating(
                truth(json, "autoAdvance", usual.annotating().autoAdvance(), corrected),
                new Settings.Hiding(
                        blind(json, usual.annotating().hiding().blind(), corrected),
                        truth(json, "hideGold", usual.annotating().hiding().gold(), corrected),
                        truth(json, "hideModels", usual.annotating().hiding().models(), corrected)),
                text(json, "annotator", usual.annotating().annotator(), corrected));
        JsonNode last = json.get("lastSession");
        Settings settings = new Settings(
                appearance,
                annotating,
                new Settings.Models(
                        text(json, "delegator", usual.models().delegator(), corrected),
                        text(json, "solver", usual.models().solver(), corrected)),
                last != null && last.isString() ? last.stringValue() : null,
                truth(json, "hintDismissed", usual.hintDismissed(), corrected),
                endpoints(json.get("endpoints"), corrected));
        return new Read(settings, List.copyOf(corrected));
    }

    /** The settings laid over what the file held before. */
    static String write(Settings settings, ObjectNode before) {
        ObjectNode json = before.deepCopy();
        json.put("theme", settings.appearance().theme().name().toLowerCase(Locale.ROOT));
        json.put("textScale", settings.appearance().textScale());
        json.put("language", settings.appearance().language());
        json.put("autoAdvance", settings.annotating().autoAdvance());
        Settings.Hiding hiding = settings.annotating().hiding();
        json.put("blind", hiding.blind().name().toLowerCase(Locale.ROOT));
        json.put("hideGold", hiding.gold());
        json.put("hideModels", hiding.models());
        json.put("annotator", settings.annotating().annotator());
        json.put("delegator", settings.models().delegator());
        json.put("solver", settings.models().solver());
        json.put("lastSession", settings.lastSession());
        json.put("hintDismissed", settings.hintDismissed());
        ArrayNode endpoints = json.putArray("endpoints");
        for (Endpoint endpoint : settings.endpoints()) {
            ObjectNode entry = endpoints.addObject();
            entry.put("name", endpoint.name());
            entry.put("dialect", endpoint.dialect());
            entry.put("address", endpoint.address());
            ArrayNode models = entry.putArray("models");
            endpoint.models().forEach(models::add);
            entry.put("key", endpoint.key() == null ? null : endpoint.key().toString());
        }
        return MAPPER.writeValueAsString(json) + "\n";
    }

    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    private static Theme theme(ObjectNode json, List<String> corrected) {
        String text = text(json, "theme", "system", corrected);
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(text)) {
                return theme;
            }
        }
        corrected.add("The setting theme is none of system, light and dark, and became system.");
        return Theme.SYSTEM;
    }

    private static Blind blind(ObjectNode json, Blind usual, List<String> corrected) {
        String text = text(json, "blind", usual.name(), corrected);
        for (Blind blind : Blind.values()) {
            if (blind.name().equalsIgnoreCase(text)) {
                return blind;
            }
        }
        corrected.add("The setting blind is none of never, several and always, and became "
                + usual.name().toLowerCase(Locale.ROOT) + ".");
        return usual;
    }

    private static List<Endpoint> endpoints(@Nullable JsonNode json, List<String> corrected) {
        List<Endpoint> endpoints = new ArrayList<>();
        if (json == null || !json.isArray()) {
            return endpoints;
        }
        int number = 0;
        for (JsonNode entry : json) {
            number++;
            try {
                endpoints.add(endpoint(entry, number, corrected));
            } catch (SettingsException e) {
                corrected.add("Endpoint " + number + " was left out: " + e.getMessage());
            }
        }
        return endpoints;
    }

    private static Endpoint endpoint(JsonNode entry, int number, List<String> corrected) {
        List<String> models = new ArrayList<>();
        for (JsonNode model : entry.path("models")) {
            if (model.isString()) {
                models.add(model.stringValue());
            }
        }
        KeyReference key = null;
        if (entry.path("key").isString()) {
            try {
                key = KeyReference.parse(entry.path("key").stringValue());
            } catch (SettingsException e) {
                corrected.add("The key of endpoint " + number + " was left out: " + e.getMessage());
            }
        }
        String address = entry.path("address").asString("");
        return new Endpoint(
                entry.path("name").asString(address), entry.path("dialect").asString("openai"), address, models, key);
    }

    private static int whole(ObjectNode json, String key, int usual, List<String> corrected) {
        JsonNode value = json.get(key);
        if (value == null || value.isInt()) {
            return value == null ? usual : value.intValue();
        }
        return replaced(key, usual, corrected);
    }

    private static boolean truth(ObjectNode json, String key, boolean usual, List<String> corrected) {
        JsonNode value = json.get(key);
        if (value == null || value.isBoolean()) {
            return value == null ? usual : value.booleanValue();
        }
        return replaced(key, usual, corrected);
    }

    private static String text(ObjectNode json, String key, String usual, List<String> corrected) {
        JsonNode value = json.get(key);
        if (value == null || value.isString()) {
            return value == null ? usual : value.stringValue();
        }
        return replaced(key, usual, corrected);
    }

    private static <T> T replaced(String key, T usual, List<String> corrected) {
        corrected.add("The setting " + key + " could not be understood and became " + usual + ".");
        return usual;
    }

    private static void noteIfChanged(List<String> corrected, String key, Object before, Object after) {
        if (!before.equals(after)) {
            corrected.add("The setting " + key + " was out of range and became " + after + ".");
        }
    }
}
