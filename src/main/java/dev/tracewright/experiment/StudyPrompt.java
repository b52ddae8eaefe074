package dev.tracewright.experiment;

import dev.tracewright.trace.Approach;
import org.jspecify.annotations.Nullable;

/**
 * One way of prompting that a study compares; several of one approach side by side measure how much the wording matters.
 *
 * @param approach the way of prompting
 * @param template what the solver is prompted with
 * @param delegation what the delegator is prompted with; null exactly when the approach is not Trace-of-Thought
 */
public record StudyPrompt(
        Approach approach, TemplateName template, @Nullable TemplateName delegation) {
    /** A prompt without delegated steps. */
    public static StudyPrompt of(Approach approach, String template) {
        return new StudyPrompt(approach, TemplateName.of(template), null);
    }

    /** Trace-of-Thought. */
    public static StudyPrompt traceOfThought(String delegation, String solution) {
        return new StudyPrompt(Approach.TRACE_OF_THOUGHT, TemplateName.of(solution), TemplateName.of(delegation));
    }

    /** The names of its templates, as they are shown. */
    @Override
    public String toString() {
        return approach.key() + " (" + (delegation == null ? "" : delegation + " and ") + template + ")";
    }
}
