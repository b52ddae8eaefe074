package dev.tracewright.store;

import dev.tracewright.trace.Outlay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What answers and plans took, added up from their attempts when they are settled, or as it was imported. */
final class OutlayRows {
    /** The kind of what a response took. */
    static final String SOLVE = "solve";

    /** The kind of what a delegator's plan took. */
    static final String DELEGATE = "delegate";

    private final Handle handle;

    OutlayRows(Handle handle) {
        this.handle = handle;
    }

    /** Adds up the attempts of a call that has led to a response or a plan; a cost that lacks a part is unknown. */
    void addUp(String callKey, String kind, String id) {
        handle.createUpdate("""
                        INSERT INTO outlay (kind, id, attempts, prompt_tokens, output_tokens, millis, cost_nano, currency)
                        SELECT :kind, :id, u.attempts, u.prompt_tokens, u.output_tokens, u.millis,
                               CASE WHEN u.complete THEN u.cost_nano END, CASE WHEN u.complete THEN u.currency END
                        FROM (SELECT count(*) AS attempts, sum(prompt_tokens) AS prompt_tokens,
                                     sum(output_tokens) AS output_tokens, sum(millis) AS millis,
                                     sum(cost_nano) AS cost_nano, min(currency) AS currency,
                                     min(currency) = max(currency)
                                     AND count(cost_nano) = count(coalesce(prompt_tokens, output_tokens, cost_nano))
                                     AS complete
                              FROM call_attempt WHERE call_key = :key) u
                        WHERE u.attempts > 0
                        ON CONFLICT (kind, id) DO NOTHING""")
                .bind("kind", kind)
                .bind("id", id)
                .bind("key", callKey)
                .execute();
    }

    /** Adds what an import tells; what is there already stays. Returns whether it is new. */
    boolean add(String kind, String id, @Nullable Outlay outlay) {
        return outlay != null
                && handle.createUpdate("""
                            INSERT INTO outlay (kind, id, attempts, prompt_tokens, output_tokens, millis, cost_nano, currency)
                            VALUES (:kind, :id, :attempts, :promptTokens, :outputTokens, :millis, :nano, :currency)
                            ON CONFLICT (kind, id) DO NOTHING""")
                                .bindMethods(outlay)
                                .bind("kind", kind)
                                .bind("id", id)
                                .bind("nano", nano(outlay.cost()))
                                .execute()
                        == 1;
    }

    /** What a response or a plan took, or null where nobody recorded it. */
    @Nullable
    Outlay of(String kind, String id) {
        return handle.createQuery("""
                        SELECT attempts, prompt_tokens, output_tokens, millis, cost_nano, currency FROM outlay
                        WHERE kind = :kind AND id = :id""")
                .bind("kind", kind)
                .bind("id", id)
                .map((row, context) -> new Outlay(
                        row.getInt("attempts"),
                        Rows.longInteger(row, "prompt_tokens"),
                        Rows.longInteger(row, "output_tokens"),
                        row.getLong("millis"),
                        cost(row),
                        row.getString("currency")))
                .findOne()
                .orElse(null);
    }

    /** The column {@code cost_nano} of a row as an amount. */
    static @Nullable BigDecimal cost(ResultSet row) throws SQLException {
        Long nano = Rows.longInteger(row, "cost_nano");
        return nano == null ? null : BigDecimal.valueOf(nano, Outlay.DECIMALS).stripTrailingZeros();
    }

    /** An amount in billionths. */
    static @Nullable Long nano(@Nullable BigDecimal cost) {
        return cost == null
                ? null
                : cost.setScale(Outlay.DECIMALS, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact();
    }
}
