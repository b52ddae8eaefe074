package dev.tracewright.store;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Effort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts answers that are alike; the data base does it in the order of an index, so that it neither sorts nor keeps rows. */
final class GroupCount {
    private static final String GROUPS = """
            SELECT cell, panel, reading, currency, count(*), sum(cost_nano), sum(prompt_tokens), sum(output_tokens),
                   count(coalesce(prompt_tokens, output_tokens)), sum(millis), count(millis), sum(person_millis), sum(characters)
            FROM answer a WHERE {passes}
            GROUP BY cell, panel, reading, currency""";

    private static final String SECONDS = """
            SELECT a.cell, a.panel, a.reading, s.millis FROM standing_label s JOIN answer a ON a.id = s.answer
            WHERE s.annotator IN ({annotators}) AND {passes}""";

    private final ResultKeys keys;
    private final Map<Key, Sums> groups = new HashMap<>();
    private long unread;

    /**
     * What answers of one group have in common.
     *
     * @param cell the cell's number
     * @param said what the annotators who count say together
     * @param reading the key of what was read, 0 where it was not
     */
    private record Key(int cell, int said, int reading) {}

    private GroupCount(ResultKeys keys) {
        this.keys = keys;
    }

    /** Counts what the filter of {@code keys} lets through. */
    static GroupCount of(Handle handle, ResultKeys keys) {
        GroupCount count = new GroupCount(keys);
        Scan.of(handle, GROUPS.replace("{passes}", keys.condition("a")), count::add);
        Set<Integer> annotators = keys.annotators();
        if (annotators != null) {
            count.groups.values().forEach(sums -> sums.personMillis = 0);
            Scan.of(
                    handle,
                    SECONDS.replace("{annotators}", ResultKeys.list(annotators))
                            .replace("{passes}", keys.condition("a")),
                    count::addSeconds);
        }
        return count;
    }

    List<AnswerGroup> groups() {
        List<AnswerGroup> list = new ArrayList<>(groups.size());
        groups.forEach((key, sums) -> {
            ResultKeys.Read read = keys.reading(key.reading());
            list.add(new AnswerGroup(
                    keys.cells().get(key.cell()),
                    Codes.outcome(key.said()),
                    read == null ? null : read.suggestion(),
                    read == null ? null : read.strict(),
                    Codes.flags(key.said()),
                    read == null ? null : read.pattern(),
                    sums.count,
                    sums.effort()));
        });
        return list;
    }

    /** How many of them have not been read. */
    long unread() {
        return unread;
    }

    private void add(ResultSet row) throws SQLException {
        Key key = key(row);
        if (key == null) {
            return;
        }
        Sums sums = groups.computeIfAbsent(key, it -> new Sums());
        long count = row.getLong(5);
        sums.add(row, count);
        if (key.reading() == 0) {
            unread += count;
        }
    }

    private void addSeconds(ResultSet row) throws SQLException {
        Key key = key(row);
        Sums sums = key == null ? null : groups.get(key);
        if (sums != null) {
            sums.personMillis += row.getLong(4);
        }
    }

    private @Nullable Key key(ResultSet row) throws SQLException {
        int cell = keys.cell(row.getInt(1));
        if (cell < 0) {
            return null;
        }
        ResultKeys.Read read = keys.reading(row.getInt(3));
        return keys.passes(read) ? new Key(cell, keys.said(row.getInt(2)), read == null ? 0 : read.like()) : null;
    }

    private static final class Sums {
        private long count;
        private long promptTokens;
        private long outputTokens;
        private long withTokens;
        private long millis;
        private long withMillis;
        private long personMillis;
        private long characters;
        private Map<String, Long> cost = Map.of();

        private void add(ResultSet row, long more) throws SQLException {
            count += more;
            String currency = row.getString(4);
            if (currency != null) {
                if (cost.isEmpty()) {
                    cost = new HashMap<>();
                }
                cost.merge(currency, row.getLong(6), Long::sum);
            }
            promptTokens += row.getLong(7);
            outputTokens += row.getLong(8);
            withTokens += row.getLong(9);
            millis += row.getLong(10);
            withMillis += row.getLong(11);
            personMillis += row.getLong(12);
            characters += row.getLong(13);
        }

        private Effort effort() {
            return new Effort(
                    promptTokens,
                    outputTokens,
                    withTokens,
                    millis,
                    withMillis,
                    cost,
                    personMillis / 1000.0,
                    characters);
        }
    }
}
