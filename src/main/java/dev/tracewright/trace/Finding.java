package dev.tracewright.trace;

import java.util.Locale;

/** What a researcher looks for in a trace: the ways in which plan and solution part, and what is wrong in either. */
public enum Finding {
    /** The work of a delegated step is nowhere in the output. */
    SKIPPED_STEP,
    /** A delegated step is performed only inside a stretch that serves other steps too. */
    MERGED_STEPS,
    /** A step is performed for the first time after a later one. */
    ORDER_BROKEN,
    /** An equation in the output or in the steps does not hold. */
    FALSE_ARITHMETIC,
    /** The delegated steps hold computed values or the answer, though the delegator was asked not to solve. */
    LEAK,
    /** The solver does work that no step asked for. */
    ADDED_WORK,
    /** A link between output and step won by a small margin only. */
    UNSURE_LINK;

    /** The name used for texts and style classes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
