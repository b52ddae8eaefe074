package dev.tracewright.store;

import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Response;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the rows that results are counted from in step with what they stand for, within the transaction that changes it; portable
 * between SQLite and PostgreSQL.
 */
final class AnswerRows {
    private static final String CORRECTED = "coalesce(v.origin <> 'DELEGATOR' AND v.version > 1, FALSE)";

    private static final String ADD_CELL = """
            INSERT INTO cell (dataset, level, subject, approach, template, delegator, solver, corrected)
            SELECT p.dataset, coalesce(p.level, ''), coalesce(p.subject, ''), :approach, coalesce(:template, ''),
                   coalesce(:delegator, ''), :solver,
            """ + CORRECTED + """
             FROM problem p LEFT JOIN plan v ON v.id = :planId
            WHERE p.id = :problemId
            ON CONFLICT (dataset, solver, approach, delegator, template, corrected, level, subject) DO NOTHING""";

    private static final String ADD = """
            INSERT INTO answer (response_id, cell, problem, repetition, again, version, panel, reading, prompt_tokens,
                                output_tokens, millis, cost_nano, currency, person_millis, characters)
            SELECT :id, c.id, k.id, :repetition,
                   (SELECT count(*) FROM answer b WHERE b.problem = k.id AND b.repetition = :repetition AND b.cell = c.id),
                   coalesce(v.version, 0), (SELECT e.id FROM panel e WHERE e.code = ''), NULL,
                   coalesce(o.prompt_tokens, :promptTokens), coalesce(o.output_tokens, :outputTokens),
                   coalesce(o.millis, :millis), o.cost_nano, o.currency, 0, :characters
            FROM problem p JOIN problem_key k ON k.problem_id = p.id
            LEFT JOIN plan v ON v.id = :planId
            LEFT JOIN outlay o ON o.kind = 'solve' AND o.id = :id
            JOIN cell c ON c.dataset = p.dataset AND c.solver = :solver AND c.approach = :approach
                       AND c.delegator = coalesce(:delegator, '') AND c.template = coalesce(:template, '')
                       AND c.level = coalesce(p.level, '') AND c.subject = coalesce(p.subject, '')
                       AND c.corrected =
            """ + CORRECTED + """
             WHERE p.id = :problemId""";

    private static final String COST = """
            UPDATE answer
            SET cost_nano = o.cost_nano, currency = o.currency, prompt_tokens = coalesce(o.prompt_tokens, answer.prompt_tokens),
                output_tokens = coalesce(o.output_tokens, answer.output_tokens), millis = o.millis
            FROM outlay o
            WHERE o.kind = 'solve' AND o.id = :id AND answer.response_id = :id""";

    private static final String ADD_ANNOTATOR =
            "INSERT INTO annotator (name) VALUES (:author) ON CONFLICT (name) DO NOTHING";

    private static final String STAND = """
            INSERT INTO standing_label (answer, annotator, said, millis)
            SELECT a.id, n.id, :said, :millis FROM answer a JOIN annotator n ON n.name = :author
            WHERE a.response_id = :responseId
            ON CONFLICT (answer, annotator) DO UPDATE
            SET said = excluded.said, millis = standing_label.millis + excluded.millis""";

    private static final String CODE = """
            SELECT coalesce(string_agg(s.annotator || ':' || s.said, ',' ORDER BY s.annotator), '')
            FROM standing_label s JOIN answer b ON b.id = s.answer
            WHERE b.response_id = :responseId AND s.said <> 0""";

    private static final String ADD_PANEL = "INSERT INTO panel (code) VALUES (:code) ON CONFLICT (code) DO NOTHING";

    private static final String SEAT = """
            UPDATE answer SET panel = (SELECT e.id FROM panel e WHERE e.code = :code), person_millis = person_millis + :millis
            WHERE response_id = :responseId""";

    private final Handle handle;

    AnswerRows(Handle handle) {
        this.handle = handle;
    }

    /** Adds the row of a response that was just added; its problem and plan are there, and what it took if that is known. */
    void add(Response response) {
        handle.createUpdate(ADD_CELL)
                .bind("approach", response.approach().key())
                .bind("template", response.template())
                .bind("delegator", response.delegator())
                .bind("solver", response.solver())
                .bind("planId", response.planId())
                .bind("problemId", response.problemId())
                .execute();
        handle.createUpdate(ADD)
                .bind("id", response.id())
                .bind("approach", response.approach().key())
                .bind("template", response.template())
                .bind("delegator", response.delegator())
                .bind("solver", response.solver())
                .bind("repetition", response.repetition())
                .bind("planId", response.planId())
                .bind("problemId", response.problemId())
                .bind("promptTokens", response.promptTokens())
                .bind("outputTokens", response.outputTokens())
                .bind("millis", response.millis())
                .bind("characters", characters(response.output()))
                .execute();
    }

    /** Takes over what an answer took, where that became known after the answer. */
    void paid(String responseId) {
        handle.createUpdate(COST).bind("id", responseId).execute();
    }

    /** Takes over a label event that was just added. */
    void labelled(LabelEvent event) {
        long millis = Math.round(event.seconds() * 1000);
        int said = Codes.said(event.label());
        handle.createUpdate(ADD_ANNOTATOR).bind("author", event.author()).execute();
        handle.createUpdate(STAND)
                .bind("said", said)
                .bind("millis", millis)
                .bind("author", event.author())
                .bind("responseId", event.responseId())
                .execute();
        String code = handle.createQuery(CODE)
                .bind("responseId", event.responseId())
                .mapTo(String.class)
                .one();
        handle.createUpdate(ADD_PANEL).bind("code", code).execute();
        handle.createUpdate(SEAT)
                .bind("code", code)
                .bind("millis", millis)
                .bind("responseId", event.responseId())
                .execute();
    }

    /** Forgets what was read in an answer, because somebody knows better what became of its steps. */
    void corrected(String responseId) {
        handle.createUpdate("UPDATE answer SET reading = NULL WHERE response_id = :id AND reading IS NOT NULL")
                .bind("id", responseId)
                .execute();
    }

    /** The length of a text as the data base counts it. */
    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
