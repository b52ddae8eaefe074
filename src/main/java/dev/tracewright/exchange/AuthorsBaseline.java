package dev.tracewright.exchange;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Trace;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The baseline files of the paper's authors: prompt, response, data set answer and a count of tokens, without a header. The
 * question is what is left of the prompt without its template. The count is prompt and answer together, so that neither is known.
 */
final class AuthorsBaseline implements RecordKind {
    static final int COLUMNS = 4;

    private static final Pattern CHAIN_OF_THOUGHT =
            Pattern.compile("\\s*(?:Let['’]s )?think step[- ]by[- ]step\\.?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAN_AND_SOLVE = Pattern.compile(
            "\\s*Let['’]s first understand the problem and devise a plan to solve the problem\\.\\s*"
                    + "Then,? let['’]s carry out the plan and solve the problem step[- ]by[- ]step\\.?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOUBLED_STOP = Pattern.compile("(?<=[.?!])\\.\\s*$");

    private final Context context;

    AuthorsBaseline(Context context) {
        this.context = context;
    }

    /** A prompt without its template; the approach is null where the prompt is the bare question. */
    record Recovered(String question, @Nullable Approach approach) {}

    static Recovered recover(String prompt) {
        Approach approach = null;
        String question = prompt;
        Matcher plan = PLAN_AND_SOLVE.matcher(prompt);
        Matcher chain = CHAIN_OF_THOUGHT.matcher(prompt);
        if (plan.find()) {
            approach = Approach.PLAN_AND_SOLVE;
            question = withoutStrayDollar(prompt.substring(0, plan.start()));
        } else if (chain.find()) {
            approach = Approach.CHAIN_OF_THOUGHT;
            question = withoutStrayDollar(prompt.substring(0, chain.start()));
        }
        return new Recovered(DOUBLED_STOP.matcher(question).replaceFirst(""), approach);
    }

    /** The authors' scripts print a dollar sign before the question; one that belongs to a formula or a price stays. */
    private static String withoutStrayDollar(String question) {
        if (!question.startsWith("$") || question.length() < 2) {
            return question;
        }
        char second = question.charAt(1);
        boolean word = Character.isUpperCase(second)
                && question.length() > 2
                && (Character.isLowerCase(question.charAt(2)) || Character.isWhitespace(question.charAt(2)));
        boolean odd = question.chars().filter(c -> c == '$').count() % 2 == 1;
        boolean price = Character.isDigit(second);
        return word || second == '$' || (odd && !price) ? question.substring(1) : question;
    }

    @Override
    public Imported read(Row row) {
        int columns = row.names().size();
        if (columns != COLUMNS) {
            throw new BadRowException(null, "it has " + columns + " columns instead of " + COLUMNS);
        }
        String prompt = row.required("#1");
        String output = row.text("#2");
        String answer = row.required("#3");
        Recovered recovered = recover(prompt);
        if (recovered.question().isBlank()) {
            throw new BadRowException("#1", "the prompt holds no question");
        }
        Approach approach = approach(recovered);
        if (approach == Approach.TRACE_OF_THOUGHT) {
            throw new BadRowException(null, "a baseline file has no delegated steps, so it cannot be trace-of-thought");
        }
        Problem problem = Problem.of(
                context.dataset(),
                (int) Math.min(row.place().row() + 1, Integer.MAX_VALUE),
                recovered.question(),
                answer);
        String solver = context.solverOr(null);
        int repetition = context.nextRepetition(problem.id(), approach, null, solver);
        String text = output == null ? "" : output;
        Response response = new Response(
                Context.responseId(problem.id(), null, approach, null, solver, repetition, prompt, text),
                problem.id(),
                null,
                approach,
                null,
                solver,
                repetition,
                prompt,
                text,
                null,
                null,
                null,
                null,
                FinishReason.UNKNOWN,
                0,
                context.source(row.place()),
                context.facts().createdAt());
        return new Imported.OfTrace(new Trace(problem, null, null, response, null), row.place());
    }

    private Approach approach(Recovered recovered) {
        for (Approach said : java.util.Arrays.asList(
                context.options().approach(),
                recovered.approach(),
                context.facts().approach())) {
            if (said != null) {
                return said;
            }
        }
        return Approach.STANDARD;
    }

    /** Whether a record looks like one of these: four values, the last a count. */
    static boolean matches(List<@Nullable String> fields) {
        if (fields.size() != COLUMNS) {
            return false;
        }
        String count = fields.get(COLUMNS - 1);
        String prompt = fields.getFirst();
        return prompt != null && count != null && count.strip().matches("\\d{1,9}(\\.0)?");
    }
}
