package dev.tracewright.exchange;

import dev.tracewright.trace.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The many ways in which files say right and wrong. */
final class Verdicts {
    private Verdicts() {}

    /** The verdict, or null where there is none. */
    static @Nullable Verdict of(String column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "yes", "t", "y", "correct", "right" -> Verdict.TRUE;
            case "false", "0", "0.0", "no", "f", "n", "incorrect", "wrong" -> Verdict.FALSE;
            case "", "null", "none", "nan", "unlabelled" -> null;
            default ->
                throw new BadRowException(
                        column, "unknown verdict '" + Shown.of(text) + "'; known are true, false and nothing");
        };
    }
}
