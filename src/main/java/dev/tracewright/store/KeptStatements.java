package dev.tracewright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection for their next use: the store has few, a run uses the same ones thousands of
 * times, and preparing one takes longer than running it. A statement that is in use is never handed out again.
 */
final class KeptStatements extends DefaultStatementBuilder {
    private static final int MOST = 64;

    private final Map<String, PreparedStatement> free = new HashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = free.remove(sql);
        return kept == null ? super.create(connection, sql, context) : kept;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared && free.size() < MOST && !free.containsKey(sql)) {
            prepared.clearParameters();
            free.put(sql, prepared);
        } else {
            super.close(connection, sql, statement);
        }
    }

    @Override
    public void close(Connection connection) {
        super.close(connection);
        free.clear(); // closing the connection closes them
    }
}
