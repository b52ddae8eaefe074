package dev.tracewright.experiment;

import dev.tracewright.trace.Approach;
import java.util.Arrays;

/** What a prompt template is for; one that is used for something else would spoil a study unseen. */
public enum TemplateRole {
    STANDARD("standard"),
    CHAIN_OF_THOUGHT("chain-of-thought"),
    PLAN_AND_SOLVE("plan-and-solve"),
    /** Asks a delegator for the steps of Trace-of-Thought. */
    DELEGATION("delegation"),
    /** Gives a solver the question and the steps of Trace-of-Thought. */
    SOLUTION("solution");

    private final String key;

    TemplateRole(String key) {
        this.key = key;
    }

    /** The name used in files. */
    public String key() {
        return key;
    }

    /** What a solver is prompted with under this approach. */
    public static TemplateRole solving(Approach approach) {
        return switch (approach) {
            case STANDARD -> STANDARD;
            case CHAIN_OF_THOUGHT -> CHAIN_OF_THOUGHT;
            case PLAN_AND_SOLVE -> PLAN_AND_SOLVE;
            case TRACE_OF_THOUGHT -> SOLUTION;
        };
    }

    /**
     * The role with this key.
     *
     * @throws IllegalArgumentException naming the known keys
     */
    public static TemplateRole ofKey(String key) {
        return Arrays.stream(values())
                .filter(role -> role.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown role '" + key
                        + "'; known are standard, chain-of-thought, plan-and-solve, delegation and solution"));
    }

    /**
     * Reads a template of this role.
     *
     * @throws IllegalArgumentException naming the placeholder that is missing or unknown
     */
    public PromptTemplate template(String text) {
        return this == SOLUTION ? PromptTemplate.ofQuestionAndSteps(text) : PromptTemplate.ofQuestion(text);
    }
}
