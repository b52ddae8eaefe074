package dev.tracewright.experiment;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import org.jspecify.annotations.Nullable;

/** One call of a study to a model. Its key is equal for equal calls, so that none is paid twice. */
public sealed interface StudyCall {
    /** A digest of everything that decides what is asked: model, problem, prompt, settings, repetition, arm. */
    String key();

    Problem problem();

    ModelRef model();

    /** The name and version of the prompt template, such as {@code paper/delegation@1}. */
    String templateName();

    CallSettings settings();

    /** 0 for the first call of its kind, counting up. */
    int repetition();

    /** Asks a delegator for the steps of a problem. */
    record Delegate(
            String key,
            Problem problem,
            ModelRef model,
            PromptTemplate template,
            String templateName,
            CallSettings settings,
            int repetition)
            implements StudyCall {}

    /**
     * Asks a solver for an answer.
     *
     * @param delegation the call whose steps it follows; null exactly when the approach has none
     * @param arm which version of the steps; {@link Arm#ORIGINAL} where there are none or nobody reviews
     */
    record Solve(
            String key,
            Problem problem,
            ModelRef model,
            Approach approach,
            PromptTemplate template,
            String templateName,
            CallSettings settings,
            int repetition,
            @Nullable Delegate delegation,
            Arm arm)
            implements StudyCall {
        public Solve {
            if ((delegation != null) != (approach == Approach.TRACE_OF_THOUGHT)) {
                throw new IllegalArgumentException("exactly trace-of-thought follows delegated steps");
            }
        }
    }
}
