package dev.tracewright.store;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.analysis.PanelGroup;
import dev.tracewright.trace.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts answers that are alike; the data base does it in the order of an index, so that it neither sorts nor keeps rows. */
final class GroupCount {
    /** Two numbers a column, because to fetch a column takes longer than to count. */
    private static final String GROUPS = """
            SELECT (cell << 32) | panel, (coalesce(reading, 0) << 32) | count(*)
            FROM answer a WHERE {passes}
            GROUP BY cell, panel, reading""";

    private final ResultKeys keys;
    private final Map<Key, Count> groups = new HashMap<>();
    private final Map<Panel, Count> panels = new HashMap<>();
    private long unread;

    /**
     * What answers of one group have in common.
     *
     * @param cell the cell's number
     * @param said what the annotators who count say together
     * @param reading the key of what was read, 0 where it was not
     */
    private record Key(int cell, int said, int reading) {}

    /**
     * What answers have in common that two annotators or more judged.
     *
     * @param cell the cell's number
     * @param verdicts what each of them says
     * @param outcome what that amounts to
     */
    private record Panel(int cell, Map<String, Verdict> verdicts, Outcome outcome) {}

    private static final class Count {
        private long answers;
    }

    private GroupCount(ResultKeys keys) {
        this.keys = keys;
    }

    /** Counts what the filter of {@code keys} lets through. */
    static GroupCount of(Handle handle, ResultKeys keys) {
        GroupCount count = new GroupCount(keys);
        Scan.of(handle, GROUPS.replace("{passes}", keys.condition("a")), count::add);
        return count;
    }

    List<AnswerGroup> groups() {
        List<AnswerGroup> list = new ArrayList<>(groups.size());
        groups.forEach((key, count) -> {
            ResultKeys.Read read = keys.reading(key.reading());
            list.add(new AnswerGroup(
                    keys.cells().get(key.cell()),
                    Codes.outcome(key.said()),
                    read == null ? null : read.suggestion(),
                    read == null ? null : read.strict(),
                    Codes.flags(key.said()),
                    read == null ? null : read.pattern(),
                    count.answers));
        });
        return list;
    }

    /** Those that two annotators or more judged. */
    List<PanelGroup> panels() {
        List<PanelGroup> list = new ArrayList<>(panels.size());
        panels.forEach((key, count) ->
                list.add(new PanelGroup(keys.cells().get(key.cell()), key.verdicts(), key.outcome(), count.answers)));
        return list;
    }

    /** How many of them have not been read. */
    long unread() {
        return unread;
    }

    private void add(ResultSet row) throws SQLException {
        long said = row.getLong(1);
        long counted = row.getLong(2);
        int cell = keys.cell((int) (said >> Integer.SIZE));
        ResultKeys.Read read = keys.reading((int) (counted >> Integer.SIZE));
        if (cell < 0 || !keys.passes(read)) {
            return;
        }
        int answers = (int) counted;
        int together = keys.panels().said((int) said);
        groups.computeIfAbsent(new Key(cell, together, read == null ? 0 : read.like()), key -> new Count()).answers +=
                answers;
        Map<String, Verdict> verdicts = keys.panels().verdicts((int) said);
        if (verdicts.size() > 1) {
            panels.computeIfAbsent(new Panel(cell, verdicts, Codes.outcome(together)), key -> new Count()).answers +=
                    answers;
        }
        if (read == null) {
            unread += answers;
        }
    }
}
