package dev.tracewright.store;

import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The runs of a session in its data base. */
final class SqlRunStore implements RunStore {
    private final Database database;
    private final Rows rows;

    SqlRunStore(Database database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public void putStudy(StoredStudy study, List<String> problemIds) {
        database.write(handle -> {
            new StudySql(handle, rows).put(study, problemIds);
            return true;
        });
    }

    @Override
    public void putReviews(String studyId, Collection<ReviewWait> waiting) {
        database.write(handle -> {
            new ReviewSql(handle).put(studyId, waiting);
            return true;
        });
    }

    @Override
    public List<ReviewEvent> reviews(String callKey) {
        return database.read(handle -> new ReviewSql(handle).events(callKey));
    }

    @Override
    public List<StoredStudy> studies() {
        return database.read(handle -> new StudySql(handle, rows).studies());
    }

    @Override
    public List<Problem> problemsOf(String studyId) {
        return database.read(handle -> new StudySql(handle, rows).problemsOf(studyId));
    }

    @Override
    public List<Problem> problems() {
        return database.read(handle -> new StudySql(handle, rows).problems());
    }

    @Override
    public Map<String, Plan> plans() {
        return database.read(handle -> new StudySql(handle, rows).plans());
    }

    @Override
    public List<RunEntry.Result> write(List<RunEntry> entries) {
        return database.write(sql(runs -> entries.stream().map(runs::write).toList()));
    }

    @Override
    public List<RunEntry.Result> results() {
        return database.read(sql(RunSql::results));
    }

    @Override
    public List<RunEntry.Usage> usage() {
        return database.read(sql(RunSql::usage));
    }

    private static <T> Function<Handle, T> sql(Function<RunSql, T> work) {
        return handle -> work.apply(new RunSql(handle));
    }
}
