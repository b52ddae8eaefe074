package dev.tracewright.align;

import dev.tracewright.trace.Leak;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the delegated steps already solve the problem, the fourth limitation of Trace-of-Thought: evaluated equations,
 * values worked out from the question's numbers, and the answer. Silent wherever a number may have been there for another
 * reason: an example, a step's name, a term of a formula, a constant of a method.
 */
public final class Leaks {
    private static final List<String> EXAMPLES = List.of(
            "example",
            "e.g",
            "such as",
            "for instance",
            "suppose",
            "let's say",
            "if your",
            "if you get",
            "if you find");
    private static final List<String> RESULTS = List.of(
            "give",
            "gives",
            "give you",
            "gives you",
            "get",
            "yields",
            "yield",
            "equals",
            "equal",
            "equal to",
            "result in",
            "results in",
            "resulting in",
            "comes to",
            "makes",
            "make",
            "that's",
            "is",
            "are",
            "be",
            "becomes",
            "total of",
            "leaves",
            "leaving",
            "leads to",
            "=",
            "answer:");
    private static final int LONGEST_EXPRESSION = 60;
    private static final List<String> TIMES = List.of("day", "week", "month", "year", "hour", "minute", "second");
    private static final BigFraction LARGEST_COUNT = BigFraction.of(12);

    private final String text;
    private final KnownNumbers known;
    private final AnswerForms answer;
    private final List<Leak> leaks = new ArrayList<>();

    private Leaks(String question, String text, String goldAnswer) {
        this.text = text;
        this.known = new KnownNumbers(question);
        this.answer = new AnswerForms(question, goldAnswer);
    }

    /**
     * The leaks of {@code steps}, in the order of their places, which do not overlap.
     *
     * @param question the problem as the delegator saw it
     * @param goldAnswer the bare value of the data set's answer, such as {@code 18} or {@code \frac{3}{4}}; empty where unknown
     */
    public static List<Leak> in(String question, Steps steps, String goldAnswer) {
        Leaks search = new Leaks(question, steps.text(), goldAnswer);
        int at = steps.introduction().length();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.steps().get(i);
            int body = at + step.marker().length();
            search.step(i + 1, body, body + step.body().length());
            at += step.raw().length();
        }
        return List.copyOf(search.leaks);
    }

    private void step(int step, int from, int to) {
        List<Leak> found = new ArrayList<>();
        String body = text.substring(from, to);
        for (Equation equation : Equations.in(body)) {
            BigFraction value = evaluated(body, equation);
            boolean example = isExample(body, 0, equation.start()) && !usesKnown(body, equation);
            if (value != null && !known.states(value) && !example) {
                found.add(new Leak(step, from + equation.start(), from + equation.end(), kindOf(value)));
                known.add(value);
            }
        }
        for (WrittenNumber number : WrittenNumber.in(text, from, to)) {
            if (isLeak(number, from, to)) {
                found.add(new Leak(step, number.start(), number.end(), kindOf(number.value())));
                known.add(number.value());
            }
        }
        for (int[] place : answer.in(text, from, to)) {
            found.add(new Leak(step, place[0], place[1], Leak.Kind.ANSWER));
        }
        found.sort(Comparator.comparingInt(Leak::start).thenComparingInt(Leak::end));
        found.forEach(this::add);
    }

    private Leak.Kind kindOf(BigFraction value) {
        return answer.isValue(value) ? Leak.Kind.ANSWER : Leak.Kind.VALUE;
    }

    /** Adds a leak that begins behind the ones before; one that overlaps the last is joined with it. */
    private void add(Leak leak) {
        Leak last = leaks.isEmpty() ? null : leaks.getLast();
        if (last == null || leak.start() >= last.end()) {
            leaks.add(leak);
            return;
        }
        boolean tells = leak.kind() == Leak.Kind.ANSWER || last.kind() == Leak.Kind.ANSWER;
        leaks.removeLast();
        leaks.add(new Leak(
                last.step(),
                last.start(),
                Math.max(leak.end(), last.end()),
                tells ? Leak.Kind.ANSWER : Leak.Kind.VALUE));
    }

    private boolean isLeak(WrittenNumber number, int from, int to) {
        BigFraction value = number.value();
        if (number.role() != WrittenNumber.Role.QUANTITY || known.explains(value) || isTerm(number, from, to)) {
            return false;
        }
        boolean large = value.compareTo(LARGEST_COUNT) > 0;
        boolean leak = isWorkedOut(number, to)
                || (answer.isValue(value) && large)
                || known.wasGivenAway(value)
                || ((large || isStated(number, from) || isGloss(number, to)) && known.derives(value));
        return leak && (!isExample(text, from, number.start()) || isSpecific(number, from));
    }

    /** The plain number that an equation arrives at, or null where it arrives at none. */
    private static @Nullable BigFraction evaluated(String body, Equation equation) {
        ArithmeticReader reader = new ArithmeticReader(body, equation.start(), equation.end());
        Side left = reader.side();
        Side right = left == null || reader.passEquals() == ArithmeticReader.Relation.NONE ? null : reader.side();
        return left != null && left.operations() > 0 && right != null && right.isPlain()
                ? right.value().abs()
                : null;
    }

    /** "15 people (12 + 3)": the working stands behind the number. */
    private boolean isWorkedOut(WrittenNumber number, int to) {
        int at = number.end();
        int stop = Math.min(to, at + 30);
        while (at < stop && (Character.isLetter(text.charAt(at)) || " /%'-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at >= stop || text.charAt(at) != '(') {
            return false;
        }
        Side side = new ArithmeticReader(text, at + 1, to).side();
        return side != null && side.operations() > 0 && side.value().compareTo(number.value()) == 0;
    }

    /** Whether a word that announces a result stands before the number. */
    private boolean isStated(WrittenNumber number, int from) {
        int at = number.start();
        while (at > from && " $€£*(:".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        String before = text.substring(Math.max(from, at - 16), at).toLowerCase(Locale.ROOT);
        for (String result : RESULTS) {
            int start = before.length() - result.length();
            if (before.endsWith(result)
                    && (result.equals("=") || start == 0 || !Character.isLetter(before.charAt(start - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** "(11)", "(8 ounces)": a value with its unit in a parenthesis of its own; spans of time are usually known. */
    private boolean isGloss(WrittenNumber number, int to) {
        int before = number.start() - 1;
        while (before > 0 && " $*".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        int after = MarkerReader.skipBlanks(text, number.end(), to);
        int unit = after;
        while (after < to && (Numeral.isLatin(text.charAt(after)) || text.charAt(after) == ' ') && after - unit < 20) {
            after++;
        }
        return before >= 0
                && after < to
                && text.charAt(before) == '('
                && text.charAt(after) == ')'
                && TIMES.stream().noneMatch(text.substring(unit, after)::startsWith);
    }

    /** Whether the number stands in an expression with a name in it, such as "- 14 = 0" in "x^2 - 5x - 14 = 0". */
    private boolean isTerm(WrittenNumber number, int from, int to) {
        return hasName(number.start() - 1, Math.max(from, number.start() - LONGEST_EXPRESSION) - 1, -1)
                || hasName(number.end(), Math.min(to, number.end() + LONGEST_EXPRESSION), 1);
    }

    private boolean hasName(int start, int stop, int direction) {
        for (int at = start; at != stop; at += direction) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int first = at;
                int last = at;
                while (first > 0 && at - first < LONGEST_EXPRESSION && Character.isLetter(text.charAt(first - 1))) {
                    first--;
                }
                while (last + 1 < text.length()
                        && last - at < LONGEST_EXPRESSION
                        && Character.isLetter(text.charAt(last + 1))) {
                    last++;
                }
                boolean command = first > 0 && text.charAt(first - 1) == '\\';
                if (!command) {
                    return first == last && c != 'a' && c != 'A';
                }
                at = direction > 0 ? Math.min(last, stop - 1) : Math.max(first, stop + 1);
            } else if (c == '\n' || ".,;:?".indexOf(c) >= 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean isExample(String text, int from, int at) {
        String before = text.substring(lineStart(text, from, at), at).toLowerCase(Locale.ROOT);
        return EXAMPLES.stream().anyMatch(before::contains);
    }

    private static int lineStart(String text, int from, int at) {
        int start = at;
        while (start > from && text.charAt(start - 1) != '\n' && at - start < 160) {
            start--;
        }
        return start;
    }

    /** Whether an equation reckons with the question's numbers and no others. */
    private boolean usesKnown(String body, Equation equation) {
        int sign = body.indexOf('=', equation.start());
        return WrittenNumber.in(body, equation.start(), sign).stream().allMatch(number -> known.has(number.value()));
    }

    /** An example that takes the question's own numbers is no example. */
    private boolean isSpecific(WrittenNumber number, int from) {
        List<WrittenNumber> others =
                WrittenNumber.in(text, lineStart(text, from, number.start()), number.start()).stream()
                        .filter(other -> other.role() == WrittenNumber.Role.QUANTITY)
                        .toList();
        return known.derives(number.value())
                && (others.isEmpty()
                        ? number.value().compareTo(BigFraction.of(100)) > 0
                        : others.stream().allMatch(other -> known.has(other.value())));
    }
}
