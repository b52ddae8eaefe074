package dev.tracewright.llm.demo;

import dev.tracewright.llm.demo.Token.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Cuts one clause of a step into numbers, words and signs, in one pass whose time grows with the length only. */
final class Lexer {
    private static final int MOST_TOKENS = 400;

    // Possessive quantifiers: no backtracking, so hostile digits cost linear time.
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d{1,3}+(?:,\\d{3}+)++(?![\\d])|\\d++)(?:\\.\\d++)?+|\\.\\d++");
    private static final Pattern UNDER = Pattern.compile("/(\\d++)(?![\\d.,]\\d|\\d)");
    private static final Pattern PROPER = Pattern.compile(" (\\d{1,4}+)/(\\d{1,4}+)(?![\\d.])");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("(?:st|nd|rd|th)\\b|:\\d++");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*+(?:-\\p{L}[\\p{L}'’]*+)*+");
    private static final Map<String, String> LATEX = Map.of(
            "\\times", "×", "\\cdot", "×", "\\div", "÷", "\\left", " ", "\\right", " ", "\\(", " ", "\\)", " ", "\\$",
            "$", "\\%", "%");
    private static final Map<Character, String> VULGAR =
            Map.of('½', "1/2", '¼', "1/4", '¾', "3/4", '⅓', "1/3", '⅔', "2/3", '⅕', "1/5", '⅛', "1/8");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** Plain signs for the LaTeX and Markdown that models like to write; applied before {@link #tokens}. */
    static String plain(String clause) {
        String plain = clause.replaceAll("(?<!\\d)\\*\\*|\\*\\*(?!\\d)|[`_]", " ");
        plain = plain.replaceAll("\\\\[dt]?frac\\{(\\d{1,30})\\}\\{(\\d{1,30})\\}", " $1/$2");
        for (Map.Entry<String, String> sign : LATEX.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return plain.strip();
    }

    /**
     * The tokens of a plain clause, spelled numbers folded into numbers.
     *
     * @throws CannotCarryOut when the clause is far too long or has a number that is
     */
    static List<Token> tokens(String clause) throws CannotCarryOut {
        Lexer lexer = new Lexer(clause);
        while (lexer.at < clause.length()) {
            lexer.next();
            if (lexer.tokens.size() > MOST_TOKENS) {
                throw new CannotCarryOut("it is too long for me");
            }
        }
        return SpelledNumbers.fold(lexer.tokens);
    }

    private void next() throws CannotCarryOut {
        char c = text.charAt(at);
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            number(number.end());
        } else if (word.lookingAt()) {
            words(word.group().toLowerCase(Locale.ROOT), word.end());
        } else if (VULGAR.containsKey(c)) {
            vulgar(c);
        } else {
            char sign = sign(c);
            if (sign != ' ') {
                tokens.add(new Token.Symbol(sign, at, at + 1));
            }
            at++;
        }
    }

    private void number(int end) throws CannotCarryOut {
        Matcher other = NOT_A_NUMBER.matcher(text).region(end, text.length());
        if (other.lookingAt()) {
            tokens.add(new Token.Word(text.substring(at, other.end()).toLowerCase(Locale.ROOT), at, other.end()));
            at = other.end();
            return;
        }
        String digits = text.substring(at, end).replace(",", "");
        BigFraction value = Exact.parse(digits);
        Style style = digits.contains(".") ? Style.DECIMAL : Style.PLAIN;
        int stop = end;
        Matcher under = UNDER.matcher(text).region(end, text.length());
        Matcher proper = PROPER.matcher(text).region(end, text.length());
        if (style == Style.PLAIN && under.lookingAt() && !followsPower() && !text.startsWith("^", under.end())) {
            value = Exact.divide(value, Exact.parse(under.group(1)));
            style = Style.FRACTION;
            stop = under.end();
        } else if (style == Style.PLAIN && proper.lookingAt()) {
            BigFraction part = Exact.divide(Exact.parse(proper.group(1)), Exact.parse(proper.group(2)));
            if (part.compareTo(BigFraction.ONE) < 0) {
                value = Exact.add(value, part);
                style = Style.FRACTION;
                stop = proper.end();
            }
        }
        String unit = at > 0 ? currency(text.charAt(at - 1)) : "";
        if (text.startsWith("%", stop) || text.startsWith(" %", stop)) {
            unit = "%";
            value = Exact.divide(value, BigFraction.of(100));
            stop = text.indexOf('%', stop) + 1;
        }
        tokens.add(new Token.Numeral(value, style, unit, false, at, stop));
        at = stop;
    }

    private void vulgar(char c) throws CannotCarryOut {
        String[] parts = VULGAR.getOrDefault(c, "0/1").split("/", 2);
        BigFraction value = Exact.divide(Exact.parse(parts[0]), Exact.parse(parts[1]));
        int start = at;
        if (!tokens.isEmpty()
                && tokens.getLast() instanceof Token.Numeral whole
                && whole.end() == at
                && Exact.isWhole(whole.value())) {
            value = Exact.add(value, whole.value());
            start = whole.start();
            tokens.removeLast();
        }
        tokens.add(new Token.Numeral(value, Style.FRACTION, "", false, start, at + 1));
        at++;
    }

    /** A hyphenated word counts as several when it spells a number. */
    private void words(String word, int end) {
        if (word.contains("-") && SpelledNumbers.spells(word)) {
            int from = at;
            for (String part : word.split("-", -1)) {
                tokens.add(new Token.Word(part, from, from + part.length()));
                from += part.length() + 1;
            }
        } else {
            tokens.add(new Token.Word(word.replace('’', '\''), at, end));
        }
        at = end;
    }

    private boolean followsPower() {
        return !tokens.isEmpty() && tokens.getLast().is('^');
    }

    private static String currency(char c) {
        return switch (c) {
            case '$', '€', '£' -> String.valueOf(c);
            default -> "";
        };
    }

    private static char sign(char c) {
        return switch (c) {
            case '+' -> '+';
            case '-', '−', '–', '—' -> '-';
            case '*', '×', '·', '⋅' -> '×';
            case '/', '÷' -> '÷';
            case '^' -> '^';
            case '(', '[' -> '(';
            case ')', ']' -> ')';
            case ',' -> ',';
            case '=', '≈' -> '=';
            default -> ' ';
        };
    }
}
