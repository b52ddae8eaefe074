package dev.tracewright.store;

import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The statements of studies and of what they read, within one transaction; portable between SQLite and PostgreSQL. */
final class StudySql {
    private final Handle handle;
    private final Rows rows;

    StudySql(Handle handle, Rows rows) {
        this.handle = handle;
        this.rows = rows;
    }

    void put(StoredStudy study, List<String> problemIds) {
        handle.createUpdate("""
                        INSERT INTO study (id, name, plan, created_at) VALUES (:id, :name, :plan, :createdAt)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, plan = excluded.plan""").bindMethods(study).execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO study_problem (study_id, position, problem_id) VALUES (:study, :position, :problem)
                ON CONFLICT (study_id, position) DO NOTHING""");
        for (int i = 0; i < problemIds.size(); i++) {
            batch.bind("study", study.id())
                    .bind("position", i)
                    .bind("problem", problemIds.get(i))
                    .add();
        }
        batch.execute();
    }

    List<StoredStudy> studies() {
        return handle.createQuery("SELECT id, name, plan, created_at FROM study ORDER BY created_at, id")
                .map((row, context) -> new StoredStudy(
                        row.getString("id"), row.getString("name"), row.getString("plan"), row.getLong("created_at")))
                .list();
    }

    List<Problem> problemsOf(String studyId) {
        return handle.createQuery(Sql.PROBLEMS_OF_STUDY)
                .bind("study", studyId)
                .map((row, context) -> rows.problem(row))
                .list();
    }

    List<Problem> problems() {
        return handle.createQuery(Sql.ALL_PROBLEMS)
                .map((row, context) -> rows.problem(row))
                .list();
    }

    Map<String, Plan> plans() {
        Map<String, Plan> plans = new HashMap<>();
        handle.createQuery(Sql.PLANS_OF_CALLS)
                .map((row, context) -> rows.plan(row))
                .forEach(plan -> plans.put(plan.id(), plan));
        return plans;
    }
}
