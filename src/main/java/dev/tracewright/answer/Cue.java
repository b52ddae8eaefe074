package dev.tracewright.answer;

import java.util.List;

/** The phrases by which writers show what a sentence does; all lists of words about sentences stand here. */
final class Cue {
    /** Announces what follows from the work. "So far" and "so that" announce nothing. */
    static final Cue CONCLUDES = new Cue(
            List.of("so far", "so that", "so many", "so much"),
            "therefore",
            "thus",
            "hence",
            "so",
            "in total",
            "altogether",
            "the answer",
            "final answer",
            "answer is",
            "in summary",
            "in conclusion",
            "conclusion",
            "as a result",
            "we find",
            "finally",
            "the solution",
            "the result is",
            "conclude",
            "consequently",
            "所以",
            "因此",
            "答案",
            "总共",
            "一共");

    /** Names the answer itself, so that even a check ends here. */
    static final Cue ANSWERS = new Cue(
            List.of(),
            "answer is",
            "final answer",
            "the answer",
            "in conclusion",
            "conclusion",
            "conclude",
            "in summary",
            "therefore",
            "thus",
            "hence",
            "答案");

    /** Looks back at a value that was found before, so that its other numbers are no answers. */
    static final Cue CHECKS = new Cue(
            List.of(),
            "check",
            "checks",
            "checking",
            "double-check",
            "checked",
            "verify",
            "verifies",
            "verified",
            "verifying",
            "verification",
            "makes sense",
            "make sense",
            "reasonable",
            "confirm",
            "confirms",
            "confirming",
            "correct because",
            "is correct",
            "is valid",
            "matches",
            "验证",
            "检验");

    /** Announces a check that runs over the sentences after it. */
    static final Cue CHECKS_NEXT = new Cue(
            List.of("check if", "check which", "to check if", "to check which"),
            "to ensure accuracy",
            "to verify",
            "to check",
            "let's check",
            "let's verify",
            "double-check",
            "we can check",
            "we can verify",
            "check our",
            "check your",
            "check the answer",
            "check the solution",
            "check the result",
            "verification");

    /** Speaks about the answer or to the reader, beside the work. */
    static final Cue REMARKS = new Cue(
            List.of(),
            "note:",
            "note that",
            "please note",
            "**note",
            "good luck",
            "hope this",
            "let me know",
            "feel free",
            "that's it",
            "remember",
            "i apologize",
            "congratulations",
            "well done",
            "our solution",
            "we've followed",
            "in other words",
            "注意");

    /** Another way to the same question, after the answer was given. */
    static final Cue ALTERNATIVE =
            new Cue(List.of(), "alternative", "alternatively", "another way", "rewritten answer");

    /** Says that the question cannot be answered. */
    static final Cue DENIES = new Cue(
            List.of(),
            "cannot determine",
            "can't determine",
            "cannot be determined",
            "can't be determined",
            "cannot find",
            "can't find",
            "cannot calculate",
            "can't calculate",
            "cannot solve",
            "can't solve",
            "not possible to determine",
            "impossible to determine",
            "not enough information",
            "insufficient information",
            "unable to",
            "无法确定");

    /** Asks the reader instead of the problem. */
    static final Cue OFFERS =
            new Cue(List.of(), "would you", "do you", "let me know", "any questions", "can you", "did you", "shall we");

    private final List<String> except;
    private final List<String> phrases;

    private Cue(List<String> except, String... phrases) {
        this.except = except;
        this.phrases = List.of(phrases);
    }

    /** Whether one of the phrases stands in {@code lower} as words of their own. */
    boolean isIn(String lower) {
        for (String phrase : phrases) {
            for (int at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
                int end = at + phrase.length();
                boolean word = (at == 0 || !isLatin(lower.charAt(at - 1)) || !isLatin(lower.charAt(at)))
                        && (end == lower.length() || !isLatin(lower.charAt(end)) || !isLatin(lower.charAt(end - 1)));
                if (word && !isException(lower, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isException(String lower, int at) {
        for (String other : except) {
            if (lower.startsWith(other, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** The text in small letters with every offset kept, which {@link String#toLowerCase} does not promise. */
    static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }
}
