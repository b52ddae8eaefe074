package dev.tracewright.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds the equations of a text that can be evaluated exactly and whether they hold. Where anything is unclear (names,
 * other units, percent beside plain numbers, words such as "about" or "half of") it stays silent rather than call a true
 * equation false.
 */
public final class Equations {
    private static final Set<String> CHANGES_MEANING = Set.of(
            "of",
            "twice",
            "double",
            "triple",
            "half",
            "times",
            "by",
            "plus",
            "minus",
            "and",
            "divided",
            "multiplied",
            "square",
            "root",
            "squared",
            "sqrt",
            "log",
            "third",
            "quarter",
            "mod",
            "base",
            "sum",
            "difference",
            "from");
    private static final List<String> SOFTENS =
            List.of("round", "approx", "about", "nearly", "roughly", "almost", "remainder", "mod", "base", "≈", "~");

    private Equations() {}

    /** The equations of {@code text} in order; a chain a = b = c gives one for each sign. Linear in the text's length. */
    public static List<Equation> in(String text) {
        List<Equation> found = new ArrayList<>();
        for (Line line : Line.of(text)) {
            Marker marker = line.marker();
            int at = marker == null ? line.start() : marker.end();
            while (at < line.end()) {
                at = startsOperand(text, at, line.end()) ? read(text, at, line, found) : at + 1;
            }
        }
        return found;
    }

    private static boolean startsOperand(String text, int at, int end) {
        char c = text.charAt(at);
        boolean digit = c >= '0' && c <= '9';
        boolean money = c == '$' && at + 1 < end && text.charAt(at + 1) != '$';
        return digit
                || money
                || c == '('
                || text.startsWith("\\$", at)
                || text.startsWith("\\frac", at)
                || text.startsWith("\\dfrac", at);
    }

    /** Reads one chain that starts at {@code from}; returns where to go on. */
    private static int read(String text, int from, Line line, List<Equation> found) {
        ArithmeticReader reader = new ArithmeticReader(text, from, line.end());
        ArithmeticReader.Side left = reader.side();
        if (left == null) {
            return text.charAt(from) == '(' ? from + 1 : Math.max(from + 1, reader.reached());
        }
        boolean clear = isClearBefore(text, left.start(), line.start());
        int sign = reader.passEquals();
        while (sign >= 0) {
            ArithmeticReader.Side right = reader.side();
            if (right == null) {
                break;
            }
            if (clear && isClearAfter(text, right.end(), line.end())) {
                add(text, line, left, right, found);
            }
            left = right;
            clear = true;
            sign = reader.passEquals();
        }
        return Math.max(from + 1, reader.reached());
    }

    private static void add(
            String text, Line line, ArithmeticReader.Side left, ArithmeticReader.Side right, List<Equation> found) {
        if (left.operations() + right.operations() == 0) {
            return;
        }
        boolean equal = left.value().compareTo(right.value()) == 0;
        boolean holds =
                equal || roundsTo(left.value(), right) || (right.operations() > 0 && roundsTo(right.value(), left));
        if (holds || isCertainlyFalse(text, line, left, right)) {
            found.add(new Equation(left.start(), right.end(), holds));
        }
    }

    private static boolean isCertainlyFalse(
            String text, Line line, ArithmeticReader.Side left, ArithmeticReader.Side right) {
        String context = text.substring(line.start(), line.end()).toLowerCase(Locale.ROOT);
        boolean soft = SOFTENS.stream().anyMatch(context::contains);
        boolean percent = left.percent() || right.percent();
        Set<String> units = new java.util.HashSet<>(left.units());
        units.addAll(right.units());
        return !soft
                && !percent
                && units.size() <= 1
                && right.isPlain()
                && !isRoundNumber(left.value(), right)
                && !changesUnit(text, line, left, right)
                && !CHANGES_MEANING.contains(wordBefore(text, left.start(), line.start()));
    }

    /** A whole number beside a value less than one away may be meant as rounded. */
    private static boolean isRoundNumber(BigFraction value, ArithmeticReader.Side written) {
        return written.decimals() == 0
                && value.subtract(written.value()).abs().compareTo(BigFraction.ONE) < 0
                && !value.getDenominator().equals(java.math.BigInteger.ONE);
    }

    /** "1/2 pound = 8 ounces", "$9.24 ÷ 7 = 132 cents": the sides count other things. */
    private static boolean changesUnit(
            String text, Line line, ArithmeticReader.Side left, ArithmeticReader.Side right) {
        int at = MarkerReader.skipBlanks(text, right.end(), line.end());
        int end = at;
        while (end < line.end() && end < at + 20 && Numeral.isLatin(text.charAt(end))) {
            end++;
        }
        String unit = text.substring(at, end).toLowerCase(Locale.ROOT);
        boolean other = unit.length() > 1 && left.units().stream().noneMatch(unit::startsWith);
        boolean converts = left.operations() <= 1 && !left.units().isEmpty();
        return unit.startsWith("cent") || (other && converts);
    }

    /** Whether the right side, written with so many decimals, is the value rounded or cut to them. */
    private static boolean roundsTo(BigFraction value, ArithmeticReader.Side written) {
        if (written.operations() > 0 || written.decimals() == 0) {
            return false;
        }
        BigFraction unit = BigFraction.of(java.math.BigInteger.ONE, java.math.BigInteger.TEN.pow(written.decimals()));
        return value.subtract(written.value()).abs().compareTo(unit) < 0;
    }

    private static boolean isClearBefore(String text, int start, int lineStart) {
        int at = start - 1;
        if (at >= lineStart
                && (Character.isLetterOrDigit(text.charAt(at)) || ".,:_^\\{}".indexOf(text.charAt(at)) >= 0)) {
            return false;
        }
        while (at >= lineStart && " \t$\"'".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        if (at < lineStart || text.charAt(at) == '(') {
            return true;
        }
        char before = text.charAt(at);
        boolean emphasis = before == '*' && at > lineStart && text.charAt(at - 1) == '*';
        if (!emphasis && ("+-*/^×÷·−–_\\<>!|)]}√±".indexOf(before) >= 0 || Character.isDigit(before))) {
            return false;
        }
        int word = at;
        while (word > lineStart && Numeral.isLatin(text.charAt(word))) {
            word--;
        }
        if (word < at && text.charAt(word) == '\\') {
            return false;
        }
        boolean loneLetter =
                Character.isLetter(before) && (at == lineStart || !Character.isLetter(text.charAt(at - 1)));
        return !loneLetter || before == 'a' || before == 'A';
    }

    private static boolean isClearAfter(String text, int end, int lineEnd) {
        if (end < lineEnd && (Character.isLetter(text.charAt(end)) || "^!:_\\°".indexOf(text.charAt(end)) >= 0)) {
            return text.startsWith("\\)", end) || text.startsWith("\\]", end) || text.startsWith("\\text", end);
        }
        int at = end;
        while (at < lineEnd && " \t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at >= lineEnd) {
            return true;
        }
        char after = text.charAt(at);
        if (after == '*' && at + 1 < lineEnd && text.charAt(at + 1) == '*') {
            return true;
        }
        boolean loneLetter =
                Character.isLetter(after) && (at + 1 >= lineEnd || !Character.isLetter(text.charAt(at + 1)));
        boolean goesOn = loneLetter || "+-*/^×÷·−(".indexOf(after) >= 0 || Character.isDigit(after);
        return !goesOn || (after == '(' && isRemark(text, at, lineEnd));
    }

    /** A parenthesis that begins with a word is a remark. */
    private static boolean isRemark(String text, int at, int lineEnd) {
        return at + 2 < lineEnd && Character.isLetter(text.charAt(at + 1)) && Character.isLetter(text.charAt(at + 2));
    }

    private static String wordBefore(String text, int start, int lineStart) {
        int end = start;
        while (end > lineStart
                && !Character.isLetter(text.charAt(end - 1))
                && " $(\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int from = end;
        while (from > lineStart && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
