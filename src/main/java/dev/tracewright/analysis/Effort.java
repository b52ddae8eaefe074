package dev.tracewright.analysis;

import java.util.HashMap;
import java.util.Map;

/**
 * What a number of answers took, summed. Where all attempts were recorded it is what they took together, else what the accepted one
 * took.
 *
 * @param promptTokens tokens sent, of the answers of which that is known
 * @param withPrompt how many answers that is
 * @param outputTokens tokens received, of the answers of which that is known
 * @param withOutput how many answers that is
 * @param millis model time in milliseconds, of the answers whose time is known
 * @param withMillis how many answers that is
 * @param costNano money in billionths of its currency, by currency
 * @param personSeconds time that annotators had the answers before them, in seconds
 */
public record Effort(
        long promptTokens,
        long withPrompt,
        long outputTokens,
        long withOutput,
        long millis,
        long withMillis,
        Map<String, Long> costNano,
        double personSeconds) {
    /** Of no answer. */
    public static final Effort NONE = new Effort(0, 0, 0, 0, 0, 0, Map.of(), 0);

    public Effort {
        costNano = Map.copyOf(costNano);
    }

    /** Both together. */
    public Effort plus(Effort other) {
        Map<String, Long> cost = costNano;
        if (!other.costNano.isEmpty()) {
            cost = new HashMap<>(costNano);
            for (Map.Entry<String, Long> more : other.costNano.entrySet()) {
                cost.merge(more.getKey(), more.getValue(), Long::sum);
            }
        }
        return new Effort(
                promptTokens + other.promptTokens,
                withPrompt + other.withPrompt,
                outputTokens + other.outputTokens,
                withOutput + other.withOutput,
                millis + other.millis,
                withMillis + other.withMillis,
                cost,
                personSeconds + other.personSeconds);
    }
}
