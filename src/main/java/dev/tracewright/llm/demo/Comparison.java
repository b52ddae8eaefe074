package dev.tracewright.llm.demo;

import java.util.List;
import java.util.Set;

/** Carries out steps that check one value against another; they say what holds and compute nothing new. */
final class Comparison {
    private static final Set<String> SUBJECT_OPENING = Set.of("sure", "that", "whether", "if");

    private static final Set<String> RELATION = Set.of(
            "more", "greater", "larger", "higher", "bigger", "less", "fewer", "smaller", "lower", "than", "at", "least",
            "most", "equal", "equals", "to", "exactly", "exceed");

    private Comparison() {}

    /** "That the result of step 3 is not more than 120". A check without two values is left to the person who reads. */
    static Outcome check(List<Token> rest, Memory memory, String clause) throws CannotCarryOut {
        int from = 0;
        while (from < rest.size()
                && rest.get(from) instanceof Token.Word word
                && SUBJECT_OPENING.contains(word.text())) {
            from++;
        }
        int is = from;
        while (is < rest.size()
                && !rest.get(is).is("is")
                && !rest.get(is).is("does")
                && !rest.get(is).is("equals")) {
            is++;
        }
        if (is == rest.size() || is == from) {
            return new Outcome.Idle("I cannot make this check; it computes nothing.");
        }
        int at = rest.get(is).is("equals") ? is : is + 1;
        boolean negated = at < rest.size() && rest.get(at).is("not");
        at += negated ? 1 : 0;
        int object = at;
        while (object < rest.size() && isRelation(rest.get(object))) {
            object++;
        }
        String relation = words(rest.subList(at, object)).replace("exceed", "more than");
        if (relation.isEmpty() || object == rest.size()) {
            return new Outcome.Idle("I cannot make this check; it computes nothing.");
        }
        Term a = Phrases.expression(rest.subList(from, is), memory, clause);
        Term b = Phrases.expression(rest.subList(object, rest.size()), memory, clause);
        boolean holds = negated != holds(relation, a.value().compareTo(b.value()));
        String said = a.result() + " is " + (negated ? "not " : "") + relation + " " + b.result();
        return new Outcome.Idle(said + (holds ? ": this holds." : ": this does not hold."));
    }

    private static boolean isRelation(Token token) {
        return token instanceof Token.Word word && RELATION.contains(word.text());
    }

    private static boolean holds(String relation, int order) throws CannotCarryOut {
        return switch (relation) {
            case "more than", "greater than", "larger than", "higher than", "bigger than" -> order > 0;
            case "less than", "fewer than", "smaller than", "lower than" -> order < 0;
            case "at least" -> order >= 0;
            case "at most" -> order <= 0;
            case "equal to", "equals", "exactly" -> order == 0;
            default -> throw new CannotCarryOut("I do not know the comparison “" + relation + "”");
        };
    }

    private static String words(List<Token> tokens) {
        StringBuilder words = new StringBuilder();
        for (Token token : tokens) {
            if (token instanceof Token.Word word) {
                words.append(words.isEmpty() ? "" : " ").append(word.text());
            }
        }
        return words.toString();
    }
}
