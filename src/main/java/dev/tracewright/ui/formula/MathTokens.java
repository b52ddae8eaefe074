package dev.tracewright.ui.formula;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Cuts a text once into the few marks that matter for finding formulas, so that the search itself never reads back. */
final class MathTokens {
    enum Kind {
        DOLLAR,
        OPEN_ROUND,
        CLOSE_ROUND,
        OPEN_SQUARE,
        CLOSE_SQUARE,
        BEGIN,
        END,
        OPEN_BRACE,
        CLOSE_BRACE,
        BLANK_LINE
    }

    private static final int LONGEST_NAME = 12;
    private static final Set<String> ENVIRONMENTS = Set.of(
            "align",
            "alignat",
            "aligned",
            "alignedat",
            "array",
            "bmatrix",
            "Bmatrix",
            "cases",
            "dcases",
            "displaymath",
            "eqnarray",
            "equation",
            "flalign",
            "gather",
            "gathered",
            "math",
            "matrix",
            "multline",
            "pmatrix",
            "rcases",
            "smallmatrix",
            "split",
            "vmatrix",
            "Vmatrix");

    private final CharSequence text;
    private Kind[] kinds = new Kind[64];
    private int[] offsets = new int[64];
    /** Where the token ends (exclusive). */
    private int[] ends = new int[64];
    /** For BEGIN the token of its END, else -1. */
    private int[] matches = new int[64];

    private int size;
    private final Map<String, Deque<Integer>> open = new HashMap<>();

    private MathTokens(CharSequence text) {
        this.text = text;
    }

    static MathTokens of(CharSequence text) {
        MathTokens tokens = new MathTokens(text);
        tokens.cut();
        return tokens;
    }

    int size() {
        return size;
    }

    Kind kind(int token) {
        return kinds[token];
    }

    /** Offset of the first character of the token. */
    int at(int token) {
        return offsets[token];
    }

    /** Offset after the last character of the token. */
    int endOffset(int token) {
        return ends[token];
    }

    /** The token that ends the environment begun at {@code token}, or -1. */
    int matchingEnd(int token) {
        return matches[token];
    }

    /** The first token at or after {@code token} that begins at or after {@code offset}. */
    int firstFrom(int token, int offset) {
        int next = token;
        while (next < size && offsets[next] < offset) {
            next++;
        }
        return next;
    }

    private void cut() {
        int closingAsy = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i = command(i);
            } else if (c == '[' && startsWith(i, "[asy]") && closingAsy >= 0) {
                closingAsy = indexOf("[/asy]", Math.max(closingAsy, i));
                i = closingAsy < 0 ? i + 1 : closingAsy + 6;
            } else {
                switch (c) {
                    case '$' -> add(Kind.DOLLAR, i, i + 1);
                    case '{' -> add(Kind.OPEN_BRACE, i, i + 1);
                    case '}' -> add(Kind.CLOSE_BRACE, i, i + 1);
                    case '\n' -> lineBreak(i);
                    default -> {}
                }
                i++;
            }
        }
    }

    private void lineBreak(int at) {
        int next = at + 1;
        while (next < text.length() && isSpaceInLine(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '\n') {
            add(Kind.BLANK_LINE, at, at + 1);
        }
    }

    private static boolean isSpaceInLine(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** Reads what follows a backslash at {@code at}; returns the offset to go on with. */
    private int command(int at) {
        if (at + 1 >= text.length()) {
            return at + 1;
        }
        switch (text.charAt(at + 1)) {
            case '(' -> add(Kind.OPEN_ROUND, at, at + 2);
            case ')' -> add(Kind.CLOSE_ROUND, at, at + 2);
            case '[' -> add(Kind.OPEN_SQUARE, at, at + 2);
            case ']' -> add(Kind.CLOSE_SQUARE, at, at + 2);
            case 'b' -> {
                return startsWith(at, "\\begin{") ? environment(at, at + 7, true) : at + 2;
            }
            case 'e' -> {
                return startsWith(at, "\\end{") ? environment(at, at + 5, false) : at + 2;
            }
            case '\n' -> {
                return at + 1;
            }
            default -> {}
        }
        return at + 2;
    }

    private int environment(int at, int nameStart, boolean begins) {
        int nameEnd = nameStart;
        while (nameEnd < text.length() && nameEnd - nameStart <= LONGEST_NAME && text.charAt(nameEnd) != '}') {
            nameEnd++;
        }
        if (nameEnd >= text.length() || text.charAt(nameEnd) != '}') {
            return at + 2;
        }
        String name = text.subSequence(nameStart, nameEnd).toString();
        String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        if (!ENVIRONMENTS.contains(plain)) {
            return nameEnd + 1;
        }
        Deque<Integer> stack = open.computeIfAbsent(name, key -> new ArrayDeque<>());
        if (begins) {
            stack.push(size);
            add(Kind.BEGIN, at, nameEnd + 1);
        } else {
            if (!stack.isEmpty()) {
                matches[stack.pop()] = size;
            }
            add(Kind.END, at, nameEnd + 1);
        }
        return nameEnd + 1;
    }

    private boolean startsWith(int at, String prefix) {
        if (at + prefix.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text.charAt(at + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int indexOf(String word, int from) {
        for (int i = from; i <= text.length() - word.length(); i++) {
            if (startsWith(i, word)) {
                return i;
            }
        }
        return -1;
    }

    private void add(Kind kind, int start, int end) {
        if (size == kinds.length) {
            int larger = size * 2;
            kinds = Arrays.copyOf(kinds, larger);
            offsets = Arrays.copyOf(offsets, larger);
            ends = Arrays.copyOf(ends, larger);
            matches = Arrays.copyOf(matches, larger);
        }
        kinds[size] = kind;
        offsets[size] = start;
        ends[size] = end;
        matches[size] = -1;
        size++;
    }
}
