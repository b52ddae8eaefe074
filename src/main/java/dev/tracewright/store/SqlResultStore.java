package dev.tracewright.store;

import dev.tracewright.analysis.AnswerGroup;
import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.Cell;
import dev.tracewright.analysis.DelegationGroup;
import dev.tracewright.analysis.Effort;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.analysis.Selection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The results of a session in its data base. */
final class SqlResultStore implements ResultStore {
    private static final String LEFT_OUT =
            "SELECT reading, count(*) FROM answer a WHERE cell IN ({cells}){passes} GROUP BY reading";

    private final Database database;
    private final Rows rows;
    private final int rules;

    /** @param rules the version of the rules by which answers are read; what others read counts as not read */
    SqlResultStore(Database database, Rows rows, int rules) {
        this.database = database;
        this.rows = rows;
        this.rules = rules;
    }

    @Override
    public Answered count(ResultFilter filter) {
        FutureTask<PairCount> beside = new FutureTask<>(
                () -> database.read(handle -> PairCount.of(handle, ResultKeys.of(handle, filter, rules))));
        Thread.ofPlatform().name("pairs").daemon(true).start(beside);
        return database.read(handle -> {
            ResultKeys keys = ResultKeys.of(handle, filter, rules);
            GroupCount groups = GroupCount.of(handle, keys);
            List<AnswerGroup> all = groups.groups();
            Map<Cell, Effort> efforts = EffortCount.of(handle, keys);
            List<DelegationGroup> delegations = DelegationCount.of(handle, keys, filter, rules);
            long leftOut = leftOut(handle, keys);
            PairCount pairs = result(beside);
            return new Answered(
                    filter,
                    all,
                    efforts,
                    pairs.groups(),
                    delegations,
                    pairs.lengths(),
                    groups.panels(),
                    groups.unread(),
                    keys.demonstration(),
                    leftOut);
        });
    }

    /** How many answers the filter would let through were they of the kind that counts. */
    private static long leftOut(Handle handle, ResultKeys keys) {
        long[] count = new long[1];
        if (!keys.leftOut().isEmpty()) {
            String sql = LEFT_OUT.replace("{cells}", ResultKeys.list(keys.leftOut()))
                    .replace("{passes}", keys.beyondCells("a"));
            Scan.of(handle, sql, row -> {
                if (keys.passes(keys.reading(row.getInt(1)))) {
                    count[0] += row.getLong(2);
                }
            });
        }
        return count[0];
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.FAILED, "Counting the results was broken off.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException refused
                    ? refused
                    : new StoreException(
                            StoreException.Kind.FAILED, "The results could not be counted: " + e.getCause(), e);
        }
    }

    @Override
    public Selected select(Selection selection, ResultFilter filter, int limit) {
        return database.read(handle ->
                new SelectionSql(handle, ResultKeys.of(handle, filter, rules), filter).select(selection, limit));
    }

    @Override
    public Facets facets(boolean demonstration) {
        return database.read(handle -> {
            ResultKeys keys = ResultKeys.of(handle, ResultFilter.ALL.withDemonstration(demonstration), rules);
            List<Cell> cells = keys.cells();
            String these = ResultKeys.list(keys.keysOf(Set.copyOf(cells)).keySet());
            return new Facets(
                    distinct(cells, Cell::dataset),
                    cells.stream().map(Cell::approach).distinct().sorted().toList(),
                    distinct(cells, Cell::delegator),
                    distinct(cells, Cell::solver),
                    names(handle, "SELECT name FROM annotator"),
                    names(handle, "SELECT DISTINCT level FROM cell WHERE level <> '' AND id IN (" + these + ")"),
                    names(handle, "SELECT DISTINCT subject FROM cell WHERE subject <> '' AND id IN (" + these + ")"),
                    keys.bothKinds());
        });
    }

    @Override
    public long unread() {
        return database.read(handle -> reading(handle).unread());
    }

    @Override
    public List<UnreadAnswer> unread(long after, int limit, @Nullable String annotator) {
        return database.read(handle -> reading(handle).unread(after, limit, annotator));
    }

    @Override
    public void addReadings(List<AnswerReading> readings) {
        database.write(handle -> {
            reading(handle).add(readings);
            return true;
        });
    }

    @Override
    public List<UnreadPlan> unreadPlans(int limit) {
        return database.read(handle -> reading(handle).unreadPlans(limit));
    }

    @Override
    public void addPlanChanges(List<PlanChange> changes) {
        database.write(handle -> {
            reading(handle).addChanges(changes);
            return true;
        });
    }

    private ReadingSql reading(Handle handle) {
        return new ReadingSql(handle, rows, rules);
    }

    private static List<String> distinct(List<Cell> cells, Function<Cell, @Nullable String> of) {
        TreeSet<String> values = new TreeSet<>();
        for (Cell cell : cells) {
            String value = of.apply(cell);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static List<String> names(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).stream().sorted().toList();
    }
}
