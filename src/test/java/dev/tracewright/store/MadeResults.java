package dev.tracewright.store;

import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random traces in few cells, so that answers meet each other, and random filters. */
final class MadeResults {
    private MadeResults() {}

    static Trace trace(Random random, int number) {
        boolean math = random.nextBoolean();
        int problemNumber = 1 + random.nextInt(4);
        Problem problem = new Problem(
                (math ? "math-" : "gsm8k-") + problemNumber,
                math ? "math" : "gsm8k",
                problemNumber,
                "Question " + problemNumber,
                "#### 4",
                math ? "Level " + problemNumber % 2 : null,
                math ? "Algebra" : null);
        Approach approach = List.of(Approach.TRACE_OF_THOUGHT, Approach.STANDARD, Approach.CHAIN_OF_THOUGHT)
                .get(random.nextInt(3));
        boolean stepped = approach == Approach.TRACE_OF_THOUGHT;
        String delegator = "writer-" + random.nextInt(2);
        boolean corrected = random.nextInt(3) == 0;
        Plan original = stepped ? plan(problem, delegator, false) : null;
        Plan plan = stepped && corrected ? plan(problem, delegator, true) : original;
        Response response = new Response(
                "r-" + number,
                problem.id(),
                plan == null ? null : plan.id(),
                approach,
                stepped ? delegator : null,
                random.nextInt(4) == 0 ? Demonstration.SOLVER : "solver-" + random.nextInt(2),
                random.nextInt(2),
                "",
                output(random),
                null,
                random.nextBoolean() ? 10 + number : null,
                random.nextBoolean() ? 20 + number : null,
                random.nextBoolean() ? 30L + number : null,
                FinishReason.STOP,
                1,
                null,
                number,
                random.nextBoolean() ? "paper/solution@1" : null);
        String currency = random.nextBoolean() ? null : random.nextBoolean() ? "USD" : "EUR";
        Outlay outlay = random.nextBoolean()
                ? null
                : new Outlay(
                        2,
                        random.nextBoolean() ? 100L : null,
                        200L,
                        300,
                        currency == null ? null : new BigDecimal("0.25"),
                        currency);
        return new Trace(problem, plan, corrected ? original : null, response, null, List.of(), outlay, null);
    }

    /** Words in questions, numbers, names and notes. */
    private static final String[] WORDS = {
        "question", "QUESTION 3", "note", "A NOTE", "writer-1", "solver-0 math", "1", "nowhere"
    };

    /** Of a length at or beside the border of a band; the picture is one character, but two in memory. */
    private static String output(Random random) {
        int border = List.of(9, 250, 500, 1_000, 2_000, 4_000, 8_000, 8_000).get(random.nextInt(8));
        return "🥚".repeat(border - random.nextInt(2));
    }

    /** One of these. */
    static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Plan plan(Problem problem, String delegator, boolean corrected) {
        String id = "plan-" + problem.id() + "-" + delegator;
        return new Plan(
                corrected ? id + "-2" : id,
                problem.id(),
                corrected ? id : null,
                corrected ? 2 : 1,
                corrected ? Plan.Origin.PERSON : Plan.Origin.DELEGATOR,
                corrected ? "ada" : delegator,
                delegator,
                null,
                Samples.steps("Add.", corrected ? "Say more." : "Say it."),
                1);
    }

    static ResultFilter filter(Random random, List<String> authors) {
        return new ResultFilter(
                random.nextInt(4) == 0 ? any(random, WORDS) : "",
                random.nextInt(4) == 0 ? Set.of("math") : Set.of(),
                random.nextInt(4) == 0 ? Set.of(Approach.TRACE_OF_THOUGHT, Approach.STANDARD) : Set.of(),
                random.nextInt(4) == 0 ? Set.of("writer-1") : Set.of(),
                random.nextInt(4) == 0 ? Set.of("solver-0") : Set.of(),
                random.nextInt(2) == 0 ? Set.of(authors.get(random.nextInt(authors.size()))) : Set.of(),
                random.nextInt(3) == 0 ? Set.copyOf(authors.subList(random.nextInt(2), 2)) : Set.of(),
                random.nextInt(6) == 0 ? Set.of("Level 1") : Set.of(),
                random.nextInt(8) == 0 ? Set.of("Algebra", "Geometry") : Set.of(),
                random.nextInt(4) == 0 ? Set.of(Finding.LEAK, Finding.SKIPPED_STEP) : Set.of(),
                random.nextInt(6) == 0 ? Set.of(Flag.NEEDS_ANALYSIS, Flag.EXTRA_INFORMATION) : Set.of(),
                random.nextBoolean(),
                random.nextBoolean());
    }
}
