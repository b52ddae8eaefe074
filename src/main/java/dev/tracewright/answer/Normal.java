package dev.tracewright.answer;

import java.util.regex.Pattern;

/**
 * Brings a written value into one notation, so that LaTeX layout, Markdown, Unicode signs, currency and units do not
 * matter. Works in time linear in the text; what the value means is read by {@link ValueReader}.
 */
final class Normal {
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})++(?!\\d|,\\d)");
    private static final Pattern SPACED_THOUSANDS =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(?:(?:\\\\[,!;:]|\\{,\\}|,\\\\!)\\d{3})++(?!\\d)");
    private static final Pattern JOINED_WORD = Pattern.compile(",?+ (?:and|or) ");
    private static final Pattern CALCULATOR_NOTE = Pattern.compile("<<[^<>]{0,200}+>>");
    private static final Pattern RAISED_CIRCLE = Pattern.compile("\\^ ?(?:\\{ ?° ?\\}|°)");
    private static final Pattern TURNING = Pattern.compile("sin|cos|tan|cot|sec|csc");
    private static final Pattern NAMED = Pattern.compile(
            "^(?:[A-Za-z](?:_\\{?\\w{1,4}\\}?)?(?:(?:\\^\\{-1\\})?\\([^()=]{1,20}\\))*+|[a-z]{1,10}\\([^()=]{1,20}\\)|\\([a-z], ?[a-z](?:, ?[a-z])?\\)) ?(?:=|\\\\in(?![a-z])) ?(?=[^= ])");
    private static final int LONGEST = 2000;
    private static final String DROPPED_AROUND = "\"'* ";

    private Normal() {}

    /** {@code 2,125} as {@code 2125}; lists such as {@code 1,2,3} and {@code 100,00} stay. */
    static String withoutThousands(String value) {
        String joined = SPACED_THOUSANDS
                .matcher(value)
                .replaceAll(found -> found.group().replaceAll("[^\\d]", ""));
        return THOUSANDS.matcher(joined).replaceAll(found -> found.group().replace(",", ""));
    }

    /**
     * The normal form of a value: its {@link #notation} without the name before {@code =}, thousands separators, unit and
     * percent sign. Equal values in other notation often get equal normal forms.
     */
    static String of(String written) {
        String value = notation(written);
        boolean grouped = !value.isEmpty() && "([{".indexOf(value.charAt(0)) >= 0;
        value = grouped ? value : withoutThousands(value);
        value = withoutName(value);
        value = Units.stripped(value);
        value = value.replace("%", "").strip();
        return stripEnds(value);
    }

    /** {@code x = 3} as {@code 3}, {@code f(x) = 2x} as {@code 2x}, {@code x \in [0,1]} as {@code [0,1]}. */
    static String withoutName(String notation) {
        return NAMED.matcher(notation).replaceFirst("");
    }

    /**
     * One notation for the same signs: no layout, no Markdown, no math delimiters and no currency; {@code *} and {@code /}
     * for products and quotients, {@code ,} for "and" and "or"; single blanks. What is much longer than an answer stays as it is.
     */
    static String notation(String written) {
        if (written.length() > LONGEST) {
            return written.strip();
        }
        String value = written.indexOf('<') < 0
                ? written
                : CALCULATOR_NOTE.matcher(written).replaceAll("");
        value = new Notation(characters(value)).read();
        value = RAISED_CIRCLE.matcher(value).replaceAll("°");
        if (!TURNING.matcher(value).find()) {
            value = value.replace("°", "");
        }
        value = value.replace("{,}", ",");
        value = JOINED_WORD.matcher(blanks(value)).replaceAll(",");
        return stripEnds(value);
    }

    /** Single blanks for every run of white space, none at the ends. */
    private static String blanks(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!blank) {
                kept.append(c);
            } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                kept.append(' ');
            }
        }
        return kept.toString().strip();
    }

    private static String characters(String value) {
        StringBuilder plain = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
            if (c == '*' && next == '*') {
                plain.append(isPower(value, i) ? "^" : "");
                i++;
            } else if (c == '<' && next == '=') {
                plain.append("\\leq ");
                i++;
            } else if (c == '>' && next == '=') {
                plain.append("\\geq ");
                i++;
            } else {
                plain.append(sign(c));
            }
        }
        return plain.toString();
    }

    /** {@code x**2} is a power, {@code **2**} is emphasis. */
    private static boolean isPower(String value, int at) {
        return at > 0
                && at + 2 < value.length()
                && (Character.isLetterOrDigit(value.charAt(at - 1)) || value.charAt(at - 1) == ')')
                && Character.isDigit(value.charAt(at + 2))
                && value.indexOf("**", at + 2) < 0
                && value.lastIndexOf("**", at - 1) < 0;
    }

    private static String sign(char c) {
        return switch (c) {
            case '−', '–', '‐', '‑' -> "-";
            case '×', '·', '⋅', '∙', '∗' -> "*";
            case '÷', '⁄', '∕' -> "/";
            case 'π' -> "\\pi ";
            case '∞' -> "\\infty ";
            case '∪' -> "\\cup ";
            case '√' -> "\\sqrt ";
            case '±' -> "\\pm ";
            case '∓' -> "\\mp ";
            case '≤', '⩽' -> "\\leq ";
            case '≥', '⩾' -> "\\geq ";
            case '≠' -> "\\neq ";
            case '∈' -> "\\in ";
            case '∅' -> "\\emptyset ";
            case 'ℝ' -> "\\mathbb{R}";
            case '⟨' -> "\\langle ";
            case '⟩' -> "\\rangle ";
            case '⁰' -> "^0";
            case '¹' -> "^1";
            case '²' -> "^2";
            case '³' -> "^3";
            case '⁴', '⁵', '⁶', '⁷', '⁸', '⁹' -> "^" + (char) (c - '⁰' + '0');
            case '½' -> "\\frac{1}{2}";
            case '⅓' -> "\\frac{1}{3}";
            case '⅔' -> "\\frac{2}{3}";
            case '¼' -> "\\frac{1}{4}";
            case '¾' -> "\\frac{3}{4}";
            case '⅕' -> "\\frac{1}{5}";
            case '⅛' -> "\\frac{1}{8}";
            case 'º' -> "°";
            case '（' -> "(";
            case '）' -> ")";
            case '，' -> ",";
            case '：' -> ":";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '≈' -> "=";
            case '€', '£', '¥', '¢', '`' -> "";
            case '\u2009', '\u202f' -> "\\,";
            default -> String.valueOf(c);
        };
    }

    /** Without quotation marks, emphasis and what ends a sentence; the sign of a factorial in an expression stays. */
    static String stripEnds(String value) {
        int end = value.length();
        while (end > 0 && isDroppedAtEnd(value, end - 1)) {
            end--;
        }
        int start = 0;
        while (start < end
                && (":=".indexOf(value.charAt(start)) >= 0 || DROPPED_AROUND.indexOf(value.charAt(start)) >= 0)) {
            start++;
        }
        if (end - start > 2 && value.charAt(start) == '_' && value.charAt(end - 1) == '_') {
            return value.substring(start + 1, end - 1);
        }
        return value.substring(start, end);
    }

    private static boolean isDroppedAtEnd(String value, int at) {
        char c = value.charAt(at);
        if (c == '!') {
            String before = value.substring(0, at);
            return before.chars().skip(1).noneMatch(sign -> "+-*/^\\!".indexOf(sign) >= 0);
        }
        return ".,;:".indexOf(c) >= 0 || DROPPED_AROUND.indexOf(c) >= 0;
    }
}
