package dev.tracewright.store;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.StepStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds the answers that a figure stands for: the selection as conditions on the numbers that results are counted by. */
final class SelectionSql {
    /** Cells in the order in which the queue has them within one problem; the template has no place in it. */
    private static final Comparator<Cell> QUEUE_ORDER = Comparator.comparing(Cell::approach)
            .thenComparing(Cell::delegator, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Cell::solver);

    /** What the program would say where it is sure, as a condition on the table of readings. */
    private static final String DECIDED = "suggestion IN ('true', 'false')";

    private final Handle handle;
    private final ResultKeys keys;
    private final ResultFilter filter;

    SelectionSql(Handle handle, ResultKeys keys, ResultFilter filter) {
        this.handle = handle;
        this.keys = keys;
        this.filter = filter;
    }

    ResultStore.Selected select(Selection selection, int limit) {
        Map<Integer, Integer> cells = keys.keysOf(selection.cells());
        if (cells.isEmpty()) {
            return new ResultStore.Selected(List.of(), 0);
        }
        String condition = condition(selection, cells.keySet());
        long count = handle.createQuery("SELECT count(*) FROM answer a WHERE " + condition)
                .mapTo(Long.class)
                .one();
        List<String> ids = limit == 0 || count == 0
                ? List.of()
                : handle.createQuery(
                                "WITH place (cell, dataset, rank) AS (VALUES " + places(cells) + """
                        ) SELECT a.response_id
                        FROM answer a JOIN place c ON c.cell = a.cell JOIN problem_key k ON k.id = a.problem
                        WHERE\s""" + condition + """
                         ORDER BY c.dataset, k.number, k.problem_id, c.rank, a.version, a.repetition, a.id
                        LIMIT :limit""")
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .list();
        return new ResultStore.Selected(ids, count);
    }

    /** Every cell with the place of its data set, and its own within a problem. */
    private String places(Map<Integer, Integer> cells) {
        List<Cell> all = keys.cells();
        List<String> datasets =
                all.stream().map(Cell::dataset).distinct().sorted().toList();
        List<Cell> ranked = all.stream().sorted(QUEUE_ORDER).toList();
        int[] ranks = new int[all.size()];
        int rank = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (i > 0 && QUEUE_ORDER.compare(ranked.get(i - 1), ranked.get(i)) != 0) {
                rank++;
            }
            ranks[all.indexOf(ranked.get(i))] = rank;
        }
        List<String> rows = new ArrayList<>();
        cells.forEach((key, cell) ->
                rows.add("(" + key + "," + datasets.indexOf(all.get(cell).dataset()) + "," + ranks[cell] + ")"));
        return String.join(",", rows);
    }

    private String condition(Selection selection, Set<Integer> cells) {
        List<String> all = new ArrayList<>();
        all.add("a.cell IN (" + ResultKeys.list(cells) + ")");
        Selection.Said said = selection.said();
        if (!said.outcomes().isEmpty()) {
            all.add(outcome("a", said.outcomes()));
        }
        if (said.bySuggestion()) {
            all.add(filter.suggestions() ? undecided("a") + " AND " + keys.reading("a", DECIDED) : "1 = 0");
        }
        if (said.flag() != null) {
            int bit = Codes.bit(said.flag());
            all.add("a.panel IN (" + keys.panels().where(code -> (code & bit) != 0) + ")");
        }
        if (said.judges() > 0 || said.differing() || !said.verdicts().isEmpty()) {
            all.add("a.panel IN (" + keys.panels().judging(said) + ")");
        }
        String read = readings(selection);
        if (!read.isEmpty()) {
            all.add(keys.reading("a", read));
        }
        if (selection.length() != null) {
            all.add("a.characters BETWEEN " + selection.length().least() + " AND "
                    + selection.length().most());
        }
        if (selection.measured() != null) {
            all.add(
                    switch (selection.measured()) {
                        case PROMPT_TOKENS -> "a.prompt_tokens IS NOT NULL";
                        case OUTPUT_TOKENS -> "a.output_tokens IS NOT NULL";
                        case TOKENS -> "coalesce(a.prompt_tokens, a.output_tokens) IS NOT NULL";
                        case TIME -> "a.millis IS NOT NULL";
                    });
        }
        Selection.Paired paired = selection.paired();
        if (paired != null) {
            all.add("a.again = 0 AND (" + paired(paired) + ")");
        }
        return String.join(" AND ", all) + keys.beyondCells("a");
    }

    /** That the cell of an answer is compared with one whose answer to the same problem is so. */
    private String paired(Selection.Paired paired) {
        List<String> ways = new ArrayList<>();
        paired.others().forEach((cell, other) -> {
            Set<Integer> mine = keys.keysOf(Set.of(cell)).keySet();
            Set<Integer> others = keys.keysOf(Set.of(other)).keySet();
            if (!mine.isEmpty() && !others.isEmpty()) {
                ways.add("a.cell IN (" + ResultKeys.list(mine) + ") AND EXISTS (SELECT 1 FROM answer b"
                        + " WHERE b.problem = a.problem AND b.repetition = a.repetition AND b.again = 0 AND b.cell IN ("
                        + ResultKeys.list(others) + ") AND " + outcome("b", paired.outcomes()) + keys.passing("b")
                        + keys.beyondCells("b") + ")");
            }
        });
        return ways.isEmpty() ? "1 = 0" : String.join(" OR ", ways);
    }

    /** What people say; where the filter wants it so, what the program says where nobody has decided. */
    private String outcome(String row, Set<Outcome> outcomes) {
        if (!filter.suggestions()) {
            return row + ".panel IN (" + keys.panels().where(said -> ResultKeys.amounts(said, outcomes)) + ")";
        }
        String undecided = undecided(row);
        String decided = keys.panels()
                .where(said -> ResultKeys.amounts(said, outcomes) && Codes.outcome(said) != Outcome.UNLABELLED);
        List<String> ways = new ArrayList<>();
        ways.add(row + ".panel IN (" + decided + ")");
        if (outcomes.contains(Outcome.TRUE)) {
            ways.add(undecided + " AND " + keys.reading(row, "suggestion = 'true'"));
        }
        if (outcomes.contains(Outcome.FALSE)) {
            ways.add(undecided + " AND " + keys.reading(row, "suggestion = 'false'"));
        }
        if (outcomes.contains(Outcome.UNLABELLED)) {
            ways.add(undecided + " AND (" + row + ".reading IS NULL OR NOT " + keys.reading(row, DECIDED) + ")");
        }
        return "(" + String.join(" OR ", ways) + ")";
    }

    /** That nobody who counts has decided. */
    private String undecided(String row) {
        return row + ".panel IN (" + keys.panels().where(said -> ResultKeys.amounts(said, Set.of(Outcome.UNLABELLED)))
                + ")";
    }

    /** What must have been read, as conditions on the table of readings; empty for anything. */
    private String readings(Selection selection) {
        List<String> all = new ArrayList<>();
        if (!selection.said().strict().isEmpty()) {
            all.add(selection.said().strict().stream()
                    .map(verdict -> "'" + Codes.verdict(verdict) + "'")
                    .sorted()
                    .collect(Collectors.joining(", ", "strict IN (", ")")));
        }
        if (!filter.findings().isEmpty()) {
            all.add("(findings & " + Codes.findings(filter.findings()) + ") <> 0");
        }
        Selection.Traced traced = selection.traced();
        if (traced.finding() != null) {
            all.add("(findings & " + Codes.findings(Set.of(traced.finding())) + ") <> 0");
        }
        if (traced.without() != null) {
            // All but arithmetic is looked for only where there are steps.
            all.add("(findings & " + Codes.findings(Set.of(traced.without())) + ") = 0"
                    + (traced.without() == Finding.FALSE_ARITHMETIC ? "" : " AND statuses <> ''"));
        }
        if (traced.position() > 0) {
            all.add(position(traced));
        } else if (traced.status() != null) {
            all.add("statuses LIKE '%" + Codes.letter(traced.status()) + "%'");
        }
        if (traced.never() != null) {
            all.add("statuses <> '' AND statuses NOT LIKE '%" + Codes.letter(traced.never()) + "%'");
        }
        if (traced.steps() > 0) {
            all.add("length(statuses)" + (traced.orLater() ? " >= " : " = ") + traced.steps());
        }
        if (traced.firstFalse() != 0) {
            all.add("first_false" + (traced.orLater() ? " >= " : " = ") + traced.firstFalse());
        }
        return String.join(" AND ", all);
    }

    private static String position(Selection.Traced traced) {
        StepStatus status = traced.status();
        if (status == null) {
            return "length(statuses) >= " + traced.position();
        }
        return traced.orLater()
                ? "substr(statuses, " + traced.position() + ") LIKE '%" + Codes.letter(status) + "%'"
                : "substr(statuses, " + traced.position() + ", 1) = '" + Codes.letter(status) + "'";
    }
}
