package dev.tracewright.store;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** Reads records within one snapshot. */
final class SessionReader {
    private final Handle handle;
    private final Rows rows;

    SessionReader(Handle handle, Rows rows) {
        this.handle = handle;
        this.rows = rows;
    }

    Optional<Problem> problem(String id) {
        return byId(Sql.PROBLEM, id, (row, context) -> rows.problem(row));
    }

    Optional<Plan> plan(String id) {
        return byId(Sql.PLAN, id, (row, context) -> rows.plan(row));
    }

    List<Plan> plansOf(String problemId) {
        return handle.createQuery(Sql.PLANS_OF_PROBLEM)
                .bind("id", problemId)
                .map((row, context) -> rows.plan(row))
                .list();
    }

    Optional<Response> response(String id) {
        return byId(Sql.RESPONSE, id, (row, context) -> rows.response(row));
    }

    List<CallAttempt> attemptsOf(String problemId) {
        return handle.createQuery(Sql.ATTEMPTS_OF_PROBLEM)
                .bind("id", problemId)
                .map((row, context) -> rows.attempt(row))
                .list();
    }

    List<LabelEvent> labelHistory(String responseId) {
        return handle.createQuery(Sql.LABEL_HISTORY)
                .bind("responseId", responseId)
                .map((row, context) -> rows.labelEvent(row))
                .list();
    }

    Optional<Draft> draft(String planId, String author) {
        return handle.createQuery(Sql.LATEST_DRAFT)
                .bind("planId", planId)
                .bind("author", author)
                .map((row, context) -> rows.draft(row))
                .findOne()
                .filter(draft -> draft.steps() != null);
    }

    List<CorrectionEvent> corrections(String responseId, String author) {
        return CorrectionEvent.inForce(handle.createQuery(CorrectionSql.HISTORY_OF_AUTHOR)
                .bind("responseId", responseId)
                .bind("author", author)
                .map((row, context) -> rows.correctionEvent(row))
                .list());
    }

    List<CorrectionEvent> correctionHistory(String responseId) {
        return handle.createQuery(CorrectionSql.HISTORY)
                .bind("responseId", responseId)
                .map((row, context) -> rows.correctionEvent(row))
                .list();
    }

    Optional<StoredSuggestion> suggestion(String responseId, String kind) {
        return handle.createQuery(Sql.LATEST_SUGGESTION)
                .bind("responseId", responseId)
                .bind("kind", kind)
                .map((row, context) -> rows.suggestion(row))
                .findOne();
    }

    Set<String> suggested(String kind, String source) {
        return handle.createQuery(Sql.SUGGESTED)
                .bind("kind", kind)
                .bind("source", source)
                .mapTo(String.class)
                .set();
    }

    Optional<String> setting(String key) {
        return handle.createQuery(Sql.SETTING)
                .bind("name", key)
                .mapTo(String.class)
                .findOne();
    }

    List<String> annotators() {
        return handle.createQuery(Sql.ANNOTATORS).mapTo(String.class).stream()
                .sorted()
                .toList();
    }

    Optional<Trace> trace(String responseId, String annotator) {
        return response(responseId).map(response -> {
            LabelEvent label = handle.createQuery(Sql.CURRENT_LABEL)
                    .bind("responseId", responseId)
                    .bind("author", annotator)
                    .map((row, context) -> rows.labelEvent(row))
                    .findOne()
                    .orElse(null);
            return new Parts().trace(response, label, corrections(responseId, annotator));
        });
    }

    void forEachTrace(Consumer<Trace> consumer) {
        Parts parts = new Parts();
        try (ResultIterator<TraceKey> keys = handle.createQuery(Sql.TRACE_KEYS)
                .map((row, context) ->
                        new TraceKey(row.getString("id"), Rows.longInteger(row, "seq"), row.getString("corrected_by")))
                .iterator()) {
            while (keys.hasNext()) {
                TraceKey key = keys.next();
                consumer.accept(parts.trace(
                        response(key.responseId()).orElseThrow(),
                        key.seq() == null ? null : label(key.seq()),
                        key.correctedBy() == null ? List.of() : corrections(key.responseId(), key.correctedBy())));
            }
        }
    }

    List<ItemRow> items(String annotator) {
        Map<String, List<QueuedResponse>> responses = new HashMap<>();
        handle.createQuery(Sql.QUEUE_RESPONSES)
                .map((row, context) -> new QueuedResponse(
                        row.getString("id"),
                        row.getString("problem_id"),
                        row.getString("plan_id"),
                        row.getInt("version"),
                        Approach.ofKey(row.getString("approach")),
                        row.getString("delegator"),
                        row.getString("solver")))
                .forEach(response -> responses
                        .computeIfAbsent(response.problemId(), id -> new ArrayList<>())
                        .add(response));
        Map<String, QueuedPlan> plans = new HashMap<>();
        handle.createQuery(Sql.QUEUE_PLANS)
                .map((row, context) -> new QueuedPlan(
                        row.getString("id"),
                        row.getString("problem_id"),
                        row.getInt("version"),
                        row.getString("delegator")))
                .forEach(plan -> plans.put(plan.problemId(), plan));
        Map<String, LabelEvent> labels = new HashMap<>();
        handle.createQuery(Sql.QUEUE_LABELS)
                .bind("author", annotator)
                .map((row, context) -> rows.labelEvent(row))
                .forEach(event -> labels.put(event.responseId(), event));
        Set<String> drafted = handle.createQuery(Sql.QUEUE_DRAFTED)
                .bind("author", annotator)
                .mapTo(String.class)
                .set();

        Map<String, List<ReviewSql.Queued>> reviews = new HashMap<>();
        new ReviewSql(handle)
                .queue()
                .forEach(review -> reviews.computeIfAbsent(review.problemId(), id -> new ArrayList<>())
                        .add(review));

        List<ItemRow> items = new ArrayList<>();
        handle.createQuery(Sql.QUEUE_PROBLEMS)
                .map((row, context) -> rows.problem(row))
                .forEach(problem -> {
                    List<QueuedResponse> answers = responses.getOrDefault(problem.id(), List.of());
                    List<ReviewSql.Queued> waiting = reviews.getOrDefault(problem.id(), List.of());
                    if (answers.isEmpty() && waiting.isEmpty()) {
                        items.add(unsolved(problem, plans.get(problem.id()), drafted));
                    }
                    waiting.forEach(review -> items.add(review(problem, review, drafted)));
                    answers.forEach(answer -> items.add(answered(problem, answer, labels.get(answer.id()), drafted)));
                });
        return List.copyOf(items);
    }

    private static ItemRow answered(
            Problem problem, QueuedResponse answer, @Nullable LabelEvent label, Set<String> drafted) {
        return new ItemRow(
                problem,
                answer.id(),
                answer.planId(),
                answer.planVersion(),
                answer.approach(),
                answer.delegator(),
                answer.solver(),
                label == null ? Label.NONE : label.label(),
                label == null ? 0 : label.at(),
                answer.planId() != null && drafted.contains(answer.planId()));
    }

    private static ItemRow review(Problem problem, ReviewSql.Queued review, Set<String> drafted) {
        return new ItemRow(
                problem,
                null,
                review.planId(),
                review.planVersion(),
                null,
                review.delegator(),
                null,
                Label.NONE,
                0,
                drafted.contains(review.planId()),
                new ItemRow.Review(review.callKey(), review.reviewer()));
    }

    private static ItemRow unsolved(Problem problem, @Nullable QueuedPlan plan, Set<String> drafted) {
        return plan == null
                ? new ItemRow(problem, null, null, 0, null, null, null, Label.NONE, 0, false)
                : new ItemRow(
                        problem,
                        null,
                        plan.id(),
                        plan.version(),
                        null,
                        plan.delegator(),
                        null,
                        Label.NONE,
                        0,
                        drafted.contains(plan.id()));
    }

    private LabelEvent label(long seq) {
        return handle.createQuery(Sql.LABEL)
                .bind("seq", seq)
                .map((row, context) -> rows.labelEvent(row))
                .one();
    }

    private <T> Optional<T> byId(String sql, String id, RowMapper<T> mapper) {
        return handle.createQuery(sql).bind("id", id).map(mapper).findOne();
    }

    /** What several traces of one problem share; remembers one problem's at a time, which is enough in queue order. */
    private final class Parts {
        private @Nullable Problem problem;
        private final OutlayRows outlays = new OutlayRows(handle);
        private final Map<String, Plan> plans = new HashMap<>();
        private final Map<String, Optional<Plan>> originals = new HashMap<>();

        Trace trace(Response response, @Nullable LabelEvent label, List<CorrectionEvent> corrections) {
            Problem current = problem;
            if (current == null || !current.id().equals(response.problemId())) {
                current = problem(response.problemId()).orElseThrow();
                problem = current;
                plans.clear();
                originals.clear();
            }
            String planId = response.planId();
            Outlay solving = outlays.of(OutlayRows.SOLVE, response.id());
            if (planId == null) {
                return new Trace(current, null, null, response, label, corrections, solving, null);
            }
            Plan plan = plans.computeIfAbsent(planId, id -> plan(id).orElseThrow());
            Plan original = originals
                    .computeIfAbsent(planId, id -> byId(Sql.ORIGINAL_PLAN, id, (row, context) -> rows.plan(row)))
                    .orElse(null);
            Outlay delegating = outlays.of(OutlayRows.DELEGATE, original == null ? plan.id() : original.id());
            return new Trace(current, plan, original, response, label, corrections, solving, delegating);
        }
    }

    private record TraceKey(
            String responseId, @Nullable Long seq, @Nullable String correctedBy) {}

    private record QueuedResponse(
            String id,
            String problemId,
            @Nullable String planId,
            int planVersion,
            Approach approach,
            @Nullable String delegator,
            String solver) {}

    private record QueuedPlan(String id, String problemId, int version, String delegator) {}
}
