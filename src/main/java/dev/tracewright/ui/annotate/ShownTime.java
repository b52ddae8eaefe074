package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a person reads them, such as {@code 2026-11-23 14:02}, in the time zone of this computer. */
final class ShownTime {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ShownTime() {}

    /** The time of an event; words where it is 0, as in imported records that do not say. */
    static String of(long epochMillis) {
        return epochMillis == 0 ? Texts.of("history.time-unknown") : TIME.format(Instant.ofEpochMilli(epochMillis));
    }
}
