package dev.tracewright.answer;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads a normalised value (plain or LaTeX) as exact algebra; anything it does not know is no algebra at all. */
final class MathParser {
    private static final int LONGEST = 300;
    private static final int DEEPEST = 40;

    private final String text;
    private int at;
    private int depth;

    private MathParser(String text) {
        this.text = text;
    }

    /** The value of {@code normal} (see {@link Normal}), or null where it is not an expression that is understood. */
    static @Nullable Algebra parse(String normal) {
        if (normal.isEmpty() || normal.length() > LONGEST) {
            return null;
        }
        try {
            MathParser parser = new MathParser(normal);
            Algebra value = parser.sum();
            parser.skip();
            return parser.at == normal.length() ? value : null;
        } catch (NotUnderstood | ArithmeticException | NumberFormatException notUnderstood) {
            return null;
        }
    }

    private Algebra sum() {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("nested too deeply");
        }
        skip();
        boolean minus = accept('-');
        if (!minus) {
            accept('+');
        }
        Algebra value = product();
        value = minus ? value.negate() : value;
        while (true) {
            skip();
            if (accept('+')) {
                value = value.plus(product());
            } else if (accept('-')) {
                value = value.plus(product().negate());
            } else {
                depth--;
                return value;
            }
        }
    }

    private Algebra product() {
        Algebra value = power();
        while (true) {
            skip();
            if (accept('*')) {
                value = value.times(signed());
            } else if (accept('/')) {
                value = value.times(signed().reciprocal());
            } else if (at < text.length() && startsFactor(text.charAt(at))) {
                value = value.times(power());
            } else {
                return value;
            }
        }
    }

    private Algebra signed() {
        skip();
        return accept('-') ? power().negate() : power();
    }

    private Algebra power() {
        Algebra base = atom();
        skip();
        if (accept('^')) {
            skip();
            boolean minus = accept('-');
            Algebra exponent = at < text.length() && text.charAt(at) == '{' ? group('{', '}') : atom();
            base = base.power(minus ? exponent.negate() : exponent);
        }
        return base;
    }

    private boolean startsFactor(char c) {
        if (c == '\\') {
            return text.startsWith("\\frac", at) || text.startsWith("\\sqrt", at) || text.startsWith("\\pi", at);
        }
        return Character.isLetter(c) || c == '(' || c == '{' || (Character.isDigit(c) && at > 0 && !endsNumber());
    }

    /** Two numbers side by side are no product. */
    private boolean endsNumber() {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && (Character.isDigit(text.charAt(before)) || text.charAt(before) == '.');
    }

    private Algebra atom() {
        skip();
        if (at >= text.length()) {
            throw new NotUnderstood("ends early");
        }
        char c = text.charAt(at);
        if (Character.isDigit(c) || c == '.') {
            return number();
        }
        if (c == '(') {
            return group('(', ')');
        }
        if (c == '{') {
            return group('{', '}');
        }
        if (c == '\\') {
            return command();
        }
        if (text.startsWith("sqrt", at)) {
            at += 4;
            skip();
            return argument().squareRoot();
        }
        if (Character.isLetter(c) && c < 128) {
            boolean word = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)) && isWord();
            if (word) {
                throw new NotUnderstood("a word");
            }
            at++;
            return Algebra.name(String.valueOf(c));
        }
        throw new NotUnderstood("unknown sign");
    }

    /** Runs of four letters and more are words, not products of names. */
    private boolean isWord() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - at >= 4;
    }

    private Algebra number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        Algebra value = Algebra.of(decimal(text.substring(start, at)));
        boolean whole = text.indexOf('.', start) < 0 || text.indexOf('.', start) >= at;
        int mark = at;
        skip();
        if (whole && (text.startsWith("\\frac", at) || at > mark)) {
            Algebra fraction = properFraction();
            if (fraction != null) {
                return value.plus(fraction);
            }
        }
        at = mark;
        return value;
    }

    /** The fraction of a mixed number: {@code \frac{2}{3}} or {@code 2/3} after a space. */
    private @Nullable Algebra properFraction() {
        int start = at;
        if (text.startsWith("\\frac", at)) {
            Algebra fraction = command();
            BigFraction number = fraction.number();
            if (number != null && number.compareTo(BigFraction.ONE) < 0 && number.signum() > 0) {
                return fraction;
            }
        } else {
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end > at && end < text.length() && text.charAt(end) == '/') {
                int last = end + 1;
                while (last < text.length() && Character.isDigit(text.charAt(last))) {
                    last++;
                }
                if (last > end + 1) {
                    at = last;
                    return Algebra.of(
                            decimal(text.substring(start, end)).divide(decimal(text.substring(end + 1, last))));
                }
            }
        }
        at = start;
        return null;
    }

    /** The exact value of digits with at most one decimal point. */
    static BigFraction decimal(String digits) {
        if (digits.length() > 60) {
            throw new NotUnderstood("number too long");
        }
        int point = digits.indexOf('.');
        if (point < 0) {
            return BigFraction.of(new BigInteger(digits));
        }
        String fraction = digits.substring(point + 1);
        BigInteger whole = new BigInteger("0" + digits.substring(0, point) + fraction);
        return BigFraction.of(whole, BigInteger.TEN.pow(fraction.length()));
    }

    private Algebra command() {
        if (text.startsWith("\\frac", at)) {
            at += 5;
            Algebra above = argument();
            return above.times(argument().reciprocal());
        }
        if (text.startsWith("\\sqrt", at)) {
            at += 5;
            skip();
            String index = "2";
            if (accept('[')) {
                int end = text.indexOf(']', at);
                if (end < 0) {
                    throw new NotUnderstood("unclosed");
                }
                index = text.substring(at, end).strip();
                at = end + 1;
            }
            Algebra inside = argument();
            return index.equals("2") ? inside.squareRoot() : root(inside, Integer.parseInt(index));
        }
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at, end);
        at = end;
        return switch (name) {
            case "\\pi", "\\theta", "\\alpha", "\\beta", "\\phi", "\\infty", "\\lambda" -> Algebra.name(name);
            case "\\sin", "\\cos", "\\tan", "\\log", "\\ln", "\\sec", "\\csc", "\\cot" ->
                Algebra.name(name + "[" + argument().text() + "]");
            default -> throw new NotUnderstood("unknown command");
        };
    }

    private static Algebra root(Algebra inside, int index) {
        BigFraction number = inside.number();
        if (number != null && number.getDenominator().equals(BigInteger.ONE) && index > 1 && index < 60) {
            BigInteger n = number.getNumerator();
            long guess = Math.round(Math.pow(Math.abs(n.doubleValue()), 1.0 / index));
            BigInteger root = BigInteger.valueOf(n.signum() < 0 ? -guess : guess);
            if (root.bitLength() < 40 && root.pow(index).equals(n)) {
                return Algebra.of(BigFraction.of(root));
            }
        }
        return Algebra.name("root" + index + "[" + inside.text() + "]");
    }

    /** A braced group, a parenthesised one, or one sign, as in {@code \frac12}. */
    private Algebra argument() {
        skip();
        if (at >= text.length()) {
            throw new NotUnderstood("ends early");
        }
        char c = text.charAt(at);
        if (c == '{') {
            return group('{', '}');
        }
        if (Character.isDigit(c)) {
            at++;
            return Algebra.of(BigFraction.of(Character.digit(c, 10)));
        }
        return atom();
    }

    private Algebra group(char open, char close) {
        if (!accept(open)) {
            throw new NotUnderstood("no group");
        }
        Algebra value = sum();
        skip();
        if (!accept(close)) {
            throw new NotUnderstood("unclosed");
        }
        return value;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Ends the reading of what is no expression; without a stack trace, since most texts are none. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message, null, false, false);
        }
    }
}
