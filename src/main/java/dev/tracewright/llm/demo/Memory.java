package dev.tracewright.llm.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the solver knows so far: the results of steps, and the numbers that notes gave a name. */
final class Memory {
    private final Map<Integer, Term> results = new HashMap<>();
    private final Map<String, Term> named = new HashMap<>();
    private final Map<String, Boolean> ambiguous = new HashMap<>();
    private final List<Term> computed = new ArrayList<>();
    private @Nullable Term noted;
    private boolean broken;
    private int step;

    /** A memory of the same content that goes its own way. */
    Memory copy() {
        Memory copy = new Memory();
        copy.restore(this);
        return copy;
    }

    /** Forgets everything and takes over what {@code other} knows. */
    void restore(Memory other) {
        results.clear();
        results.putAll(other.results);
        named.clear();
        named.putAll(other.named);
        ambiguous.clear();
        ambiguous.putAll(other.ambiguous);
        computed.clear();
        computed.addAll(other.computed);
        noted = other.noted;
        broken = other.broken;
        step = other.step;
    }

    /** Begins the next step, whose number is {@code number}. */
    void begin(int number) {
        step = number;
    }

    /** Keeps a value that the current step computed. */
    void computed(Term term) {
        Term plain = Term.of(term.value(), term.style());
        results.put(step, plain);
        computed.add(plain);
        broken = false;
    }

    /** Keeps the one number of a note; it is the result of its step and, until something is computed, the previous result. */
    void noted(Term term) {
        results.put(step, term);
        noted = term;
    }

    /** Keeps a number under the thing it counts ("12 boxes"); two different numbers of the same thing name neither. */
    void named(String noun, Term term) {
        String key = singular(noun);
        Term before = named.putIfAbsent(key, term);
        if (before != null && !before.value().equals(term.value())) {
            ambiguous.put(key, true);
        }
    }

    /** The current step could not be carried out: it has no result, and "the previous result" means nothing until the next. */
    void failed() {
        results.remove(step);
        broken = true;
    }

    Term result(int number) throws CannotCarryOut {
        if (number == step && !results.containsKey(number)) {
            throw new CannotCarryOut("it needs its own result");
        }
        Term term = results.get(number);
        if (term == null) {
            throw new CannotCarryOut(
                    number > step ? "step " + number + " comes later" : "step " + number + " has no single result");
        }
        return term;
    }

    Term previous() throws CannotCarryOut {
        if (broken) {
            throw new CannotCarryOut("the result before it is missing");
        }
        if (!computed.isEmpty()) {
            return computed.getLast();
        }
        if (noted == null) {
            throw new CannotCarryOut("there is no result before it");
        }
        return noted;
    }

    List<Term> lastTwo() throws CannotCarryOut {
        if (broken || computed.size() < 2) {
            throw new CannotCarryOut("there are no two results before it");
        }
        return List.copyOf(computed.subList(computed.size() - 2, computed.size()));
    }

    /** The number that a note gave to a thing, or null. */
    @Nullable
    Term byName(String noun) {
        String key = singular(noun);
        return ambiguous.containsKey(key) ? null : named.get(key);
    }

    private static String singular(String noun) {
        return noun.length() > 3 && noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }
}
