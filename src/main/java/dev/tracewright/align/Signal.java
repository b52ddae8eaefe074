package dev.tracewright.align;

/**
 * What speaks for or against a link, each with its weight: positive speaks for, negative against. A signal is mostly 0 or 1, or
 * a share between; the score of a whole alignment is the sum of signals times weights, and an alignment is the more probable the
 * higher its score (log-linear). The weights come from traces that people have read, by {@code WeightFit}; how well they carry
 * over to traces that had no part in it is told in docs/alignment.md.
 */
enum Signal {
    // -- a piece performs a step

    /** The piece performs the step at all; what a link costs before anything speaks for it. */
    DOES(-0.60),
    /** No other piece has more of the step's words and numbers. */
    COVERAGE_BEST_PIECE(0.40),
    /** How much more of this step than of any other the piece has. */
    COVERAGE_OVER_STEPS(0.44),
    /** How much more of the step this piece has than any other piece. */
    COVERAGE_OVER_PIECES(0.89),
    /** No other piece opens more like the step. */
    TITLE_BEST_PIECE(0.55),
    /** How much more the opening is like this step than like any other. */
    TITLE_OVER_STEPS(0.34),
    /** How much more this opening is like the step than any other opening. */
    TITLE_OVER_PIECES(0.82),
    /** The share of the step that appears here for the first time: later pieces only repeat it. */
    FIRST_HERE(0.57),
    /** The longest run of words in common: headings are copied word for word. */
    RUN(0.54),
    /** A sentence of the piece is more like this step than like any other. */
    SENTENCE(0.67),
    /** The printed number is the step's, and the output prints exactly the plan's numbers. */
    PRINTED_IN_STEP(0.27),
    /** Another number is printed. */
    PRINTED_OTHER(-0.17),
    /** How far the printed number is off, up to four. */
    PRINTED_DISTANCE(-0.40),
    /** The share of the step's numbers that stand in the piece; what shared words already say is taken back. */
    NUMBERS(-0.61),
    /** The step names numbers and the piece has none of them. */
    NUMBERS_NONE(-0.55),
    /** The share of the step's formulas that stand in the piece. */
    FORMULA(0.56),
    /** The step asks for a calculation and the piece has no equation. */
    CALCULATION_WITHOUT_EQUATION(-0.95),
    /** The step asks to state something and the piece only states. */
    STATEMENT_WITHOUT_EQUATION(0.51),
    /** The step asks to state something and the piece calculates. */
    STATEMENT_WITH_EQUATION(-0.41),
    /** The step asks for the answer and the piece concludes. */
    ANSWER_IN_CONCLUSION(0.50),
    /** The step asks for the answer, which the last piece of work need not have stated. */
    ANSWER_IN_LAST(-0.88),
    /** Conclusions rarely do the work of a step. */
    IN_CONCLUSION(-0.92),
    /** Farewells rarely do. */
    IN_FAREWELL(0.00),
    /** The piece repeats a step that asks for work, and adds nothing. */
    COPY(-0.64),

    // -- a piece performs a step among others; added to the above

    /** What this step names and its neighbours do not stands here. */
    SHARED_OWN(0.25),
    /** An opening like one step speaks for that step alone. */
    SHARED_TITLE(-0.61),
    /** A printed number speaks for its step alone. */
    SHARED_PRINTED(-0.74),
    /** The share of the step's numbers that stand here. */
    SHARED_NUMBERS(0.37),
    /** Conclusions do not merge steps. */
    SHARED_CONCLUSION(-0.61),
    /** Another piece opens like this step, so it is done there. */
    SHARED_TITLED_ELSEWHERE(-0.68),
    /** Another piece has the step's words and numbers. */
    SHARED_COVERED_ELSEWHERE(-0.61),

    // -- a piece performs several steps

    /** Two steps in one piece. */
    TWO(0.04),
    /** Three steps in one piece. */
    THREE(-0.71),
    /** Each step beyond three. */
    MORE(-1.06),
    /** The two steps are no neighbours. */
    SEVERAL_APART(-0.96),
    /** Several equations: room for the work of several steps. */
    SEVERAL_EQUATIONS(0.99),

    // -- a piece performs nothing

    /** The piece performs no step. */
    NOTHING(0.24),
    /** It concludes. */
    NOTHING_CONCLUSION(1.21),
    /** It has an equation: work for some step, most likely. */
    NOTHING_EQUATION(-1.51),
    /** It has a printed number. */
    NOTHING_PRINTED(-0.21),
    /** Its opening is like some step. */
    NOTHING_TITLE(-0.02),
    /** It is the last piece of work: work beyond the plan stands there. */
    NOTHING_LAST(0.75),
    /** It repeats a step and adds nothing. */
    NOTHING_COPY(0.79),
    /** Its number is beyond the plan: renumbering, not new work. */
    NOTHING_BEYOND(-0.52),
    /** The pieces before went through the list already: a second pass or an appendix. */
    NOTHING_AFTERWARDS(0.99),

    // -- a piece repeats a step without doing it

    /** The piece repeats a step without doing it. */
    REPEATS(-1.53),
    /** How like the step its opening is. */
    REPEATS_TITLE(0.45),
    /** It adds nothing. */
    REPEATS_COPY(0.72),
    /** It says that the step is unnecessary or done. */
    REPEATS_REDUNDANT(0.85),
    /** It has an equation. */
    REPEATS_EQUATION(-1.22),
    /** It is short: a result more often than a repetition. */
    REPEATS_SHORT(-0.91),
    /** It has numbers that the step has not. */
    REPEATS_NEW_NUMBERS(-1.35),
    /** The step asks to state something, and repeating it is doing it. */
    REPEATS_STATEMENT(-0.68),

    // -- from one piece to the next

    /** The next step follows. */
    ADVANCE(0.59),
    /** The same step goes on. */
    STAY(0.00),
    /** An earlier step follows. */
    BACK(-0.30),
    /** How far back, up to five steps. */
    BACK_DISTANCE(-0.52),
    /** Steps are passed over. */
    JUMP(-0.93),

    // -- a step is passed over

    /** A step is passed over. */
    SKIP(-0.42),
    /** It asks for the answer. */
    SKIP_ANSWER(-0.85),
    /** It asks for a calculation. */
    SKIP_CALCULATION(-0.36),
    /** Some piece has its words and numbers. */
    SKIP_COVERED(-0.50),
    /** Nothing after it is done. */
    SKIP_AT_END(-0.47);

    static final int COUNT = values().length;

    private static final double[] WEIGHTS = new double[COUNT];

    static {
        for (Signal signal : values()) {
            WEIGHTS[signal.place()] = signal.weight;
        }
    }

    private final double weight;

    Signal(double weight) {
        this.weight = weight;
    }

    /** Where it stands in arrays by the signals' order. */
    @SuppressWarnings("EnumOrdinal") // sums over all signals are the inner loop; an EnumMap is ten times slower there
    int place() {
        return ordinal();
    }

    /** The weights by the signals' order. */
    static double[] weights() {
        return WEIGHTS.clone();
    }
}
