package dev.tracewright.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about an alignment where they know better than the rules. A value of null says nothing: what the rules
 * find counts again.
 */
public sealed interface Correction {
    /** Whether the correction overrules the rules, or leaves its place to them again. */
    boolean overrules();

    /** Whether both are about the same step, or about the same passage; of such corrections the later one counts. */
    boolean sameTarget(Correction other);

    /**
     * What became of a delegated step.
     *
     * @param step the step's number from 1
     * @param status what the person says, or null for what the rules find
     */
    record OfStatus(int step, @Nullable StepStatus status) implements Correction {
        @Override
        public boolean overrules() {
            return status != null;
        }

        @Override
        public boolean sameTarget(Correction other) {
            return other instanceof OfStatus(int otherStep, StepStatus ignored) && otherStep == step;
        }
    }

    /**
     * Which delegated steps a passage of the output performs. The passage is kept by its place in the text, because other rules
     * may cut the output at other places.
     *
     * @param start UTF-16 offset of the passage's first character in the output
     * @param end UTF-16 offset after its last character
     * @param steps numbers of the steps from 1, ascending; empty for a passage that performs none; null for what the rules find
     */
    record OfLinks(int start, int end, @Nullable List<Integer> steps) implements Correction {
        public OfLinks {
            steps = steps == null ? null : steps.stream().distinct().sorted().toList();
        }

        @Override
        public boolean overrules() {
            return steps != null;
        }

        @Override
        public boolean sameTarget(Correction other) {
            return other instanceof OfLinks(int otherStart, int otherEnd, List<Integer> ignored)
                    && otherStart == start
                    && otherEnd == end;
        }
    }
}
