package dev.tracewright.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultSetException;

/** Runs through the rows of a query one by one, for queries with so many that a mapper for each would be felt. */
final class Scan {
    private Scan() {}

    /** What is done with the current row. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** @param sql a query without parameters */
    static void of(Handle handle, String sql, Row each) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.read(rows);
            }
        } catch (SQLException e) {
            throw new ResultSetException("The rows of a count could not be read.", e, null);
        }
    }
}
