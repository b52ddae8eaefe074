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

    /** A call whose answer is a list of steps. */
    sealed interface Planning extends StudyCall {}

    /** Asks a delegator for the steps of a problem. */
    record Delegate(
            String key,
            Problem problem,
            ModelRef model,
            PromptTemplate template,
            String templateName,
            CallSettings settings,
            int repetition)
            implements Planning {}

    /**
     * Asks a verifier whether delegated steps are right.
     *
     * @param delegation the call whose steps it checks
     */
    record Verify(
            String key, Problem problem, ModelRef model, CallSettings settings, int repetition, Delegate delegation)
            implements Planning {
        @Override
        public String templateName() {
            return Verification.TEMPLATE_NAME;
        }
    }

    /**
     * Asks a solver for an answer.
     *
     * @param delegation the call whose steps it follows; null exactly when the approach has none
     * @param arm which version of the steps; {@link Arm#ORIGINAL} where there are none or nobody reviews
     * @param verification the call that checks the steps it follows; null where a person does, or nobody
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
            Arm arm,
            @Nullable Verify verification)
            implements StudyCall {
        public Solve {
            if ((delegation != null) != (approach == Approach.TRACE_OF_THOUGHT)) {
                throw new IllegalArgumentException("exactly trace-of-thought follows delegated steps");
            }
        }

        /** A solution whose steps no verifier checks. */
        public Solve(
                String key,
                Problem problem,
                ModelRef model,
                Approach approach,
                PromptTemplate template,
                String templateName,
                CallSettings settings,
                int repetition,
                @Nullable Delegate delegation,
                Arm arm) {
            this(key, problem, model, approach, template, templateName, settings, repetition, delegation, arm, null);
        }
    }

    /** The call whose steps it needs before it can be made, or null. */
    default @Nullable Planning follows() {
        return switch (this) {
            case Delegate _ -> null;
            case Verify verify -> verify.delegation();
            case Solve solve -> solve.verification() != null ? solve.verification() : solve.delegation();
        };
    }
}
