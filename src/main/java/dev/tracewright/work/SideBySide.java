package dev.tracewright.work;

import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One problem with every answer that was given to it, for reading them beside each other: answers that follow the same steps stand
 * together, and what performs one step stands in one row.
 *
 * @param problem the problem
 * @param groups its answers: those of each plan, then those that follow no steps
 */
public record SideBySide(Problem problem, List<Group> groups) {
    public SideBySide {
        groups = List.copyOf(groups);
    }

    /**
     * Answers that follow the same steps.
     *
     * @param delegator who wrote the steps, or null where that is not known or there are none
     * @param planVersion the version of the steps, or 0 where there are none
     * @param steps the delegated steps in order; empty where the answers follow none
     * @param answers the answers, by solver
     * @param rows the steps in order, with rows between them where an answer has text that performs none
     */
    public record Group(
            @Nullable String delegator, int planVersion, List<String> steps, List<Answer> answers, List<Row> rows) {
        public Group {
            steps = List.copyOf(steps);
            answers = List.copyOf(answers);
            rows = List.copyOf(rows);
        }
    }

    /**
     * An answer.
     *
     * @param key the response's key
     * @param approach how the solver was prompted
     * @param solver who answered
     * @param outcome what the people say who count
     * @param stated the value that the output states as its answer, or null
     * @param output the output, verbatim
     */
    public record Answer(
            String key,
            Approach approach,
            String solver,
            Outcome outcome,
            @Nullable String stated,
            String output) {}

    /**
     * A row across the answers of a group.
     *
     * @param step the step's number from 1, or 0 where the row holds text that belongs to no step, or to one out of its order
     * @param cells one an answer, in their order
     */
    public record Row(int step, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one answer has in a row.
     *
     * @param status what became of the row's step, or null where it has none
     * @param passages the text, in order; empty where there is none
     */
    public record Cell(@Nullable StepStatus status, List<Passage> passages) {
        public Cell {
            passages = List.copyOf(passages);
        }
    }

    /** Text of an output from the first offset to the one after the last, in UTF-16 units. */
    public record Passage(int start, int end) {}

    /** Steps by whom, in which version and which they are: answers that share all of it are read row by row. */
    private record Followed(@Nullable String delegator, int version, List<String> steps) {
        private static final Comparator<Followed> ORDER = Comparator.comparing(
                        (Followed followed) -> followed.steps.isEmpty())
                .thenComparing(followed -> Objects.requireNonNullElse(followed.delegator, ""))
                .thenComparingInt(Followed::version)
                .thenComparing(
                        Followed::steps,
                        (one, other) -> Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new)));
    }

    private record Read(Answer answer, Sheet sheet) {}

    /** The problems of a session that somebody answered, in queue order, each once. */
    public static List<Problem> problems(List<ItemRow> items) {
        LinkedHashMap<String, Problem> problems = new LinkedHashMap<>();
        items.stream()
                .filter(row -> row.responseId() != null)
                .forEach(row -> problems.putIfAbsent(row.problem().id(), row.problem()));
        return List.copyOf(problems.values());
    }

    /**
     * Reads every answer to a problem; blocks.
     *
     * @param filter says whose verdicts count; the answers are all of them, whatever else it says
     */
    public static SideBySide of(OpenSession session, List<ItemRow> items, Problem problem, ResultFilter filter) {
        Map<Followed, List<Read>> groups = new TreeMap<>(Followed.ORDER);
        for (ItemRow row : items) {
            if (row.responseId() != null && row.problem().id().equals(problem.id())) {
                Read read = read(session, row, filter);
                groups.computeIfAbsent(followed(row, read.sheet()), key -> new ArrayList<>())
                        .add(read);
            }
        }
        return new SideBySide(
                problem,
                groups.entrySet().stream()
                        .map(entry -> group(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** All answers, in the order in which they are shown. */
    public List<Answer> answers() {
        return groups.stream().flatMap(group -> group.answers().stream()).toList();
    }

    private static Read read(OpenSession session, ItemRow row, ResultFilter filter) {
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
        Answer answer = new Answer(
                response.id(),
                response.approach(),
                response.solver(),
                outcome(session, row, response.id(), filter),
                judgement == null || judgement.stated() == null
                        ? null
                        : judgement.stated().value(),
                response.output());
        return new Read(answer, sheet);
    }

    /** What the people say who count; the person's own label as it stands in the queue, where it may not be on disk yet. */
    private static Outcome outcome(OpenSession session, ItemRow row, String responseId, ResultFilter filter) {
        Map<String, Label> labels = new TreeMap<>();
        session.store().labelHistory(responseId).forEach(event -> labels.put(event.author(), event.label()));
        labels.put(session.annotator(), row.label());
        Set<Verdict> settled = EnumSet.noneOf(Verdict.class);
        Set<Verdict> said = EnumSet.noneOf(Verdict.class);
        labels.forEach((author, label) -> {
            Verdict verdict = label.verdict();
            if (verdict != null && filter.adjudicators().contains(author)) {
                settled.add(verdict);
            } else if (verdict != null
                    && (filter.annotators().isEmpty() || filter.annotators().contains(author))) {
                said.add(verdict);
            }
        });
        return Outcome.of(settled.isEmpty() ? said : settled);
    }

    private static Followed followed(ItemRow row, Sheet sheet) {
        List<String> steps = sheet.steps().steps().stream().map(Step::body).toList();
        return steps.isEmpty() ? new Followed(null, 0, steps) : new Followed(row.delegator(), row.planVersion(), steps);
    }

    private static Group group(Followed followed, Collection<Read> reads) {
        List<Read> all = reads.stream()
                .sorted(Comparator.comparing((Read read) -> read.answer().solver())
                        .thenComparing(read -> read.answer().approach()))
                .toList();
        int steps = followed.steps().size();
        List<Sheet> sheets = all.stream().map(Read::sheet).toList();
        List<Row> rows = steps == 0 ? List.of(whole(sheets)) : rows(steps, sheets);
        return new Group(
                followed.delegator(),
                followed.version(),
                followed.steps(),
                all.stream().map(Read::answer).toList(),
                rows);
    }

    private static Row whole(List<Sheet> sheets) {
        return new Row(
                0,
                sheets.stream()
                        .map(sheet -> new Cell(
                                null, List.of(new Passage(0, sheet.output().length()))))
                        .toList());
    }

    /** What performs a step, and before it what comes between it and the step before; rows of no text are left out. */
    private static List<Row> rows(int steps, List<Sheet> sheets) {
        List<List<Cell>> slots =
                sheets.stream().map(sheet -> slots(steps, sheet)).toList();
        List<Row> rows = new ArrayList<>();
        for (int slot = 0; slot <= 2 * steps; slot++) {
            int at = slot;
            List<Cell> cells = slots.stream().map(of -> of.get(at)).toList();
            boolean between = slot % 2 == 0;
            if (!between || cells.stream().anyMatch(cell -> !cell.passages().isEmpty())) {
                rows.add(new Row(between ? 0 : (slot + 1) / 2, cells));
            }
        }
        return rows;
    }

    /** Of one answer: what comes before the first step, the first step, what comes before the second, … and after the last. */
    private static List<Cell> slots(int steps, Sheet sheet) {
        List<List<Passage>> passages = new ArrayList<>();
        for (int slot = 0; slot <= 2 * steps; slot++) {
            passages.add(new ArrayList<>());
        }
        int after = 0;
        for (AlignedRows.Row row : sheet.rows()) {
            after = row.step() == 0 ? after : row.step();
            int slot = row.step() == 0 ? 2 * after : 2 * row.step() - 1;
            if (!row.segments().isEmpty()) {
                passages.get(slot).add(passage(sheet.alignment(), row.segments()));
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int slot = 0; slot <= 2 * steps; slot++) {
            StepStatus status =
                    slot % 2 == 0 ? null : sheet.alignment().status().get(slot / 2);
            cells.add(new Cell(status, passages.get(slot)));
        }
        return cells;
    }

    private static Passage passage(Alignment alignment, List<Integer> segments) {
        Segment first = alignment.segments().get(segments.getFirst());
        Segment last = alignment.segments().get(segments.getLast());
        return new Passage(first.start(), last.end());
    }
}
