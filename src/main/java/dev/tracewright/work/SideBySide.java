package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One problem with every answer that was given to it, for reading them beside each other.
 *
 * @param problem the problem
 * @param columns its answers, Trace-of-Thought last, those of one solver together
 */
public record SideBySide(Problem problem, List<Column> columns) {
    public SideBySide {
        columns = List.copyOf(columns);
    }

    /**
     * An answer.
     *
     * @param key the response's key
     * @param approach how the solver was prompted
     * @param delegator who wrote the steps, or null where there are none
     * @param planVersion the version of the steps, or 0
     * @param solver who answered
     * @param verdict what the annotator says, or null
     * @param stated the value that the output states as its answer, or null
     * @param output the output, verbatim
     * @param rows steps and passages beside each other; one row of the whole output where there are no steps
     */
    public record Column(
            String key,
            Approach approach,
            @Nullable String delegator,
            int planVersion,
            String solver,
            @Nullable Verdict verdict,
            @Nullable String stated,
            String output,
            List<Row> rows) {
        public Column {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A step and the passage that performs it.
     *
     * @param number the step's number from 1, or 0 where the passage belongs to no step
     * @param step the step, or empty
     * @param status what became of the step, as a key; empty where there is none
     * @param start where the passage begins in the output, in UTF-16 units
     * @param end where it ends; equal to {@code start} where no text performs the step
     */
    public record Row(int number, String step, String status, int start, int end) {}

    /** The problems of a session that somebody answered, in queue order, each once. */
    public static List<Problem> problems(List<ItemRow> items) {
        LinkedHashMap<String, Problem> problems = new LinkedHashMap<>();
        items.stream()
                .filter(row -> row.responseId() != null)
                .forEach(row -> problems.putIfAbsent(row.problem().id(), row.problem()));
        return List.copyOf(problems.values());
    }

    /** Reads every answer to a problem; blocks. */
    public static SideBySide of(OpenSession session, List<ItemRow> items, Problem problem) {
        List<Column> columns = new ArrayList<>();
        for (ItemRow row : items) {
            if (row.responseId() != null && row.problem().id().equals(problem.id())) {
                columns.add(column(session, row));
            }
        }
        columns.sort(Comparator.comparing(Column::solver)
                .thenComparing(column -> column.approach() == Approach.TRACE_OF_THOUGHT)
                .thenComparing(Column::approach)
                .thenComparing(column -> Objects.requireNonNullElse(column.delegator(), "")));
        return new SideBySide(problem, columns);
    }

    private static Column column(OpenSession session, ItemRow row) {
        OpenSession.Item item = session.read(row);
        Response response = Objects.requireNonNull(item.response());
        Steps steps = item.plan() == null || response.planId() == null
                ? Sheet.NO_STEPS
                : Objects.requireNonNull(item.plan()).steps();
        Sheet sheet = Sheet.of(item.problem(), steps, steps, response.output(), response.finish());
        if (steps.size() > 0) {
            sheet = sheet.corrected(item.problem(), item.corrections());
        }
        var judgement = sheet.judgement();
        return new Column(
                response.id(),
                response.approach(),
                response.delegator(),
                row.planVersion(),
                response.solver(),
                row.label().verdict(),
                judgement == null || judgement.stated() == null
                        ? null
                        : judgement.stated().value(),
                response.output(),
                rows(sheet));
    }

    private static List<Row> rows(Sheet sheet) {
        if (sheet.steps().size() == 0) {
            return List.of(new Row(0, "", "", 0, sheet.output().length()));
        }
        List<Row> rows = new ArrayList<>();
        for (AlignedRows.Row row : sheet.rows()) {
            List<Integer> passages = row.segments();
            int start = passages.isEmpty()
                    ? 0
                    : sheet.alignment().segments().get(passages.getFirst()).start();
            int end = passages.isEmpty()
                    ? 0
                    : sheet.alignment().segments().get(passages.getLast()).end();
            Step step = row.step() == 0 ? null : sheet.steps().steps().get(row.step() - 1);
            rows.add(new Row(
                    row.step(),
                    step == null ? "" : step.body(),
                    step == null
                            ? ""
                            : sheet.alignment().status().get(row.step() - 1).key(),
                    start,
                    end));
        }
        return rows;
    }
}
