package dev.tracewright.store;

import dev.tracewright.analysis.LengthBand;
import dev.tracewright.analysis.LengthGroup;
import dev.tracewright.analysis.Outcome;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Judgement.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts answers to delegated steps by their length, as another count comes past them. */
final class LengthCount {
    private static final List<LengthBand> BANDS = List.of(LengthBand.values());
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Suggestion> SUGGESTIONS = List.of(Suggestion.values());

    /** What the program may say, and that it says nothing. */
    private static final int SAYINGS = SUGGESTIONS.size() + 1;

    private final ResultKeys keys;
    private final boolean[] stepped;
    /** By cell, outcome, suggestion and band. */
    private final long[] counts;
    /** The characters of those that are counted in the same place. */
    private final long[] characters;

    LengthCount(ResultKeys keys) {
        this.keys = keys;
        this.stepped = new boolean[keys.cells().size()];
        for (int cell = 0; cell < stepped.length; cell++) {
            stepped[cell] = keys.cells().get(cell).approach() == Approach.TRACE_OF_THOUGHT;
        }
        this.counts = new long[stepped.length * OUTCOMES.size() * SAYINGS * BANDS.size()];
        this.characters = new long[counts.length];
    }

    /** Whether the lengths of answers in this cell are counted. */
    boolean counts(int cell) {
        return stepped[cell];
    }

    /** Counts an answer, if it has been read and has steps. */
    void add(int cell, int said, ResultKeys.@Nullable Read read, int length) {
        if (read == null || read.pattern().statuses().isEmpty()) {
            return;
        }
        Suggestion suggestion = read.suggestion();
        int saying = suggestion == null ? 0 : SUGGESTIONS.indexOf(suggestion) + 1;
        int outcome = cell * OUTCOMES.size() + OUTCOMES.indexOf(Codes.outcome(said));
        int place = (outcome * SAYINGS + saying) * BANDS.size() + BANDS.indexOf(LengthBand.of(length));
        counts[place]++;
        characters[place] += length;
    }

    List<LengthGroup> groups() {
        List<LengthGroup> groups = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int saying = i / BANDS.size() % SAYINGS;
                int outcome = i / BANDS.size() / SAYINGS;
                groups.add(new LengthGroup(
                        keys.cells().get(outcome / OUTCOMES.size()),
                        OUTCOMES.get(outcome % OUTCOMES.size()),
                        saying == 0 ? null : SUGGESTIONS.get(saying - 1),
                        BANDS.get(i % BANDS.size()),
                        counts[i],
                        characters[i]));
            }
        }
        return groups;
    }
}
