package dev.tracewright.exchange;

import dev.tracewright.exchange.ColumnMapping.Meaning;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of any table whose columns were given a meaning; GSM8K and MATH are two of them. With an output a row is a trace,
 * without one a problem.
 */
final class MappedRecords implements RecordKind {
    private final Context context;
    private final ColumnMapping mapping;

    MappedRecords(Context context, ColumnMapping mapping) {
        this.context = context;
        this.mapping = mapping;
    }

    @Override
    public Imported read(Row row) {
        Problem problem = problem(row);
        String outputColumn = mapping.column(Meaning.OUTPUT);
        if (outputColumn == null) {
            return new Imported.OfProblem(problem, row.place());
        }
        String output = row.text(outputColumn);
        if (output == null) {
            throw new BadRowException(outputColumn, "'" + outputColumn + "' is missing");
        }
        Approach approach = approach(row);
        String solver = context.solverOr(modelName(row, outputColumn));
        Plan plan = null;
        String delegator = null;
        if (approach == Approach.TRACE_OF_THOUGHT) {
            delegator = context.delegatorOr(get(row, Meaning.DELEGATOR));
            String steps = get(row, Meaning.STEPS);
            if (steps == null) {
                throw new BadRowException(mapping.column(Meaning.STEPS), "trace-of-thought needs the delegated steps");
            }
            plan = Context.delegated(
                    problem,
                    delegator,
                    null,
                    context.steps(steps),
                    context.facts().createdAt());
        }
        String prompt = get(row, Meaning.PROMPT) == null ? "" : String.valueOf(get(row, Meaning.PROMPT));
        int repetition = context.nextRepetition(problem.id(), approach, delegator, solver);
        String planId = plan == null ? null : plan.id();
        String id = Context.responseId(problem.id(), planId, approach, delegator, solver, repetition, prompt, output);
        Response response = new Response(
                id,
                problem.id(),
                planId,
                approach,
                delegator,
                solver,
                repetition,
                prompt,
                output,
                null,
                null,
                null,
                null,
                FinishReason.UNKNOWN,
                0,
                context.source(row.place()),
                context.facts().createdAt());
        return new Imported.OfTrace(new Trace(problem, plan, null, response, label(row, id)), row.place());
    }

    private Problem problem(Row row) {
        String column = mapping.column(Meaning.QUESTION);
        String question = row.required(column == null ? "question" : column);
        String gold = get(row, Meaning.GOLD_ANSWER);
        String goldColumn = mapping.column(Meaning.GOLD_ANSWER);
        if (gold == null && goldColumn != null) {
            throw new BadRowException(goldColumn, "'" + goldColumn + "' is missing or empty");
        }
        String named = get(row, Meaning.DATASET);
        String dataset =
                named == null || context.options().dataset() != null ? context.dataset() : DatasetNames.tidy(named);
        return new Problem(
                Problem.idOf(dataset, question),
                dataset,
                number(row),
                question,
                gold == null ? "" : gold,
                get(row, Meaning.LEVEL),
                get(row, Meaning.SUBJECT));
    }

    private int number(Row row) {
        String text = get(row, Meaning.NUMBER);
        if (text == null) {
            return (int) Math.min(row.place().row() + 1, Integer.MAX_VALUE);
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new BadRowException(mapping.column(Meaning.NUMBER), "it is no whole number");
        }
    }

    private Approach approach(Row row) {
        String named = get(row, Meaning.APPROACH);
        if (named != null) {
            return Approaches.of(String.valueOf(mapping.column(Meaning.APPROACH)), named);
        }
        Approach said = context.options().approach();
        if (said != null) {
            return said;
        }
        return get(row, Meaning.STEPS) == null ? Approach.STANDARD : Approach.TRACE_OF_THOUGHT;
    }

    /** The model's column; without one the object that holds the output, such as {@code small} for {@code small.solution}. */
    private @Nullable String modelName(Row row, String outputColumn) {
        String named = get(row, Meaning.MODEL);
        if (named != null || context.options().solver() != null) {
            return named;
        }
        int dot = outputColumn.lastIndexOf('.');
        return dot > 0 && !row.has(outputColumn.substring(dot + 1)) ? outputColumn.substring(0, dot) : null;
    }

    private @Nullable LabelEvent label(Row row, String responseId) {
        Verdict verdict = Verdicts.of(String.valueOf(mapping.column(Meaning.VERDICT)), get(row, Meaning.VERDICT));
        String note = get(row, Meaning.NOTE);
        if (verdict == null && note == null) {
            return null;
        }
        String annotator = get(row, Meaning.ANNOTATOR);
        return LabelIds.event(
                responseId,
                annotator == null ? "imported" : annotator,
                new Label(verdict, Set.of(), note == null ? "" : note),
                context.facts().createdAt());
    }

    private @Nullable String get(Row row, Meaning meaning) {
        return row.filled(mapping.column(meaning));
    }
}
