package dev.tracewright.store;

import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The statements that hand out what has not been read and keep what reading brought, within one transaction. */
final class ReadingSql {
    private static final String UNREAD =
            "(a.reading IS NULL OR a.reading IN (SELECT id FROM reading WHERE rules <> :rules))";

    private static final String CORRECTED =
            "coalesce((SELECT max(e.seq) FROM correction_event e WHERE e.response_id = a.response_id), 0)";

    private static final String PAGE = """
            SELECT a.id AS answer, a.response_id, p.id AS problem_id, p.dataset, p.number, p.level, p.subject, q.question, q.answer
                   AS gold, s.steps, s.cuts, t.output, r.finish,
            """ + CORRECTED + """
             AS corrected
            FROM answer a JOIN response r ON r.id = a.response_id JOIN response_text t ON t.response_id = a.response_id
            JOIN problem p ON p.id = r.problem_id JOIN problem_text q ON q.problem_id = p.id
            LEFT JOIN plan_text s ON s.plan_id = r.plan_id
            WHERE a.id > :after AND\s""" + UNREAD + " ORDER BY a.id LIMIT :limit";

    private static final String ADD = """
            INSERT INTO reading (rules, statuses, findings, first_false, suggestion, strict)
            VALUES (:rules, :statuses, :findings, :firstFalse, :suggestion, :strict)
            ON CONFLICT (statuses, findings, first_false, suggestion, strict, rules) DO NOTHING""";

    private static final String FIND = """
            SELECT id FROM reading
            WHERE statuses = :statuses AND findings = :findings AND first_false = :firstFalse AND suggestion = :suggestion
              AND strict = :strict AND rules = :rules""";

    private static final String TAKE =
            "UPDATE answer AS a SET reading = :reading WHERE a.id = :key AND " + CORRECTED + " = :corrected";

    private static final String PLANS = """
            SELECT v.id, o.id AS original_id, ot.steps AS original, ot.cuts AS original_cuts, vt.steps AS present,
                   vt.cuts AS present_cuts
            FROM plan v JOIN plan o ON o.id = v.original_id
            JOIN plan_text ot ON ot.plan_id = o.id JOIN plan_text vt ON vt.plan_id = v.id
            WHERE v.origin <> 'DELEGATOR'
              AND NOT EXISTS (SELECT 1 FROM plan_change c WHERE c.plan_id = v.id AND c.rules = :rules)
              AND EXISTS (SELECT 1 FROM response r WHERE r.problem_id = v.problem_id AND r.plan_id = v.id)
            ORDER BY v.id LIMIT :limit""";

    private static final String ADD_CHANGE = """
            INSERT INTO plan_change (plan_id, original_id, rules, inserted, deleted, moved, reworded)
            VALUES (:id, :originalId, :rules, :inserted, :deleted, :moved, :reworded)
            ON CONFLICT (plan_id) DO UPDATE
            SET rules = excluded.rules, inserted = excluded.inserted, deleted = excluded.deleted, moved = excluded.moved,
                reworded = excluded.reworded""";

    private final Handle handle;
    private final Rows rows;
    private final int rules;

    ReadingSql(Handle handle, Rows rows, int rules) {
        this.handle = handle;
        this.rows = rows;
        this.rules = rules;
    }

    long unread() {
        return handle.createQuery("SELECT count(*) FROM answer a WHERE " + UNREAD)
                .bind("rules", rules)
                .mapTo(Long.class)
                .one();
    }

    List<UnreadAnswer> unread(long after, int limit, @Nullable String annotator) {
        Map<String, Problem> problems = new HashMap<>();
        return handle.createQuery(PAGE)
                .bind("rules", rules)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> answer(row, problems, annotator))
                .list();
    }

    private UnreadAnswer answer(ResultSet row, Map<String, Problem> problems, @Nullable String annotator)
            throws SQLException {
        String problemId = row.getString("problem_id");
        Problem problem = problems.get(problemId);
        if (problem == null) {
            problem = new Problem(
                    problemId,
                    row.getString("dataset"),
                    row.getInt("number"),
                    row.getString("question"),
                    row.getString("gold"),
                    row.getString("level"),
                    row.getString("subject"));
            problems.put(problemId, problem);
        }
        String steps = row.getString("steps");
        long corrected = row.getLong("corrected");
        String responseId = row.getString("response_id");
        return new UnreadAnswer(
                row.getLong("answer"),
                problem,
                steps == null ? null : rows.steps(responseId, steps, row.getString("cuts")),
                row.getString("output"),
                FinishReason.valueOf(row.getString("finish")),
                corrected == 0 ? List.of() : corrections(responseId, annotator),
                corrected);
    }

    private List<CorrectionEvent> corrections(String responseId, @Nullable String annotator) {
        List<CorrectionEvent> history = new SessionReader(handle, rows).correctionHistory(responseId);
        String whose = history.stream()
                .map(CorrectionEvent::author)
                .filter(author -> author.equals(annotator))
                .findFirst()
                .orElse(history.getLast().author());
        return CorrectionEvent.inForce(
                history.stream().filter(event -> event.author().equals(whose)).toList());
    }

    void add(List<AnswerReading> readings) {
        Map<List<Object>, Long> known = new HashMap<>();
        PreparedBatch batch = handle.prepareBatch(TAKE);
        for (AnswerReading reading : readings) {
            long id = known.computeIfAbsent(
                    List.of(
                            Codes.statuses(reading.statuses()),
                            Codes.findings(reading.findings()),
                            reading.firstFalse(),
                            Codes.suggestion(reading.suggestion()),
                            Codes.verdict(reading.strict())),
                    this::id);
            batch.bind("reading", id)
                    .bind("key", reading.key())
                    .bind("corrected", reading.corrected())
                    .add();
        }
        if (!readings.isEmpty()) {
            batch.execute();
        }
    }

    private long id(List<Object> values) {
        Map<String, Object> named = Map.of(
                "statuses", values.get(0),
                "findings", values.get(1),
                "firstFalse", values.get(2),
                "suggestion", values.get(3),
                "strict", values.get(4),
                "rules", rules);
        return handle.createQuery(FIND)
                .bindMap(named)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> {
                    handle.createUpdate(ADD).bindMap(named).execute();
                    return handle.createQuery(FIND)
                            .bindMap(named)
                            .mapTo(Long.class)
                            .one();
                });
    }

    List<UnreadPlan> unreadPlans(int limit) {
        return handle.createQuery(PLANS)
                .bind("rules", rules)
                .bind("limit", limit)
                .map((row, context) -> {
                    String id = row.getString("id");
                    return new UnreadPlan(
                            id,
                            row.getString("original_id"),
                            rows.steps(id, row.getString("original"), row.getString("original_cuts")),
                            rows.steps(id, row.getString("present"), row.getString("present_cuts")));
                })
                .list();
    }

    void addChanges(List<PlanChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(ADD_CHANGE);
        changes.forEach(change -> batch.bindMethods(change).bind("rules", rules).add());
        batch.execute();
    }
}
