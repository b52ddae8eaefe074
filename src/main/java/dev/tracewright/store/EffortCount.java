package dev.tracewright.store;

import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.Effort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Adds up what answers took, cell by cell, in the order of an index that has it all. */
final class EffortCount {
    private static final String SPENT = """
            SELECT cell, currency, sum(cost_nano), sum(prompt_tokens), count(prompt_tokens), sum(output_tokens),
                   count(output_tokens), sum(millis), count(millis), sum(person_millis)
            FROM answer a WHERE {passes}
            GROUP BY cell, currency""";

    private static final String SECONDS = """
            SELECT a.cell, sum(s.millis) FROM standing_label s JOIN answer a ON a.id = s.answer
            WHERE s.annotator IN ({annotators}) AND {passes}
            GROUP BY a.cell""";

    private static final double MILLIS = 1000;

    private final ResultKeys keys;
    private final Map<Cell, Effort> efforts = new HashMap<>();
    private final boolean everyAnnotator;

    private EffortCount(ResultKeys keys, boolean everyAnnotator) {
        this.keys = keys;
        this.everyAnnotator = everyAnnotator;
    }

    /** Adds up what the filter of {@code keys} lets through; of people's time only that of the annotators who count. */
    static Map<Cell, Effort> of(Handle handle, ResultKeys keys) {
        Set<Integer> annotators = keys.panels().counting();
        EffortCount count = new EffortCount(keys, annotators == null);
        String passes = keys.condition("a") + keys.passing("a");
        Scan.of(handle, SPENT.replace("{passes}", passes), count::spent);
        if (annotators != null) {
            String sql =
                    SECONDS.replace("{annotators}", ResultKeys.list(annotators)).replace("{passes}", passes);
            Scan.of(handle, sql, row -> count.add(row, person(row.getLong(2))));
        }
        return count.efforts;
    }

    private void spent(ResultSet row) throws SQLException {
        String currency = row.getString(2);
        add(
                row,
                new Effort(
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        currency == null ? Map.of() : Map.of(currency, row.getLong(3)),
                        everyAnnotator ? row.getLong(10) / MILLIS : 0));
    }

    private static Effort person(long millis) {
        return new Effort(0, 0, 0, 0, 0, 0, Map.of(), millis / MILLIS);
    }

    private void add(ResultSet row, Effort more) throws SQLException {
        int cell = keys.cell(row.getInt(1));
        if (cell >= 0) {
            efforts.merge(keys.cells().get(cell), more, Effort::plus);
        }
    }
}
