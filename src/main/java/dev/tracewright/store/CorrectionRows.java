package dev.tracewright.store;

import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.StepStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes and reads the rows in which corrections are kept: a target, its place, and a value. */
final class CorrectionRows {
    private static final String STATUS = "status";
    private static final String LINKS = "links";

    private final Handle handle;

    CorrectionRows(Handle handle) {
        this.handle = handle;
    }

    /** Returns whether the event is new. */
    boolean add(CorrectionEvent event) {
        return handle.createUpdate(CorrectionSql.ADD)
                        .bindMethods(event)
                        .bindMap(Target.of(event.correction()).values())
                        .execute()
                == 1;
    }

    /** Adds an event from a file unless its author said something later about the same place; returns whether it is new. */
    boolean addImported(CorrectionEvent event) {
        int later = handle.createQuery(CorrectionSql.HAS_LATER)
                .bindMethods(event)
                .bindMap(Target.of(event.correction()).values())
                .mapTo(Integer.class)
                .one();
        return later == 0 && add(event);
    }

    /**
     * The event of a row of {@link CorrectionSql}.
     *
     * @throws IllegalArgumentException when the row makes no sense
     */
    static CorrectionEvent event(ResultSet row) throws SQLException {
        return new CorrectionEvent(
                row.getString("id"),
                row.getString("response_id"),
                row.getString("author"),
                correction(row),
                row.getBoolean("undo"),
                row.getString("source"),
                row.getString("opinion_id"),
                row.getLong("corrected_at"));
    }

    private static Correction correction(ResultSet row) throws SQLException {
        String value = row.getString("value");
        return row.getString("target").equals(STATUS)
                ? new Correction.OfStatus(row.getInt("step"), value == null ? null : StepStatus.ofKey(value))
                : new Correction.OfLinks(row.getInt("start_at"), row.getInt("end_at"), steps(value));
    }

    private static @Nullable List<Integer> steps(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
    }

    /**
     * A correction as it is stored.
     *
     * @param target what it is about
     * @param step the step, or 0
     * @param start where the passage begins, or 0
     * @param end where it ends, or 0
     * @param value what the person said, or null for what the rules find
     */
    private record Target(
            String target,
            int step,
            int start,
            int end,
            @Nullable String value) {
        static Target of(Correction correction) {
            return switch (correction) {
                case Correction.OfStatus(int step, StepStatus status) ->
                    new Target(STATUS, step, 0, 0, status == null ? null : status.key());
                case Correction.OfLinks(int start, int end, List<Integer> steps) ->
                    new Target(LINKS, 0, start, end, steps == null ? null : joined(steps));
            };
        }

        Map<String, @Nullable Object> values() {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("target", target);
            values.put("step", step);
            values.put("start", start);
            values.put("end", end);
            values.put("value", value);
            return values;
        }

        private static String joined(List<Integer> steps) {
            return steps.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }
}
