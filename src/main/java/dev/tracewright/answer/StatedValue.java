package dev.tracewright.answer;

import dev.tracewright.trace.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Picks the value that a sentence states, keeping clear of the numbers that it only mentions. */
final class StatedValue {
    /** What follows these words is a circumstance of the statement, not what is stated. */
    private static final Set<String> CIRCUMSTANCE = Set.of(
            "in", "for", "after", "over", "within", "per", "every", "from", "with", "at", "on", "by", "when", "if",
            "given", "next", "of", "first", "last", "step", "than", "between", "and", "to", "reach", "problem");
    /** A thing named with these is known already: "the remaining 24 litres", "all 60 potatoes". */
    private static final Set<String> KNOWN = Set.of(
            "the",
            "these",
            "those",
            "all",
            "each",
            "both",
            "her",
            "his",
            "their",
            "its",
            "our",
            "remaining",
            "original");

    private static final Set<String> STATES = Set.of(
            "is", "are", "be", "equals", "was", "were", "exactly", "approximately", "about", "=", "is:", "remains");
    /** A second wording of the value before it. */
    private static final Pattern RESTATED = Pattern.compile(
            "[\\s,$)*]{0,6}+(?:or|i\\.e\\.|that is|which is|which equals|which simplifies to)[\\s$*,(]{1,6}+");

    private static final Pattern WORKING = Pattern.compile("[*+×·÷]|\\\\(?:times|cdot|div)|\\d\\s*+[-−/]\\s*+\\d");

    private static final Pattern IN_WORDS = Pattern.compile("\\s[*×·/+−-]\\s++\\(?+[A-Za-z]");

    private static final int STATED = 3;
    private static final int NEUTRAL = 2;
    private static final int LONGEST_SENTENCE = 1_500;
    private static final int NEAR = 40;

    private final Asked asked;

    StatedValue(Asked asked) {
        this.asked = asked;
    }

    /**
     * What a sentence states.
     *
     * @param found the value
     * @param fit whether it is of the kind that was asked for
     * @param beside the other values of the sentence
     */
    record Statement(Found found, Asked.Fit fit, List<Found> beside) {}

    /** The statement of the stretch, or null where no value is stated. */
    @Nullable
    Statement in(String text, int from, int to) {
        if (isWorkInParentheses(text, from, to)) {
            return in(text, from + 1, to - 1);
        }
        int start = Math.max(from, to - LONGEST_SENTENCE);
        Clauses clauses = new Clauses(text, start, to);
        List<Found> main = new ArrayList<>();
        List<Found> asides = new ArrayList<>();
        List<Found> conditions = new ArrayList<>();
        for (Chunk chunk : Chunk.of(text, start, to)) {
            Found value = valueOf(chunk);
            if (value == null
                    || isPartOfAFormula(text, value.end(), to)
                    || clauses.isReference(value.start())
                    || clauses.isCompared(value.start())) {
                continue;
            }
            (clauses.isParenthesis(value.start()) ? asides : clauses.isCondition(value.start()) ? conditions : main)
                    .add(value);
        }
        List<Found> pool = Compound.joined(text, !main.isEmpty() ? main : !asides.isEmpty() ? asides : conditions);
        if (pool.isEmpty()) {
            return null;
        }
        Found chosen = workedOut(text, pool, chosen(text, start, to, clauses, pool));
        List<Found> beside = new ArrayList<>(main);
        beside.addAll(asides);
        beside.addAll(conditions);
        beside.remove(chosen);
        return new Statement(chosen, asked.fit(text, start, chosen.start(), chosen.end(), to), beside);
    }

    /** "How many are left? (48 - 6 = 42)": nothing but work, and no pair of values. */
    private static boolean isWorkInParentheses(String text, int from, int to) {
        return to - from > 2
                && text.charAt(from) == '('
                && text.indexOf(')', from) == to - 1
                && text.substring(from, to).indexOf('=') >= 0;
    }

    /** "700 - 3 * number of queens": a formula in words goes on behind what looks like a value. */
    private static boolean isPartOfAFormula(String text, int end, int to) {
        return IN_WORDS.matcher(text).region(end, to).lookingAt();
    }

    /** The right side of the chunk's last equation; null where the chunk is no value, such as a list number. */
    static @Nullable Found valueOf(Chunk chunk) {
        String text = chunk.text();
        int sign = Math.max(text.lastIndexOf('='), text.lastIndexOf('≈'));
        int approx = text.lastIndexOf("\\approx");
        int start = Math.max(sign + 1, approx < 0 ? 0 : approx + 7);
        while (start < text.length() && " &".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String value = text.substring(start);
        if (value.isBlank()
                || value.equals("\\")
                || AnswerLine.saysNothing(value)
                || value.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == '∞')) {
            return null;
        }
        List<Found> boxes = Boxed.all(value);
        if (!boxes.isEmpty()) {
            Found box = boxes.getLast();
            return new Found(box.value(), chunk.start() + start + box.start(), chunk.start() + start + box.end());
        }
        return new Found(Chunk.plain(value), chunk.start() + start, chunk.end());
    }

    /** The value after the last equals sign, unless the sentence goes on to state another one. */
    private Found chosen(String text, int from, int to, Clauses clauses, List<Found> pool) {
        int result = -1;
        for (int i = 0; i < pool.size(); i++) {
            result = isAfterEquals(text, from, pool.get(i).start()) ? i : result;
        }
        List<Found> open = result < 0 ? pool : pool.subList(result, pool.size());
        Found last = pool.getLast();
        boolean goesOn = rank(text, from, last) == STATED
                || (clauses.isConclusion(last.start())
                        && !clauses.isConclusion(open.getFirst().start()));
        if (result >= 0 && (open.size() == 1 || !goesOn)) {
            return open.getFirst();
        }
        Found best = open.getFirst();
        int bestScore = -1;
        for (Found value : open) {
            int score = score(text, from, to, clauses, value);
            if (score > bestScore) {
                best = value;
                bestScore = score;
            }
        }
        return best;
    }

    private int score(String text, int from, int to, Clauses clauses, Found value) {
        int rank = rank(text, from, value);
        boolean fresh = !asked.isGiven(value.value()) && !isName(value.value());
        boolean follows = rank >= NEUTRAL && clauses.isConclusion(value.start());
        boolean fits = asked.fit(text, from, value.start(), value.end(), to) == Asked.Fit.SAME;
        return 2 * rank + (fresh ? 3 : 0) + (follows ? 5 : 0) + (fits ? 4 : 0);
    }

    /** "2 · 4 or 8": the second wording is the value worked out. */
    private static Found workedOut(String text, List<Found> pool, Found chosen) {
        int next = pool.indexOf(chosen) + 1;
        if (next >= pool.size() || !WORKING.matcher(chosen.value()).find()) {
            return chosen;
        }
        Found other = pool.get(next);
        boolean restated = other.start() > chosen.end()
                && RESTATED.matcher(Cue.lower(text.substring(chosen.end(), other.start())))
                        .matches();
        return restated && !WORKING.matcher(other.value()).find() ? other : chosen;
    }

    /** Whether the value is a number of the question in a place where it is mentioned, not stated. */
    boolean isOnlyMentioned(String text, int from, Found value) {
        return asked.isGiven(value.value()) && rank(text, from, value) < STATED && value.start() > from + 12;
    }

    /** Whether the statement only says again what the question says, as outputs do that list what is known. */
    boolean isOnlyRepeated(String text, int from, Statement statement) {
        Found value = statement.found();
        return asked.isGiven(value.value())
                && statement.fit() != Asked.Fit.SAME
                && !isAfterEquals(text, from, value.start());
    }

    private static boolean isName(String value) {
        return (value.length() == 1 && Character.isLetter(value.charAt(0)))
                || value.matches("[a-zA-Z]\\([a-zA-Z0-9,-]{1,12}\\)");
    }

    private static boolean isAfterEquals(String text, int from, int start) {
        int at = Chunk.beforeAnnotation(text, from, start) - 1;
        while (at >= from && (" $&*{(~".indexOf(text.charAt(at)) >= 0 || text.startsWith("\\boxed", at - 5))) {
            at -= text.charAt(at) == 'd' ? 6 : 1;
        }
        return at >= from && ("=≈".indexOf(text.charAt(at)) >= 0 || text.startsWith("\\approx", at - 6));
    }

    /** Values after "is", "total of" or "=" are stated; those after "in" or "for" are circumstances; "the 24" is known. */
    private static int rank(String text, int from, Found value) {
        if (isName(value.value())) {
            return 0;
        }
        String before = wordsBefore(text, from, value.start());
        String word = before.substring(before.lastIndexOf(' ') + 1);
        if (before.endsWith("total of")
                || before.endsWith("answer is")
                || before.endsWith("remains at")
                || STATES.contains(word)) {
            return STATED;
        }
        return KNOWN.contains(word) ? 0 : CIRCUMSTANCE.contains(word) ? 1 : NEUTRAL;
    }

    /** The words, colons and equals signs right before {@code at}, in small letters with one space between them. */
    private static String wordsBefore(String text, int from, int at) {
        StringBuilder words = new StringBuilder(NEAR);
        for (int i = Math.max(from, at - NEAR); i < at; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if ((c >= 'a' && c <= 'z') || c == ':' || c == '=') {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }
}
