package dev.tracewright.align;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Walks over written arithmetic: blanks of text and TeX, signs, words and the units behind numbers. */
final class ArithmeticCursor {
    private static final List<String> TEX_BLANKS =
            List.of("\\,", "\\;", "\\!", "\\:", "\\ ", "\\quad", "\\qquad", "~", "&");
    private static final List<String> TEX_WORDS = List.of("\\text{", "\\mathrm{", "\\textrm{", "\\mbox{", "\\textbf{");
    /** Words that are signs or begin a clause; no unit goes on across them. */
    private static final Set<String> NO_UNIT = Set.of(
            "plus",
            "minus",
            "times",
            "divided",
            "multiplied",
            "is",
            "are",
            "was",
            "equals",
            "equal",
            "and",
            "or",
            "so",
            "then",
            "if",
            "when",
            "because",
            "represents",
            "means",
            "gives",
            "has",
            "have",
            "makes",
            "that",
            "which",
            "whose",
            "from",
            "than",
            "to");

    private static final String SIGNS = "=+-−–*×÷/·⋅)}]x≈|";
    private static final int LONGEST_REMARK = 40;
    private static final int MOST_WORDS = 6;

    final String text;
    final int limit;
    int at;
    private Set<String> units = new HashSet<>();

    ArithmeticCursor(String text, int from, int limit) {
        this.text = text;
        this.at = from;
        this.limit = limit;
    }

    /** The first letters of the units passed since the last call. */
    Set<String> takeUnits() {
        Set<String> taken = units;
        units = new HashSet<>();
        return taken;
    }

    void skip() {
        at = afterBlanks(at);
    }

    /** Passes the asterisks of a bold number, as in "= **12**". */
    void skipBold() {
        boolean bold = looking("**") && (isDigit(at + 2) || (at + 2 < limit && "$-".indexOf(text.charAt(at + 2)) >= 0));
        at += bold ? 2 : 0;
    }

    boolean looking(String sign) {
        return at + sign.length() <= limit && text.startsWith(sign, at);
    }

    boolean looking(char sign) {
        return at < limit && text.charAt(at) == sign;
    }

    boolean accept(String sign) {
        boolean there = looking(sign);
        at += there ? sign.length() : 0;
        return there;
    }

    /** A command of TeX that does not go on as a longer name. */
    boolean acceptCommand(String command) {
        int end = at + command.length();
        boolean there = looking(command) && (end >= limit || !Numeral.isLatin(text.charAt(end)));
        at += there ? command.length() : 0;
        return there;
    }

    private boolean acceptWord(String word) {
        int end = at + word.length();
        boolean there = end < limit
                && at > 0
                && MarkerReader.isBlank(text.charAt(at - 1))
                && MarkerReader.isBlank(text.charAt(end))
                && text.regionMatches(true, at, word, 0, word.length());
        at += there ? word.length() + 1 : 0;
        return there;
    }

    /** A word between blanks that stands before a number, as "times" does in "3 times 4" but not in "24 times a day". */
    boolean acceptSign(String word) {
        int next = at + word.length() + 1;
        boolean number = isDigit(next) || (next < limit && "$(".indexOf(text.charAt(next)) >= 0);
        return number && acceptWord(word);
    }

    /** Whether a word and a blank stand before the cursor. */
    boolean followsWord() {
        return at > 1 && MarkerReader.isBlank(text.charAt(at - 1)) && isLetter(at - 2);
    }

    boolean isDigit(int index) {
        return index >= 0 && index < limit && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    boolean isLetter(int index) {
        return index >= 0 && index < limit && Character.isLetter(text.charAt(index));
    }

    private int afterBlanks(int from) {
        int next = MarkerReader.skipBlanks(text, from, limit);
        if (next >= limit || "\\~&".indexOf(text.charAt(next)) < 0) {
            return next;
        }
        for (String blank : TEX_BLANKS) {
            boolean command = blank.length() > 2 && isLetter(next + blank.length());
            if (next + blank.length() <= limit && text.startsWith(blank, next) && !command) {
                return afterBlanks(next + blank.length());
            }
        }
        return next;
    }

    /** Passes the unit of a number where a sign follows it ("80 spiders +", "3 eggs/day =", "$5 (cost) +"), else blanks only. */
    void skipUnit() {
        int next = afterBlanks(at);
        int words = 0;
        String unit = "";
        while (next < limit && words < MOST_WORDS) {
            int tex = texWordEnd(next);
            if (tex > 0) {
                unit = unit.isEmpty()
                        ? stem(text.substring(text.indexOf('{', next) + 1, tex - 1)
                                .strip())
                        : unit;
                next = afterBlanks(tex);
                words++;
            } else if (text.startsWith("a ", next) && isWord(next + 2)) {
                next += 2;
            } else if (text.charAt(next) == ' ' || (text.charAt(next) == '/' && isWord(next + 1))) {
                next++;
            } else if (text.charAt(next) == '(' && isWord(next + 1) && remarkEnd(next) > 0) {
                next = remarkEnd(next);
            } else if (isWord(next) && !endsUnit(next)) {
                int end = wordEnd(next);
                unit = unit.isEmpty() ? stem(text.substring(next, end)) : unit;
                next = end;
                words++;
            } else {
                break;
            }
        }
        boolean sign = next < limit && (SIGNS.indexOf(text.charAt(next)) >= 0 || text.charAt(next) == '\\');
        if (!sign) {
            skip();
            return;
        }
        if (!unit.isEmpty()) {
            units.add(unit);
        }
        at = next;
    }

    /** Whether a sign or a clause begins here; "15 times =" counts. */
    private boolean endsUnit(int from) {
        boolean counts = text.startsWith("times =", from);
        return !counts && NO_UNIT.contains(text.substring(from, wordEnd(from)).toLowerCase(Locale.ROOT));
    }

    private int texWordEnd(int from) {
        if (text.charAt(from) != '\\') {
            return -1;
        }
        for (String opening : TEX_WORDS) {
            if (from + opening.length() < limit && text.startsWith(opening, from)) {
                int end = text.indexOf('}', from);
                boolean plain = end > 0
                        && end < Math.min(limit, from + LONGEST_REMARK)
                        && text.substring(from + opening.length(), end)
                                .chars()
                                .allMatch(c -> Character.isLetter(c) || " ./-'()".indexOf(c) >= 0);
                return plain ? end + 1 : -1;
            }
        }
        return -1;
    }

    private boolean isWord(int index) {
        return index + 1 < limit && Numeral.isLatin(text.charAt(index)) && Numeral.isLatin(text.charAt(index + 1));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < limit
                && (Numeral.isLatin(text.charAt(end))
                        || ("/'-".indexOf(text.charAt(end)) >= 0
                                && end + 1 < limit
                                && Numeral.isLatin(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    private int remarkEnd(int open) {
        for (int i = open + 1; i < Math.min(limit, open + LONGEST_REMARK); i++) {
            char c = text.charAt(i);
            if (c == ')') {
                return i + 1;
            }
            if (!Numeral.isLatin(c) && !isDigit(i) && " '’-,.:".indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static String stem(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(3, lower.length()));
    }
}
