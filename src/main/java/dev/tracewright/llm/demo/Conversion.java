package dev.tracewright.llm.demo;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Converts units and rounds: the two instructions whose words are not an expression. */
final class Conversion {
    private static final Map<String, BigFraction> NEAREST = Map.ofEntries(
            Map.entry("whole", BigFraction.ONE),
            Map.entry("integer", BigFraction.ONE),
            Map.entry("dollar", BigFraction.ONE),
            Map.entry("unit", BigFraction.ONE),
            Map.entry("one", BigFraction.ONE),
            Map.entry("ten", BigFraction.of(10)),
            Map.entry("hundred", BigFraction.of(100)),
            Map.entry("thousand", BigFraction.of(1_000)),
            Map.entry("tenth", BigFraction.of(1, 10)),
            Map.entry("hundredth", BigFraction.of(1, 100)),
            Map.entry("thousandth", BigFraction.of(1, 1_000)),
            Map.entry("cent", BigFraction.of(1, 100)));

    private Conversion() {}

    /** "2 hours and 15 minutes to minutes", "the result from hours to minutes", "0.2 to a percentage". */
    static Term convert(List<Token> rest, Memory memory, String clause) throws CannotCarryOut {
        int joint = -1;
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i).is("to")
                    || rest.get(i).is("into")
                    || (joint < 0 && (rest.get(i).is("in") || rest.get(i).is("as")))) {
                joint = i;
            }
        }
        if (joint < 0) {
            throw new CannotCarryOut("it does not say into what");
        }
        String to = lastWord(rest.subList(joint + 1, rest.size()));
        List<Token> what = rest.subList(0, joint);
        if (to.equals("percentage") || to.equals("percent")) {
            return Phrases.expression(what, memory, clause).times(Term.of(BigFraction.of(100), Token.Style.PLAIN));
        }
        if (!Units.knows(to)) {
            throw new CannotCarryOut("I do not know the unit “" + to + "”");
        }
        int from = lastFrom(what);
        if (from >= 0) {
            Term value = Phrases.expression(what.subList(0, from), memory, clause);
            return converted(value, lastWord(what.subList(from + 1, what.size())), to);
        }
        Term total = null;
        for (Term part : Phrases.list(what, Set.of("and", "plus"), memory, clause)) {
            Term converted = converted(part, part.unit(), to);
            total = total == null ? converted : total.plus(converted);
        }
        if (total == null) {
            throw new CannotCarryOut("it does not say what to convert");
        }
        return total;
    }

    private static Term converted(Term value, String from, String to) throws CannotCarryOut {
        if (from.isEmpty()) {
            throw new CannotCarryOut("it does not say from which unit");
        }
        BigFraction factor = Units.factor(from, to);
        if (factor == null) {
            throw new CannotCarryOut("I cannot convert “" + from + "” to “" + to + "”");
        }
        Term bare = new Term(value.value(), value.shown(), value.binding(), value.style(), "");
        if (factor.equals(BigFraction.ONE)) {
            return bare;
        }
        return factor.compareTo(BigFraction.ONE) < 0
                ? bare.dividedBy(Term.of(factor.reciprocal(), Token.Style.PLAIN))
                : bare.times(Term.of(factor, Token.Style.PLAIN));
    }

    /** "X to the nearest ten", "X to 2 decimal places", "X up", "X down to the next whole number". */
    static Term round(List<Token> rest, Memory memory, String clause) throws CannotCarryOut {
        int end = 0;
        while (end < rest.size()
                && !(rest.get(end).is("to")
                        || rest.get(end).is("up")
                        || rest.get(end).is("down"))) {
            end++;
        }
        List<Token> target = rest.subList(end, rest.size());
        BigFraction unit = target.isEmpty() ? BigFraction.ONE : unitOf(target);
        if (unit == null) {
            throw new CannotCarryOut("I do not know to what it rounds");
        }
        RoundingMode mode = RoundingMode.HALF_UP;
        if (!target.isEmpty() && target.getFirst().is("up")) {
            mode = RoundingMode.CEILING;
        } else if (!target.isEmpty() && target.getFirst().is("down")) {
            mode = RoundingMode.FLOOR;
        }
        List<Token> what = rest.subList(0, end);
        if (what.isEmpty()
                && target.size() > 1
                && (target.getFirst().is("up") || target.getFirst().is("down"))) {
            // "Round up the result of step 2": the value stands behind the direction.
            List<Token> behind = target.subList(1, target.size());
            int to = 0;
            while (to < behind.size() && !behind.get(to).is("to")) {
                to++;
            }
            what = behind.subList(0, to);
        }
        Term value = what.isEmpty() ? memory.previous() : Phrases.expression(what, memory, clause);
        return value.rounded(unit, mode);
    }

    private static @Nullable BigFraction unitOf(List<Token> target) {
        for (int i = 0; i < target.size(); i++) {
            Token token = target.get(i);
            if (token instanceof Token.Numeral number
                    && i + 1 < target.size()
                    && target.get(i + 1).is("decimal")
                    && Exact.isWhole(number.value())
                    && number.value().compareTo(BigFraction.of(20)) <= 0
                    && number.value().signum() >= 0) {
                return BigFraction.of(10).pow(-number.value().intValue());
            }
            if (token instanceof Token.Word word && NEAREST.containsKey(word.text())) {
                return NEAREST.get(word.text());
            }
            if (token instanceof Token.Numeral number
                    && NEAREST.containsValue(number.value())
                    && i > 0
                    && target.get(i - 1).is("nearest")) {
                return number.value();
            }
        }
        boolean bare = target.getFirst().is("up") || target.getFirst().is("down");
        return bare && target.stream().noneMatch(token -> token.is("nearest")) ? BigFraction.ONE : null;
    }

    private static int lastFrom(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is("from") && !References.beginsAt(tokens, i)) {
                return i;
            }
        }
        return -1;
    }

    private static String lastWord(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i) instanceof Token.Word word) {
                return word.text();
            }
        }
        return "";
    }
}
