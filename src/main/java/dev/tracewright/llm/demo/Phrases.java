package dev.tracewright.llm.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions and lists of them out of tokens: signs, words such as "half of" or "the sum of", and references to
 * earlier results. It takes nothing for granted: a phrase that it cannot read completely is refused.
 */
final class Phrases {
    private static final int DEEPEST = 40;
    private static final Set<String> DETERMINERS =
            words("the these those all her his its their our your exactly another further");
    /** Words that ask for an operation or join operands; they are never skipped. */
    private static final Set<String> MEANINGFUL = words(
            "and plus minus times x multiplied divided over than squared cubed "
                    + "twice thrice double triple half is are equals sum product difference quotient average mean root as");
    /** Words that alone say that the result before is meant; "the total" or "the number" could be any. */
    private static final Set<String> PREVIOUS_CORE = words("that it this result answer sum difference product quotient "
            + "previous last current new running resulting final above far remaining");
    /** Words that may stand beside these. */
    private static final Set<String> PREVIOUS_BESIDE = words("total amount number value step so the from before of in");

    private final List<Token> tokens;
    private final Memory memory;
    private final String clause;
    private final Set<String> joints;
    private int at;
    private int depth;

    private Phrases(List<Token> tokens, Set<String> joints, Memory memory, String clause) {
        this.tokens = tokens;
        this.joints = joints;
        this.memory = memory;
        this.clause = clause;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }

    /** One expression that uses all the tokens; {@code clause} is their text, for quoting. */
    static Term expression(List<Token> tokens, Memory memory, String clause) throws CannotCarryOut {
        Phrases phrases = new Phrases(tokens, Set.of(), memory, clause);
        Term term = phrases.sum();
        phrases.end();
        return term;
    }

    /** Expressions joined by commas and by words of {@code joints}; "the results of steps 2 and 3" are two. */
    static List<Term> list(List<Token> tokens, Set<String> joints, Memory memory, String clause) throws CannotCarryOut {
        Phrases phrases = new Phrases(tokens, joints, memory, clause);
        List<Term> terms = new ArrayList<>();
        do {
            terms.addAll(phrases.item());
        } while (phrases.joint());
        phrases.end();
        return terms;
    }

    private void end() throws CannotCarryOut {
        if (at < tokens.size()) {
            throw new CannotCarryOut("I do not know what to do with " + quote(at, tokens.size()));
        }
    }

    private boolean joint() {
        boolean joined = false;
        while (at < tokens.size() && (tokens.get(at).is(',') || joints.contains(word(at)))) {
            at++;
            joined = true;
        }
        return joined && at < tokens.size();
    }

    private List<Term> item() throws CannotCarryOut {
        References.Several several = References.several(tokens, at, memory);
        if (several == null) {
            return List.of(sum());
        }
        at = several.end();
        return several.terms();
    }

    private Term sum() throws CannotCarryOut {
        if (++depth > DEEPEST) {
            throw new CannotCarryOut("it is nested too deeply for me");
        }
        Term term = product();
        while (true) {
            if (take('+') || take("plus")) {
                term = term.plus(product());
            } else if (take('-') || take("minus")) {
                term = term.minus(product());
            } else {
                depth--;
                return term;
            }
        }
    }

    private Term product() throws CannotCarryOut {
        Term term = factor();
        while (true) {
            if (take('×') || take("times") || take("x") || take("multiplied", "by")) {
                term = term.times(factor());
            } else if (take('÷') || take("divided", "by") || take("over")) {
                term = term.dividedBy(factor());
            } else if (at < tokens.size() && tokens.get(at).is('(') && follows(')')) {
                term = term.times(factor());
            } else {
                return term;
            }
        }
    }

    private Term factor() throws CannotCarryOut {
        if (take('-')) {
            if (++depth > DEEPEST) {
                throw new CannotCarryOut("it is nested too deeply for me");
            }
            Term negated = factor().negated();
            depth--;
            return negated;
        }
        Term base = primary();
        if (take('^')) {
            return base.toThe(take('-') ? primary().negated() : primary());
        }
        if (take("squared")) {
            return base.toThe(Term.of(BigFraction.of(2), Token.Style.PLAIN));
        }
        return take("cubed") ? base.toThe(Term.of(BigFraction.of(3), Token.Style.PLAIN)) : base;
    }

    private Term primary() throws CannotCarryOut {
        int from = at;
        if (take("as")) {
            // "3 times as many as the result": the word between is of no account.
            if (!word(at).isEmpty() && word(at + 1).equals("as")) {
                at += 2;
            }
            return factor();
        }
        while (DETERMINERS.contains(word(at)) && at + 1 < tokens.size()) {
            at++;
        }
        if (at >= tokens.size()) {
            throw new CannotCarryOut(from == 0 && tokens.isEmpty() ? "something is missing" : "it breaks off");
        }
        if (take('(')) {
            Term inner = sum();
            if (!take(')')) {
                throw new CannotCarryOut("a parenthesis does not close");
            }
            return inner;
        }
        if (tokens.get(at) instanceof Token.Numeral number) {
            at++;
            return afterNumber(number);
        }
        Term asked = asked();
        return asked == null ? References.single(this, from) : asked;
    }

    /** What follows a number: "20% of …", "5 more than …", or the thing that it counts. */
    private Term afterNumber(Token.Numeral number) throws CannotCarryOut {
        String unit = number.unit().isEmpty() && Units.knows(word(at)) ? word(at) : number.unit();
        Term term = Term.of(number.value(), number.style(), unit);
        boolean part = number.isPercent() || !Exact.isWhole(number.value());
        if (part && (take("of") || DETERMINERS.contains(word(at)) || word(at).equals("that"))) {
            return Term.of(number.value(), number.style(), number.unit()).times(factor());
        }
        if (word(at + 1).equals("than")) {
            boolean more = Set.of("more", "greater", "larger", "higher").contains(word(at));
            if (more || Set.of("less", "fewer", "smaller", "lower").contains(word(at))) {
                if (part && !number.isPercent()) {
                    throw new CannotCarryOut("a fraction more or less may be meant in two ways");
                }
                at += 2;
                Term base = factor();
                return more ? base.plus(term) : base.minus(term);
            }
        }
        skipThing();
        References.agree(this, term);
        return term;
    }

    /** Skips the words that say what a number counts; a joining or operating word, a number or a sign ends them. */
    private void skipThing() {
        while (!word(at).isEmpty() && !ends(word(at)) && !References.beginsAt(tokens, at)) {
            at++;
        }
        while (at < tokens.size() && tokens.get(at) instanceof Token.Numeral n && n.soft() && at > 0) {
            at++;
            skipThing();
        }
    }

    /** An operation asked for in words, or null. */
    private @Nullable Term asked() throws CannotCarryOut {
        String first = word(at);
        switch (first) {
            case "twice", "double" -> {
                at++;
                take("of");
                return Term.of(BigFraction.of(2), Token.Style.PLAIN).times(factor());
            }
            case "thrice", "triple" -> {
                at++;
                take("of");
                return Term.of(BigFraction.of(3), Token.Style.PLAIN).times(factor());
            }
            default -> {}
        }
        if (take("square", "root") && take("of")) {
            return factor().squareRoot();
        }
        if (take("square", "of")) {
            return factor().toThe(Term.of(BigFraction.of(2), Token.Style.PLAIN));
        }
        boolean between = word(at + 1).equals("between");
        if (between || word(at + 1).equals("of")) {
            switch (first) {
                case "sum", "total", "product", "difference", "quotient", "average", "mean" -> {
                    if (!References.isPlainReference(tokens, at)) {
                        at += 2;
                        return aggregate(first, between, operands());
                    }
                }
                default -> {}
            }
        }
        return null;
    }

    /** Operands up to and including the one after the first "and", so that "the product of 3 and 4 and …" ends in time. */
    private List<Term> operands() throws CannotCarryOut {
        List<Term> terms = new ArrayList<>(item());
        while (at < tokens.size()) {
            boolean comma = take(',');
            boolean and = take("and");
            if (!comma && !and) {
                break;
            }
            terms.addAll(item());
            if (and) {
                break;
            }
        }
        return terms;
    }

    private static Term aggregate(String name, boolean between, List<Term> terms) throws CannotCarryOut {
        if (terms.size() < 2) {
            throw new CannotCarryOut("the " + name + " needs two values");
        }
        Term a = terms.getFirst();
        Term b = terms.get(1);
        if (terms.size() > 2 && (name.equals("difference") || name.equals("quotient"))) {
            throw new CannotCarryOut("the " + name + " of more than two values is not defined");
        }
        return switch (name) {
            case "product" -> Operations.product(terms);
            case "difference" -> between && a.value().compareTo(b.value()) < 0 ? b.minus(a) : a.minus(b);
            case "quotient" -> a.dividedBy(b);
            case "average", "mean" ->
                Operations.sum(terms).dividedBy(Term.of(BigFraction.of(terms.size()), Token.Style.PLAIN));
            default -> Operations.sum(terms);
        };
    }

    // What the references need to know of the place where the reading stands.

    List<Token> tokens() {
        return tokens;
    }

    Memory memory() {
        return memory;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    String word(int index) {
        return index < tokens.size() && tokens.get(index) instanceof Token.Word word ? word.text() : "";
    }

    /** Whether a word ends what a phrase says about a thing, because it joins operands or asks for an operation. */
    boolean ends(String word) {
        return MEANINGFUL.contains(word) || joints.contains(word);
    }

    /** Whether a word asks for an operation, such as "of" in "half of", "times" or "squared". */
    static boolean operates(Token token) {
        return token instanceof Token.Word word
                && (MEANINGFUL.contains(word.text())
                        || word.text().equals("of")
                        || Instruction.isKnown(Instruction.verbOf(word.text())))
                && !word.text().equals("and");
    }

    static boolean meansPrevious(List<String> words) {
        return words.stream().allMatch(word -> PREVIOUS_CORE.contains(word) || PREVIOUS_BESIDE.contains(word))
                && words.stream().anyMatch(PREVIOUS_CORE::contains);
    }

    static boolean isDeterminer(String word) {
        return DETERMINERS.contains(word);
    }

    String quote(int from, int to) {
        if (from >= to) {
            return "the end of the step";
        }
        String text =
                clause.substring(tokens.get(from).start(), tokens.get(to - 1).end());
        return "“" + (text.length() > 80 ? text.substring(0, 79) + "…" : text) + "”";
    }

    private boolean follows(char before) {
        return at > 0 && tokens.get(at - 1).is(before);
    }

    private boolean take(char sign) {
        if (at < tokens.size() && tokens.get(at).is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(at + i).equals(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }
}
