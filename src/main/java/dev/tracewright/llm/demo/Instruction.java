package dev.tracewright.llm.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/** Carries out the instructions that compute something: add, subtract, multiply, divide, halve, find, convert, round … */
final class Instruction {
    private static final Term TWO = Term.of(BigFraction.of(2), Token.Style.PLAIN);
    private static final Set<String> ADDING = Set.of("and", "with", "by", "plus", "to", "from");
    private static final Set<String> PARTING =
            Set.of("by", "and", "with", "to", "from", "into", "among", "amongst", "between", "times");
    private static final Map<String, String> GERUNDS = Map.ofEntries(
            Map.entry("adding", "add"),
            Map.entry("summing", "sum"),
            Map.entry("combining", "combine"),
            Map.entry("subtracting", "subtract"),
            Map.entry("deducting", "deduct"),
            Map.entry("multiplying", "multiply"),
            Map.entry("dividing", "divide"),
            Map.entry("halving", "halve"),
            Map.entry("doubling", "double"),
            Map.entry("tripling", "triple"),
            Map.entry("taking", "take"),
            Map.entry("converting", "convert"),
            Map.entry("rounding", "round"),
            Map.entry("increasing", "increase"),
            Map.entry("decreasing", "decrease"),
            Map.entry("reducing", "reduce"));
    private static final Set<String> KNOWN = Set.of(
            "add",
            "sum",
            "combine",
            "subtract",
            "deduct",
            "remove",
            "multiply",
            "divide",
            "split",
            "share",
            "halve",
            "double",
            "triple",
            "quadruple",
            "square",
            "cube",
            "take",
            "find",
            "calculate",
            "compute",
            "determine",
            "work",
            "figure",
            "get",
            "evaluate",
            "solve",
            "obtain",
            "increase",
            "raise",
            "decrease",
            "reduce",
            "lower",
            "convert",
            "change",
            "express",
            "round",
            "what",
            "simplify");

    private final Memory memory;
    private final String clause;

    Instruction(Memory memory, String clause) {
        this.memory = memory;
        this.clause = clause;
    }

    /** Whether a clause that begins with this word asks for a computation. */
    static boolean isKnown(String word) {
        return KNOWN.contains(word);
    }

    /** Whether the verb only asks for a value and leaves the operation to the words behind it. */
    static boolean isAsking(String word) {
        return Set.of(
                        "find",
                        "calculate",
                        "compute",
                        "determine",
                        "work",
                        "figure",
                        "get",
                        "evaluate",
                        "solve",
                        "obtain",
                        "what",
                        "simplify",
                        "take")
                .contains(word);
    }

    /** The verb of a gerund such as "adding", or an empty text. */
    static String verbOf(String gerund) {
        return GERUNDS.getOrDefault(gerund, "");
    }

    /** Carries out {@code verb} on what follows it. */
    Term carryOut(String verb, List<Token> rest) throws CannotCarryOut {
        return switch (verb) {
            case "add", "sum", "combine" -> add(without(rest, "up", "together"));
            case "subtract", "deduct", "remove" -> subtract(without(rest, "away"));
            case "multiply" -> withPrevious(rest, PARTING, "by", "multiply");
            case "divide", "split", "share" -> withPrevious(withoutGroups(rest), PARTING, "by", "divide");
            case "halve" -> object(rest).dividedBy(TWO);
            case "double" -> object(rest).times(TWO);
            case "triple" -> object(rest).times(Term.of(BigFraction.of(3), Token.Style.PLAIN));
            case "quadruple" -> object(rest).times(Term.of(BigFraction.of(4), Token.Style.PLAIN));
            case "square" -> object(rest).toThe(TWO);
            case "cube" -> object(rest).toThe(Term.of(BigFraction.of(3), Token.Style.PLAIN));
            case "take" -> take(rest);
            case "increase", "raise" -> by(rest, true);
            case "decrease", "reduce", "lower" -> by(rest, false);
            case "convert", "change", "express" -> Conversion.convert(rest, memory, clause);
            case "round" -> Conversion.round(rest, memory, clause);
            case "what", "work", "figure" -> find(without(rest, "out", "is", "are"));
            default -> find(rest);
        };
    }

    /** "Find …": an expression, or a way of getting it ("… by adding 3 and 4"). */
    private Term find(List<Token> rest) throws CannotCarryOut {
        for (int i = 0; i + 1 < rest.size(); i++) {
            if (rest.get(i).is("by") && rest.get(i + 1) instanceof Token.Word gerund) {
                String verb = verbOf(gerund.text());
                if (!verb.isEmpty()) {
                    return carryOut(verb, rest.subList(i + 2, rest.size()));
                }
            }
        }
        return Phrases.expression(rest, memory, clause);
    }

    private Term add(List<Token> rest) throws CannotCarryOut {
        int joint = lastOf(rest, "to");
        if (joint < 0) {
            joint = lastFrom(rest);
        }
        if (joint >= 0) {
            Term base = Phrases.expression(rest.subList(joint + 1, rest.size()), memory, clause);
            List<Term> added = Phrases.list(rest.subList(0, joint), ADDING, memory, clause);
            Term result = base;
            for (Term term : added) {
                result = result.plus(term);
            }
            return result;
        }
        List<Term> terms = Phrases.list(rest, ADDING, memory, clause);
        return terms.size() == 1 ? memory.previous().plus(terms.getFirst()) : Operations.sum(terms);
    }

    private Term subtract(List<Token> rest) throws CannotCarryOut {
        int joint = lastFrom(rest);
        if (joint < 0) {
            joint = lastOf(rest, "to");
        }
        if (joint >= 0) {
            Term result = Phrases.expression(rest.subList(joint + 1, rest.size()), memory, clause);
            for (Term term : Phrases.list(rest.subList(0, joint), ADDING, memory, clause)) {
                result = result.minus(term);
            }
            return result;
        }
        List<Term> terms = Phrases.list(rest, ADDING, memory, clause);
        return terms.size() == 1 ? memory.previous().minus(terms.getFirst()) : Operations.difference(terms);
    }

    private Term withPrevious(List<Token> rest, Set<String> joints, String by, String verb) throws CannotCarryOut {
        List<Token> plain = without(rest, "together", "equally", "evenly");
        boolean bare = !plain.isEmpty() && plain.getFirst().is(by);
        List<Term> terms = Phrases.list(bare ? plain.subList(1, plain.size()) : plain, joints, memory, clause);
        if (bare) {
            Term previous = memory.previous();
            return verb.equals("divide")
                    ? previous.dividedBy(Operations.product(terms))
                    : previous.times(Operations.product(terms));
        }
        if (terms.size() < 2) {
            throw new CannotCarryOut("it names only one value");
        }
        return verb.equals("divide") ? Operations.quotient(terms) : Operations.product(terms);
    }

    private Term take(List<Token> rest) throws CannotCarryOut {
        boolean away = rest.stream().anyMatch(token -> token.is("away"));
        if (away || lastFrom(rest) >= 0) {
            return subtract(without(rest, "away"));
        }
        return Phrases.expression(rest, memory, clause);
    }

    private Term by(List<Token> rest, boolean up) throws CannotCarryOut {
        int joint = lastOf(rest, "by");
        if (joint < 0) {
            throw new CannotCarryOut("it does not say by how much");
        }
        Term base = object(rest.subList(0, joint));
        Term amount = Phrases.expression(rest.subList(joint + 1, rest.size()), memory, clause);
        return up ? base.plus(amount) : base.minus(amount);
    }

    private Term object(List<Token> rest) throws CannotCarryOut {
        return rest.isEmpty() ? memory.previous() : Phrases.expression(rest, memory, clause);
    }

    private static int lastOf(List<Token> tokens, String word) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /** The "from" that joins: the last one that does not merely say from which step a value is, else the last one. */
    private static int lastFrom(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is("from") && !References.beginsAt(tokens, i)) {
                return i;
            }
        }
        return lastOf(tokens, "from");
    }

    private static List<Token> without(List<Token> tokens, String... words) {
        Set<String> dropped = Set.of(words);
        return tokens.stream()
                .filter(token -> !(token instanceof Token.Word word && dropped.contains(word.text())))
                .toList();
    }

    /** "Into groups of 4" divides by 4. */
    private static List<Token> withoutGroups(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if ((tokens.get(i).is("groups") || tokens.get(i).is("sets"))
                    && tokens.get(i + 1).is("of")) {
                List<Token> kept = new ArrayList<>(tokens);
                kept.subList(i, i + 2).clear();
                return kept;
            }
        }
        return tokens;
    }
}
