package dev.tracewright.llm.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what one clause asks for (a computation, a note, a check, the answer) and has it carried out. */
final class ClauseReader {
    private static final int LONGEST_CLAUSE = 2_000;
    private static final Set<String> LEAD = Set.of(
            "then",
            "now",
            "next",
            "finally",
            "first",
            "firstly",
            "last",
            "lastly",
            "afterwards",
            "also",
            "again",
            "please",
            "you",
            "we",
            "can",
            "should",
            "must",
            "will",
            "need",
            "let",
            "us",
            "let's",
            "so");
    private static final Set<String> NOTING = Set.of(
            "note",
            "recall",
            "remember",
            "start",
            "begin",
            "observe",
            "understand",
            "recognise",
            "recognize",
            "know",
            "keep",
            "consider",
            "identify",
            "list",
            "see",
            "given",
            "read",
            "review",
            "look",
            "think");
    private static final Set<String> IDLE =
            Set.of("read", "review", "look", "think", "understand", "remember", "recall");
    private static final Set<String> STATING =
            Set.of("state", "write", "give", "report", "present", "record", "announce");
    private static final Set<String> CHECKING = Set.of("check", "verify", "confirm", "ensure", "make", "compare");
    private static final Set<String> TELLING = Set.of(
            "there", "this", "that", "it", "these", "those", "the", "here", "because", "since", "he", "she", "they",
            "don't", "each", "every");
    private static final Set<String> REFUSING =
            Set.of("not", "don't", "never", "without", "unless", "if", "except", "until");
    private static final Set<String> PURPOSE = Set.of(
            "get",
            "find",
            "know",
            "see",
            "obtain",
            "learn",
            "calculate",
            "determine",
            "compute",
            "give",
            "work",
            "figure",
            "have",
            "arrive",
            "reach",
            "form",
            "make",
            "show");
    private static final Set<String> REASON = Set.of("because", "since", "which", "so", "giving", "leaving", "making");
    private static final Pattern NOTE_OPENING = Pattern.compile(
            "^(?:take note|write down|keep in mind|start(?: out)?|begin|look|think|\\p{L}++)\\b(?: down)?(?: that| with| of| by|:)?+ *+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile(
            "(?:down )?(?:the|your|this|our|its)? ?(?:final )?(?:answer|result|solution)(?: (?:in|as|with|to|for|clearly)\\b.*)?",
            Pattern.CASE_INSENSITIVE);

    private final Memory memory;

    ClauseReader(Memory memory) {
        this.memory = memory;
    }

    /** Carries one clause out and keeps what came of it in the memory. */
    Outcome read(String clause) {
        Token verb = null;
        try {
            if (clause.length() > LONGEST_CLAUSE) {
                throw new CannotCarryOut("it is too long for me");
            }
            List<Token> tokens = body(Lexer.tokens(clause));
            if (tokens.isEmpty()) {
                return new Outcome.Idle("There is nothing to compute here.");
            }
            verb = tokens.getFirst();
            return read(tokens, clause);
        } catch (CannotCarryOut refusal) {
            boolean understood = verb instanceof Token.Word word
                    && (Instruction.isKnown(word.text())
                            || STATING.contains(word.text())
                            || CHECKING.contains(word.text())
                            || NOTING.contains(word.text()));
            return new Outcome.Failed("I cannot carry out this step: " + refusal.reason() + ".", understood);
        }
    }

    private Outcome read(List<Token> tokens, String clause) throws CannotCarryOut {
        String first = tokens.getFirst() instanceof Token.Word word ? word.text() : "";
        String body = clause.substring(tokens.getFirst().start());
        List<Token> rest = tokens.subList(1, tokens.size());
        if (CHECKING.contains(first)) {
            return Comparison.check(rest, memory, clause);
        }
        if (isNote(first, rest)) {
            return note(first, rest, body);
        }
        if (STATING.contains(first)) {
            return state(first, rest, clause, body);
        }
        refuseConditions(tokens);
        if (Instruction.isKnown(first) && !isExpressionWord(first, rest)) {
            return compute(first, rest, clause);
        }
        try {
            return compute("find", tokens, clause);
        } catch (CannotCarryOut noExpression) {
            if (TELLING.contains(first) && number(tokens)) {
                return new Outcome.Noted(sentence(body), remember(tokens));
            }
            throw first.isEmpty() ? noExpression : new CannotCarryOut("I do not know the instruction “" + first + "”");
        }
    }

    /** "Double the sum" is an instruction; "square of 5" and "double of 3" are expressions. */
    private static boolean isExpressionWord(String first, List<Token> rest) {
        boolean both =
                first.equals("square") || first.equals("double") || first.equals("triple") || first.equals("sum");
        return both
                && !rest.isEmpty()
                && (rest.getFirst().is("of") || rest.getFirst().is("root"));
    }

    private Outcome compute(String verb, List<Token> rest, String clause) throws CannotCarryOut {
        int tail = tail(rest);
        refuseBareNumber(rest.subList(0, tail), verb);
        Term term = new Instruction(memory, clause).carryOut(verb, rest.subList(0, tail));
        memory.computed(term);
        return new Outcome.Computed(
                term.equation() + Claims.contradiction(rest.subList(tail, rest.size()), term), term);
    }

    /** "Write all six products" names a number, but six is not a result. */
    private static void refuseBareNumber(List<Token> tokens, String verb) throws CannotCarryOut {
        boolean asking = !Instruction.isKnown(verb) || Instruction.isAsking(verb);
        long numbers = 0;
        boolean operation = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean step =
                    i > 0 && (tokens.get(i - 1).is("step") || tokens.get(i - 1).is("steps"));
            numbers += tokens.get(i) instanceof Token.Numeral ? 1 : 0;
            operation |= step || tokens.get(i) instanceof Token.Symbol || Phrases.operates(tokens.get(i));
        }
        boolean quotient = tokens.size() == 1
                && tokens.getFirst() instanceof Token.Numeral number
                && number.style() == Token.Style.FRACTION;
        if (asking && numbers == 1 && !operation && !quotient) {
            throw new CannotCarryOut("it names a number, but no computation that I know");
        }
    }

    private Outcome state(String first, List<Token> rest, String clause, String body) throws CannotCarryOut {
        String object = body.substring(Math.min(body.length(), first.length())).strip();
        if (ANSWER.matcher(object).matches()) {
            Term previous = memory.previous();
            memory.computed(previous);
            return new Outcome.Computed("The result is " + previous.result() + ".", previous);
        }
        List<Token> plain = !rest.isEmpty() && rest.getFirst().is("down") ? rest.subList(1, rest.size()) : rest;
        int as = 0;
        while (as < plain.size() && !plain.get(as).is("as") && !plain.get(as).is("in")) {
            as++;
        }
        return compute("find", plain.subList(0, as), clause);
    }

    private static boolean isNote(String first, List<Token> rest) {
        boolean stating = STATING.contains(first)
                || (first.equals("take") && !rest.isEmpty() && rest.getFirst().is("note"));
        return NOTING.contains(first) || (stating && rest.stream().limit(3).anyMatch(token -> token.is("that")));
    }

    private Outcome note(String first, List<Token> rest, String body) throws CannotCarryOut {
        if (first.equals("remember") && !rest.isEmpty() && rest.getFirst().is("to")) {
            throw new CannotCarryOut("I only carry out what a step says plainly");
        }
        Matcher opening = NOTE_OPENING.matcher(body);
        boolean whole = first.equals("start") || first.equals("begin");
        String fact = !whole && opening.find() ? body.substring(opening.end()).strip() : body;
        if (number(rest)) {
            return new Outcome.Noted(sentence(fact.isEmpty() ? body : fact), remember(rest));
        }
        if (IDLE.contains(first) || rest.stream().limit(3).anyMatch(token -> token.is("that"))) {
            return new Outcome.Idle("There is nothing to compute here: “" + shortened(body) + "”");
        }
        throw new CannotCarryOut("it asks for a number that is not written in the step");
    }

    private static boolean number(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token instanceof Token.Numeral);
    }

    /** Keeps the numbers of a note by name, and returns its one number, or null where it has several. */
    private @Nullable Term remember(List<Token> tokens) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Numeral number && !number.soft()) {
                String noun = i + 1 < tokens.size() && tokens.get(i + 1) instanceof Token.Word w ? w.text() : "";
                Term term = Term.of(
                        number.value(),
                        number.style(),
                        Units.knows(noun) && number.unit().isEmpty() ? noun : number.unit());
                terms.add(term);
                if (!noun.isEmpty() && number.unit().isEmpty()) {
                    memory.named(noun, term);
                }
            }
        }
        if (terms.size() != 1) {
            return null;
        }
        memory.noted(terms.getFirst());
        return terms.getFirst();
    }

    /** The tokens without opening words such as "then, you should" or "to find the total,". */
    private static List<Token> body(List<Token> tokens) {
        List<Token> body = tokens;
        if (!body.isEmpty() && (body.getFirst().is("to") || body.getFirst().is("in"))) {
            for (int i = 1; i < body.size(); i++) {
                if (body.get(i).is(',')) {
                    body = body.subList(i + 1, body.size());
                    break;
                }
            }
        }
        while (!body.isEmpty() && isLead(body.getFirst())) {
            body = body.subList(1, body.size());
        }
        return body;
    }

    private static boolean isLead(Token token) {
        return token.is(',') || token.is("to") || (token instanceof Token.Word word && LEAD.contains(word.text()));
    }

    private static void refuseConditions(List<Token> tokens) throws CannotCarryOut {
        for (Token token : tokens) {
            if (token instanceof Token.Word word && REFUSING.contains(word.text())) {
                throw new CannotCarryOut("I do not understand “" + word.text() + "” here");
            }
        }
    }

    /** Where the purpose or reason behind the instruction begins: "to get …", ", which leaves …", "= …". */
    private static int tail(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String next = i + 1 < tokens.size() && tokens.get(i + 1) instanceof Token.Word w ? w.text() : "";
            boolean purpose = token.is("to") && PURPOSE.contains(next);
            boolean order = token.is("in") && next.equals("order");
            boolean reason = i > 0 && token instanceof Token.Word word && REASON.contains(word.text());
            boolean record =
                    token.is("and") && (STATING.contains(next) || NOTING.contains(next) || next.equals("call"));
            if (purpose || order || record || token.is('=') || (reason && !(token.is("so") && next.equals("far")))) {
                return i > 0 && tokens.get(i - 1).is(',') ? i - 1 : i;
            }
        }
        return tokens.size();
    }

    private static String sentence(String fact) {
        String text = shortened(fact);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 199) + "…" : text;
    }
}
