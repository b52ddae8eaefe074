package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Steps;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the records of one file share: its name, what the person said about it, and which cells it filled so far. */
final class Context {
    /** Stands for a model that neither the file nor the person names. */
    static final String UNKNOWN = "unknown";

    private final String file;
    private final ImportOptions options;
    private final Function<String, Steps> stepParser;
    private final String dataset;
    private final FileNameFacts facts;
    private final Map<String, Integer> answers = new HashMap<>();

    Context(String file, String dataset, ImportOptions options, Function<String, Steps> stepParser) {
        this.file = file;
        this.options = options;
        this.stepParser = stepParser;
        this.facts = FileNameFacts.of(file);
        this.dataset = options.dataset() == null ? dataset : DatasetNames.tidy(options.dataset());
    }

    ImportOptions options() {
        return options;
    }

    String dataset() {
        return dataset;
    }

    FileNameFacts facts() {
        return facts;
    }

    Steps steps(String text) {
        return stepParser.apply(text);
    }

    /** File and row, as a response remembers them. */
    String source(Place place) {
        return file + "#" + place.row();
    }

    String delegatorOr(@Nullable String named) {
        return firstOf(named, options.delegator(), facts.delegator());
    }

    String solverOr(@Nullable String named) {
        return firstOf(named, options.solver(), facts.solver());
    }

    private static String firstOf(@Nullable String named, @Nullable String said, @Nullable String fileName) {
        if (named != null) {
            return named;
        }
        return said != null ? said : fileName != null ? fileName : UNKNOWN;
    }

    /** How often this problem was answered in this way in the file before; counts up with every call. */
    int nextRepetition(String problemId, Approach approach, @Nullable String delegator, String solver) {
        String cell = Digests.shortDigest(problemId, approach.key(), delegator == null ? "" : delegator, solver);
        return answers.merge(cell, 1, Integer::sum) - 1;
    }

    /** A delegator's own plan, with an id that follows from its content. */
    static Plan delegated(Problem problem, String delegator, @Nullable String prompt, Steps steps, long createdAt) {
        return new Plan(
                planId(problem.id(), delegator, prompt, steps.text()),
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                delegator,
                delegator,
                prompt,
                steps,
                createdAt);
    }

    static String planId(String problemId, String author, @Nullable String prompt, String text) {
        return "plan-" + Digests.shortDigest(problemId, author, prompt == null ? "" : prompt, text);
    }

    /** The id of an imported answer: everything that tells it from another one. */
    static String responseId(
            String problemId,
            @Nullable String planId,
            Approach approach,
            @Nullable String delegator,
            String solver,
            int repetition,
            String prompt,
            String output) {
        return "response-"
                + Digests.shortDigest(
                        problemId,
                        planId == null ? "" : planId,
                        approach.key(),
                        delegator == null ? "" : delegator,
                        solver,
                        Integer.toString(repetition),
                        prompt,
                        output);
    }
}
