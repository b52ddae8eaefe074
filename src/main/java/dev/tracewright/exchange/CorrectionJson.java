package dev.tracewright.exchange;

import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person's corrections of an alignment as the text of one column: a JSON list with an object a correction, such as
 * {@code {"step":2,"status":"merged","at":"…","id":"…"}} or {@code {"start":0,"end":40,"steps":[1,2],…}}.
 */
final class CorrectionJson {
    private static final String COLUMN = "corrections";

    private CorrectionJson() {}

    /** The corrections that are in force; null where there are none. */
    static @Nullable String write(List<CorrectionEvent> events) {
        if (events.isEmpty()) {
            return null;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (CorrectionEvent event : events) {
            ObjectNode node = list.addObject();
            switch (event.correction()) {
                case Correction.OfStatus(int step, StepStatus status) ->
                    node.put("step", step).put("status", status == null ? null : status.key());
                case Correction.OfLinks(int start, int end, List<Integer> steps) -> {
                    node.put("start", start).put("end", end);
                    if (steps == null) {
                        node.putNull("steps");
                    } else {
                        ArrayNode numbers = node.putArray("steps");
                        steps.forEach(numbers::add);
                    }
                }
            }
            node.put("at", Times.text(event.at()));
            if (event.undo()) {
                node.put("undo", true);
            }
            if (event.source() != null) {
                node.put("source", event.source());
            }
            if (event.opinionId() != null) {
                node.put("opinion", event.opinionId());
            }
            node.put("id", event.id());
        }
        return list.toString();
    }

    /**
     * The corrections in a column; a {@link BadRowException} where they do not fit the response.
     *
     * @param text the column's text, or null
     * @param author whose they are
     * @param stepCount how many delegated steps the response has
     * @param outputLength UTF-16 units of its output
     */
    static List<CorrectionEvent> read(
            @Nullable String text, String responseId, String author, int stepCount, int outputLength) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        JsonNode list;
        try {
            list = Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new BadRowException(COLUMN, Json.reason(e));
        }
        if (!list.isArray()) {
            throw new BadRowException(COLUMN, "it is no JSON list");
        }
        List<CorrectionEvent> events = new ArrayList<>();
        for (JsonNode node : list) {
            Correction correction = node.has("step") ? status(node, stepCount) : links(node, stepCount, outputLength);
            long at = Times.read(COLUMN, text(node, "at"));
            String id = text(node, "id");
            events.add(new CorrectionEvent(
                    id == null
                            ? "correction-"
                                    + Digests.shortDigest(responseId, author, correction.toString(), Long.toString(at))
                            : id,
                    responseId,
                    author,
                    correction,
                    node.path("undo").asBoolean(false),
                    text(node, "source"),
                    text(node, "opinion"),
                    at));
        }
        return List.copyOf(events);
    }

    private static Correction status(JsonNode node, int stepCount) {
        int step = whole(node, "step", 1, stepCount);
        String key = text(node, "status");
        try {
            return new Correction.OfStatus(step, key == null ? null : StepStatus.ofKey(key));
        } catch (IllegalArgumentException e) {
            throw new BadRowException(COLUMN, Shown.of(String.valueOf(e.getMessage())));
        }
    }

    private static Correction links(JsonNode node, int stepCount, int outputLength) {
        int start = whole(node, "start", 0, outputLength);
        int end = whole(node, "end", start, outputLength);
        JsonNode steps = node.path("steps");
        if (steps.isMissingNode() || steps.isNull()) {
            return new Correction.OfLinks(start, end, null);
        }
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode step : steps) {
            numbers.add(within(step, "steps", 1, stepCount));
        }
        return new Correction.OfLinks(start, end, numbers);
    }

    private static int whole(JsonNode node, String key, int least, int most) {
        return within(node.path(key), key, least, most);
    }

    private static int within(JsonNode value, String key, int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw new BadRowException(
                    COLUMN,
                    "'" + key + "' is no whole number from " + least + " to " + most
                            + "; empty the column after changing steps or model_answer");
        }
        return value.intValue();
    }

    private static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() ? value.stringValue() : null;
    }
}
