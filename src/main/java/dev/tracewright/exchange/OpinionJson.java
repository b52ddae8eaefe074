package dev.tracewright.exchange;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model's second opinion on an alignment: reads its reply, which is hostile text, and keeps what was read. Code fences and
 * words around the JSON object are passed over; what the object says is checked to the last number.
 */
public final class OpinionJson {
    /** The longest reply that is looked at, in UTF-16 units. */
    private static final int LONGEST = 400_000;

    private static final int MOST_SEGMENTS = 2_000;

    private OpinionJson() {}

    /**
     * The alignment that a reply tells. Text before the first passage it names is a preamble that performs nothing.
     *
     * @param reply the model's output, verbatim
     * @param output the solver's output that it is about
     * @param stepCount how many delegated steps there are
     * @throws OpinionException when it tells none
     */
    public static Alignment read(String reply, String output, int stepCount) throws OpinionException {
        if (reply.length() > LONGEST) {
            throw new OpinionException("The reply is longer than " + LONGEST + " characters.");
        }
        JsonNode opinion = object(reply);
        return new Alignment(segments(opinion, output, stepCount), status(opinion, stepCount));
    }

    /** What was read, with places instead of words, as it is kept. */
    public static String write(Alignment opinion) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode segments = node.putArray("segments");
        for (Segment segment : opinion.segments()) {
            ObjectNode kept = segments.addObject();
            kept.put("start", segment.start()).put("end", segment.end());
            kept.put("kind", segment.kind().key());
            ArrayNode steps = kept.putArray("steps");
            segment.steps().forEach(steps::add);
        }
        ArrayNode status = node.putArray("status");
        opinion.status().forEach(found -> status.add(found.key()));
        return node.toString();
    }

    /**
     * What {@link #write} kept.
     *
     * @throws OpinionException when it is something else
     */
    public static Alignment kept(String json) throws OpinionException {
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            List<Segment> segments = new ArrayList<>();
            for (JsonNode kept : node.path("segments")) {
                List<Integer> steps = new ArrayList<>();
                kept.path("steps").forEach(step -> steps.add(step.asInt()));
                segments.add(new Segment(
                        kept.path("start").asInt(),
                        kept.path("end").asInt(),
                        Objects.requireNonNull(kind(kept.path("kind").asString())),
                        null,
                        steps,
                        true,
                        ""));
            }
            List<StepStatus> status = new ArrayList<>();
            node.path("status").forEach(found -> status.add(StepStatus.ofKey(found.asString())));
            return new Alignment(segments, status);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new OpinionException("What was kept of the second opinion cannot be read.");
        }
    }

    private static JsonNode object(String reply) throws OpinionException {
        String fault = "there is no JSON object in it";
        int from = reply.indexOf('{');
        for (int tries = 0; from >= 0 && tries < 20; tries++) {
            int end = JsonDocumentEnd.of(reply, from);
            if (end < 0) {
                fault = "its JSON object is not closed";
                break;
            }
            try {
                JsonNode node = Json.MAPPER.readTree(reply.substring(from, end));
                if (node.isObject() && node.has("segments")) {
                    return node;
                }
                fault = "its JSON object has no \"segments\"";
            } catch (JacksonException e) {
                fault = Json.reason(e);
            }
            from = reply.indexOf('{', end);
        }
        throw new OpinionException("The reply cannot be read: " + fault + ".");
    }

    private static List<Segment> segments(JsonNode opinion, String output, int stepCount) throws OpinionException {
        JsonNode list = opinion.path("segments");
        if (!list.isArray() || list.isEmpty()) {
            throw new OpinionException("The reply has no list of segments.");
        }
        if (list.size() > MOST_SEGMENTS) {
            throw new OpinionException("The reply has more than " + MOST_SEGMENTS + " segments.");
        }
        Verbatim text = new Verbatim(output);
        List<Segment> told = new ArrayList<>();
        int number = 0;
        for (JsonNode node : list) {
            number++;
            String begins = node.path("begins").isString() ? node.path("begins").stringValue() : "";
            int start = text.next(begins);
            if (start < 0) {
                throw new OpinionException("Segment " + number + " of the reply begins with \"" + Shown.of(begins)
                        + "\", which does not stand in the output behind the segment before it.");
            }
            Segment.Kind kind = kind(node.path("kind").asString(""));
            if (kind == null) {
                throw new OpinionException("Segment " + number + " of the reply has the unknown kind \""
                        + Shown.of(node.path("kind").asString("")) + "\".");
            }
            told.add(new Segment(start, output.length(), kind, null, steps(node, number, stepCount), true, ""));
        }
        return closed(told);
    }

    /** Each segment ends where the next one begins, and nothing is left out before the first. */
    private static List<Segment> closed(List<Segment> told) {
        List<Segment> segments = new ArrayList<>();
        if (told.getFirst().start() > 0) {
            segments.add(new Segment(0, told.getFirst().start(), Segment.Kind.PREAMBLE, null, List.of(), true, ""));
        }
        for (int i = 0; i < told.size(); i++) {
            Segment segment = told.get(i);
            int end = i + 1 < told.size() ? told.get(i + 1).start() : segment.end();
            segments.add(new Segment(segment.start(), end, segment.kind(), null, segment.steps(), true, ""));
        }
        return segments;
    }

    private static List<Integer> steps(JsonNode node, int number, int stepCount) throws OpinionException {
        JsonNode list = node.path("steps");
        if (!list.isArray()) {
            throw new OpinionException("Segment " + number + " of the reply has no list of steps.");
        }
        List<Integer> steps = new ArrayList<>();
        for (JsonNode step : list) {
            steps.add(step(step, stepCount, "Segment " + number));
        }
        return steps.stream().distinct().sorted().toList();
    }

    private static int step(JsonNode step, int stepCount, String place) throws OpinionException {
        if (!step.isIntegralNumber() || !step.canConvertToInt() || step.intValue() < 1 || step.intValue() > stepCount) {
            throw new OpinionException(place + " of the reply names the step " + Shown.of(step.toString())
                    + ", but there are the steps 1 to " + stepCount + ".");
        }
        return step.intValue();
    }

    private static List<StepStatus> status(JsonNode opinion, int stepCount) throws OpinionException {
        @Nullable StepStatus[] status = new StepStatus[stepCount];
        int number = 0;
        for (JsonNode node : opinion.path("status")) {
            number++;
            int step = step(node.path("step"), stepCount, "Status " + number);
            String key = node.path("status").asString("");
            if (status[step - 1] != null) {
                throw new OpinionException("The reply gives step " + step + " two statuses.");
            }
            try {
                status[step - 1] = StepStatus.ofKey(key.strip().toLowerCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new OpinionException(
                        "The reply gives step " + step + " the unknown status \"" + Shown.of(key) + "\".");
            }
        }
        List<StepStatus> all = new ArrayList<>();
        for (int i = 0; i < stepCount; i++) {
            StepStatus found = status[i];
            if (found == null) {
                throw new OpinionException("The reply gives step " + (i + 1) + " no status.");
            }
            all.add(found);
        }
        return all;
    }

    private static Segment.@Nullable Kind kind(String key) {
        return Arrays.stream(Segment.Kind.values())
                .filter(kind -> kind.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
