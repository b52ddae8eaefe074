package dev.tracewright.answer;

import java.util.Set;

/**
 * Tells sentences that say what is to be done ("Calculate the salary four years later") from those that do it: some outputs only
 * hand the steps on, and the numbers that they name are no answers.
 */
final class Instruction {
    private static final Set<String> VERBS = Set.of(
            "add",
            "apply",
            "calculate",
            "combine",
            "compute",
            "convert",
            "count",
            "create",
            "decide",
            "define",
            "determine",
            "distribute",
            "divide",
            "eliminate",
            "estimate",
            "evaluate",
            "expand",
            "express",
            "factor",
            "figure",
            "find",
            "follow",
            "identify",
            "isolate",
            "list",
            "multiply",
            "perform",
            "plug",
            "rearrange",
            "record",
            "repeat",
            "replace",
            "rewrite",
            "set",
            "simplify",
            "solve",
            "subtract",
            "substitute",
            "take",
            "think",
            "try",
            "use",
            "work",
            "write");

    private static final Set<String> BEFORE_THE_VERB = Set.of(
            "now", "then", "next", "first", "second", "third", "finally", "lastly", "after", "that", "and", "to");

    /** Somebody who works says what comes of it. */
    private static final Set<String> RESULT_WORDS = Set.of(
            "is",
            "are",
            "was",
            "were",
            "equal",
            "equals",
            "get",
            "gets",
            "got",
            "give",
            "gives",
            "giving",
            "make",
            "makes",
            "yield",
            "yields",
            "leaves",
            "leaving",
            "have",
            "has",
            "result",
            "results",
            "which",
            "so",
            "therefore",
            "thus",
            "means",
            "becomes",
            "i",
            "we",
            "will",
            "would",
            "can");

    private static final String RESULT_SIGNS = "=≈→";

    private Instruction() {}

    /** Whether {@code lower}, a sentence in small letters, only says what is to be done. */
    static boolean is(String lower) {
        int at = 0;
        for (int words = 0; words < 4; words++) {
            while (at < lower.length() && !isLetter(lower.charAt(at))) {
                if (!isFiller(lower.charAt(at))) {
                    return false;
                }
                at++;
            }
            int end = at;
            while (end < lower.length() && isLetter(lower.charAt(end))) {
                end++;
            }
            String word = lower.substring(at, end);
            if (VERBS.contains(word)) {
                return !saysWhatComes(lower, end);
            }
            if (!BEFORE_THE_VERB.contains(word) && !word.equals("step")) {
                return false;
            }
            at = end;
        }
        return false;
    }

    private static boolean saysWhatComes(String lower, int from) {
        int word = -1;
        for (int i = from; i <= lower.length(); i++) {
            char c = i == lower.length() ? '.' : lower.charAt(i);
            if (isLetter(c)) {
                word = word < 0 ? i : word;
                continue;
            }
            boolean said = RESULT_SIGNS.indexOf(c) >= 0
                    || (c == '\\' && startsCommand(lower, i))
                    || (c == ':' && isNumberNext(lower, i + 1))
                    || (word >= 0 && RESULT_WORDS.contains(lower.substring(word, i)));
            if (said) {
                return true;
            }
            word = -1;
        }
        return false;
    }

    private static boolean startsCommand(String lower, int at) {
        return lower.startsWith("\\approx", at) || lower.startsWith("\\boxed", at) || lower.startsWith("\\implies", at);
    }

    private static boolean isNumberNext(String lower, int from) {
        int at = from;
        while (at < lower.length() && " *$-−".indexOf(lower.charAt(at)) >= 0) {
            at++;
        }
        return at < lower.length() && Character.isDigit(lower.charAt(at));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** What may stand before a printed step's first word. */
    private static boolean isFiller(char c) {
        return Character.isWhitespace(c) || Character.isDigit(c) || "*#_-•.,:()".indexOf(c) >= 0;
    }
}
