package dev.tracewright.answer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Reads a normalised value (plain or LaTeX) as an expression; anything it does not know is no expression at all. */
final class MathParser {
    private static final int LONGEST = 600;
    private static final int LONGEST_NUMBER = 400;
    private static final int DEEPEST = 40;
    private static final int LONGEST_PRODUCT = 3;
    private static final Set<String> GREEK = Set.of(
            "theta", "alpha", "beta", "gamma", "delta", "phi", "varphi", "lambda", "mu", "omega", "sigma", "rho", "tau",
            "epsilon", "psi");
    private static final Set<String> FUNCTIONS =
            Set.of("sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "ln", "log", "sqrt", "abs");
    private static final Set<String> SHORT_WORDS = Set.of(
            "yes", "no", "and", "or", "odd", "all", "am", "pm", "not", "any", "is", "are", "the", "of", "day", "per");

    private final String text;
    private int at;
    private int depth;

    private MathParser(String text) {
        this.text = text;
    }

    /** The expression that {@code normal} (see {@link Normal}) is, or null where it is none that is understood. */
    static @Nullable Algebra parse(String normal) {
        if (normal.isEmpty() || normal.length() > LONGEST) {
            return null;
        }
        try {
            MathParser parser = new MathParser(normal);
            Algebra value = parser.sum();
            parser.skip();
            return parser.at == normal.length() ? value : null;
        } catch (NotUnderstood notUnderstood) {
            return null;
        }
    }

    private Algebra sum() {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("nested too deeply");
        }
        List<Algebra> terms = new ArrayList<>();
        skip();
        boolean minus = accept('-');
        if (!minus) {
            accept('+');
        }
        while (true) {
            Algebra term = product();
            terms.add(minus ? term.negate() : term);
            skip();
            minus = accept('-');
            if (!minus && !accept('+')) {
                depth--;
                return terms.size() == 1 ? terms.getFirst() : new Algebra.Sum(terms);
            }
        }
    }

    private Algebra product() {
        List<Algebra> factors = new ArrayList<>();
        factors.add(power());
        while (true) {
            skip();
            if (accept('*')) {
                factors.add(signed());
            } else if (accept('/')) {
                factors.add(new Algebra.Power(signed(), Algebra.number(-1)));
            } else if (startsFactor()) {
                factors.add(power());
            } else {
                return factors.size() == 1 ? factors.getFirst() : new Algebra.Product(factors);
            }
        }
    }

    private Algebra signed() {
        skip();
        return accept('-') ? power().negate() : power();
    }

    private Algebra power() {
        Algebra base = postfix(atom());
        skip();
        if (accept('^')) {
            base = postfix(new Algebra.Power(base, exponent()));
        }
        return base;
    }

    private Algebra postfix(Algebra value) {
        Algebra result = value;
        while (at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '°')) {
            result = text.charAt(at) == '!'
                    ? new Algebra.Call("factorial", List.of(result))
                    : result.times(new Algebra.Name("π")).over(Algebra.number(180));
            at++;
        }
        return result;
    }

    private Algebra exponent() {
        skip();
        boolean minus = accept('-');
        Algebra exponent = at < text.length() && text.charAt(at) == '{' ? group('{', '}') : postfix(atom());
        return minus ? exponent.negate() : exponent;
    }

    private boolean startsFactor() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isLetter(c)
                || "({[".indexOf(c) >= 0
                || (c == '\\' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)))
                || (Character.isDigit(c) && !endsNumber());
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
        if (isDigit(c) || c == '.') {
            return number();
        }
        return switch (c) {
            case '(' -> group('(', ')');
            case '[' -> group('[', ']');
            case '{' -> group('{', '}');
            case '|' -> new Algebra.Call("abs", List.of(group('|', '|')));
            case '\\' -> command();
            default -> name();
        };
    }

    /** One letter is a name, two or three are a product of names or a function; more are words, as are {@code AB} and {@code Tim}. */
    private Algebra name() {
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        String run = text.substring(at, end);
        if (FUNCTIONS.contains(run)) {
            at = end;
            return function(run);
        }
        boolean product = run.length() <= LONGEST_PRODUCT
                && !SHORT_WORDS.contains(run)
                && (run.length() == 1 || run.chars().allMatch(Character::isLowerCase));
        if (run.equals("pi")) {
            at = end;
            return new Algebra.Name("π");
        }
        if (run.isEmpty() || !product) {
            throw new NotUnderstood("a word");
        }
        at++;
        return new Algebra.Name(run.charAt(0) + subscript());
    }

    /** {@code _1} and {@code _{10}} as part of a name, or nothing. */
    private String subscript() {
        if (!accept('_')) {
            return "";
        }
        boolean braced = accept('{');
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at)) && (braced || at == start)) {
            at++;
        }
        String index = text.substring(start, at);
        if (index.isEmpty() || index.length() > 4 || (braced && !accept('}'))) {
            throw new NotUnderstood("no index");
        }
        return "_" + index;
    }

    private Algebra number() {
        int start = at;
        int points = 0;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            points += text.charAt(at) == '.' ? 1 : 0;
            at++;
        }
        if (points > 1 || at - start > LONGEST_NUMBER || (points == 1 && at - start == 1)) {
            throw new NotUnderstood("no number");
        }
        String digits = text.substring(start, at);
        if (points == 1 && text.startsWith("\\overline{", at)) {
            return new Algebra.Numeral(repeating(digits));
        }
        Algebra value = new Algebra.Numeral(Decimals.exact(digits));
        int mark = at;
        skip();
        if (points == 0 && (text.startsWith("\\frac", at) || at > mark)) {
            Algebra fraction = properFraction();
            if (fraction != null) {
                return value.plus(fraction);
            }
        }
        at = mark;
        return value;
    }

    /** The fraction of a mixed number in plain digits: {@code \frac{2}{3}}, {@code \frac23} or {@code 2/3} after a blank. */
    private @Nullable Algebra properFraction() {
        int start = at;
        boolean bar = text.startsWith("\\frac", at);
        at += bar ? "\\frac".length() : 0;
        String above = bar ? part() : digits();
        boolean two = bar || accept('/');
        String below = bar ? part() : digits();
        boolean whole = two
                && !above.isEmpty()
                && !below.isEmpty()
                && (bar || at >= text.length() || text.charAt(at) != '.')
                && new BigInteger(above).compareTo(new BigInteger(below)) < 0;
        if (whole && new BigInteger(above).signum() > 0) {
            return new Algebra.Numeral(Decimals.exact(above).divide(Decimals.exact(below)));
        }
        at = start;
        return null;
    }

    /** The digits of a braced group, or one digit, or nothing. */
    private String part() {
        skip();
        int start = at;
        if (accept('{')) {
            String inside = digits();
            return accept('}') ? inside : "";
        }
        at += at < text.length() && isDigit(text.charAt(at)) ? 1 : 0;
        return text.substring(start, at);
    }

    private String digits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at)) && at - start < 20) {
            at++;
        }
        return text.substring(start, at);
    }

    /** {@code 0.1\overline{6}}, beginning behind the plain digits. */
    private BigFraction repeating(String plain) {
        at += "\\overline{".length();
        String period = digits();
        if (period.isEmpty() || !accept('}')) {
            throw new NotUnderstood("no period");
        }
        return Decimals.repeating(plain, period);
    }

    private Algebra command() {
        int end = at + 1;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at + 1, end);
        at = end;
        if (FUNCTIONS.contains(name)) {
            return function(name);
        }
        return switch (name) {
            case "frac" -> argument().over(argument());
            case "binom" -> new Algebra.Call("binom", List.of(argument(), argument()));
            case "pi" -> new Algebra.Name("π");
            case "infty" -> new Algebra.Name("∞");
            default -> {
                if (!GREEK.contains(name)) {
                    throw new NotUnderstood("unknown command");
                }
                yield new Algebra.Name("\\" + name + subscript());
            }
        };
    }

    private Algebra function(String name) {
        if (name.equals("sqrt")) {
            skip();
            Algebra index = Algebra.number(2);
            if (accept('[')) {
                index = sum();
                close(']');
            }
            return Algebra.root(index, argument());
        }
        Algebra base = Algebra.number(10);
        if (name.equals("log") && accept('_')) {
            base = argument();
        }
        skip();
        Algebra exponent = accept('^') ? exponent() : null;
        boolean inverse = exponent instanceof Algebra.Numeral(BigFraction n) && n.equals(BigFraction.of(-1));
        Algebra inside = functionArgument();
        String function = inverse && Set.of("sin", "cos", "tan").contains(name) ? "arc" + name : name;
        Algebra call = new Algebra.Call(function, name.equals("log") ? List.of(base, inside) : List.of(inside));
        return exponent == null || inverse ? call : new Algebra.Power(call, exponent);
    }

    /** A group, or what stands before the next sign, as {@code 2x} in {@code \sin 2x + 1}. */
    private Algebra functionArgument() {
        skip();
        if (++depth > DEEPEST) {
            throw new NotUnderstood("nested too deeply");
        }
        boolean grouped = at < text.length() && "({[|".indexOf(text.charAt(at)) >= 0;
        List<Algebra> factors = new ArrayList<>();
        factors.add(power());
        skip();
        while (!grouped && at < text.length() && text.charAt(at) != '\\' && startsFactor()) {
            factors.add(power());
            skip();
        }
        if (!grouped && text.startsWith("\\pi", at)) {
            factors.add(power());
        }
        if (!grouped && factors.getLast().equals(new Algebra.Name("π")) && accept('/')) {
            factors.add(new Algebra.Power(power(), Algebra.number(-1)));
        }
        depth--;
        return factors.size() == 1 ? factors.getFirst() : new Algebra.Product(factors);
    }

    /** A group, or one sign as in {@code \frac12}; a number behind a blank is meant as a whole, as in {@code √12}. */
    private Algebra argument() {
        skip();
        if (at >= text.length()) {
            throw new NotUnderstood("ends early");
        }
        char c = text.charAt(at);
        if (isDigit(c) && text.charAt(at - 1) != ' ') {
            at++;
            return Algebra.number(Character.digit(c, 10));
        }
        return atom();
    }

    private Algebra group(char open, char close) {
        if (!accept(open)) {
            throw new NotUnderstood("no group");
        }
        Algebra value = sum();
        close(close);
        return value;
    }

    private void close(char sign) {
        skip();
        if (!accept(sign)) {
            throw new NotUnderstood("unclosed");
        }
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

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
