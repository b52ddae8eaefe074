package dev.tracewright.llm.demo;

import java.util.List;
import java.util.Set;

/** Notices when a step already names a result and that result is wrong, so that a leak in a plan is not passed on. */
final class Claims {
    private static final Set<String> OPENINGS = Set.of(
            "to", "get", "which", "gives", "leaves", "is", "makes", "giving", "leaving", "making", "obtain", "have");

    private Claims() {}

    /** " (the step says 18)" when the words after the instruction name another value than the computed one, else nothing. */
    static String contradiction(List<Token> tail, Term computed) {
        for (Token token : tail) {
            if (token instanceof Token.Numeral claim) {
                boolean same = claim.value().equals(computed.value());
                String shown =
                        Term.of(claim.value(), claim.style(), claim.unit()).shown();
                return same ? "" : " (the step says " + shown + ")";
            }
            boolean opening = token instanceof Token.Word word && OPENINGS.contains(word.text());
            if (!opening && !token.is('=') && !token.is(',')) {
                return "";
            }
        }
        return "";
    }
}
