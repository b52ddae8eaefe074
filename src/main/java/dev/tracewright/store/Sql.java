package dev.tracewright.store;

import dev.tracewright.trace.Approach;

/** Every statement of the store in one place; portable between SQLite and PostgreSQL. */
final class Sql {
    private Sql() {}

    // -- Writing -----------------------------------------------------------------------------------------------------

    static final String ADD_PROBLEM = """
            INSERT INTO problem (id, dataset, number, level, subject)
            VALUES (:id, :dataset, :number, :level, :subject)
            ON CONFLICT (id) DO NOTHING""";

    static final String ADD_PROBLEM_TEXT =
            "INSERT INTO problem_text (problem_id, question, answer) VALUES (:id, :question, :answer)";

    static final String ADD_PROBLEM_KEY = "INSERT INTO problem_key (problem_id, number) VALUES (:id, :number)";

    /** {@code :original} wins; without it the parent's original, or the parent itself where that is an original. */
    static final String ADD_PLAN = """
            INSERT INTO plan (id, problem_id, parent_id, original_id, version, origin, author, delegator, created_at)
            VALUES (:id, :problemId, :parentId,
                    coalesce(:original, (SELECT coalesce(p.original_id, p.id) FROM plan p WHERE p.id = :parentId)),
                    :version, :origin, :author, :delegator, :createdAt)
            ON CONFLICT (id) DO NOTHING""";

    static final String ADD_PLAN_TEXT =
            "INSERT INTO plan_text (plan_id, prompt, steps, cuts) VALUES (:id, :prompt, :text, :cuts)";

    static final String ADD_RESPONSE = """
            INSERT INTO response (id, problem_id, plan_id, approach, delegator, solver, repetition, prompt_tokens,
                                  output_tokens, millis, finish, attempts, source, created_at, template)
            VALUES (:id, :problemId, :planId, :approachKey, :delegator, :solver, :repetition, :promptTokens,
                    :outputTokens, :millis, :finish, :attempts, :source, :createdAt, :template)
            ON CONFLICT (id) DO NOTHING""";

    static final String ADD_RESPONSE_TEXT = """
            INSERT INTO response_text (response_id, prompt, output, reasoning)
            VALUES (:id, :prompt, :output, :reasoning)""";

    static final String ADD_ATTEMPT = """
            INSERT INTO call_attempt (id, problem_id, response_id, plan_id, role, model, started_at, millis, status,
                                      trouble, prompt_tokens, output_tokens)
            VALUES (:id, :problemId, :responseId, :planId, :role, :model, :startedAt, :millis, :status,
                    :problem, :promptTokens, :outputTokens)
            ON CONFLICT (id) DO NOTHING""";

    static final String ADD_LABEL = """
            INSERT INTO label_event (id, response_id, author, verdict, flags, note, undo, seconds, labelled_at)
            VALUES (:id, :responseId, :author, :verdict, :flags, :note, :undo, :seconds, :at)
            ON CONFLICT (id) DO NOTHING""";

    /** Whether the author has said something about the response after {@code :at}. */
    static final String HAS_LATER_LABEL = """
            SELECT count(*) FROM label_event
            WHERE response_id = :responseId AND author = :author AND labelled_at > :at""";

    static final String ADD_DRAFT = """
            INSERT INTO draft_event (id, plan_id, author, standing, action, drafted_at)
            VALUES (:id, :planId, :author, :standing, :action, :at)
            ON CONFLICT (id) DO NOTHING""";

    static final String ADD_DRAFT_TEXT = "INSERT INTO draft_text (draft_id, steps, cuts) VALUES (:id, :text, :cuts)";

    static final String ADD_SUGGESTION = """
            INSERT INTO suggestion (id, response_id, kind, source, place, template, json, raw, trouble, suggested_at)
            VALUES (:id, :responseId, :kind, :source, :place, :template, :json, :raw, :trouble, :at)
            ON CONFLICT (id) DO NOTHING""";

    static final String PUT_SETTING = """
            INSERT INTO session_setting (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value""";

    static final String REMOVE_SETTING = "DELETE FROM session_setting WHERE name = :name";

    // -- Reading one -------------------------------------------------------------------------------------------------

    private static final String PROBLEMS = """
            SELECT p.id, p.dataset, p.number, t.question, t.answer, p.level, p.subject
            FROM problem p JOIN problem_text t ON t.problem_id = p.id
            """;

    static final String PROBLEM = PROBLEMS + "WHERE p.id = :id";

    static final String ALL_PROBLEMS = PROBLEMS + "ORDER BY p.dataset, p.number, p.id";

    static final String PROBLEMS_OF_STUDY =
            PROBLEMS + "JOIN study_problem s ON s.problem_id = p.id WHERE s.study_id = :study ORDER BY s.position";

    private static final String PLANS = """
            SELECT p.id, p.problem_id, p.parent_id, p.version, p.origin, p.author, p.delegator, t.prompt, t.steps, t.cuts,
                   p.created_at
            FROM plan p JOIN plan_text t ON t.plan_id = p.id
            """;

    static final String PLAN = PLANS + "WHERE p.id = :id";

    static final String PLANS_OF_PROBLEM = PLANS + "WHERE p.problem_id = :id ORDER BY p.created_at, p.version, p.id";

    static final String PLANS_OF_CALLS =
            PLANS + "WHERE p.id IN (SELECT plan_id FROM call_result UNION SELECT reviewed_id FROM call_result)";

    static final String ORIGINAL_PLAN = PLANS + "JOIN plan v ON v.original_id = p.id WHERE v.id = :id";

    static final String RESPONSE = """
            SELECT r.id, r.problem_id, r.plan_id, r.approach, r.delegator, r.solver, r.repetition, t.prompt, t.output,
                   t.reasoning, r.prompt_tokens, r.output_tokens, r.millis, r.finish, r.attempts, r.source, r.created_at,
                   r.template
            FROM response r JOIN response_text t ON t.response_id = r.id
            WHERE r.id = :id""";

    static final String ATTEMPTS_OF_PROBLEM = """
            SELECT id, problem_id, response_id, plan_id, role, model, started_at, millis, status, trouble, prompt_tokens,
                   output_tokens
            FROM call_attempt WHERE problem_id = :id ORDER BY started_at, id""";

    private static final String LABELS = """
            SELECT e.seq, e.id, e.response_id, e.author, e.verdict, e.flags, e.note, e.undo, e.seconds, e.labelled_at
            FROM label_event e
            """;

    static final String LABEL = LABELS + "WHERE e.seq = :seq";

    static final String LABEL_HISTORY = LABELS + "WHERE e.response_id = :responseId ORDER BY e.seq";

    static final String CURRENT_LABEL =
            LABELS + "WHERE e.response_id = :responseId AND e.author = :author ORDER BY e.seq DESC LIMIT 1";

    static final String LATEST_DRAFT = """
            SELECT d.id, d.plan_id, d.author, t.steps, t.cuts, d.action, d.drafted_at
            FROM draft_event d LEFT JOIN draft_text t ON t.draft_id = d.id
            WHERE d.plan_id = :planId AND d.author = :author
            ORDER BY d.seq DESC LIMIT 1""";

    static final String LATEST_SUGGESTION = """
            SELECT id, response_id, kind, source, place, template, json, raw, trouble, suggested_at FROM suggestion
            WHERE response_id = :responseId AND kind = :kind ORDER BY seq DESC LIMIT 1""";

    /** The responses about which this source has said something that could be read. */
    static final String SUGGESTED = """
            SELECT DISTINCT response_id FROM suggestion
            WHERE kind = :kind AND source = :source AND json IS NOT NULL""";

    static final String SETTING = "SELECT value FROM session_setting WHERE name = :name";

    static final String ANNOTATORS = "SELECT author FROM label_event UNION SELECT author FROM correction_event";

    // -- Reading the queue -------------------------------------------------------------------------------------------

    static final String QUEUE_PROBLEMS = PROBLEMS + "ORDER BY p.dataset, p.number, p.id";

    private static final String QUEUE_ORDER = "p.dataset, p.number, p.id, " + approachOrder()
            + ", r.delegator NULLS FIRST, r.solver, coalesce(v.version, 0), r.repetition, r.created_at, r.id";

    static final String QUEUE_RESPONSES = """
            SELECT r.id, r.problem_id, r.plan_id, coalesce(v.version, 0) AS version, r.approach, r.delegator, r.solver
            FROM response r JOIN problem p ON p.id = r.problem_id LEFT JOIN plan v ON v.id = r.plan_id
            ORDER BY
            """ + QUEUE_ORDER;

    /** The latest plan of a problem comes last. */
    static final String QUEUE_PLANS = """
            SELECT p.id, p.problem_id, p.version, p.delegator FROM plan p
            WHERE NOT EXISTS (SELECT 1 FROM response r WHERE r.problem_id = p.problem_id)
            ORDER BY p.created_at, p.version, p.id""";

    static final String QUEUE_LABELS = LABELS + """
            JOIN (SELECT max(seq) AS seq FROM label_event WHERE author = :author GROUP BY response_id) latest
              ON latest.seq = e.seq""";

    static final String QUEUE_DRAFTED = """
            SELECT d.plan_id FROM draft_event d
            JOIN (SELECT max(seq) AS seq FROM draft_event WHERE author = :author GROUP BY plan_id) latest
              ON latest.seq = d.seq
            WHERE d.standing""";

    private static final String STANDING_LABELS = """
            SELECT e.response_id, e.author, e.seq FROM label_event e
            JOIN (SELECT max(seq) AS seq FROM label_event GROUP BY response_id, author) latest ON latest.seq = e.seq
            WHERE e.verdict IS NOT NULL OR e.flags <> '' OR e.note <> ''""";

    /** Keys only, so that a session of any size can be sorted; what was taken back counts as none. */
    static final String TRACE_KEYS = "WITH labelled AS (" + STANDING_LABELS + "), corrected AS ("
            + CorrectionSql.STANDING + """
            ), people AS (SELECT response_id, author FROM labelled UNION SELECT response_id, author FROM corrected)
            SELECT r.id, r.problem_id, r.plan_id, l.seq, c.author AS corrected_by
            FROM response r JOIN problem p ON p.id = r.problem_id LEFT JOIN plan v ON v.id = r.plan_id
            LEFT JOIN people a ON a.response_id = r.id
            LEFT JOIN labelled l ON l.response_id = r.id AND l.author = a.author
            LEFT JOIN corrected c ON c.response_id = r.id AND c.author = a.author
            ORDER BY
            """ + QUEUE_ORDER + ", a.author NULLS FIRST";

    private static String approachOrder() {
        StringBuilder order = new StringBuilder("CASE r.approach");
        Approach[] declared = Approach.values();
        for (int i = 0; i < declared.length; i++) {
            order.append(" WHEN '").append(declared[i].key()).append("' THEN ").append(i);
        }
        return order.append(" END").toString();
    }
}
