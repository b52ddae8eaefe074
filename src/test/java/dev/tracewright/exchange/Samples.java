package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Correction;
import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.Digests;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.trace.Outlay;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.StepStatus;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import dev.tracewright.trace.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hand-made and random traces, and a step parser that is simple enough to check by eye. */
final class Samples {
    private static final String[] NASTY = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\r\n",
        "\r",
        "\n",
        "\0",
        "\t",
        " ",
        "  ",
        "=1+1",
        "-2",
        "@x",
        "😀",
        "漢字",
        "é",
        "\\",
        "\\n",
        "{\"a\":1}",
        "\u2028",
        "\u0085",
        "\uFEFF",
        "null",
        "$\\frac{3}{4}$",
        "'",
        "\u007f",
        "\u001b[0m",
        "a",
        "12",
        "Step 1:",
        "…",
        "�"
    };

    private static final List<Approach> UNTRACED =
            List.of(Approach.STANDARD, Approach.CHAIN_OF_THOUGHT, Approach.PLAN_AND_SOLVE);

    private Samples() {}

    /** What a test derives from a trace: this gold answer and nothing else. */
    static Derived derived(@Nullable String goldAnswer) {
        return new Derived(goldAnswer, null, null, null);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One step a line. */
    static Steps lines(String text) {
        List<Step> steps = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            steps.add(new Step("", text.substring(from, end < 0 ? next : end), end < 0 ? "" : "\n"));
            from = next;
        }
        return new Steps("", steps, "");
    }

    /** A corrected plan, solved and labelled: every field is set. */
    static Trace full() {
        Problem problem =
                new Problem("p-1", "gsm8k", 7, "How many apples?", "3 + 4 = 7\n#### 7", "Level 1", "Counting");
        Plan original = new Plan(
                "plan-1",
                "p-1",
                null,
                1,
                Plan.Origin.DELEGATOR,
                "Writer-1",
                "Writer",
                "Write steps for: How many apples?",
                new Steps(
                        "Here:\n",
                        List.of(new Step("1. ", "Count.", "\n"), new Step("2. ", "Add.", "\n")),
                        "Good luck!"),
                1_700_000_000_123L);
        Plan plan = new Plan(
                "plan-3",
                "p-1",
                "plan-2",
                3,
                Plan.Origin.PERSON,
                "Ada",
                "Writer",
                "Corrected prompt",
                new Steps("Here:\n", List.of(new Step("1. ", "Add 3 and 4.", "\n")), "Good luck!"),
                1_700_000_100_000L);
        Response response = new Response(
                "r-1",
                "p-1",
                "plan-3",
                Approach.TRACE_OF_THOUGHT,
                "Writer-0",
                "Solver",
                2,
                "Solve it.",
                "3 + 4 = 7. The answer is 7.",
                "thinking…",
                11,
                22,
                3_333L,
                FinishReason.LENGTH,
                4,
                "file.csv#9",
                1_700_000_200_001L,
                "paper/solution@1");
        LabelEvent label = new LabelEvent(
                "l-1",
                "r-1",
                "Grace",
                new Label(Verdict.TRUE, Set.of(Flag.EXTRA_INFORMATION, Flag.NEEDS_ANALYSIS), "see line 2"),
                true,
                12.5,
                1_700_000_300_002L);
        return new Trace(
                problem,
                plan,
                original,
                response,
                label,
                List.of(
                        new CorrectionEvent(
                                "c-1",
                                "r-1",
                                "Grace",
                                new Correction.OfStatus(1, StepStatus.MERGED),
                                true,
                                "gpt-4",
                                "o-1",
                                1_700_000_400_003L),
                        new CorrectionEvent(
                                "c-2",
                                "r-1",
                                "Grace",
                                new Correction.OfLinks(0, 10, List.of(1)),
                                false,
                                null,
                                null,
                                1_700_000_400_004L)),
                new Outlay(3, 321L, 99L, 4_321, new BigDecimal("0.001234567"), "EUR"),
                new Outlay(2, 45L, 67L, 890, new BigDecimal("12"), "USD"));
    }

    /** A trace with nothing that may be absent. */
    static Trace bare() {
        Problem problem = Problem.of("math", 1, "What is $1+1$?", "$\\boxed{2}$");
        Response response = new Response(
                "r-2",
                problem.id(),
                null,
                Approach.STANDARD,
                null,
                "Solver",
                0,
                "",
                "",
                null,
                null,
                null,
                null,
                FinishReason.UNKNOWN,
                0,
                null,
                0);
        return new Trace(problem, null, null, response, null);
    }

    static Trace random(Random random) {
        Problem problem = new Problem(
                text(random) + "x",
                text(random),
                random.nextInt(2000),
                "Q" + text(random),
                text(random),
                maybe(random),
                maybe(random));
        boolean traced = random.nextInt(3) > 0;
        Plan plan = null;
        Plan original = null;
        String delegator = maybe(random);
        if (traced) {
            String by = text(random);
            boolean edited = random.nextBoolean();
            original = edited
                    ? new Plan(
                            text(random),
                            problem.id(),
                            null,
                            1,
                            Plan.Origin.DELEGATOR,
                            text(random),
                            by,
                            maybe(random),
                            steps(random),
                            time(random))
                    : null;
            plan = new Plan(
                    text(random),
                    problem.id(),
                    edited ? maybe(random) : null,
                    edited ? 2 + random.nextInt(9) : 1,
                    edited ? any(random, List.of(Plan.Origin.values())) : Plan.Origin.DELEGATOR,
                    text(random),
                    by,
                    maybe(random),
                    steps(random),
                    time(random));
        }
        Response response = new Response(
                // Two different answers never share an id in a session.
                Digests.shortDigest(Long.toString(random.nextLong())) + text(random),
                problem.id(),
                plan == null ? null : plan.id(),
                traced ? Approach.TRACE_OF_THOUGHT : any(random, UNTRACED),
                delegator,
                text(random),
                random.nextInt(5),
                text(random),
                text(random),
                maybe(random),
                random.nextBoolean() ? null : random.nextInt(),
                random.nextBoolean() ? null : random.nextInt(5000),
                random.nextBoolean() ? null : random.nextLong(),
                any(random, List.of(FinishReason.values())),
                random.nextInt(6),
                maybe(random),
                time(random));
        LabelEvent label = random.nextBoolean() ? null : label(random, response.id());
        return new Trace(
                problem,
                plan,
                original,
                response,
                label,
                plan == null || random.nextBoolean()
                        ? List.of()
                        : corrections(
                                random, response, plan.steps().size(), label == null ? text(random) : label.author()));
    }

    private static List<CorrectionEvent> corrections(Random random, Response response, int stepCount, String author) {
        List<CorrectionEvent> events = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int start = random.nextInt(response.output().length() + 1);
            int end = start + random.nextInt(response.output().length() + 1 - start);
            Correction correction = stepCount > 0 && random.nextBoolean()
                    ? new Correction.OfStatus(1 + random.nextInt(stepCount), any(random, List.of(StepStatus.values())))
                    : new Correction.OfLinks(
                            start, end, stepCount == 0 ? List.of() : List.of(1 + random.nextInt(stepCount)));
            events.add(new CorrectionEvent(
                    text(random),
                    response.id(),
                    author,
                    correction,
                    random.nextBoolean(),
                    maybe(random),
                    maybe(random),
                    time(random)));
        }
        return events;
    }

    private static LabelEvent label(Random random, String responseId) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if (random.nextInt(4) == 0) {
                flags.add(flag);
            }
        }
        Verdict verdict = random.nextInt(3) == 0 ? null : any(random, List.of(Verdict.values()));
        return new LabelEvent(
                text(random),
                responseId,
                text(random),
                new Label(verdict, flags, text(random)),
                random.nextBoolean(),
                random.nextBoolean() ? 0 : random.nextDouble() * 1e9,
                time(random));
    }

    private static Steps steps(Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            steps.add(new Step(text(random), text(random), text(random)));
        }
        return new Steps(text(random), steps, text(random));
    }

    private static long time(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextLong(4_000_000_000_000L);
    }

    static @Nullable String maybe(Random random) {
        return random.nextInt(3) == 0 ? null : text(random);
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(NASTY[random.nextInt(NASTY.length)]);
        }
        return text.toString();
    }
}
