package dev.tracewright.analysis;

import dev.tracewright.trace.Approach;
import org.jspecify.annotations.Nullable;

/**
 * What is compared as one: the answers of one solver to one data set, prompted in one way.
 *
 * @param dataset the data set's name
 * @param approach how the solver was prompted
 * @param template the prompt template the solver's prompt was made of, such as {@code paper/solution@1}, or null where unknown
 * @param delegator who wrote the steps, or null where the approach has none
 * @param solver who answered
 * @param corrected whether the steps were a version that a person or a verifier made of the delegator's
 */
public record Cell(
        String dataset,
        Approach approach,
        @Nullable String template,
        @Nullable String delegator,
        String solver,
        boolean corrected) {}
