package dev.tracewright.answer;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of one sentence that supply grounds or working, and the part that says what follows from them. */
final class Clauses {
    private static final Pattern CONDITION = Pattern.compile(
            "(?=[wisbakg])(?<![a-z])(?:when|if|since|because|assuming|knowing|(?<=^|, )given(?! by))(?![a-z])");
    private static final List<String> CONDITIONALS =
            List.of("when", "if", "since", "because", "assuming", "knowing", "given");
    private static final Pattern CONDITION_END = Pattern.compile(
            "(?=[,;:stiae])(?:,(?!\\d)|;|:|\\bthen\\b|\\b(?:so|therefore|thus|this means)\\b|(?<=[\\d$)}%] |\\d\\*\\* )(?:is|are|equals)\\b)");
    /** What is said after these words follows from what was said before them. */
    private static final List<String> FOLLOWS = List.of(
            ", so ",
            "; so ",
            " and so ",
            ", therefore",
            ", thus",
            ", hence",
            " which means ",
            " this means ",
            ", leaving ",
            ", giving ",
            ", making ",
            ", resulting in ",
            ", but ",
            " which gives ",
            " which leaves ",
            ", then ");
    /** Numbers after these words name a part of the text; several only after a plural ("By step 4, 42 are left"). */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?=[semcpqft])(?<![a-z])(?:(?:steps|equations|parts|methods|cases|prompts|examples)\\s++[(#]?+"
                    + "(?:\\d{1,3}\\s*+(?:,|and|&|to|-|–|through)\\s*+(?:and\\s++)?+)*+\\d{1,3}"
                    + "|(?:step|equation|part|method|case|problem|question|prompt|example|figure|table)\\s++[(#]?+\\d{1,3})");

    private static final List<String> NAMED = List.of(
            "step",
            "equation",
            "part",
            "method",
            "case",
            "prompt",
            "example",
            "problem",
            "question",
            "figure",
            "table");

    private static final Pattern COMPARED = Pattern.compile("(?<![a-z])than\\s++[$*]*+$");

    private final int from;
    private final String lower;
    private final BitSet condition = new BitSet();
    private final BitSet parentheses = new BitSet();
    private final BitSet reference = new BitSet();
    private final int follows;

    Clauses(String text, int from, int to) {
        this.from = from;
        lower = Cue.lower(text.substring(from, to));
        Matcher start = CONDITION.matcher(lower);
        int at = 0;
        boolean conditional = contains(CONDITIONALS);
        while (conditional && start.find(at)) {
            Matcher end = CONDITION_END.matcher(lower);
            at = end.find(start.end()) ? end.start() : lower.length();
            condition.set(start.start(), at);
        }
        Matcher named = REFERENCE.matcher(lower);
        boolean refers = contains(NAMED);
        while (refers && named.find()) {
            reference.set(named.start(), named.end());
        }
        int depth = 0;
        for (int i = 0; i < lower.length(); i++) {
            depth += lower.charAt(i) == '(' ? 1 : lower.charAt(i) == ')' && depth > 0 ? -1 : 0;
            parentheses.set(i, depth > 0);
        }
        follows = lastFollowing(lower);
    }

    /** Searching for plain words first is many times quicker than trying a pattern at every place. */
    private boolean contains(List<String> words) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Where the last words stand that announce what follows, or -1. */
    private static int lastFollowing(String lower) {
        for (int i = lower.length() - 1; i >= 0; i--) {
            char c = lower.charAt(i);
            if (c == ' ' || c == ',' || c == ';') {
                for (String words : FOLLOWS) {
                    if (lower.startsWith(words, i)) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    /** Whether a when- or if-clause stands there: "when a = 2". */
    boolean isCondition(int at) {
        return condition.get(at - from);
    }

    /** Whether working in parentheses stands there: "50 miles (10 · 3 + 20)". */
    boolean isParenthesis(int at) {
        return at > from && parentheses.get(at - from - 1);
    }

    /** Whether a number stands there that names a step, an equation, a case. */
    boolean isReference(int at) {
        return reference.get(at - from);
    }

    /** Whether another value is only compared with: "less than two hours". */
    boolean isCompared(int at) {
        String before = lower.substring(Math.max(0, at - from - 12), at - from);
        return before.contains("than") && COMPARED.matcher(before).find();
    }

    /** Whether the part stands there that says what follows: ", so he has 4". */
    boolean isConclusion(int at) {
        return follows >= 0 && at - from > follows;
    }
}
