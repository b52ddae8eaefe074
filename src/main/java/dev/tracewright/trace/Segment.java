package dev.tracewright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the solver's output and the delegated steps whose work it performs.
 *
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset after the last character
 * @param kind what the stretch is
 * @param printed the number the solver printed before it, or null
 * @param steps numbers of the delegated steps (from 1) it performs, judged by content; may be empty or differ from printed
 * @param sure false where the link won by a small margin only
 * @param evidence the strongest reason for the link in a few words, or empty
 */
public record Segment(
        int start, int end, Kind kind, @Nullable String printed, List<Integer> steps, boolean sure, String evidence) {
    public Segment {
        steps = List.copyOf(steps);
    }

    /** What a stretch of the solver's output is; the names are those of the {@code align} output. */
    public enum Kind {
        PREAMBLE,
        STEP,
        RESTATEMENT,
        CONCLUSION,
        EXTRA;

        /** The name used in files. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
