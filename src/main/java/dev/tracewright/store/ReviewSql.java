package dev.tracewright.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The statements of reviews, within one transaction; portable between SQLite and PostgreSQL. */
final class ReviewSql {
    private static final String SOLVING = """
            SELECT 1 FROM study_review w JOIN call_attempt a ON a.call_key = w.solve_key WHERE w.call_key =\s""";

    /** A delegation that waits, or whose reviewed steps nobody has been asked to follow yet. */
    private static final String QUEUE = """
            SELECT c.call_key, p.id, p.problem_id, p.version, p.delegator,
                   CASE WHEN c.reviewed_id IS NOT NULL THEN coalesce(e.reviewer, p.author) END AS reviewer
            FROM call_result c JOIN plan p ON p.id = coalesce(c.reviewed_id, c.plan_id)
            LEFT JOIN review_event e
              ON e.seq = (SELECT max(seq) FROM review_event WHERE call_key = c.call_key)
            WHERE c.call_key IN (SELECT call_key FROM study_review)
              AND (c.reviewed_id IS NULL OR NOT EXISTS (""" + SOLVING + """
            c.call_key))
            ORDER BY p.delegator, c.settled_at, p.id""";

    private final Handle handle;

    ReviewSql(Handle handle) {
        this.handle = handle;
    }

    /** A row of the queue that is a review. */
    record Queued(
            String callKey,
            String planId,
            String problemId,
            int planVersion,
            String delegator,
            @Nullable String reviewer) {}

    void put(String studyId, Collection<ReviewWait> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO study_review (study_id, call_key, solve_key) VALUES (:study, :call, :solve)
                ON CONFLICT (study_id, solve_key) DO NOTHING""");
        for (ReviewWait wait : waiting) {
            batch.bind("study", studyId)
                    .bind("call", wait.delegationKey())
                    .bind("solve", wait.solveKey())
                    .add();
        }
        batch.execute();
    }

    List<Queued> queue() {
        return handle.createQuery(QUEUE)
                .map((row, context) -> new Queued(
                        row.getString("call_key"),
                        row.getString("id"),
                        row.getString("problem_id"),
                        row.getInt("version"),
                        row.getString("delegator"),
                        row.getString("reviewer")))
                .list();
    }

    List<ReviewEvent> events(String callKey) {
        return handle.createQuery("""
                        SELECT id, call_key, plan_id, reviewed_id, reviewer, source, reviewed_at FROM review_event
                        WHERE call_key = :key ORDER BY seq""")
                .bind("key", callKey)
                .map((row, context) -> new ReviewEvent(
                        row.getString("id"),
                        row.getString("call_key"),
                        row.getString("plan_id"),
                        row.getString("reviewed_id"),
                        row.getString("reviewer"),
                        row.getString("source"),
                        row.getLong("reviewed_at")))
                .list();
    }

    void review(RunEntry.Reviewed reviewed) {
        int changed = handle.createUpdate("""
                        UPDATE call_result SET reviewed_id = :plan
                        WHERE call_key = :key AND plan_id IS NOT NULL AND reviewed_id IS NULL""")
                .bind("plan", reviewed.plan().id())
                .bind("key", reviewed.callKey())
                .execute();
        if (changed == 1) {
            note(
                    reviewed.id(),
                    reviewed.callKey(),
                    reviewed.plan().id(),
                    reviewed.reviewer(),
                    reviewed.source(),
                    reviewed.at());
        }
    }

    void takeBack(RunEntry.ReviewTakenBack back) {
        int changed = handle.createUpdate(
                        "UPDATE call_result SET reviewed_id = NULL WHERE call_key = :key AND reviewed_id IS NOT NULL"
                                + " AND NOT EXISTS (" + SOLVING + ":key)")
                .bind("key", back.callKey())
                .execute();
        if (changed == 1) {
            note(back.id(), back.callKey(), null, back.reviewer(), null, back.at());
        }
    }

    private void note(
            String id, String callKey, @Nullable String reviewedId, String reviewer, @Nullable String source, long at) {
        handle.createUpdate("""
                        INSERT INTO review_event (id, call_key, plan_id, reviewed_id, reviewer, source, reviewed_at)
                        SELECT :id, call_key, plan_id, :reviewed, :reviewer, :source, :at FROM call_result
                        WHERE call_key = :key
                        ON CONFLICT (id) DO NOTHING""")
                .bind("id", id)
                .bind("key", callKey)
                .bind("reviewed", reviewedId)
                .bind("reviewer", reviewer)
                .bind("source", source)
                .bind("at", at)
                .execute();
    }
}
