package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The product's own records, exported or written by hand: what an export holds comes back as it was, what a person left out gets
 * a sensible default. A column that is there but empty says "none"; only a missing one is filled in.
 */
final class OwnRecords implements RecordKind {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Context context;
    private final Map<String, String> contents = new HashMap<>();

    OwnRecords(Context context) {
        this.context = context;
    }

    @Override
    public Imported read(Row row) {
        Values values = new Values(row);
        Problem problem = problem(row, values);
        String output = row.text("model_answer");
        if (output == null) {
            return new Imported.OfProblem(problem, row.place());
        }
        Approach approach = approach(row);
        Plan original = null;
        Plan plan = null;
        if (approach == Approach.TRACE_OF_THOUGHT) {
            String delegator = values.name("plan_delegator", context.delegatorOr(row.text("delegator")));
            original = row.text("delegated_steps") == null ? null : original(row, problem, delegator);
            plan = plan(row, values, problem, delegator, original);
        } else if (row.text("steps") != null) {
            throw new BadRowException("steps", "the approach " + approach.key() + " has no delegated steps");
        }
        Response response = response(row, values, problem, plan, approach, output);
        LabelEvent label = label(row, values, response.id());
        refuseSecondMeaning(response);
        List<CorrectionEvent> corrections = CorrectionJson.read(
                row.text("corrections"),
                response.id(),
                annotator(row),
                plan == null ? 0 : plan.steps().size(),
                output.length());
        return new Imported.OfTrace(
                new Trace(
                        problem,
                        plan,
                        original,
                        response,
                        label,
                        corrections,
                        outlay(row, values, "solving"),
                        plan == null ? null : outlay(row, values, "delegating")),
                row.place());
    }

    private Problem problem(Row row, Values values) {
        String question = row.required("question");
        String named = row.text("dataset");
        String dataset = named == null || context.options().dataset() != null ? context.dataset() : named;
        String answer = row.text("dataset_answer");
        if (answer == null) {
            answer = row.text("gold_answer");
        }
        if (answer == null) {
            throw new BadRowException("dataset_answer", "neither dataset_answer nor gold_answer is there");
        }
        int number = values.whole("number", (int) Math.min(row.place().row() + 1, Integer.MAX_VALUE));
        String id = values.name("problem_id", Problem.idOf(dataset, question));
        return new Problem(id, dataset, number, question, answer, row.text("level"), row.text("subject"));
    }

    private Approach approach(Row row) {
        String key = row.filled("approach");
        if (key != null) {
            return Approaches.of("approach", key);
        }
        Approach said = context.options().approach();
        return said != null ? said : row.filled("steps") == null ? Approach.STANDARD : Approach.TRACE_OF_THOUGHT;
    }

    private Plan original(Row row, Problem problem, String delegator) {
        Steps steps = steps(row, "delegated_steps", "delegated_step_cuts");
        String prompt = row.has("original_prompt") ? row.text("original_prompt") : row.text("delegation_prompt");
        String author = row.text("original_author");
        author = author == null ? delegator : author;
        String id = row.text("original_plan_id");
        return new Plan(
                id == null ? Context.planId(problem.id(), author, prompt, steps.text()) : id,
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                author,
                delegator,
                prompt,
                steps,
                Times.read("original_created_at", row.text("original_created_at")));
    }

    private Plan plan(Row row, Values values, Problem problem, String delegator, @Nullable Plan original) {
        Steps steps = steps(row, "steps", "step_cuts");
        String prompt = row.text("delegation_prompt");
        Plan.Origin origin = values.choice(
                "plan_origin", Plan.Origin.class, original == null ? Plan.Origin.DELEGATOR : Plan.Origin.PERSON);
        String author = values.name("plan_author", origin == Plan.Origin.DELEGATOR ? delegator : annotator(row));
        String parent =
                row.has("parent_plan_id") ? row.text("parent_plan_id") : original == null ? null : original.id();
        return new Plan(
                values.name("plan_id", Context.planId(problem.id(), author, prompt, steps.text())),
                problem.id(),
                parent,
                values.whole("plan_version", original == null ? 1 : 2),
                origin,
                author,
                delegator,
                prompt,
                steps,
                Times.read("plan_created_at", row.text("plan_created_at")));
    }

    private Steps steps(Row row, String column, String cuts) {
        String text = row.text(column);
        if (text == null) {
            throw new BadRowException(column, "trace-of-thought needs the delegated steps");
        }
        String places = row.filled(cuts);
        return places == null ? context.steps(text) : StepCuts.cut(cuts, text, places);
    }

    private Response response(
            Row row, Values values, Problem problem, @Nullable Plan plan, Approach approach, String output) {
        String solver = context.solverOr(row.text("solver"));
        String delegator = row.text("delegator");
        if (delegator == null && !row.has("delegator") && plan != null) {
            delegator = plan.delegator();
        }
        String prompt = row.text("prompt") == null ? "" : row.text("prompt");
        String id = row.text("response_id");
        int repetition = row.filled("repetition") == null
                ? context.nextRepetition(problem.id(), approach, delegator, solver)
                : values.whole("repetition", 0);
        String planId = plan == null ? null : plan.id();
        return new Response(
                id == null
                        ? Context.responseId(
                                problem.id(), planId, approach, delegator, solver, repetition, prompt, output)
                        : id,
                problem.id(),
                planId,
                approach,
                delegator,
                solver,
                repetition,
                prompt,
                output,
                row.text("reasoning"),
                values.wholeOrNull("prompt_tokens"),
                values.wholeOrNull("output_tokens"),
                values.longOrNull("milliseconds"),
                values.choice("finish", FinishReason.class, FinishReason.UNKNOWN),
                values.whole("attempts", 0),
                row.has("source") ? row.text("source") : context.source(row.place()),
                Times.read("responded_at", row.text("responded_at")),
                row.text("template"));
    }

    private static @Nullable Outlay outlay(Row row, Values values, String part) {
        Integer attempts = values.wholeOrNull(part + "_attempts");
        if (attempts == null) {
            return null;
        }
        Long millis = values.longOrNull(part + "_milliseconds");
        String cost = row.filled(part + "_cost");
        try {
            return new Outlay(
                    attempts,
                    values.longOrNull(part + "_prompt_tokens"),
                    values.longOrNull(part + "_output_tokens"),
                    millis == null ? 0 : millis,
                    cost == null ? null : new BigDecimal(cost.strip()),
                    row.filled(part + "_currency"));
        } catch (NumberFormatException e) {
            throw new BadRowException(part + "_cost", "it is no number");
        } catch (IllegalArgumentException e) {
            throw new BadRowException(part + "_cost", String.valueOf(e.getMessage()));
        }
    }

    private static String annotator(Row row) {
        String annotator = row.text("annotator");
        return annotator == null ? "imported" : annotator;
    }

    private static @Nullable LabelEvent label(Row row, Values values, String responseId) {
        Verdict verdict = Verdicts.of("verdict", row.filled("verdict"));
        String note = row.text("note");
        String flags = row.text("flags");
        boolean said = verdict != null
                || row.filled("note") != null
                || row.filled("flags") != null
                || row.text("label_id") != null;
        if (!said) {
            return null;
        }
        Label label = new Label(verdict, flags(flags), note == null ? "" : note);
        String author = annotator(row);
        long at = Times.read("labelled_at", row.text("labelled_at"));
        String id = values.name("label_id", LabelIds.id(responseId, author, label, at));
        return new LabelEvent(
                id,
                responseId,
                author,
                label,
                Boolean.parseBoolean(row.text("label_undo")),
                values.decimal("label_seconds"),
                at);
    }

    private static Set<Flag> flags(@Nullable String text) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (text != null && !text.isBlank()) {
            for (String key : SPACES.splitAsStream(text.strip()).toList()) {
                try {
                    flags.add(Flag.ofKey(key.toLowerCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    throw new BadRowException("flags", String.valueOf(e.getMessage()));
                }
            }
        }
        return flags;
    }

    /** One id for two different answers would lose the second without a word. */
    private void refuseSecondMeaning(Response response) {
        String content =
                Digests.shortDigest(response.problemId(), response.solver(), response.prompt(), response.output());
        String before = contents.putIfAbsent(response.id(), content);
        if (before != null && !before.equals(content)) {
            throw new BadRowException(
                    "response_id", "'" + response.id() + "' already stands for another answer in this file");
        }
    }

    /** Typed values of one row, each with its column in the message. */
    private record Values(Row row) {
        /** A name; the default only where there is none. */
        String name(String column, String otherwise) {
            String text = row.text(column);
            return text == null ? otherwise : text;
        }

        int whole(String column, int otherwise) {
            Integer value = wholeOrNull(column);
            return value == null ? otherwise : value;
        }

        @Nullable
        Integer wholeOrNull(String column) {
            Long value = longOrNull(column);
            if (value != null && value != value.intValue()) {
                throw new BadRowException(column, "the number is too large");
            }
            return value == null ? null : value.intValue();
        }

        @Nullable
        Long longOrNull(String column) {
            String text = row.filled(column);
            if (text == null) {
                return null;
            }
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new BadRowException(column, "it is no whole number");
            }
        }

        double decimal(String column) {
            String text = row.filled(column);
            try {
                return text == null ? 0 : Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                throw new BadRowException(column, "it is no number");
            }
        }

        <E extends Enum<E>> E choice(String column, Class<E> type, E otherwise) {
            String text = row.filled(column);
            if (text == null) {
                return otherwise;
            }
            for (E value : type.getEnumConstants()) {
                if (RecordColumns.key(value).equalsIgnoreCase(text.strip())) {
                    return value;
                }
            }
            throw new BadRowException(column, "'" + Shown.of(text) + "' is not known there");
        }
    }
}
