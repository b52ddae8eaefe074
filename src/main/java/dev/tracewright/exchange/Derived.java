package dev.tracewright.exchange;

import dev.tracewright.trace.Alignment;
import dev.tracewright.trace.Judgement;
import dev.tracewright.trace.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a trace by the rules and is written beside it; worked out anew at every export and never read back.
 *
 * @param goldAnswer the data set's answer as a bare value, or null where it has none
 * @param alignment the output beside the steps with the record's corrections laid over it, or null without steps
 * @param judgement what the program reads in the answer, or null where nothing was read
 * @param strict what exact-match grading would say, or null where there is nothing to compare with
 */
public record Derived(
        @Nullable String goldAnswer,
        @Nullable Alignment alignment,
        @Nullable Judgement judgement,
        @Nullable Verdict strict) {}
