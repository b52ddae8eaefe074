package dev.tracewright.store;

/** The statements about corrections; portable between SQLite and PostgreSQL as those of {@link Sql} are. */
final class CorrectionSql {
    private CorrectionSql() {}

    static final String ADD = """
            INSERT INTO correction_event (id, response_id, author, target, step, start_at, end_at, value, undo, source,
                                          opinion_id, corrected_at)
            VALUES (:id, :responseId, :author, :target, :step, :start, :end, :value, :undo, :source, :opinionId, :at)
            ON CONFLICT (id) DO NOTHING""";

    /** Whether the author has said something about the same place after {@code :at}. */
    static final String HAS_LATER = """
            SELECT count(*) FROM correction_event
            WHERE response_id = :responseId AND author = :author AND target = :target AND step = :step
              AND start_at = :start AND end_at = :end AND corrected_at > :at""";

    private static final String EVENTS = """
            SELECT e.id, e.response_id, e.author, e.target, e.step, e.start_at, e.end_at, e.value, e.undo, e.source,
                   e.opinion_id, e.corrected_at
            FROM correction_event e
            """;

    static final String HISTORY = EVENTS + "WHERE e.response_id = :responseId ORDER BY e.seq";

    static final String HISTORY_OF_AUTHOR =
            EVENTS + "WHERE e.response_id = :responseId AND e.author = :author ORDER BY e.seq";

    /** Who corrected what and lets it stand; one row for each response and author. */
    static final String STANDING = """
            SELECT DISTINCT e.response_id, e.author FROM correction_event e
            JOIN (SELECT max(seq) AS seq FROM correction_event
                  GROUP BY response_id, author, target, step, start_at, end_at) latest ON latest.seq = e.seq
            WHERE e.value IS NOT NULL""";
}
