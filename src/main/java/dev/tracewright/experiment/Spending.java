package dev.tracewright.experiment;

import org.jspecify.annotations.Nullable;

/** Adds up what a run has used, and says when its limit is near enough that no further call may begin. Not thread-safe. */
final class Spending {
    private final RunModels models;
    private final RunLimit limit;
    private long promptTokens;
    private long outputTokens;
    private double money;
    private boolean unpriced;
    private int counted;
    private int underWay;

    Spending(RunModels models, RunLimit limit) {
        this.models = models;
        this.limit = limit;
    }

    void began() {
        underWay++;
    }

    void ended() {
        underWay--;
    }

    /** An attempt has used this much; what the server did not count is unknown, not nothing. */
    void add(ModelRef model, @Nullable Integer prompt, @Nullable Integer output) {
        if (prompt == null && output == null) {
            return;
        }
        promptTokens += prompt == null ? 0 : prompt;
        outputTokens += output == null ? 0 : output;
        counted++;
        Double cost = models.cost(model, prompt, output);
        unpriced |= cost == null;
        money += cost == null ? 0 : cost;
    }

    /** Whether one more call could go over the limit, where each costs as much as the calls so far did on average. */
    boolean exhausted() {
        double calls = counted == 0 ? 0 : (counted + underWay) / (double) counted;
        double tokensExpected = (promptTokens + outputTokens) * calls;
        return (limit.tokens() != null && tokensExpected >= limit.tokens())
                || (limit.money() != null && money * calls >= limit.money() && (money > 0 || limit.money() == 0));
    }

    long promptTokens() {
        return promptTokens;
    }

    long outputTokens() {
        return outputTokens;
    }

    /** What is known to have been paid, or null where a price is missing. */
    @Nullable
    Double money() {
        return unpriced ? null : money;
    }
}
