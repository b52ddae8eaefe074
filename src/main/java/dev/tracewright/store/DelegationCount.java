package dev.tracewright.store;

import dev.tracewright.analysis.DelegationGroup;
import dev.tracewright.analysis.Effort;
import dev.tracewright.analysis.ResultFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts the plans of delegators and what people made of them. */
final class DelegationCount {
    /** A longer time between two edits counts as a pause, in milliseconds. */
    private static final int PAUSE = 60_000;

    private static final String PLANS = """
            SELECT p.dataset, o.delegator, y.currency, count(*) AS plans, sum(y.prompt_tokens) AS prompt_tokens,
                   count(y.prompt_tokens) AS with_prompt, sum(y.output_tokens) AS output_tokens,
                   count(y.output_tokens) AS with_output,
                   sum(y.millis) AS millis, count(y.millis) AS with_millis, sum(y.cost_nano) AS cost_nano
            FROM plan o JOIN problem p ON p.id = o.problem_id LEFT JOIN outlay y ON y.kind = 'delegate' AND y.id = o.id
            WHERE o.origin = 'DELEGATOR' AND {filter}
            GROUP BY p.dataset, o.delegator, y.currency""";

    /** Of several changed versions of one plan the last one counts. */
    private static final String CHANGES = """
            SELECT p.dataset, o.delegator, count(*) AS changed, sum(c.inserted) AS inserted, sum(c.deleted) AS deleted,
                   sum(c.moved) AS moved, sum(c.reworded) AS reworded
            FROM plan_change c JOIN plan o ON o.id = c.original_id JOIN problem p ON p.id = o.problem_id
            WHERE o.origin = 'DELEGATOR' AND c.rules = :rules AND {filter}
              AND c.plan_id = (SELECT d.plan_id FROM plan_change d JOIN plan v ON v.id = d.plan_id
                               WHERE d.original_id = c.original_id AND d.rules = :rules
                               ORDER BY v.version DESC, v.created_at DESC, v.id DESC LIMIT 1)
            GROUP BY p.dataset, o.delegator""";

    private static final String EDITING = """
            SELECT p.dataset, o.delegator, sum(g.gap) AS gap
            FROM (SELECT plan_id, drafted_at - lag(drafted_at) OVER (PARTITION BY author, plan_id ORDER BY seq) AS gap
                  FROM draft_event) g
            JOIN plan v ON v.id = g.plan_id JOIN plan o ON o.id = coalesce(v.original_id, v.id)
            JOIN problem p ON p.id = o.problem_id
            WHERE g.gap BETWEEN 0 AND :pause AND o.origin = 'DELEGATOR' AND {filter}
              AND o.id IN (SELECT original_id FROM plan_change WHERE rules = :rules)
            GROUP BY p.dataset, o.delegator""";

    private final Handle handle;
    private final ResultFilter filter;
    private final WordSql words;
    private final Map<List<String>, Sums> groups =
            new TreeMap<>((one, other) -> one.getFirst().equals(other.getFirst())
                    ? one.getLast().compareTo(other.getLast())
                    : one.getFirst().compareTo(other.getFirst()));

    private DelegationCount(Handle handle, ResultFilter filter, WordSql words) {
        this.handle = handle;
        this.filter = filter;
        this.words = words;
    }

    /**
     * Counts the plans that the filter lets through, by data set and delegator.
     *
     * @param keys say whose plans belong to the answers that count
     */
    static List<DelegationGroup> of(Handle handle, ResultKeys keys, ResultFilter filter, int rules) {
        DelegationCount count = new DelegationCount(handle, filter, keys.words());
        count.scan(count.query(PLANS), count::plans);
        count.scan(count.query(CHANGES).bind("rules", rules), count::changes);
        count.scan(
                count.query(EDITING).bind("rules", rules).bind("pause", PAUSE),
                (sums, row) -> sums.editingMillis = row.getLong("gap"));
        return count.groups.entrySet().stream()
                .filter(entry -> keys.plansCount(
                        entry.getKey().getFirst(), entry.getKey().getLast()))
                .map(entry -> entry.getValue()
                        .group(entry.getKey().getFirst(), entry.getKey().getLast()))
                .toList();
    }

    private Query query(String sql) {
        StringBuilder condition = new StringBuilder("1 = 1");
        condition(condition, "p.dataset", "datasets", filter.datasets());
        condition(condition, "o.delegator", "delegators", filter.delegators());
        condition(condition, "p.level", "levels", filter.levels());
        condition(condition, "p.subject", "subjects", filter.subjects());
        words.planConditions().forEach(each -> condition.append(" AND ").append(each));
        Query query = handle.createQuery(sql.replace("{filter}", condition));
        bind(query, "datasets", filter.datasets());
        bind(query, "delegators", filter.delegators());
        bind(query, "levels", filter.levels());
        bind(query, "subjects", filter.subjects());
        words.bindPlans(query);
        return query;
    }

    private static void condition(StringBuilder condition, String column, String name, Set<String> values) {
        if (!values.isEmpty()) {
            condition
                    .append(" AND ")
                    .append(column)
                    .append(" IN (<")
                    .append(name)
                    .append(">)");
        }
    }

    private static void bind(Query query, String name, Set<String> values) {
        if (!values.isEmpty()) {
            query.bindList(name, List.copyOf(values));
        }
    }

    private interface Taking {
        void take(Sums sums, ResultSet row) throws SQLException;
    }

    private void scan(Query query, Taking taking) {
        query.map((row, context) -> {
                    List<String> key = List.of(row.getString("dataset"), row.getString("delegator"));
                    taking.take(groups.computeIfAbsent(key, it -> new Sums()), row);
                    return true;
                })
                .list();
    }

    private void plans(Sums sums, ResultSet row) throws SQLException {
        sums.plans += row.getLong("plans");
        String currency = row.getString("currency");
        sums.effort = sums.effort.plus(new Effort(
                row.getLong("prompt_tokens"),
                row.getLong("with_prompt"),
                row.getLong("output_tokens"),
                row.getLong("with_output"),
                row.getLong("millis"),
                row.getLong("with_millis"),
                currency == null ? Map.of() : Map.of(currency, row.getLong("cost_nano")),
                0));
    }

    private void changes(Sums sums, ResultSet row) throws SQLException {
        sums.changed = row.getLong("changed");
        sums.inserted = row.getLong("inserted");
        sums.deleted = row.getLong("deleted");
        sums.moved = row.getLong("moved");
        sums.reworded = row.getLong("reworded");
    }

    private static final class Sums {
        private long plans;
        private Effort effort = Effort.NONE;
        private long changed;
        private long inserted;
        private long deleted;
        private long moved;
        private long reworded;
        private long editingMillis;

        private DelegationGroup group(String dataset, String delegator) {
            return new DelegationGroup(
                    dataset,
                    delegator,
                    plans,
                    effort,
                    changed,
                    inserted,
                    deleted,
                    moved,
                    reworded,
                    editingMillis / 1000.0);
        }
    }
}
