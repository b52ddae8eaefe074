package dev.tracewright.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one answer took on average; what is not known is null.
 *
 * @param promptTokens tokens sent
 * @param outputTokens tokens received
 * @param money by currency; one that is missing is not known
 * @param modelSeconds time of the models
 * @param personSeconds time of people
 */
record Outgo(
        @Nullable Double promptTokens,
        @Nullable Double outputTokens,
        Map<String, Double> money,
        @Nullable Double modelSeconds,
        @Nullable Double personSeconds) {
    private static final double NANO = 1e9;
    private static final double MILLIS = 1000;

    /**
     * Of so many answers or plans together; money and people's time are spread over all of them. Work of people that took no time at
     * all was not timed, and is not known.
     */
    static Outgo of(Effort effort, long count) {
        Map<String, Double> money = new TreeMap<>();
        effort.costNano().forEach((currency, nano) -> money.put(currency, nano / NANO / count));
        return new Outgo(
                mean((double) effort.promptTokens(), effort.withPrompt()),
                mean((double) effort.outputTokens(), effort.withOutput()),
                money,
                mean(effort.millis() / MILLIS, effort.withMillis()),
                effort.personSeconds() == 0 ? null : Double.valueOf(effort.personSeconds() / count));
    }

    private static @Nullable Double mean(double sum, long count) {
        return count == 0 ? null : sum / count;
    }

    @Nullable
    Double tokens() {
        return plus(promptTokens, outputTokens);
    }

    /** An answer and the plan it follows together; unknown where either is, but for people's time, which is the answer's. */
    Outgo plus(Outgo other) {
        Map<String, Double> both = new HashMap<>();
        money.forEach((currency, amount) -> {
            Double more = other.money.get(currency);
            if (more != null) {
                both.put(currency, amount + more);
            }
        });
        return new Outgo(
                plus(promptTokens, other.promptTokens),
                plus(outputTokens, other.outputTokens),
                both,
                plus(modelSeconds, other.modelSeconds),
                personSeconds);
    }

    /** The same with people at work for so much longer. */
    Outgo withPerson(double seconds) {
        return seconds == 0
                ? this
                : new Outgo(
                        promptTokens,
                        outputTokens,
                        money,
                        modelSeconds,
                        seconds + (personSeconds == null ? 0 : personSeconds));
    }

    private static @Nullable Double plus(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? null : Double.valueOf(one + other);
    }
}
