package dev.tracewright.llm;

import org.jspecify.annotations.Nullable;

/**
 * How much an endpoint is asked at most, whatever the work, and what it charges.
 *
 * @param parallel calls at once, 1 to {@value #MOST_PARALLEL}
 * @param requestsPerMinute requests within any sixty seconds, retries included, at least 1; null for no limit
 * @param tokensPerMinute prompt and output tokens within any sixty seconds, at least 1; null for no limit
 * @param price what it charges; null where that is not known
 */
public record Budget(
        int parallel,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute,
        @Nullable Price price) {
    /** The most calls that may run at once. */
    public static final int MOST_PARALLEL = 64;

    /** @throws IllegalArgumentException for a number out of its range */
    public Budget {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException(
                    "the number of parallel calls of an endpoint is 1 to " + MOST_PARALLEL + ", not " + parallel);
        }
        if ((requestsPerMinute != null && requestsPerMinute < 1) || (tokensPerMinute != null && tokensPerMinute < 1)) {
            throw new IllegalArgumentException("a limit per minute is at least 1");
        }
    }

    /** So many calls at once and no other limit. */
    public static Budget ofParallel(int parallel) {
        return new Budget(parallel, null, null, null);
    }
}
