package dev.tracewright.store;

import dev.tracewright.trace.Approach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Makes a session with any number of answers for measuring how results are counted: two data sets, five solvers, four approaches
 * with two delegators and corrected steps, seven repetitions; every answer labelled and read. The texts are a few words long, because
 * counting never reads them. The data base makes the rows itself, which takes seconds where adding answers one by one takes long.
 */
final class MadeAnswers {
    /** The first annotator, who has labelled everything; the second one has labelled every tenth answer. */
    static final List<String> ANNOTATORS = List.of("first", "second");

    /** Answers to one problem. */
    static final int A_PROBLEM = 6 * 5 * 7;

    private static final int PATTERNS = 3_000;
    private static final int PLAIN = 12;
    private static final int FINDINGS = 128;

    /** Even, so that equal numbers get equal values; spread over 0 to 999. */
    private static final String DICE = "(((n + {salt}) * 2654435761) % 4294967296 / 65536 % 1000)";

    /** Spread evenly over the bands. */
    private static final String LENGTH =
            "(125 << " + DICE.replace("{salt}", "331") + " % 7) + " + DICE.replace("{salt}", "57") + " % 125";

    private MadeAnswers() {}

    /** Makes the session at {@code file}, with {@code answers} answers rounded up to whole problems. */
    static void create(Path file, int answers) {
        SqliteMigrations.createFile(file, SqliteMigrations.CURRENT);
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteMigrations.CURRENT, config -> {})) {
            database.write(handle -> {
                fill(handle, (answers + A_PROBLEM - 1) / A_PROBLEM);
                return true;
            });
        }
    }

    private static void fill(Handle handle, int problems) {
        String series =
                "WITH RECURSIVE series (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n + 1 < {size}) ";
        String ofProblems = series.replace("{size}", String.valueOf(problems));
        handle.execute("INSERT INTO problem (id, dataset, number, level, subject) " + ofProblems + """
                SELECT 'problem-' || n, CASE n % 2 WHEN 0 THEN 'gsm8k' ELSE 'math' END, n / 2 + 1,
                       CASE n % 2 WHEN 1 THEN 'Level ' || (n / 2 % 5 + 1) END, CASE n % 2 WHEN 1 THEN 'Subject ' || (n / 2 % 7 + 1) END
                FROM series""");
        handle.execute("INSERT INTO problem_text SELECT id, 'How many?', '#### 4' FROM problem");
        handle.execute(
                "INSERT INTO problem_key (problem_id, number) SELECT id, number FROM problem ORDER BY dataset, number, id");
        // Three versions a problem and repetition: of the first delegator, of the second, and the first one's
        // corrected.
        handle.execute("""
                INSERT INTO plan (id, problem_id, parent_id, original_id, version, origin, author, delegator, created_at)
                """ + series.replace("{size}", String.valueOf(problems * 7 * 3)) + """
                SELECT 'plan-' || n, 'problem-' || (n / 21), CASE n % 3 WHEN 2 THEN 'plan-' || (n - 2) END,
                       CASE n % 3 WHEN 2 THEN 'plan-' || (n - 2) END, n % 3 / 2 + 1,
                       CASE n % 3 WHEN 2 THEN 'PERSON' ELSE 'DELEGATOR' END, 'author', 'delegator-' || (n % 3 % 2), n
                FROM series""");
        handle.execute("INSERT INTO plan_text SELECT id, NULL, 'Add.', '0,0,4,0' FROM plan");
        handle.execute("""
                INSERT INTO plan_change SELECT id, original_id, :rules, 1, 0, 1, 2 FROM plan WHERE version = 2""".replace(":rules", String.valueOf(AnswerReading.RULES)));
        handle.execute("""
                INSERT INTO outlay (kind, id, attempts, millis, prompt_tokens, output_tokens, cost_nano, currency)
                SELECT 'delegate', id, 1, 900, 90, 120, 50000, 'USD' FROM plan WHERE version = 1""");
        readings(handle);
        panels(handle);
        answers(handle, series.replace("{size}", String.valueOf(problems * A_PROBLEM)));
    }

    private static void readings(Handle handle) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO reading (rules, statuses, findings, first_false, suggestion, strict)
                VALUES (:rules, :statuses, :findings, :firstFalse, :suggestion, :strict)""");
        List<String> suggestions = List.of("true", "false", "unsure");
        for (int i = 0; i < PLAIN + PATTERNS; i++) {
            StringBuilder statuses = new StringBuilder();
            for (int rest = i - PLAIN, step = 0; rest >= 0 && step < 3 + (i % 4); step++, rest = rest / 3) {
                statuses.append("fffmsenr".charAt(rest % 3 * 2 + step % 2));
            }
            batch.bind("rules", AnswerReading.RULES)
                    .bind("statuses", statuses.toString())
                    .bind("findings", i % FINDINGS)
                    .bind("firstFalse", i / FINDINGS)
                    .bind("suggestion", suggestions.get(i % 3))
                    .bind("strict", i % 2 == 0 ? "true" : "false")
                    .add();
        }
        batch.execute();
    }

    /** Every combination that occurs: the first one says one of four things, the second nothing or one of two. */
    private static void panels(Handle handle) {
        ANNOTATORS.forEach(name -> handle.createUpdate("INSERT INTO annotator (name) VALUES (:name)")
                .bind("name", name)
                .execute());
        List<String> codes = new ArrayList<>();
        for (int first : List.of(Codes.TRUE, Codes.FALSE, Codes.TRUE + 1, Codes.FALSE + 4)) {
            codes.add("1:" + first);
            codes.add("1:" + first + ",2:" + Codes.TRUE);
            codes.add("1:" + first + ",2:" + Codes.FALSE);
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO panel (code) VALUES (:code)");
        codes.forEach(code -> batch.bind("code", code).add());
        batch.execute();
    }

    private static void answers(Handle handle, String series) {
        // Slots 0 to 2 are the approaches without steps, 3 and 4 follow the delegators' steps, 5 the corrected ones.
        handle.execute("""
                INSERT INTO response (id, problem_id, plan_id, approach, delegator, solver, repetition, prompt_tokens,
                                      output_tokens, millis, finish, attempts, created_at, template)
                """ + series + """
                SELECT 'response-' || n, 'problem-' || (n / 210),
                       CASE WHEN n % 6 > 2 THEN 'plan-' || (n / 210 * 21 + n / 30 % 7 * 3 + n % 6 - 3) END,
                       CASE n % 6 WHEN 0 THEN 'standard' WHEN 1 THEN 'chain-of-thought' WHEN 2 THEN 'plan-and-solve'
                       ELSE '""" + Approach.TRACE_OF_THOUGHT.key() + """
                ' END, CASE n % 6 WHEN 3 THEN 'delegator-0' WHEN 4 THEN 'delegator-1' WHEN 5 THEN 'delegator-0' END,
                       'solver-' || (n / 6 % 5), n / 30 % 7, 100 + n % 50, 200 + n % 300, 900 + n % 700, 'STOP', 1, n,
                       'made/solution@1'
                FROM series""");
        handle.execute("INSERT INTO response_text SELECT id, '', '2 + 2 = 4', NULL FROM response");
        handle.execute("""
                INSERT INTO cell (dataset, level, subject, approach, template, delegator, solver, corrected)
                SELECT DISTINCT p.dataset, coalesce(p.level, ''), coalesce(p.subject, ''), r.approach, r.template,
                       coalesce(r.delegator, ''), r.solver, coalesce(v.version > 1, FALSE)
                FROM response r JOIN problem p ON p.id = r.problem_id LEFT JOIN plan v ON v.id = r.plan_id""");
        String said = "CASE WHEN {dice} < 650 THEN 8 WHEN {dice} < 950 THEN 16 WHEN {dice} < 980 THEN 9 ELSE 20 END"
                .replace("{dice}", DICE.replace("{salt}", "5"));
        String second = "CASE WHEN {dice} < 600 THEN 8 ELSE 16 END".replace("{dice}", DICE.replace("{salt}", "77"));
        String dice = DICE.replace("{salt}", "911");
        handle.execute("""
                INSERT INTO answer (response_id, cell, problem, repetition, again, version, panel, reading, prompt_tokens,
                                    output_tokens, millis, cost_nano, currency, person_millis, characters)
                SELECT r.id, c.id, k.id, r.repetition, 0, coalesce(v.version, 0), e.id,
                """ + "CASE WHEN n % 6 > 2 THEN " + (PLAIN + 1) + " + " + dice + " * " + dice
                + " * 3 / 1000 ELSE 1 + " + dice
                + " % " + PLAIN + " END," + """
                       r.prompt_tokens, r.output_tokens, r.millis, 1000 + n % 999, 'USD', 4000, r.characters
                FROM (SELECT q.*,
                """ + LENGTH + """
                 AS characters FROM (SELECT *, created_at AS n FROM response) q) r
                JOIN problem p ON p.id = r.problem_id JOIN problem_key k ON k.problem_id = p.id
                LEFT JOIN plan v ON v.id = r.plan_id
                JOIN panel e ON e.code = '1:' || ("""
                + said + ") || CASE n % 10 WHEN 0 THEN ',2:' || (" + second + """
                ) ELSE '' END
                JOIN cell c ON c.dataset = p.dataset AND c.solver = r.solver AND c.approach = r.approach
                           AND c.delegator = coalesce(r.delegator, '') AND c.template = r.template
                           AND c.corrected = coalesce(v.version > 1, FALSE) AND c.level = coalesce(p.level, '')
                           AND c.subject = coalesce(p.subject, '')
                ORDER BY n""");
        handle.execute("INSERT INTO standing_label SELECT a.id, 1, " + said
                + ", 4000 FROM (SELECT id, id - 1 AS n FROM answer) a");
        handle.execute("INSERT INTO standing_label SELECT a.id, 2, " + second
                + ", 4000 FROM (SELECT id, id - 1 AS n FROM answer) a WHERE n % 10 = 0");
    }
}
