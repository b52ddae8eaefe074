package dev.tracewright.align;

import dev.tracewright.align.ArithmeticReader.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the equations of a text that can be evaluated exactly and whether they hold. Where anything is unclear (names,
 * other units, percent beside plain numbers, words such as "about" or "half of") it stays silent rather than call a true
 * equation false.
 */
public final class Equations {
    private static final List<String> OPENINGS = List.of(
            "\\$", "\\frac", "\\dfrac", "\\tfrac", "\\sqrt", "\\left(", "√", "sqrt(", "(", "[", "|", "€", "£", "¥");
    private static final Set<String> EXPRESSION_ENDS = Set.of(
            "text",
            "textrm",
            "textbf",
            "mbox",
            "mathrm",
            "quad",
            "qquad",
            "right",
            "Rightarrow",
            "rightarrow",
            "to",
            "implies",
            "iff",
            "Longrightarrow",
            "in",
            "ne",
            "neq",
            "le",
            "leq",
            "ge",
            "geq",
            "lt",
            "gt",
            "approx",
            "end",
            "checkmark",
            "therefore",
            "because",
            "displaystyle",
            "newline",
            "hfill",
            "tag",
            "and");
    /** Verbs behind which a minus is a sign. */
    private static final Set<String> BEFORE_VALUES =
            Set.of("is", "are", "equals", "get", "gets", "gives", "have", "becomes", "us");

    private static final String FIRSTS = "\\√s([|€£¥";
    private static final String JOINS = "+-*/^×÷·−–_\\<>!|)]}√±&";

    /** "a * b = 2a + b": the asterisk is an operation of its own. */
    private static final Pattern DEFINES_STAR = Pattern.compile(
            "\\b(?<a>[A-Za-z]) ?(?:\\*|∗|\\\\ast) ?(?<b>[A-Za-z])\\$? ?= ?\\$?(?=[^=\\n]{0,80}\\k<a>)(?=[^=\\n]{0,80}\\k<b>)[^=\\n]{0,80}[-+]");

    private final String text;
    private final boolean definesStar;
    private final List<Equation> found = new ArrayList<>();

    /** The side with which a chain reached the end of its line, which the next line may go on from; null where none did. */
    private @Nullable Side open;

    private int openStart;

    private Equations(String text) {
        this.text = text;
        this.definesStar = DEFINES_STAR.matcher(text).find();
    }

    /** The equations of {@code text} in order; a chain a = b = c gives one for each sign. Linear in the text's length. */
    public static List<Equation> in(String text) {
        Equations equations = new Equations(text);
        for (Line line : Line.of(text)) {
            if (line.isBlank(text)) {
                continue;
            }
            Marker marker = line.marker();
            int start = marker == null ? line.start() : marker.end();
            Line item = new Line(start, line.end(), line.next(), line.indent(), null);
            int at = equations.resume(item);
            while (at < item.end()) {
                at = equations.startsOperand(at, item) ? equations.read(at, item) : at + 1;
            }
            if (marker != null) {
                equations.open = null;
            }
        }
        return equations.found;
    }

    private boolean startsOperand(int at, Line line) {
        char c = text.charAt(at);
        if ((c >= '0' && c <= '9') || (c == '$' && at + 1 < line.end() && text.charAt(at + 1) != '$')) {
            return true;
        }
        if ("-−–".indexOf(c) >= 0) {
            return at + 1 < line.end() && startsOperandBehindMinus(at, line);
        }
        return FIRSTS.indexOf(c) >= 0 && OPENINGS.stream().anyMatch(opening -> text.startsWith(opening, at));
    }

    /** A minus that begins an operand: "= -8 + 3", "is $-8 + 3", "is -8 + 3", not "5 - 8". */
    private boolean startsOperandBehindMinus(int at, Line line) {
        char after = text.charAt(at + 1);
        int before = at - 1;
        while (before >= line.start() && " \t$".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return ("($\\√".indexOf(after) >= 0 || Character.isDigit(after))
                && (before < line.start()
                        || "=(:,&".indexOf(text.charAt(before)) >= 0
                        || (before < at - 1 && isVerb(before, line.start())));
    }

    private boolean isVerb(int last, int lineStart) {
        int from = last + 1;
        while (from > lineStart && Numeral.isLatin(text.charAt(from - 1))) {
            from--;
        }
        return BEFORE_VALUES.contains(text.substring(from, last + 1).toLowerCase(Locale.ROOT));
    }

    /** Reads one chain that starts at {@code from}; returns where to go on. */
    private int read(int from, Line line) {
        ArithmeticReader reader = new ArithmeticReader(text, from, line.end());
        Side left = reader.side();
        if (left == null) {
            boolean inside = "$([|-−–".indexOf(text.charAt(from)) >= 0 && hasDigit(from, reader.reached());
            return inside ? from + 1 : Math.max(from + 1, reader.reached());
        }
        boolean clear = isClearBefore(left.start(), line.start());
        boolean chained = isBehindEquals(left.start(), line.start());
        return Math.max(from + 1, readChain(reader, left, clear, chained, line));
    }

    /**
     * Goes on with a chain in a line that begins with its sign, as in "x = 2 * 3 + 1" over "= 6 + 1"; items of a list do not
     * go on, since such a line may add them up. Returns where to go on.
     */
    private int resume(Line line) {
        Side left = open;
        open = null;
        int at = line.start();
        while (at < line.end() && " \t$&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (left == null || at >= line.end() || text.charAt(at) != '=') {
            return line.start();
        }
        Line both = new Line(openStart, line.end(), line.next(), line.indent(), null);
        return readChain(new ArithmeticReader(text, at, line.end()), left, true, true, both);
    }

    /** Reads on behind {@code left}; returns where it came to. */
    private int readChain(ArithmeticReader reader, Side first, boolean clearFirst, boolean chainedFirst, Line line) {
        Side left = first;
        boolean clear = clearFirst;
        boolean chained = chainedFirst;
        Relation relation = reader.passEquals();
        while (relation != Relation.NONE) {
            Side right = reader.side();
            if (right == null) {
                break;
            }
            Relation next = reader.passEquals();
            if (clear && isClearAfter(right.end(), line.end())) {
                add(line, left, relation, right, chained || next != Relation.NONE);
            }
            left = right;
            clear = true;
            chained = true;
            relation = next;
        }
        if (clear && chained && endsLine(left.end(), line.end())) {
            open = left;
            openStart = line.start();
        }
        return reader.reached();
    }

    private boolean endsLine(int from, int lineEnd) {
        return text.substring(from, lineEnd).chars().allMatch(c -> " \t$\\".indexOf(c) >= 0);
    }

    private boolean hasDigit(int from, int to) {
        return text.substring(from, to).chars().anyMatch(Character::isDigit);
    }

    private boolean isBehindEquals(int start, int lineStart) {
        int at = start - 1;
        while (at > lineStart && " \t$&".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at > lineStart && text.charAt(at) == '=' && "<>!=".indexOf(text.charAt(at - 1)) < 0;
    }

    private void add(Line line, Side left, Relation relation, Side right, boolean chained) {
        boolean spoken = relation == Relation.SPOKEN;
        if (left.operations() + right.operations() == 0
                || (spoken && (left.operations() != 1 || !right.isPlain() || goesOnInWords(right.end(), line.end())))) {
            return;
        }
        boolean holds = Comparison.holds(left, right, relation == Relation.ABOUT);
        boolean certain = holds
                || (!(definesStar && text.substring(left.start(), left.end()).contains("*"))
                        && Comparison.isFalse(left, right, relation == Relation.ABOUT, chained)
                        && new EquationContext(text, line, left, right).isAssertion());
        if (certain) {
            found.add(new Equation(left.start(), right.end(), holds));
        }
    }

    /** "is 5 more than", "is 3 times": the number is not what the left side comes to. */
    private boolean goesOnInWords(int end, int lineEnd) {
        int at = MarkerReader.skipBlanks(text, end, lineEnd);
        int word = at;
        while (word < lineEnd && Character.isLetter(text.charAt(word))) {
            word++;
        }
        return word > at
                && EquationContext.RELATIONS.contains(text.substring(at, word).toLowerCase(Locale.ROOT));
    }

    private boolean isClearBefore(int start, int lineStart) {
        int at = start - 1;
        if (at >= lineStart
                && (Character.isLetterOrDigit(text.charAt(at))
                        || ArithmeticReader.isSuperscript(text.charAt(at))
                        || (".,:_^\\{}".indexOf(text.charAt(at)) >= 0 && !isBox(at)))) {
            return false;
        }
        while (at >= lineStart && " \t$\"'`\u00a0".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        if (at < lineStart
                || text.charAt(at) == '('
                || isBox(at)
                || text.startsWith("\\[", at - 1)
                || isCalculator(at)) {
            return true;
        }
        char before = text.charAt(at);
        boolean emphasis = before == '*' && at > lineStart && text.charAt(at - 1) == '*';
        boolean arrow = before == '>' && at > lineStart && "-=".indexOf(text.charAt(at - 1)) >= 0;
        boolean gap = before == '_' && at + 1 < start && at > lineStart && text.charAt(at - 1) == '_';
        boolean aligned = before == '&' && at > lineStart && text.charAt(at - 1) != '=';
        if (!emphasis && !arrow && !gap && !aligned && (JOINS.indexOf(before) >= 0 || Character.isDigit(before))) {
            return before == '&';
        }
        int word = at;
        while (word > lineStart && Numeral.isLatin(text.charAt(word))) {
            word--;
        }
        if (word < at && text.charAt(word) == '\\') {
            return false;
        }
        boolean loneLetter = Character.isLetter(before)
                && (at == lineStart
                        || !(Character.isLetter(text.charAt(at - 1)) || "'’".indexOf(text.charAt(at - 1)) >= 0));
        return !loneLetter || before == 'a' || before == 'A';
    }

    /** "<<16-3=13>>", the calculator's notes in GSM8K. */
    private boolean isCalculator(int at) {
        return at > 0 && text.charAt(at) == '<' && text.charAt(at - 1) == '<';
    }

    private boolean isBox(int at) {
        return text.charAt(at) == '{' && text.startsWith("\\boxed", at - "\\boxed".length());
    }

    private boolean isClearAfter(int end, int lineEnd) {
        if (text.startsWith(">>", end)) {
            return true;
        }
        if (end < lineEnd && (Character.isLetter(text.charAt(end)) || "^!:°".indexOf(text.charAt(end)) >= 0)) {
            return false;
        }
        int at = MarkerReader.skipBlanks(text, end, lineEnd);
        if (at >= lineEnd) {
            return true;
        }
        char after = text.charAt(at);
        if (after == '\\') {
            return endsExpression(at);
        }
        if (after == '*' && at + 1 < lineEnd && text.charAt(at + 1) == '*') {
            return true;
        }
        boolean loneLetter =
                Character.isLetter(after) && (at + 1 >= lineEnd || !Character.isLetter(text.charAt(at + 1)));
        boolean unit = after == '/'
                && at + 2 < lineEnd
                && Character.isLetter(text.charAt(at + 1))
                && Character.isLetter(text.charAt(at + 2));
        if (unit) {
            return true;
        }
        boolean goesOn = loneLetter || "+-*/^×÷·−–([{|±".indexOf(after) >= 0 || Character.isDigit(after);
        return !goesOn || (after == '(' && isRemark(at, lineEnd));
    }

    /** Whether the TeX command at {@code at} ends, relates or comments an expression rather than goes on with it. */
    private boolean endsExpression(int at) {
        int end = at + 1;
        while (end < text.length() && Numeral.isLatin(text.charAt(end))) {
            end++;
        }
        return end == at + 1
                ? end < text.length() && text.charAt(end) != '$'
                : EXPRESSION_ENDS.contains(text.substring(at + 1, end));
    }

    /** A parenthesis that begins with a word is a remark. */
    private boolean isRemark(int at, int lineEnd) {
        return at + 2 < lineEnd && Character.isLetter(text.charAt(at + 1)) && Character.isLetter(text.charAt(at + 2));
    }
}
