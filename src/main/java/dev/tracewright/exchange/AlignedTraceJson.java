package dev.tracewright.exchange;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Candidate;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Found;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One aligned trace as one JSON line, in the form that other programs read (docs/align-output.md). */
public final class AlignedTraceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AlignedTraceJson() {}

    /** The line for a trace that was read; {@code judgement} says what was read in the answer. */
    public static String line(Place place, Steps steps, Alignment alignment, Judgement judgement) {
        ObjectNode line = start(place);
        ArrayNode stepList = line.putArray("steps");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.steps().get(i);
            ObjectNode node = stepList.addObject();
            node.put("number", i + 1);
            node.put("start", steps.start(i));
            node.put("end", steps.end(i));
            node.put("text", step.body());
        }
        ArrayNode segments = line.putArray("segments");
        for (Segment segment : alignment.segments()) {
            ObjectNode node = segments.addObject();
            node.put("start", segment.start());
            node.put("end", segment.end());
            node.put("kind", segment.kind().key());
            node.put("printed", segment.printed());
            ArrayNode performed = node.putArray("steps");
            segment.steps().forEach(performed::add);
            node.put("sure", segment.sure());
        }
        ArrayNode status = line.putArray("status");
        List<StepStatus> found = alignment.status();
        for (int i = 0; i < found.size(); i++) {
            status.addObject().put("step", i + 1).put("status", found.get(i).key());
        }
        line.set("answer", answer(judgement));
        return line.toString();
    }

    /** The line for a record that could not be read. */
    public static String error(Place place, String reason) {
        return start(place).put("error", reason).toString();
    }

    private static ObjectNode start(Place place) {
        ObjectNode line = JSON.objectNode();
        line.put("source", place.file());
        line.put("row", place.row());
        return line;
    }

    private static ObjectNode answer(Judgement judgement) {
        ObjectNode answer = JSON.objectNode();
        answer.put("gold", judgement.gold());
        answer.put("stated", value(judgement.stated()));
        answer.put("reasoned", value(judgement.reasoned()));
        answer.put("suggestion", judgement.suggestion().key());
        ArrayNode flags = answer.putArray("flags");
        for (Flag flag : judgement.flags()) {
            flags.add(flag.key());
        }
        answer.put("why", judgement.why());
        ArrayNode candidates = answer.putArray("candidates");
        for (Candidate one : judgement.candidates()) {
            ObjectNode candidate = candidates.addObject();
            candidate.put("value", one.found().value());
            candidate.put("start", one.found().start());
            candidate.put("end", one.found().end());
            candidate.put("where", one.where().key());
        }
        return answer;
    }

    private static @Nullable String value(@Nullable Found found) {
        return found == null ? null : found.value();
    }
}
