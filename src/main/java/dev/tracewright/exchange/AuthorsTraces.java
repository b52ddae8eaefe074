package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The trace files of the paper's authors: six columns without a header, the first a JSON object that holds the whole trace. The
 * solver's and the delegator's names stand in the file's name only.
 */
final class AuthorsTraces implements RecordKind {
    static final int COLUMNS = 6;

    private final Context context;

    AuthorsTraces(Context context) {
        this.context = context;
    }

    @Override
    public Imported read(Row row) {
        int columns = row.names().size();
        if (columns != COLUMNS) {
            throw new BadRowException(null, "it has " + columns + " columns instead of " + COLUMNS);
        }
        JsonNode json = json(row.required("#1"));
        String question = text(json, "dataset_question");
        if (question == null || question.isBlank()) {
            throw new BadRowException("#1", "the trace has no dataset_question");
        }
        String answer = either(text(json, "dataset_answer"), row.text("#5"));
        Problem problem = Problem.of(
                context.dataset(), (int) Math.min(row.place().row() + 1, Integer.MAX_VALUE), question, answer);
        String steps = either(text(json.path("delegation"), "output_text"), row.text("#3"));
        if (steps.isBlank()) {
            throw new BadRowException("#3", "the trace has no delegated steps");
        }
        String delegationPrompt = either(text(json.path("delegation"), "input_text"), row.text("#2"));
        String output = either(text(json.path("answer"), "output_text"), row.text("#4"));
        String prompt = either(text(json.path("answer"), "input_text"), null);
        String delegator = context.delegatorOr(null);
        String solver = context.solverOr(null);
        long createdAt = context.facts().createdAt();
        Plan plan = Context.delegated(problem, delegator, delegationPrompt, context.steps(steps), createdAt);
        int repetition = context.nextRepetition(problem.id(), Approach.TRACE_OF_THOUGHT, delegator, solver);
        String id = Context.responseId(
                problem.id(), plan.id(), Approach.TRACE_OF_THOUGHT, delegator, solver, repetition, prompt, output);
        Response response = new Response(
                id,
                problem.id(),
                plan.id(),
                Approach.TRACE_OF_THOUGHT,
                delegator,
                solver,
                repetition,
                prompt,
                output,
                null,
                count(json.path("answer"), "input_count"),
                count(json.path("answer"), "output_count"),
                null,
                FinishReason.UNKNOWN,
                0,
                context.source(row.place()),
                createdAt);
        return new Imported.OfTrace(
                new Trace(problem, plan, null, response, annotation(json, id, createdAt)), row.place());
    }

    private static JsonNode json(String text) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            if (!json.isObject()) {
                throw new BadRowException("#1", "the trace is no JSON object");
            }
            return json;
        } catch (JacksonException e) {
            throw new BadRowException("#1", Json.reason(e));
        }
    }

    /** What a person wrote about the trace, as a note without a verdict. */
    private static @Nullable LabelEvent annotation(JsonNode json, String responseId, long createdAt) {
        StringBuilder note = new StringBuilder();
        for (String part : new String[] {"delegation", "answer"}) {
            String written = text(json.path("annotations"), part);
            if (written != null && !written.isBlank()) {
                note.append(note.isEmpty() ? "" : "\n")
                        .append(part)
                        .append(": ")
                        .append(written.strip());
            }
        }
        if (note.isEmpty()) {
            return null;
        }
        return LabelIds.event(responseId, "annotations", new Label(null, Set.of(), note.toString()), createdAt);
    }

    private static @Nullable String text(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || value.isNull() ? null : value.isContainer() ? value.toString() : value.asString();
    }

    private static String either(@Nullable String first, @Nullable String second) {
        return first != null ? first : second != null ? second : "";
    }

    private static @Nullable Integer count(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value != null && value.isInt() && value.intValue() >= 0 ? value.intValue() : null;
    }
}
