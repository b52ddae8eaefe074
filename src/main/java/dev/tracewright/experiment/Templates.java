package dev.tracewright.experiment;

import dev.tracewright.trace.Approach;

/**
 * One set of prompt templates, one for every prompt a study sends.
 *
 * <p>{@link #PAPER} is the paper's Table 1, {@code <question>} and {@code <steps>} written as placeholders. The table's
 * quotation marks, the blanks beside them and the line breaks inside a template are the typesetter's: canonical here is the
 * running text with single blanks, no blank or line break at either end, and every full stop that the table prints, also
 * the one after {@code <question>}. (Section 4 says that the standard prompt is the data set's content unmodified; the
 * table's full stop is kept, because the table is what the paper calls its templates.) The table has no Plan-and-Solve;
 * that template comes from the authors' test suite.
 *
 * <p>{@link #AUTHORS_LATER} is what the authors' trace files were made with, verbatim, with the missing blanks around the
 * question of the delegation. They publish no later standard and chain-of-thought prompts, so those are the table's.
 *
 * @param name as a person chooses it
 * @param standard the question alone
 * @param chainOfThought asks to think step by step
 * @param planAndSolve asks to plan and to carry the plan out in one go
 * @param delegation asks a delegator for steps
 * @param solution gives the steps to a solver
 */
public record Templates(
        String name,
        PromptTemplate standard,
        PromptTemplate chainOfThought,
        PromptTemplate planAndSolve,
        PromptTemplate delegation,
        PromptTemplate solution) {
    private static final PromptTemplate STANDARD = PromptTemplate.ofQuestion("{question}.");
    private static final PromptTemplate CHAIN_OF_THOUGHT = PromptTemplate.ofQuestion("{question}. Think step-by-step.");
    private static final PromptTemplate PLAN_AND_SOLVE = PromptTemplate.ofQuestion(
            "{question} Let's first understand the problem and devise a plan to solve the problem. Then, let's carry out"
                    + " the plan and solve the problem step-by-step.");

    /** The paper's Table 1. */
    public static final Templates PAPER = new Templates(
            "Paper, Table 1",
            STANDARD,
            CHAIN_OF_THOUGHT,
            PLAN_AND_SOLVE,
            PromptTemplate.ofQuestion("Create very short step-by-step prompts for the following problem: {question}."
                    + " Format as a list. Do not solve the problem."),
            PromptTemplate.ofQuestionAndSteps("We are given the following problem: {question}. Use the following steps"
                    + " to solve the problem: {steps}."));

    /** The authors' later prompts. */
    public static final Templates AUTHORS_LATER = new Templates(
            "Authors' later prompts",
            STANDARD,
            CHAIN_OF_THOUGHT,
            PLAN_AND_SOLVE,
            PromptTemplate.ofQuestion(
                    "Create step-by-step prompts for this problem:{question}Format as a list of simple"
                            + " instructions to guide a student. Do not solve the problem."),
            PromptTemplate.ofQuestionAndSteps(
                    "First, carefully review this problem:\n{question}\nThen, solve the problem"
                            + " using the provided steps as a plan, thinking step-by-step.\n{steps}"));

    /** The template a solver is prompted with under this approach. */
    public PromptTemplate solving(Approach approach) {
        return switch (approach) {
            case STANDARD -> standard;
            case CHAIN_OF_THOUGHT -> chainOfThought;
            case PLAN_AND_SOLVE -> planAndSolve;
            case TRACE_OF_THOUGHT -> solution;
        };
    }
}
