package dev.tracewright.trace;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the program reads in an answer; a suggestion to the annotator, never a label.
 *
 * @param gold the data set's answer, extracted, or null when it has none
 * @param stated the value the output gives as its answer, or null
 * @param reasoned the value the reasoning arrives at, or null
 * @param suggestion what the program would say
 * @param flags what it noticed
 * @param why one sentence for the annotator
 * @param candidates every value that was considered, the most formal place first and the later before the earlier
 */
public record Judgement(
        @Nullable String gold,
        @Nullable Found stated,
        @Nullable Found reasoned,
        Suggestion suggestion,
        Set<Flag> flags,
        String why,
        List<Candidate> candidates) {
    public Judgement {
        candidates = List.copyOf(candidates);
        EnumSet<Flag> ordered = EnumSet.noneOf(Flag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    /** A judgement whose candidates are of no interest. */
    public Judgement(
            @Nullable String gold,
            @Nullable Found stated,
            @Nullable Found reasoned,
            Suggestion suggestion,
            Set<Flag> flags,
            String why) {
        this(gold, stated, reasoned, suggestion, flags, why, List.of());
    }

    /** What the program would say; {@link #UNSURE} is where a person's time belongs. */
    public enum Suggestion {
        TRUE,
        FALSE,
        UNSURE;

        /** The name used in files. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
