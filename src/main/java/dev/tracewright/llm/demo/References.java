package dev.tracewright.llm.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Resolves what a step calls an earlier value: "the result of step 2", "the previous result", "the boxes". */
final class References {
    private static final Set<String> LINKS = Set.of("from", "in", "of", "after", "found", "noted", "calculated", "the");

    private static final Set<String> RESULTS = Set.of("results", "values", "numbers", "amounts", "totals");
    /** Words that ask for an operation, so that what follows them is no mere name. */
    private static final Set<String> OPERATING = Set.of(
            "and",
            "by",
            "to",
            "with",
            "half",
            "twice",
            "double",
            "sum",
            "product",
            "difference",
            "quotient",
            "average",
            "mean",
            "square");

    private References() {}

    /** Several earlier values named at once, and the index of the token after their name. */
    record Several(List<Term> terms, int end) {}

    /** Reads "(the results of) steps 2, 3 and 4" or "both results"; null where nothing of the kind begins. */
    static @Nullable Several several(List<Token> tokens, int from, Memory memory) throws CannotCarryOut {
        int steps = stepsWord(tokens, from);
        if (steps < 0) {
            int end = endOfBoth(tokens, from);
            return end < 0 ? null : new Several(memory.lastTwo(), end);
        }
        List<Term> terms = new ArrayList<>();
        int end = steps + 1;
        boolean range = false;
        int last = 0;
        for (int i = end; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token instanceof Token.Numeral number) {
                int next = stepNumber(number);
                for (int n = range ? last + 1 : next; n <= next; n++) {
                    terms.add(memory.result(n));
                }
                last = next;
                end = i + 1;
                range = false;
            } else if (last > 0 && (token.is('-') || token.is("to") || token.is("through"))) {
                range = true;
            } else if (!token.is(',') && !token.is("and")) {
                break;
            }
        }
        if (terms.isEmpty()) {
            throw new CannotCarryOut("it does not say which steps it means");
        }
        return new Several(terms, end);
    }

    /** The index of "steps" when only words without meaning of their own stand before it, or -1. */
    private static int stepsWord(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + 8); i++) {
            if (!(tokens.get(i) instanceof Token.Word word) || OPERATING.contains(word.text())) {
                return -1;
            }
            if (word.text().equals("steps")) {
                return i;
            }
        }
        return -1;
    }

    /** The end of "both results", "the two results" or "the previous two results", or -1. */
    private static int endOfBoth(List<Token> tokens, int from) {
        boolean two = false;
        for (int i = from; i < Math.min(tokens.size(), from + 5); i++) {
            Token token = tokens.get(i);
            if (token.is("both")
                    || (token instanceof Token.Numeral number && number.value().equals(BigFraction.of(2)))) {
                two = true;
            } else if (two && token instanceof Token.Word w && RESULTS.contains(w.text())) {
                return i + 1;
            } else if (!(token.is("the") || token.is("these") || token.is("last") || token.is("previous"))) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether "the sum of …" is nothing but a reference to one step, as in "the sum of step 2". */
    static boolean isPlainReference(List<Token> tokens, int at) {
        return at + 3 < tokens.size()
                && tokens.get(at + 2).is("step")
                && tokens.get(at + 3) instanceof Token.Numeral
                && (at + 4 == tokens.size()
                        || !(tokens.get(at + 4).is("and") || tokens.get(at + 4).is(',')));
    }

    /** Whether words such as "from step 3" or a bracket "(step 3)" begin here. */
    static boolean beginsAt(List<Token> tokens, int at) {
        int i = at;
        while (i < tokens.size() && tokens.get(i) instanceof Token.Word w && LINKS.contains(w.text())) {
            i++;
        }
        return i + 1 < tokens.size() && tokens.get(i).is("step") && tokens.get(i + 1) instanceof Token.Numeral;
    }

    /** Reads "from step 3" or "(step 3)" behind a number, and refuses when that step had another result. */
    static void agree(Phrases phrases, Term term) throws CannotCarryOut {
        List<Token> tokens = phrases.tokens();
        int at = phrases.position();
        boolean bracket = at < tokens.size() && tokens.get(at).is('(');
        if (!beginsAt(tokens, bracket ? at + 1 : at)) {
            return;
        }
        int i = at;
        while (!(tokens.get(i) instanceof Token.Numeral)) {
            i++;
        }
        int step = stepNumber((Token.Numeral) tokens.get(i));
        Term result = phrases.memory().result(step);
        if (!result.value().equals(term.value())) {
            throw new CannotCarryOut(
                    "it says " + term.shown() + ", but the result of step " + step + " is " + result.result());
        }
        i++;
        if (bracket && i < tokens.size() && tokens.get(i).is(')')) {
            i++;
        }
        phrases.moveTo(i);
    }

    /** One value named by words, beginning at the reading position; {@code from} is where its phrase begins, for quoting. */
    static Term single(Phrases phrases, int from) throws CannotCarryOut {
        List<Token> tokens = phrases.tokens();
        List<String> words = new ArrayList<>();
        int at = phrases.position();
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token instanceof Token.Word word) {
                if (phrases.ends(word.text())
                        && !words.isEmpty()
                        && !beginsAt(tokens, at)
                        && !isNoun(word.text(), words)) {
                    break;
                }
                words.add(word.text());
                at++;
            } else if (token instanceof Token.Numeral number) {
                if (!words.isEmpty() && words.getLast().equals("step")) {
                    int step = stepNumber(number);
                    phrases.moveTo(at + 1);
                    skipPossession(phrases);
                    return phrases.memory().result(step);
                }
                break;
            } else {
                break;
            }
        }
        phrases.moveTo(at);
        if (words.isEmpty()) {
            throw new CannotCarryOut("I do not know what to do with " + phrases.quote(from, tokens.size()));
        }
        if (at + 2 < tokens.size() && tokens.get(at).is('(')) {
            if (tokens.get(at + 1) instanceof Token.Numeral number
                    && tokens.get(at + 2).is(')')) {
                phrases.moveTo(at + 3);
                return Term.of(number.value(), number.style(), number.unit());
            }
            if (beginsAt(tokens, at + 1)) {
                int i = at + 1;
                while (!(tokens.get(i) instanceof Token.Numeral)) {
                    i++;
                }
                boolean closes = i + 1 < tokens.size() && tokens.get(i + 1).is(')');
                phrases.moveTo(closes ? i + 2 : i + 1);
                return phrases.memory().result(stepNumber((Token.Numeral) tokens.get(i)));
            }
        }
        if (Phrases.meansPrevious(words)) {
            return phrases.memory().previous();
        }
        Term named = named(words, phrases.memory());
        if (named != null) {
            return named;
        }
        throw new CannotCarryOut("I do not know the value of " + phrases.quote(from, at));
    }

    /** "The sum" as the name of a result, not as a request: it follows a word such as "that" or "previous". */
    private static boolean isNoun(String word, List<String> before) {
        return Set.of("sum", "product", "difference", "quotient", "average", "mean")
                        .contains(word)
                && !before.getLast().equals("of");
    }

    /** Only the bare name of what was counted ("the boxes", "the number of boxes") stands for a noted number. */
    private static @Nullable Term named(List<String> words, Memory memory) {
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty() && Phrases.isDeterminer(rest.getFirst())) {
            rest.removeFirst();
        }
        if (rest.size() > 2 && rest.get(0).equals("number") && rest.get(1).equals("of")) {
            rest = rest.subList(2, rest.size());
            while (!rest.isEmpty() && Phrases.isDeterminer(rest.getFirst())) {
                rest = rest.subList(1, rest.size());
            }
        }
        return rest.size() == 1 ? memory.byName(rest.getFirst()) : null;
    }

    /** "Step 2's result": what follows the number adds nothing. */
    private static void skipPossession(Phrases phrases) {
        if (phrases.word(phrases.position()).equals("s")) {
            phrases.moveTo(phrases.position() + 1);
        }
        while (Set.of("result", "answer", "total", "value").contains(phrases.word(phrases.position()))) {
            phrases.moveTo(phrases.position() + 1);
        }
    }

    static int stepNumber(Token.Numeral number) throws CannotCarryOut {
        BigInteger value = number.value().getNumerator();
        if (!Exact.isWhole(number.value()) || value.signum() <= 0 || value.bitLength() > 12) {
            throw new CannotCarryOut("there is no such step");
        }
        return value.intValueExact();
    }
}
