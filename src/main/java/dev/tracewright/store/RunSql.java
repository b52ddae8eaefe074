package dev.tracewright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The statements of studies and their calls, within one transaction; portable between SQLite and PostgreSQL. */
final class RunSql {
    private static final String RESULTS =
            "SELECT call_key, plan_id, reviewed_id, response_id, trouble FROM call_result";

    private final Handle handle;
    private final SessionWriter writer;
    private final OutlayRows outlays;

    RunSql(Handle handle) {
        this.handle = handle;
        this.writer = new SessionWriter(handle);
        this.outlays = new OutlayRows(handle);
    }

    RunEntry.Result write(RunEntry entry) {
        return switch (entry) {
            case RunEntry.Begun begun -> {
                begin(begun);
                yield unsettled(begun.callKey());
            }
            case RunEntry.Ended ended -> {
                end(ended);
                yield unsettled(ended.callKey());
            }
            case RunEntry.Planned planned -> plan(planned);
            case RunEntry.Answered answered -> answer(answered);
            case RunEntry.GaveUp gaveUp -> {
                settle(gaveUp.callKey(), null, null, gaveUp.why(), "", gaveUp.at());
                yield result(gaveUp.callKey());
            }
            case RunEntry.Reviewed reviewed -> {
                writer.add(reviewed.plan(), null);
                new ReviewSql(handle).review(reviewed);
                yield result(reviewed.callKey());
            }
            case RunEntry.ReviewTakenBack back -> {
                new ReviewSql(handle).takeBack(back);
                yield result(back.callKey());
            }
            case RunEntry.Forgotten forgotten -> {
                handle.createUpdate("DELETE FROM call_result WHERE call_key = :key AND trouble IS NOT NULL")
                        .bind("key", forgotten.callKey())
                        .execute();
                yield result(forgotten.callKey());
            }
        };
    }

    /** Another run of the same study may have been quicker; then its plan stands. */
    private RunEntry.Result plan(RunEntry.Planned planned) {
        RunEntry.Result known = result(planned.callKey());
        if (!isOpen(known)) {
            return known;
        }
        String id = planned.plan().id();
        writer.add(planned.plan(), null);
        settle(planned.callKey(), id, null, null, planned.notes(), planned.at());
        outlays.addUp(planned.callKey(), OutlayRows.DELEGATE, id);
        return new RunEntry.Result(planned.callKey(), id, null, null, null);
    }

    /** Another run of the same study may have been quicker; then its answer stands. */
    private RunEntry.Result answer(RunEntry.Answered answered) {
        RunEntry.Result known = result(answered.callKey());
        if (!isOpen(known)) {
            return known;
        }
        String id = answered.response().id();
        outlays.addUp(answered.callKey(), OutlayRows.SOLVE, id);
        writer.add(answered.response());
        settle(answered.callKey(), null, id, null, answered.notes(), answered.at());
        return new RunEntry.Result(answered.callKey(), null, null, id, null);
    }

    private void begin(RunEntry.Begun begun) {
        handle.createUpdate("""
                        INSERT INTO call_attempt (id, problem_id, response_id, plan_id, role, model, started_at, millis, status,
                                                  trouble, prompt_tokens, output_tokens, study_id, call_key, endpoint)
                        VALUES (:id, :problemId, :responseId, :planId, :role, :model, :startedAt, :millis, :status,
                                :problem, :promptTokens, :outputTokens, :study, :key, :endpoint)""")
                .bindMethods(begun.attempt())
                .bind("study", begun.studyId())
                .bind("key", begun.callKey())
                .bind("endpoint", begun.endpoint())
                .execute();
    }

    private void end(RunEntry.Ended ended) {
        handle.createUpdate("""
                        UPDATE call_attempt
                        SET response_id = :responseId, plan_id = :planId, started_at = :startedAt, millis = :millis,
                            status = :status, trouble = :problem, prompt_tokens = :promptTokens,
                            output_tokens = :outputTokens, cost_nano = :cost, currency = :currency
                        WHERE id = :id""")
                .bindMethods(ended.attempt())
                .bind("cost", OutlayRows.nano(ended.cost()))
                .bind("currency", ended.currency())
                .execute();
    }

    /** A call that was given up may still be answered; one that has an answer keeps it. */
    private void settle(
            String key,
            @Nullable String planId,
            @Nullable String responseId,
            @Nullable String trouble,
            String notes,
            long at) {
        handle.createUpdate("""
                        INSERT INTO call_result (call_key, plan_id, response_id, trouble, notes, settled_at)
                        VALUES (:key, :plan, :response, :trouble, :notes, :at)
                        ON CONFLICT (call_key) DO UPDATE
                        SET plan_id = excluded.plan_id, response_id = excluded.response_id, trouble = excluded.trouble,
                            notes = excluded.notes, settled_at = excluded.settled_at
                        WHERE call_result.trouble IS NOT NULL""")
                .bind("key", key)
                .bind("plan", planId)
                .bind("response", responseId)
                .bind("trouble", trouble)
                .bind("notes", notes)
                .bind("at", at)
                .execute();
    }

    private static boolean isOpen(RunEntry.Result known) {
        return known.planId() == null && known.responseId() == null;
    }

    private static RunEntry.Result unsettled(String key) {
        return new RunEntry.Result(key, null, null, null, null);
    }

    private RunEntry.Result result(String key) {
        return handle.createQuery(RESULTS + " WHERE call_key = :key")
                .bind("key", key)
                .map((row, context) -> result(row))
                .findOne()
                .orElseGet(() -> unsettled(key));
    }

    private static RunEntry.Result result(ResultSet row) throws SQLException {
        return new RunEntry.Result(
                row.getString("call_key"),
                row.getString("plan_id"),
                row.getString("reviewed_id"),
                row.getString("response_id"),
                row.getString("trouble"));
    }

    List<RunEntry.Result> results() {
        return handle.createQuery(RESULTS).map((row, context) -> result(row)).list();
    }

    List<RunEntry.Usage> usage() {
        return handle.createQuery("""
                        SELECT call_key, endpoint, model, millis, status, prompt_tokens, output_tokens, cost_nano, currency
                        FROM call_attempt
                        WHERE call_key IS NOT NULL""")
                .map((row, context) -> new RunEntry.Usage(
                        row.getString("call_key"),
                        row.getString("endpoint"),
                        row.getString("model"),
                        row.getLong("millis"),
                        row.getInt("status"),
                        Rows.integer(row, "prompt_tokens"),
                        Rows.integer(row, "output_tokens"),
                        OutlayRows.cost(row),
                        row.getString("currency")))
                .list();
    }
}
