package dev.tracewright.llm.demo;

import java.util.List;

/** The four operations over a list of terms, left to right. */
final class Operations {
    private Operations() {}

    static Term sum(List<Term> terms) throws CannotCarryOut {
        Term result = terms.getFirst();
        for (Term term : terms.subList(1, terms.size())) {
            result = result.plus(term);
        }
        return result;
    }

    /** The first minus all others. */
    static Term difference(List<Term> terms) throws CannotCarryOut {
        Term result = terms.getFirst();
        for (Term term : terms.subList(1, terms.size())) {
            result = result.minus(term);
        }
        return result;
    }

    static Term product(List<Term> terms) throws CannotCarryOut {
        Term result = terms.getFirst();
        for (Term term : terms.subList(1, terms.size())) {
            result = result.times(term);
        }
        return result;
    }

    /** The first divided by all others, one after the other. */
    static Term quotient(List<Term> terms) throws CannotCarryOut {
        Term result = terms.getFirst();
        for (Term term : terms.subList(1, terms.size())) {
            result = result.dividedBy(term);
        }
        return result;
    }
}
