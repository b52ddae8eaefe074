package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import java.util.Locale;

/** The many ways in which files name an approach. */
final class Approaches {
    private Approaches() {}

    static Approach of(String column, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
        return switch (word) {
            case "standard", "sp", "zero-shot", "direct" -> Approach.STANDARD;
            case "chain-of-thought", "cot" -> Approach.CHAIN_OF_THOUGHT;
            case "plan-and-solve", "plansolve", "ps" -> Approach.PLAN_AND_SOLVE;
            case "trace-of-thought", "tot", "sot" -> Approach.TRACE_OF_THOUGHT;
            default ->
                throw new BadRowException(
                        column,
                        "unknown approach '" + Shown.of(text)
                                + "'; known are standard, chain-of-thought, plan-and-solve and trace-of-thought");
        };
    }
}
