package dev.tracewright.store;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Small sessions' worth of records for the tests of this package. */
final class Samples {
    static final Label RIGHT = new Label(Verdict.TRUE, Set.of(), "");
    static final Label WRONG = new Label(Verdict.FALSE, Set.of(Flag.FORMAT_MISMATCH), "says 18, derives 20");

    private Samples() {}

    static Problem problem(int number) {
        return Problem.of(
                "gsm8k", number, "Question " + number + ": how many eggs are left?", "16 - 7 = 9\n#### " + number);
    }

    static Steps steps(String... bodies) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            steps.add(new Step((i + 1) + ". ", bodies[i], "\n"));
        }
        return new Steps("Here are the steps:\n", steps, "Good luck!");
    }

    static Plan plan(Problem problem, String delegator) {
        return new Plan(
                "plan-" + problem.number() + "-" + delegator,
                problem.id(),
                null,
                1,
                Plan.Origin.DELEGATOR,
                delegator,
                delegator,
                "Write steps for: " + problem.question(),
                steps("Count the eggs.", "Subtract the eaten ones."),
                1_000);
    }

    static Plan corrected(Plan parent, String author) {
        return new Plan(
                parent.id() + "-v" + (parent.version() + 1),
                parent.problemId(),
                parent.id(),
                parent.version() + 1,
                Plan.Origin.PERSON,
                author,
                parent.delegator(),
                null,
                steps("Count the eggs of one day.", "Subtract the eaten ones.", "Multiply by the price."),
                parent.createdAt() + 1);
    }

    static Response response(Plan plan, String solver) {
        return new Response(
                "response-" + plan.id() + "-" + solver,
                plan.problemId(),
                plan.id(),
                Approach.TRACE_OF_THOUGHT,
                plan.delegator(),
                solver,
                0,
                "Follow the steps.",
                "1. There are 16 eggs.\n2. 16 - 7 = 9\nThe answer is 9.",
                null,
                120,
                34,
                2_500L,
                FinishReason.STOP,
                1,
                null,
                2_000);
    }

    static Response withoutPlan(Problem problem, Approach approach, String solver) {
        return new Response(
                "response-" + problem.number() + "-" + approach.key() + "-" + solver,
                problem.id(),
                null,
                approach,
                null,
                solver,
                0,
                "",
                "The answer is 9.",
                null,
                null,
                null,
                null,
                FinishReason.UNKNOWN,
                0,
                "traces.csv#" + problem.number(),
                2_000);
    }

    static LabelEvent label(String id, Response response, String author, Label label, long at) {
        return new LabelEvent(id, response.id(), author, label, false, 4.5, at);
    }

    static Trace trace(int number) {
        Problem problem = problem(number);
        Plan plan = plan(problem, "gpt-4");
        return new Trace(problem, plan, null, response(plan, "llama"), null);
    }

    static Plan planOf(Trace trace) {
        return Objects.requireNonNull(trace.plan());
    }

    /** Imported traces of about 5 kB each: 200 problems, two delegators, four solvers. */
    static List<Trace> many(int count) {
        List<Trace> traces = new ArrayList<>(count);
        String filler = "Because 16 - 7 = 9, we multiply by the price of one egg. ".repeat(55);
        for (int i = 0; i < count; i++) {
            Problem problem = problem(1 + i % 200);
            Plan plan = plan(problem, i / 200 % 2 == 0 ? "gpt-4" : "gpt-3.5");
            Response template = response(plan, "solver-" + i / 400);
            Response response = new Response(
                    template.id() + "-" + i,
                    template.problemId(),
                    template.planId(),
                    template.approach(),
                    template.delegator(),
                    template.solver(),
                    i / 400,
                    filler.substring(0, 1_500),
                    filler,
                    null,
                    120,
                    700,
                    2_500L,
                    FinishReason.UNKNOWN,
                    0,
                    "traces.csv#" + i,
                    i);
            traces.add(new Trace(
                    problem,
                    plan,
                    null,
                    response,
                    label("label-" + i, response, "ada", i % 3 == 0 ? WRONG : RIGHT, 3_000 + i)));
        }
        return traces;
    }
}
