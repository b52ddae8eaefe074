package dev.tracewright.ui.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts the constructs that JLaTeXMath measures twice for every level of nesting: a short chain of them would take it
 * years, so this estimate decides before it starts.
 */
final class LatexCost {
    /** Doubling constructs with arguments in braces; they cost by how deeply they stand inside each other. */
    private static final Set<String> NESTED = Set.of(
            "acute",
            "bar",
            "binom",
            "breve",
            "check",
            "dbinom",
            "dddot",
            "ddddot",
            "ddot",
            "dot",
            "grave",
            "hat",
            "mathring",
            "tbinom",
            "tilde",
            "vec",
            "widehat",
            "widetilde");

    /** Doubling constructs that are rare and nest in ways that braces do not show; each costs. */
    private static final Set<String> COUNTED = Set.of(
            "abovewithdelims",
            "accent",
            "accentset",
            "atopwithdelims",
            "brace",
            "brack",
            "choose",
            "genfrac",
            "middle",
            "overwithdelims",
            "prescript",
            "sideset",
            "underaccent",
            "undertilde");

    private final String latex;
    /** Where the braces open that hold an argument of a doubling construct. */
    private final Set<Integer> arguments = new HashSet<>();
    /** For every open brace, whether it holds such an argument. */
    private final Deque<Boolean> groups = new ArrayDeque<>();

    private int nested;
    private int deepest;
    private int counted;

    private LatexCost(String latex) {
        this.latex = latex;
    }

    /** How often the time to set {@code latex} may double; 16 is about a tenth of a second. */
    static int doublings(String latex) {
        return new LatexCost(latex).count();
    }

    private int count() {
        int i = 0;
        while (i < latex.length()) {
            int next = i + 1;
            switch (latex.charAt(i)) {
                case '\\' -> {
                    next = LatexScanner.commandEnd(latex, i);
                    command(latex.substring(i + 1, next), next);
                }
                case '{' -> open(i);
                case '}' -> close();
                default -> {}
            }
            i = next;
        }
        return deepest + counted;
    }

    private void command(String name, int end) {
        if (COUNTED.contains(name)) {
            counted++;
        } else if (NESTED.contains(name)) {
            int at = end;
            for (int argument = name.endsWith("binom") ? 2 : 1; argument > 0 && at >= 0; argument--) {
                at = argument(LatexScanner.skipSpace(latex, at));
            }
        }
    }

    /** Notes the argument at {@code at}; one that is neither a group nor a plain character may hide a chain. */
    private int argument(int at) {
        if (at >= latex.length() || "\\}^_[&$~'".indexOf(latex.charAt(at)) >= 0) {
            counted++;
            return -1;
        }
        if (latex.charAt(at) == '{') {
            arguments.add(at);
            return LatexScanner.groupEnd(latex, at, '{', '}');
        }
        return at + 1;
    }

    private void open(int at) {
        boolean argument = arguments.contains(at);
        groups.push(argument);
        nested += argument ? 1 : 0;
        deepest = Math.max(deepest, nested);
    }

    private void close() {
        nested -= !groups.isEmpty() && groups.pop() ? 1 : 0;
    }
}
