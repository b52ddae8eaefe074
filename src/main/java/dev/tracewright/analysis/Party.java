package dev.tracewright.analysis;

import java.util.Comparator;

/**
 * Who answered: a solver, told apart by the delegator whose steps it followed where it followed those of several on one data set.
 *
 * @param solver who answered
 * @param steps whose steps, in words; empty where that need not be told
 */
record Party(String solver, String steps) {
    static final Comparator<Party> BY_NAME =
            Comparator.comparing(Party::solver, Names.ORDER).thenComparing(Party::steps, Names.ORDER);

    /** The name for tables: who only demonstrates says so. */
    String name() {
        return with(Names.shown(solver));
    }

    /** The name for charts, whose titles say what only demonstrates. */
    String label() {
        return with(solver);
    }

    private String with(String shown) {
        return steps.isEmpty() ? shown : AnalysisTexts.of("name.party", shown, steps);
    }
}
