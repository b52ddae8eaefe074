package dev.tracewright.experiment;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.Use;
import dev.tracewright.llm.Attempt;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what a run has used, and says when its limit is near enough that no further call may begin. Not thread-safe. */
final class Spending {
    private final Budget limit;
    private final Sum all = new Sum();
    private final Map<Cell, Sum> cells = new HashMap<>();
    private int underWay;

    Spending(Budget limit) {
        this.limit = limit;
    }

    /** What some attempts have used. */
    private static final class Sum {
        private int attempts;
        private int counted;
        private long promptTokens;
        private long outputTokens;
        private long millis;
        private BigDecimal amount = BigDecimal.ZERO;
        private @Nullable String currency;
        private int unpriced;

        void add(Paid paid) {
            Attempt attempt = paid.attempt();
            attempts++;
            millis += attempt.millis();
            promptTokens += attempt.promptTokens() == null ? 0 : attempt.promptTokens();
            outputTokens += attempt.outputTokens() == null ? 0 : attempt.outputTokens();
            boolean tokens = attempt.promptTokens() != null || attempt.outputTokens() != null;
            counted += tokens ? 1 : 0;
            Money cost = paid.cost();
            if (cost != null && (currency == null || currency.equals(cost.currency()))) {
                currency = cost.currency();
                amount = amount.add(cost.amount());
            } else if (tokens || attempt.status() == 200) {
                unpriced++;
            }
        }

        Use use() {
            return new Use(
                    attempts,
                    promptTokens,
                    outputTokens,
                    millis,
                    currency == null ? null : new Money(amount, currency),
                    unpriced);
        }
    }

    void began() {
        underWay++;
    }

    void ended() {
        underWay--;
    }

    /** An attempt for a call of this cell has ended; what the server did not count is unknown, not nothing. */
    void add(Cell cell, Paid paid) {
        all.add(paid);
        cells.computeIfAbsent(cell, key -> new Sum()).add(paid);
    }

    /** Whether one more call could go over the limit, where each costs as much as the attempts so far did on average. */
    boolean exhausted() {
        double calls = all.counted == 0 ? 0 : (all.counted + underWay + 1) / (double) all.counted;
        Long tokens = limit.tokens();
        Money money = limit.money();
        return (tokens != null && (all.promptTokens + all.outputTokens) * calls > tokens)
                || (money != null
                        && all.amount.doubleValue() * calls > money.amount().doubleValue());
    }

    Use all() {
        return all.use();
    }

    Use of(Cell cell) {
        return cells.getOrDefault(cell, new Sum()).use();
    }
}
