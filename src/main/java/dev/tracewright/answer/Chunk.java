package dev.tracewright.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a sentence that reads as one mathematical expression, so that no number is taken out of a larger one.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param text the stretch itself
 */
record Chunk(int start, int end, String text) {
    private static final String OPERATORS = "+-*/=^×÷·−≈<>≤≥±";

    /** The expressions between {@code from} and {@code to}, in order: {@code $…$} and the like, else runs of signs. */
    static List<Chunk> of(String text, int from, int to) {
        List<Chunk> chunks = new ArrayList<>();
        int at = from;
        while (at < to) {
            int annotation = annotationEnd(text, at, to);
            if (annotation > at) {
                at = annotation;
                continue;
            }
            int close = mathEnd(text, at, to);
            if (close > at) {
                int skip = text.startsWith("$$", at) || text.charAt(at) == '\\' ? 2 : 1;
                add(chunks, text, at + skip, close - skip);
                at = close;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                at = run(chunks, text, at, to);
            }
        }
        return chunks;
    }

    /** Where a calculator annotation such as {@code <<9*4=36>>} ends, or -1. */
    private static int annotationEnd(String text, int at, int to) {
        if (!text.startsWith("<<", at)) {
            return -1;
        }
        int close = text.indexOf(">>", at, to);
        return close < 0 || close + 2 > to ? -1 : close + 2;
    }

    /** Where a calculator annotation that ends at {@code at} begins, or {@code at} itself. */
    static int beforeAnnotation(String text, int from, int at) {
        int open = at - 2 >= from && text.startsWith(">>", at - 2)
                ? text.substring(from, at).lastIndexOf("<<")
                : -1;
        return open < 0 ? at : from + open;
    }

    /** Where the formula that opens at {@code at} ends, or -1: dollars around words are money, not a formula. */
    private static int mathEnd(String text, int at, int to) {
        if (text.startsWith("\\(", at) || text.startsWith("\\[", at)) {
            int close = text.indexOf(text.charAt(at + 1) == '(' ? "\\)" : "\\]", at, to);
            return close < 0 || close + 2 > to ? -1 : close + 2;
        }
        if (text.charAt(at) != '$') {
            return -1;
        }
        String mark = text.startsWith("$$", at) ? "$$" : "$";
        int close = at + mark.length();
        do {
            close = text.indexOf(mark, Math.min(close, to), to);
            if (close < 0 || close + mark.length() > to) {
                return -1;
            }
            if (text.charAt(close - 1) != '\\') {
                break;
            }
            close++;
        } while (true);
        String inner = text.substring(at + mark.length(), close);
        return inner.isBlank() || words(inner) > 1 || (inner.endsWith(" ") && !inner.startsWith(" "))
                ? -1
                : close + mark.length();
    }

    private static int words(String inner) {
        int words = 0;
        int run = 0;
        boolean command = false;
        int braces = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (Character.isLetter(c)) {
                run++;
                if (run == 3 && !command && braces == 0) {
                    words++;
                }
            } else {
                command = c == '\\';
                run = 0;
            }
        }
        return words;
    }

    private static void add(List<Chunk> chunks, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || ".,;:".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        if (end > start) {
            chunks.add(new Chunk(start, end, text.substring(start, end)));
        }
    }

    /** Reads one run of expression tokens, or passes one word. */
    private static int run(List<Chunk> chunks, String text, int from, int to) {
        int end = from;
        int at = from;
        boolean operand = false;
        while (at < to && !text.startsWith("<<", at)) {
            int next = tokenEnd(text, at, to);
            String token = bare(text.substring(at, next));
            boolean operator = !token.isEmpty() && OPERATORS.indexOf(token.charAt(0)) >= 0 && token.length() == 1;
            if (!operator && !isExpression(token)) {
                break;
            }
            if (operand && !operator && OPERATORS.indexOf(token.charAt(0)) < 0) {
                break;
            }
            operand = !operator && OPERATORS.indexOf(token.charAt(token.length() - 1)) < 0;
            end = next;
            at = next;
            if (!token.isEmpty() && ",;".indexOf(text.charAt(next - 1)) >= 0) {
                break;
            }
            while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }
        if (end == from) {
            int next = tokenEnd(text, from, to);
            addNumberInWord(chunks, text, from, next);
            return next;
        }
        addTrimmed(chunks, text, from, end);
        return end;
    }

    private static void addTrimmed(List<Chunk> chunks, String text, int from, int to) {
        int start = from;
        int end = to;
        while (end > start
                && ((OPERATORS + " .,;:!?*`\"'").indexOf(text.charAt(end - 1)) >= 0
                        || (")]}".indexOf(text.charAt(end - 1)) >= 0 && depth(text, start, end) < 0))) {
            end--;
        }
        while (start < end
                && ("*` \"'+/=^×÷·≈<>≤≥:,.".indexOf(text.charAt(start)) >= 0
                        || ("([{".indexOf(text.charAt(start)) >= 0 && depth(text, start, end) > 0)
                        || (text.charAt(start) == '-' && start + 1 < end && text.charAt(start + 1) == ' '))) {
            start++;
        }
        String chunk = text.substring(start, end);
        boolean loneLetter = chunk.length() == 1 && Character.isLetter(chunk.charAt(0));
        if (!chunk.isBlank() && !loneLetter) {
            chunks.add(new Chunk(start, end, chunk));
        }
    }

    /** How many brackets stay open (above 0), or close what was not opened (below 0). */
    private static int depth(String text, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return interval(text, from, to) ? 0 : depth;
    }

    private static boolean interval(String text, int from, int to) {
        return text.substring(from, to).matches("[(\\[][^()\\[\\]]{1,60},[^()\\[\\]]{1,60}[)\\]]");
    }

    /** "$50/week", "8cm", "eight": the number that a token begins with or is. */
    private static void addNumberInWord(List<Chunk> chunks, String text, int from, int to) {
        int start = from;
        while (start < to && "*`\"'(~".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < to && ("$€£¥\\-−".indexOf(text.charAt(end)) >= 0 || isDigitOrInside(text, end, to))) {
            end++;
        }
        if (end > start && Character.isDigit(text.charAt(end - 1))) {
            if (end < to && text.charAt(end) == '%') {
                end++;
            }
            chunks.add(new Chunk(start, end, text.substring(start, end)));
            return;
        }
        int wordEnd = start;
        while (wordEnd < to && Character.isLetter(text.charAt(wordEnd))) {
            wordEnd++;
        }
        if (NumberWords.upToTwenty(text.substring(start, wordEnd)) >= 2) {
            chunks.add(new Chunk(start, wordEnd, text.substring(start, wordEnd)));
        }
    }

    private static boolean isDigitOrInside(String text, int at, int to) {
        char c = text.charAt(at);
        return Character.isDigit(c)
                || ((c == '.' || c == ',') && at + 1 < to && Character.isDigit(text.charAt(at + 1)));
    }

    /** A number word as digits, anything else unchanged. */
    static String plain(String value) {
        int number = NumberWords.upToTwenty(value);
        return number < 0 ? value : Integer.toString(number);
    }

    private static int tokenEnd(String text, int from, int to) {
        int at = from;
        while (at < to && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (at > from && (text.startsWith("<<", at) || isIdeograph(text.charAt(at - 1)) != isIdeograph(c))) {
                break;
            }
            if (c == '(' || c == '{' || c == '[') {
                int close = matching(text, at, to);
                if (close > at && isExpressionInside(text.substring(at + 1, close))) {
                    at = close;
                    c = text.charAt(at);
                }
            }
            at++;
            if (c == '\n') {
                break;
            }
        }
        return at;
    }

    /** Whether a Chinese sign or its punctuation stands there, which is written close to numbers. */
    private static boolean isIdeograph(char c) {
        return Character.isIdeographic(c) || "，。：；！？、（）".indexOf(c) >= 0;
    }

    private static int matching(String text, int open, int to) {
        int depth = 0;
        for (int i = open; i < Math.min(to, open + 80); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isExpressionInside(String inner) {
        for (String token : inner.strip().split("[\\s,]+", -1)) {
            if (!token.isEmpty() && !isExpression(token) && !(token.length() == 1 && OPERATORS.contains(token))) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String token) {
        int start = 0;
        int end = token.length();
        while (end > start && ".,;:!?*`\"'".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end && "*`\"'~:".indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        return start == end && token.length() == 1 && OPERATORS.contains(token) ? token : token.substring(start, end);
    }

    /** Digits, operators, brackets, commands and single letters, but no words. */
    private static boolean isExpression(String token) {
        int letters = 0;
        boolean sign = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '\\') {
                int end = i + 1;
                while (end < token.length() && Character.isLetter(token.charAt(end))) {
                    end++;
                }
                i = Math.max(i, end - 1);
                sign = true;
                letters = 0;
            } else if (Character.isLetter(c) && c != 'π') {
                letters++;
                if (letters > 1
                        && !token.startsWith("sqrt", i - 1)
                        && !token.startsWith("qrt", i - 1)
                        && !inSqrt(token, i)) {
                    return false;
                }
            } else {
                letters = 0;
                sign |= Character.isDigit(c) || "√π∞".indexOf(c) >= 0 || OPERATORS.indexOf(c) >= 0;
                if ("+-*/=^×÷·−≈<>≤≥±$€£¥%()[]{}.,|!√π∞²³°_:".indexOf(c) < 0 && !Character.isDigit(c)) {
                    return false;
                }
            }
        }
        return sign || (token.length() == 1 && letters == 1 && !token.equals("a") && !token.equals("I"));
    }

    private static boolean inSqrt(String token, int at) {
        int from = Math.max(0, at - 4);
        int sqrt = token.indexOf("sqrt", from);
        return sqrt >= 0 && at >= sqrt && at < sqrt + 4;
    }
}
