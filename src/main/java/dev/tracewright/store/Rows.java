package dev.tracewright.store;

import dev.tracewright.store.StoreException.Kind;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the records of the vocabulary from the rows of {@link Sql}. */
final class Rows {
    private final String location;

    /**
     * Rows of one session.
     *
     * @param location names the session where a row makes no sense
     */
    Rows(String location) {
        this.location = location;
    }

    Problem problem(ResultSet row) throws SQLException {
        return new Problem(
                row.getString("id"),
                row.getString("dataset"),
                row.getInt("number"),
                row.getString("question"),
                row.getString("answer"),
                row.getString("level"),
                row.getString("subject"));
    }

    Plan plan(ResultSet row) throws SQLException {
        return decoded(
                "plan",
                row,
                () -> new Plan(
                        row.getString("id"),
                        row.getString("problem_id"),
                        row.getString("parent_id"),
                        row.getInt("version"),
                        Plan.Origin.valueOf(row.getString("origin")),
                        row.getString("author"),
                        row.getString("delegator"),
                        row.getString("prompt"),
                        Cuts.apply(row.getString("steps"), row.getString("cuts")),
                        row.getLong("created_at")));
    }

    /** The delegated text of the plan or response {@code id}, taken apart. */
    Steps steps(String id, String text, String cuts) {
        try {
            return Cuts.apply(text, cuts);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    Kind.DAMAGED,
                    "The session " + location + " is damaged: the steps of " + id + " are unreadable (" + e.getMessage()
                            + ").",
                    e);
        }
    }

    Response response(ResultSet row) throws SQLException {
        return decoded(
                "response",
                row,
                () -> new Response(
                        row.getString("id"),
                        row.getString("problem_id"),
                        row.getString("plan_id"),
                        Approach.ofKey(row.getString("approach")),
                        row.getString("delegator"),
                        row.getString("solver"),
                        row.getInt("repetition"),
                        row.getString("prompt"),
                        row.getString("output"),
                        row.getString("reasoning"),
                        integer(row, "prompt_tokens"),
                        integer(row, "output_tokens"),
                        longInteger(row, "millis"),
                        FinishReason.valueOf(row.getString("finish")),
                        row.getInt("attempts"),
                        row.getString("source"),
                        row.getLong("created_at"),
                        row.getString("template")));
    }

    CallAttempt attempt(ResultSet row) throws SQLException {
        return new CallAttempt(
                row.getString("id"),
                row.getString("problem_id"),
                row.getString("response_id"),
                row.getString("plan_id"),
                row.getString("role"),
                row.getString("model"),
                row.getLong("started_at"),
                row.getLong("millis"),
                row.getInt("status"),
                row.getString("trouble"),
                integer(row, "prompt_tokens"),
                integer(row, "output_tokens"));
    }

    LabelEvent labelEvent(ResultSet row) throws SQLException {
        return decoded("label", row, () -> {
            String verdict = row.getString("verdict");
            return new LabelEvent(
                    row.getString("id"),
                    row.getString("response_id"),
                    row.getString("author"),
                    new Label(
                            verdict == null ? null : Verdict.valueOf(verdict),
                            flags(row.getString("flags")),
                            row.getString("note")),
                    row.getBoolean("undo"),
                    row.getDouble("seconds"),
                    row.getLong("labelled_at"));
        });
    }

    CorrectionEvent correctionEvent(ResultSet row) throws SQLException {
        return decoded("correction", row, () -> CorrectionRows.event(row));
    }

    Draft draft(ResultSet row) throws SQLException {
        return decoded("draft", row, () -> {
            String text = row.getString("steps");
            Steps steps = text == null ? null : Cuts.apply(text, row.getString("cuts"));
            return new Draft(
                    row.getString("id"),
                    row.getString("plan_id"),
                    row.getString("author"),
                    steps,
                    row.getString("action"),
                    row.getLong("drafted_at"));
        });
    }

    StoredSuggestion suggestion(ResultSet row) throws SQLException {
        return new StoredSuggestion(
                row.getString("id"),
                row.getString("response_id"),
                row.getString("kind"),
                row.getString("source"),
                row.getString("place"),
                row.getString("template"),
                row.getString("json"),
                row.getString("raw"),
                row.getString("trouble"),
                row.getLong("suggested_at"));
    }

    /** Flags as they are stored: their keys in declared order with commas between. */
    static String flags(Set<Flag> flags) {
        return flags.stream().sorted().map(Flag::key).collect(Collectors.joining(","));
    }

    private static Set<Flag> flags(String keys) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        if (!keys.isEmpty()) {
            for (String key : keys.split(",", -1)) {
                flags.add(Flag.ofKey(key));
            }
        }
        return flags;
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Long longInteger(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private <T> T decoded(String what, ResultSet row, Decoder<T> decoder) throws SQLException {
        try {
            return decoder.decode();
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    Kind.DAMAGED,
                    "The session " + location + " is damaged: " + what + " " + row.getString("id") + " is unreadable ("
                            + e.getMessage() + ").",
                    e);
        }
    }

    /** Builds a record from the current row. */
    private interface Decoder<T> {
        T decode() throws SQLException;
    }
}
