package dev.tracewright.store;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.SearchWords;
import dev.tracewright.analysis.StepPattern;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Judgement.Suggestion;
import dev.tracewright.trace.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers in the rows of results stand for, in the eyes of one filter: cells, what people say, and what was read.
 * There are few of each however many answers there are.
 */
final class ResultKeys {
    private final int rules;
    private final ResultFilter filter;
    private final List<Cell> cells = new ArrayList<>();
    private final ByKey<Integer> cellOf = new ByKey<>();
    private final ByKey<Read> readings = new ByKey<>();
    private final Panels panels;
    private final Set<Integer> leftOut = new HashSet<>();
    private final Set<List<String>> followed = new HashSet<>();
    private boolean demonstration;
    private boolean bothKinds;
    private boolean everyCell = true;
    private final WordSql words;

    /**
     * What was read in an answer.
     *
     * @param like the key of the first reading that says the same in what groups are told apart by
     * @param pattern what became of the steps
     * @param suggestion what the program would say, or null
     * @param strict what exact-match grading would say, or null
     * @param passes whether the filter lets it through
     */
    record Read(
            int like,
            StepPattern pattern,
            @Nullable Suggestion suggestion,
            @Nullable Verdict strict,
            boolean passes) {}

    private ResultKeys(int rules, ResultFilter filter, Panels panels, WordSql words) {
        this.rules = rules;
        this.filter = filter;
        this.panels = panels;
        this.words = words;
    }

    /** Reads what a snapshot has. */
    static ResultKeys of(Handle handle, ResultFilter filter, int rules) {
        Map<Cell, Integer> places = new HashMap<>();
        List<Stratum> strata = handle.createQuery("""
                        SELECT id, dataset, level, subject, approach, template, delegator, solver, corrected
                        FROM cell ORDER BY id""")
                .map((row, context) ->
                        new Stratum(row.getInt("id"), cell(row), row.getString("level"), row.getString("subject")))
                .list();
        Panels panels = Panels.of(handle, filter);
        Map<Integer, Cell> cells = strata.stream().collect(Collectors.toMap(Stratum::id, Stratum::cell));
        WordSql words = WordSql.of(handle, SearchWords.of(filter.words()), cells, panels.counting());
        ResultKeys keys = new ResultKeys(rules, filter, panels, words);
        keys.choose(strata);
        strata.forEach(stratum -> keys.add(stratum, places));
        int wanted = Codes.findings(filter.findings());
        Map<List<Object>, Integer> alike = new HashMap<>();
        handle.createQuery("""
                        SELECT id, statuses, findings, first_false, suggestion, strict FROM reading
                        WHERE rules = :rules""")
                .bind("rules", rules)
                .map((row, context) -> Map.entry(row.getInt("id"), read(row, wanted, alike)))
                .forEach(read -> keys.readings.put(read.getKey(), read.getValue()));
        return keys;
    }

    private record Stratum(int id, Cell cell, String level, String subject) {
        boolean demonstrates() {
            return Demonstration.is(cell.solver());
        }
    }

    /** Settles which kind of answers there is to count: never both together. */
    private void choose(List<Stratum> strata) {
        boolean some = strata.stream().anyMatch(Stratum::demonstrates);
        boolean all = strata.stream().allMatch(Stratum::demonstrates);
        bothKinds = some && !all;
        demonstration = some && (all || filter.demonstration());
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getString("dataset"),
                Approach.ofKey(row.getString("approach")),
                named(row.getString("template")),
                named(row.getString("delegator")),
                row.getString("solver"),
                row.getBoolean("corrected"));
    }

    private static @Nullable String named(String name) {
        return name.isEmpty() ? null : name;
    }

    private static Read read(ResultSet row, int wanted, Map<List<Object>, Integer> alike) throws SQLException {
        int findings = row.getInt("findings");
        StepPattern pattern = new StepPattern(
                Codes.statuses(row.getString("statuses")),
                Codes.has(findings, Finding.ORDER_BROKEN),
                Codes.has(findings, Finding.LEAK),
                Codes.has(findings, Finding.ADDED_WORK),
                row.getInt("first_false"));
        String suggestion = row.getString("suggestion");
        String strict = row.getString("strict");
        int key = row.getInt("id");
        Integer first = alike.putIfAbsent(List.of(pattern, suggestion, strict), key);
        return new Read(
                first == null ? key : first,
                pattern,
                Codes.suggestion(suggestion),
                Codes.verdict(strict),
                wanted == 0 || (findings & wanted) != 0);
    }

    private void add(Stratum stratum, Map<Cell, Integer> places) {
        boolean kind = stratum.demonstrates() == demonstration;
        String delegator = stratum.cell().delegator();
        if (kind && delegator != null) {
            followed.add(List.of(stratum.cell().dataset(), delegator));
        }
        if (!kind || !passes(stratum)) {
            everyCell = false;
            if (!kind && passes(stratum)) {
                leftOut.add(stratum.id());
            }
            return;
        }
        Integer place = places.computeIfAbsent(stratum.cell(), cell -> {
            cells.add(cell);
            return cells.size() - 1;
        });
        cellOf.put(stratum.id(), place);
    }

    private boolean passes(Stratum stratum) {
        Cell cell = stratum.cell();
        return accepts(filter.datasets(), cell.dataset())
                && accepts(filter.approaches(), cell.approach())
                && (cell.delegator() == null || accepts(filter.delegators(), cell.delegator()))
                && accepts(filter.solvers(), cell.solver())
                && accepts(filter.levels(), stratum.level())
                && accepts(filter.subjects(), stratum.subject());
    }

    private static <T> boolean accepts(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    int rules() {
        return rules;
    }

    /** The cells of the answers that the filter lets through; a cell's place in this list is its number here. */
    List<Cell> cells() {
        return cells;
    }

    /** Whether the answers that count are demonstration material. */
    boolean demonstration() {
        return demonstration;
    }

    /** Whether the session has demonstration material and other answers. */
    boolean bothKinds() {
        return bothKinds;
    }

    /** The keys of the cells that the filter would let through were they of the kind that counts. */
    Set<Integer> leftOut() {
        return leftOut;
    }

    /** Whether the plans of a delegator belong to the answers that count: it is of their kind, or its steps were followed there. */
    boolean plansCount(String dataset, String delegator) {
        return Demonstration.is(delegator) == demonstration || followed.contains(List.of(dataset, delegator));
    }

    /** The number of the cell with this key, or -1 where the filter does not let it through. */
    int cell(int key) {
        Integer place = cellOf.get(key);
        return place == null ? -1 : place;
    }

    /** The keys of these cells that the filter lets through, each with its number. */
    Map<Integer, Integer> keysOf(Set<Cell> wanted) {
        return cellOf.entries()
                .filter(entry -> wanted.contains(cells.get(entry.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the annotators who count say. */
    Panels panels() {
        return panels;
    }

    /** What was read, or null where the key is 0 or of other rules. */
    @Nullable
    Read reading(int key) {
        return readings.get(key);
    }

    /** Whether the filter lets an answer with this reading through, which may be null. */
    boolean passes(@Nullable Read read) {
        return read == null ? filter.findings().isEmpty() : read.passes();
    }

    /** What must hold for a row of {@code answer} to pass the filter, but for what was read in it. */
    String condition(String row) {
        return (everyCell ? "1 = 1" : row + ".cell IN (" + list(cellOf.keys()) + ")") + beyondCells(row);
    }

    /** What must hold beside the cell and what was read, as a condition that others stand before; empty for nothing. */
    String beyondCells(String row) {
        List<String> all = new ArrayList<>(words.conditions(row));
        if (!filter.flags().isEmpty()) {
            int wanted = filter.flags().stream().mapToInt(Codes::bit).sum();
            all.add(row + ".panel IN (" + panels.where(said -> (said & wanted) != 0) + ")");
        }
        return all.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
    }

    /** What must have been read, as a condition that others stand before; empty for anything. */
    String passing(String row) {
        return filter.findings().isEmpty()
                ? ""
                : " AND " + reading(row, "(findings & " + Codes.findings(filter.findings()) + ") <> 0");
    }

    /**
     * That an answer was read so; the sign keeps the data base from looking every reading up in an index, of which there may be
     * thousands.
     *
     * @param condition on the table of readings
     */
    String reading(String row, String condition) {
        return "+" + row + ".reading IN (SELECT id FROM reading WHERE rules = " + rules + " AND " + condition + ")";
    }

    /** Where the words of the filter occur. */
    WordSql words() {
        return words;
    }

    /** Whole numbers with commas between; where there are none, what equals no number, because a list must not be empty. */
    static String list(Set<Integer> keys) {
        return keys.isEmpty()
                ? "NULL"
                : keys.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Whether a said code amounts to one of these outcomes. */
    static boolean amounts(int said, Set<Outcome> outcomes) {
        return outcomes.contains(Codes.outcome(said));
    }
}
