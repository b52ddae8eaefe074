package dev.tracewright.llm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try: full jitter that doubles, and never less than the server asked for. */
final class Backoff {
    /** Tries of one call in all, those with a changed request included. */
    static final int MAX_TRIES = 6;

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;
    private static final long LONGEST_ASKED_MILLIS = 24L * 60 * 60 * 1000;

    private Backoff() {}

    /**
     * Milliseconds to wait after a failed try.
     *
     * @param failedTries how many tries have failed, from 1
     * @param asked what the server asked for in milliseconds, or null
     * @param random from 0 inclusive to 1 exclusive
     */
    static long millis(int failedTries, @Nullable Long asked, double random) {
        long bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failedTries - 1, 16));
        long jitter = (long) (random * bound);
        return asked == null ? jitter : Math.max(asked, jitter);
    }

    /**
     * Reads a Retry-After header: seconds or an HTTP date.
     *
     * @param now epoch milliseconds
     * @return milliseconds from now, 0 to one day, or null where the header is missing or unreadable
     */
    static @Nullable Long retryAfter(@Nullable String header, long now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        double millis;
        if (text.matches("\\d{1,18}(\\.\\d{1,18})?")) {
            millis = Double.parseDouble(text) * 1000;
        } else {
            try {
                millis = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))
                                .toEpochMilli()
                        - now;
            } catch (DateTimeException e) {
                return null;
            }
        }
        return (long) Math.clamp(Math.ceil(millis), 0, LONGEST_ASKED_MILLIS);
    }
}
