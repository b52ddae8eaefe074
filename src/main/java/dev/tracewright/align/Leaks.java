package dev.tracewright.align;

import dev.tracewright.trace.Leak;
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
            "gives",
            "give you",
            "to get",
            "you get",
            "we get",
            "get",
            "yields",
            "equals",
            "equal to",
            "equal",
            "result in",
            "results in",
            "resulting in",
            "comes to",
            "makes",
            "that's",
            "that is",
            "this is",
            "is",
            "are",
            "total of",
            "leaves",
            "leaving",
            "should be",
            "will be",
            "would be",
            "be",
            "=",
            "answer:",
            "becomes",
            "becoming");
    private static final BigFraction LARGEST_COUNT = BigFraction.of(12);

    private final String text;
    private final KnownNumbers known;
    private final @Nullable BigFraction gold;
    private final List<Leak> leaks = new ArrayList<>();

    private Leaks(String question, String text, @Nullable BigFraction gold) {
        this.text = text;
        this.known = new KnownNumbers(question);
        this.gold = gold;
    }

    /**
     * The leaks of {@code steps}, in the order of their places, which do not overlap.
     *
     * @param question the problem as the delegator saw it
     * @param goldAnswer the bare value of the data set's answer, such as {@code 18} or {@code \frac{3}{4}}; empty where unknown
     */
    public static List<Leak> in(String question, Steps steps, String goldAnswer) {
        Leaks search = new Leaks(question, steps.text(), numeric(goldAnswer));
        for (int i = 0; i < steps.size(); i++) {
            int body = steps.start(i) + steps.steps().get(i).marker().length();
            search.step(i + 1, body, steps.end(i));
        }
        return List.copyOf(search.leaks);
    }

    private void step(int step, int from, int to) {
        List<Leak> found = new ArrayList<>();
        String body = text.substring(from, to);
        for (Equation equation : Equations.in(body)) {
            BigFraction value = evaluated(body, equation);
            if (value != null
                    && !known.states(value)
                    && (!isExample(body, equation.start()) || usesKnown(body, equation))) {
                add(found, step, from + equation.start(), from + equation.end(), isGold(value));
                known.add(value);
            }
        }
        for (WrittenNumber number : WrittenNumber.in(text, from, to)) {
            BigFraction value = number.value();
            if (number.role() == WrittenNumber.Role.QUANTITY
                    && !known.explains(value)
                    && !isTerm(number, from, to)
                    && !(isExample(body, number.start() - from) && !isSpecific(value))
                    && (isWorkedOut(number, to)
                            || (isStated(number, from) && known.derives(value))
                            || isCounted(number))) {
                add(found, step, number.start(), number.end(), isGold(value));
                known.add(value);
            }
        }
        found.sort(Comparator.comparingInt(Leak::start));
        leaks.addAll(found);
    }

    /** Adds a leak; one that overlaps another is joined with it. */
    private static void add(List<Leak> found, int step, int start, int end, boolean answer) {
        for (int i = 0; i < found.size(); i++) {
            Leak other = found.get(i);
            if (start < other.end() && other.start() < end) {
                Leak.Kind kind = answer || other.kind() == Leak.Kind.ANSWER ? Leak.Kind.ANSWER : Leak.Kind.VALUE;
                found.set(i, new Leak(step, Math.min(start, other.start()), Math.max(end, other.end()), kind));
                return;
            }
        }
        found.add(new Leak(step, start, end, answer ? Leak.Kind.ANSWER : Leak.Kind.VALUE));
    }

    /** The plain number that an equation arrives at, or null where it arrives at none. */
    private static @Nullable BigFraction evaluated(String body, Equation equation) {
        ArithmeticReader reader = new ArithmeticReader(body, equation.start(), equation.end());
        ArithmeticReader.Side left = reader.side();
        ArithmeticReader.Side right = left == null || reader.passEquals() < 0 ? null : reader.side();
        return left != null && left.operations() > 0 && right != null && right.isPlain() ? right.value() : null;
    }

    private boolean isGold(BigFraction value) {
        return gold != null && gold.compareTo(value) == 0;
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
        ArithmeticReader.Side side = new ArithmeticReader(text, at + 1, to).side();
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

    /** A larger number that follows from the question's numbers and counts something, "the 48 eggs". */
    private boolean isCounted(WrittenNumber number) {
        return number.value().compareTo(LARGEST_COUNT) > 0 && known.derives(number.value());
    }

    /** Whether the number stands in an expression with a name in it, such as "- 14 = 0" in "x^2 - 5x - 14 = 0". */
    private boolean isTerm(WrittenNumber number, int from, int to) {
        return hasName(number.start() - 1, from - 1, -1) || hasName(number.end(), to, 1);
    }

    private boolean hasName(int start, int stop, int direction) {
        for (int at = start; at != stop; at += direction) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                boolean before = at > 0 && Character.isLetter(text.charAt(at - 1));
                boolean after = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
                if (before || after) {
                    return false;
                }
                return c != 'a' && c != 'A';
            }
            if (c == '\n' || ".,;:?".indexOf(c) >= 0) {
                return false;
            }
        }
        return false;
    }

    private static boolean isExample(String body, int at) {
        int from = at;
        while (from > 0 && body.charAt(from - 1) != '\n' && at - from < 160) {
            from--;
        }
        String before = body.substring(from, at).toLowerCase(Locale.ROOT);
        return EXAMPLES.stream().anyMatch(before::contains);
    }

    /** Whether an equation reckons with the question's numbers and no others. */
    private boolean usesKnown(String body, Equation equation) {
        int sign = body.indexOf('=', equation.start());
        return WrittenNumber.in(body, equation.start(), sign).stream().allMatch(number -> known.has(number.value()));
    }

    /** An example that happens to be the very value is none. */
    private boolean isSpecific(BigFraction value) {
        return value.compareTo(BigFraction.of(100)) > 0 && known.derives(value);
    }

    private static @Nullable BigFraction numeric(String answer) {
        String plain = answer.strip();
        ArithmeticReader reader = new ArithmeticReader(plain, 0, plain.length());
        ArithmeticReader.Side side = plain.isEmpty() ? null : reader.side();
        return side != null && side.end() == plain.length() ? side.value() : null;
    }
}
