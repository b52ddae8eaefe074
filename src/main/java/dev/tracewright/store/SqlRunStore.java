package dev.tracewright.store;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The runs of a session in its data base. */
final class SqlRunStore implements RunStore {
    private final Database database;

    SqlRunStore(Database database) {
        this.database = database;
    }

    @Override
    public void addStudy(StoredStudy study) {
        database.write(handle -> {
            new RunSql(handle).add(study);
            return true;
        });
    }

    @Override
    public List<StoredStudy> studies() {
        return database.read(sql(RunSql::studies));
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
