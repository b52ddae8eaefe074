package dev.tracewright.ui.formula;

import dev.tracewright.ui.formula.MathTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the formulas in text that a model or a data set wrote, without taking prices for mathematics.
 *
 * <p>Known are {@code $…$}, {@code $$…$$}, {@code \(…\)}, {@code \[…\]} and environments that stand bare, such as
 * {@code \begin{align*}…\end{align*}}. Between delimiters there is no blank line. What is unclosed, escaped or inside
 * {@code [asy]…[/asy]} is text.
 */
public final class MathSpans {
    /** How many dollars one opening dollar may look past; bounds the work, so that the search stays linear. */
    private static final int DOLLARS_PASSED = 16;

    private final CharSequence text;
    private final MathTokens tokens;
    private final List<MathSpan> spans = new ArrayList<>();

    private MathSpans(CharSequence text) {
        this.text = text;
        this.tokens = MathTokens.of(text);
    }

    /** The formulas of {@code text} in order, not overlapping; time grows linearly with the text. */
    public static List<MathSpan> find(CharSequence text) {
        return new MathSpans(text).search();
    }

    private List<MathSpan> search() {
        int token = 0;
        while (token < tokens.size()) {
            token = switch (tokens.kind(token)) {
                case DOLLAR -> dollar(token);
                case OPEN_ROUND -> explicit(token, Kind.CLOSE_ROUND, false);
                case OPEN_SQUARE -> explicit(token, Kind.CLOSE_SQUARE, true);
                case BEGIN -> environment(token);
                case END, CLOSE_ROUND, CLOSE_SQUARE, OPEN_BRACE, CLOSE_BRACE, BLANK_LINE -> token + 1;
            };
        }
        return List.copyOf(spans);
    }

    /** Looks for the end of a formula that the explicit opener at {@code token} begins; returns the token to go on with. */
    private int explicit(int token, Kind closer, boolean display) {
        for (int next = token + 1; next < tokens.size(); next++) {
            Kind kind = tokens.kind(next);
            if (kind == closer) {
                int bodyStart = tokens.at(token) + 2;
                int bodyEnd = tokens.at(next);
                if (isBlank(bodyStart, bodyEnd)) {
                    return next + 1;
                }
                spans.add(new MathSpan(tokens.at(token), bodyEnd + 2, bodyStart, bodyEnd, display));
                return next + 1;
            }
            if (kind == Kind.OPEN_ROUND || kind == Kind.OPEN_SQUARE || isBlankLineInside(next, token, closer)) {
                return token + 1;
            }
        }
        return token + 1;
    }

    /** A blank line ends the search unless nothing but white space lies between it and a delimiter. */
    private boolean isBlankLineInside(int next, int opener, Kind closer) {
        if (tokens.kind(next) != Kind.BLANK_LINE) {
            return false;
        }
        boolean afterOpener = next == opener + 1 && isBlank(tokens.at(opener) + 2, tokens.at(next));
        boolean beforeCloser = next + 1 < tokens.size()
                && tokens.kind(next + 1) == closer
                && isBlank(tokens.at(next), tokens.at(next + 1));
        return !afterOpener && !beforeCloser;
    }

    private int environment(int token) {
        int end = tokens.matchingEnd(token);
        if (end < 0) {
            return token + 1;
        }
        int from = tokens.at(token);
        int to = tokens.endOffset(end);
        spans.add(new MathSpan(from, to, from, to, true));
        return end + 1;
    }

    private int dollar(int token) {
        int run = 1;
        while (isDollar(token + run, tokens.at(token) + run)) {
            run++;
        }
        if (run > 2) {
            return token + run;
        }
        MathSpan span = run == 2 ? closeDouble(token) : closeSingle(token);
        if (span == null) {
            return token + run;
        }
        spans.add(span);
        return tokens.firstFrom(token, span.end());
    }

    private @Nullable MathSpan closeSingle(int token) {
        int bodyStart = tokens.at(token) + 1;
        int closer = closingDollar(token + 1, false);
        if (closer < 0) {
            return null;
        }
        int bodyEnd = tokens.at(closer);
        String body = text.subSequence(bodyStart, bodyEnd).toString();
        boolean spaced = !body.equals(body.strip());
        boolean digitFollows = bodyEnd + 1 < text.length() && isDigit(text.charAt(bodyEnd + 1));
        if (digitFollows && !body.equals("\\$")) {
            return null;
        }
        if (spaced ? !Mathematics.isUnmistakable(body) : !Mathematics.isLikely(body, false)) {
            return null;
        }
        return new MathSpan(bodyStart - 1, bodyEnd + 1, bodyStart, bodyEnd, false);
    }

    private @Nullable MathSpan closeDouble(int token) {
        int bodyStart = tokens.at(token) + 2;
        int closer = closingDollar(token + 2, true);
        if (closer < 0) {
            return null;
        }
        int bodyEnd = tokens.at(closer);
        String body = text.subSequence(bodyStart, bodyEnd).toString().strip();
        if (!Mathematics.isLikely(body, true)) {
            return null;
        }
        return new MathSpan(bodyStart - 2, bodyEnd + 2, bodyStart, bodyEnd, true);
    }

    /** The dollar (or the first of two) that closes a formula whose first inner token is {@code from}, or -1. */
    private int closingDollar(int from, boolean twice) {
        int depth = 0;
        int passed = 0;
        int fallback = -1;
        for (int token = from; token < tokens.size(); token++) {
            switch (tokens.kind(token)) {
                case OPEN_BRACE -> depth++;
                case CLOSE_BRACE -> depth = Math.max(0, depth - 1);
                case DOLLAR -> {
                    boolean closes = !twice || isDollar(token + 1, tokens.at(token) + 1);
                    if (depth == 0) {
                        return closes ? token : -1;
                    }
                    if (closes && fallback < 0) {
                        fallback = token;
                    }
                    if (++passed > DOLLARS_PASSED) {
                        return fallback;
                    }
                }
                case OPEN_ROUND, OPEN_SQUARE, BLANK_LINE -> {
                    return fallback;
                }
                case BEGIN, END, CLOSE_ROUND, CLOSE_SQUARE -> {}
            }
        }
        return fallback;
    }

    private boolean isDollar(int token, int offset) {
        return token < tokens.size() && tokens.kind(token) == Kind.DOLLAR && tokens.at(token) == offset;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
