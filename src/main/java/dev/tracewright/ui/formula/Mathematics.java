package dev.tracewright.ui.formula;

import java.util.Locale;
import java.util.Set;

/** Tells a formula from prose that merely stands between two dollar signs, such as two prices in one sentence. */
final class Mathematics {
    /** This many words of prose outside of {@code \text{}} make a sentence, whatever else stands beside them. */
    private static final int WORDS_OF_A_SENTENCE = 4;

    private static final int WORDS_WITHOUT_A_SIGN = 2;
    private static final String OPERATORS_THAT_WAIT = "=+-*/×÷·<>&(";
    private static final Set<String> NAMES = Set.of(
            "sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "lim", "max", "min", "mod", "gcd", "lcm", "det",
            "dim", "arg", "deg", "inf", "sup", "ker", "abs", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
            "sqrt", "frac", "floor", "ceil");
    private static final Set<String> SHORT_WORDS = Set.of(
            "an", "as", "at", "be", "by", "do", "he", "if", "in", "is", "it", "my", "no", "of", "on", "or", "so", "to",
            "up", "us", "we");

    private Mathematics() {}

    /**
     * Whether {@code body}, found between single or double dollar signs, reads as mathematics.
     *
     * @param display whether both signs were double: then they are hardly those of two prices
     */
    static boolean isLikely(String body, boolean display) {
        if (body.isBlank() || body.contains("<<") || body.contains(">>") || body.contains("__")) {
            return false;
        }
        int words = proseWords(body);
        if (words >= WORDS_OF_A_SENTENCE) {
            return false;
        }
        if (hasMathematicalSign(body)) {
            return true;
        }
        if (body.indexOf('`') >= 0) {
            return false;
        }
        if (isDigit(body.charAt(0))) {
            return words == 0 && (display || !breaksOff(body));
        }
        return words < WORDS_WITHOUT_A_SIGN && hasLetterOrDigit(body);
    }

    /** Whether white space beside the dollars is forgiven, because {@code body} cannot be the text between two prices. */
    static boolean isUnmistakable(String body) {
        String inner = body.strip();
        if (inner.isEmpty() || inner.contains("__") || proseWords(inner) > 0) {
            return false;
        }
        boolean relation = inner.chars().anyMatch(c -> "=<>".indexOf(c) >= 0);
        return hasMathematicalSign(inner) || (relation && isLatin(inner.charAt(0)));
    }

    /** Whether an amount is followed by something that waits for the next amount, as in {@code $20+$30}. */
    private static boolean breaksOff(String body) {
        char last = body.charAt(body.length() - 1);
        return OPERATORS_THAT_WAIT.indexOf(last) >= 0 || endsWithCurrency(body);
    }

    private static boolean hasMathematicalSign(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\' || c == '^' || c == '_' || c == '{') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLetterOrDigit(String body) {
        return body.chars().anyMatch(c -> Character.isLetterOrDigit(c) || "+-=<>*/%".indexOf(c) >= 0);
    }

    /** Whether the closing dollar belongs to an amount in another currency, as in {@code $20 (AU$30)}. */
    private static boolean endsWithCurrency(String body) {
        if (body.chars().anyMatch(c -> "=+*/<>".indexOf(c) >= 0)) {
            return false;
        }
        int at = body.length();
        while (at > 0 && body.charAt(at - 1) >= 'A' && body.charAt(at - 1) <= 'Z') {
            at--;
        }
        return at < body.length() && at > 0 && (body.charAt(at - 1) == ' ' || body.charAt(at - 1) == '(');
    }

    /** Counts words that are neither commands, nor inside {@code \text{}}, nor names of functions, nor products. */
    private static int proseWords(String body) {
        int words = 0;
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            if (c == '\\') {
                int end = i + 1;
                while (end < body.length() && isLatin(body.charAt(end))) {
                    end++;
                }
                i = setsText(body, i + 1, end) ? afterGroup(body, end) : Math.max(end, i + 2);
            } else if (isLatin(c)) {
                int end = i;
                while (end < body.length() && (isLatin(body.charAt(end)) || body.charAt(end) == '\'')) {
                    end++;
                }
                if (isProse(body.substring(i, end))) {
                    words++;
                }
                i = end;
            } else {
                i++;
            }
        }
        return words;
    }

    private static boolean isProse(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() == 2) {
            return SHORT_WORDS.contains(word);
        }
        boolean allCapitals = word.equals(word.toUpperCase(Locale.ROOT));
        return word.length() > 2 && !allCapitals && !NAMES.contains(lower);
    }

    /** Whether the command in {@code [from, to)} takes words, or a name that is no word, as its argument. */
    private static boolean setsText(String body, int from, int to) {
        String name = body.substring(from, to);
        return name.startsWith("text")
                || name.equals("emph")
                || name.equals("mbox")
                || name.equals("mathrm")
                || name.equals("operatorname")
                || name.equals("begin")
                || name.equals("end");
    }

    private static int afterGroup(String body, int from) {
        int depth = 0;
        for (int i = from; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth <= 0) {
                return i + 1;
            } else if (depth == 0 && c != ' ') {
                return i;
            }
        }
        return body.length();
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
