package dev.tracewright.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Times in files: ISO 8601 in UTC with milliseconds, such as {@code 2024-05-28T00:00:00.000Z}. */
final class Times {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(java.util.Locale.ROOT);

    private Times() {}

    static String text(long epochMillis) {
        return MILLISECONDS.format(Instant.ofEpochMilli(epochMillis));
    }

    /** Epoch milliseconds; 0 where the text is null. */
    static long read(String column, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        try {
            String stripped = text.strip();
            return stripped.endsWith("Z")
                    ? Instant.parse(stripped).toEpochMilli()
                    : OffsetDateTime.parse(stripped).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadRowException(column, "the time is not of the form 2024-05-28T13:45:00.000Z");
        }
    }
}
