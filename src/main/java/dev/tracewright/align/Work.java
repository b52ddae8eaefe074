package dev.tracewright.align;

import dev.tracewright.trace.Segment;
import dev.tracewright.trace.Segment.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment while its links are being settled.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param kind what it is
 * @param printed the printed number, or null
 * @param steps the steps (from 0) that it performs, ascending
 * @param repeats the step (from 0) that a restatement repeats or that is called unnecessary, or -1
 * @param redundant whether it says that the step is unnecessary or already done
 * @param sure whether the link won clearly
 * @param evidence the reason in words
 */
record Work(
        int start,
        int end,
        Kind kind,
        @Nullable String printed,
        List<Integer> steps,
        int repeats,
        boolean redundant,
        boolean sure,
        String evidence) {

    Segment segment() {
        return new Segment(
                start, end, kind, printed, steps.stream().map(step -> step + 1).toList(), sure, evidence);
    }

    Work until(int newEnd) {
        return new Work(start, newEnd, kind, printed, steps, repeats, redundant, sure, evidence);
    }
}
