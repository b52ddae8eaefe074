package dev.tracewright.work;

import dev.tracewright.store.ItemRow;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small records for the tests of this package. */
final class Samples {
    static final Label RIGHT = new Label(Verdict.TRUE, Set.of(), "");
    static final Label WRONG = new Label(Verdict.FALSE, Set.of(), "");

    /** The folder with the bundled material; tests run in it. */
    static final Path HOME = Path.of("").toAbsolutePath();

    private Samples() {}

    static Problem problem(int number) {
        return Problem.of("gsm8k", number, "Question " + number + ": how many eggs?", "16 - 7 = 9\n#### 9");
    }

    static Steps steps(String... bodies) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            steps.add(new Step((i + 1) + ". ", bodies[i], i + 1 < bodies.length ? "\n" : ""));
        }
        return new Steps("", steps, "");
    }

    static List<String> bodies(Steps steps) {
        return steps.steps().stream().map(Step::body).toList();
    }

    static Plan plan(Problem problem) {
        return new Plan(
                "plan-" + problem.number(),
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                "gpt-4",
                "gpt-4",
                "Write steps.",
                steps("Count the eggs.", "Subtract the eaten ones."),
                1_000);
    }

    static Response response(Problem problem, @Nullable Plan plan, String solver) {
        return new Response(
                "response-" + problem.number() + "-" + solver,
                problem.id(),
                plan == null ? null : plan.id(),
                plan == null ? Approach.STANDARD : Approach.TRACE_OF_THOUGHT,
                plan == null ? null : plan.delegator(),
                solver,
                0,
                "Follow the steps.",
                "1. There are 16 eggs.\n2. 16 - 7 = 9\nThe answer is 9.",
                null,
                12,
                34,
                250L,
                FinishReason.STOP,
                1,
                null,
                2_000);
    }

    static Trace trace(int number, String solver) {
        Problem problem = problem(number);
        Plan plan = plan(problem);
        return new Trace(problem, plan, null, response(problem, plan, solver), null);
    }

    /** A row of the queue with a response. */
    static ItemRow row(int number, Label label) {
        return new ItemRow(
                problem(number),
                "response-" + number,
                "plan-" + number,
                1,
                Approach.TRACE_OF_THOUGHT,
                "gpt-4",
                "llama",
                label,
                0,
                false);
    }

    /** A row of the queue that nobody has solved. */
    static ItemRow unsolved(int number) {
        return new ItemRow(problem(number), null, null, 0, null, null, null, Label.NONE, 0, false);
    }
}
