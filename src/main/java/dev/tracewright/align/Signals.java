package dev.tracewright.align;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says of every signal how strongly it holds for what a piece may do: mostly 0 or 1, or a share between. The result is an array
 * by the signals' order; pieces and steps count from 0.
 */
final class Signals {
    private static final int SHORT_CHARS = 160;
    private static final int MOST_DISTANCE = 4;
    private static final int FARTHEST_BACK = 5;
    private static final int MOST_EQUATIONS = 4;
    private static final double COPIED = 0.5;
    private static final double BARELY_COPIED = 0.75;

    private final PlanReading plan;
    private final OutputReading output;
    private final Resemblance resemblance;
    private final boolean agreeing;

    Signals(PlanReading plan, OutputReading output) {
        this.plan = plan;
        this.output = output;
        this.resemblance = new Resemblance(plan, output);
        List<Integer> printed = output.pieces().stream()
                .filter(piece -> piece.printed() != null)
                .map(Piece::value)
                .toList();
        boolean inOrder = printed.size() == plan.steps();
        for (int k = 0; k < printed.size() && inOrder; k++) {
            inOrder = printed.get(k) == k + 1;
        }
        agreeing = inOrder;
    }

    PlanReading plan() {
        return plan;
    }

    OutputReading output() {
        return output;
    }

    Resemblance resemblance() {
        return resemblance;
    }

    /** Announcements, farewells and loops do no step. */
    boolean allows(int i, Choice choice) {
        Piece.Role role = output.piece(i).role();
        return choice.kind() == Choice.Kind.NOTHING || role == Piece.Role.BODY || role == Piece.Role.CONCLUSION;
    }

    private static void put(double[] into, Signal signal, double value) {
        into[signal.place()] = value;
    }

    private static void put(double[] into, Signal signal, boolean holds) {
        into[signal.place()] = holds ? 1 : 0;
    }

    /** The signals of what a piece does. */
    void of(int i, Choice choice, double[] into) {
        Arrays.fill(into, 0);
        switch (choice.kind()) {
            case NOTHING -> nothing(i, into);
            case REPEATS -> repeats(i, choice.steps().getFirst(), into);
            case PERFORMS -> {
                double[] one = new double[Signal.COUNT];
                boolean several = choice.steps().size() > 1;
                for (int j : choice.steps()) {
                    Arrays.fill(one, 0);
                    performs(i, j, one);
                    if (several) {
                        shares(i, j, one);
                    }
                    for (int k = 0; k < one.length; k++) {
                        into[k] += one[k];
                    }
                }
                if (several) {
                    several(i, choice.steps().size(), choice.isApart(), into);
                }
            }
        }
    }

    /** Signals of piece {@code i} performing step {@code j}. */
    void performs(int i, int j, double[] into) {
        Piece piece = output.piece(i);
        put(into, Signal.DOES, true);
        double coverage = resemblance.coverage(i, j);
        double elsewhere = resemblance.bestOtherCoverage(i, j);
        put(into, Signal.COVERAGE_BEST_PIECE, coverage > 0 && coverage >= elsewhere);
        put(into, Signal.COVERAGE_OVER_STEPS, resemblance.coverageOverSteps(i, j));
        put(into, Signal.COVERAGE_OVER_PIECES, coverage - elsewhere);
        double title = resemblance.title(i, j);
        double titledElsewhere = resemblance.bestOtherTitle(i, j);
        put(into, Signal.TITLE_BEST_PIECE, title > 0 && title >= titledElsewhere);
        put(into, Signal.TITLE_OVER_STEPS, resemblance.titleOverSteps(i, j));
        put(into, Signal.TITLE_OVER_PIECES, title - titledElsewhere);
        put(into, Signal.FIRST_HERE, resemblance.first(i, j));
        put(into, Signal.RUN, resemblance.run(i, j));
        put(into, Signal.SENTENCE, resemblance.winsSentence(i, j));
        if (piece.printed() != null) {
            put(into, Signal.PRINTED_IN_STEP, piece.names(j + 1) && agreeing);
            put(into, Signal.PRINTED_OTHER, !piece.names(j + 1));
            double distance = Math.min(MOST_DISTANCE, Math.abs(piece.value() - (j + 1.0)));
            put(into, Signal.PRINTED_DISTANCE, distance / MOST_DISTANCE);
        }
        numbers(i, j, into);
        formulas(i, j, into);
        Asks.Kind asks = plan.asks(j).kind();
        boolean equation = output.equations(i) > 0;
        put(into, Signal.CALCULATION_WITHOUT_EQUATION, asks == Asks.Kind.CALCULATION && !equation);
        put(into, Signal.STATEMENT_WITHOUT_EQUATION, asks == Asks.Kind.STATEMENT && !equation);
        put(into, Signal.STATEMENT_WITH_EQUATION, asks == Asks.Kind.STATEMENT && equation);
        boolean concludes = piece.role() == Piece.Role.CONCLUSION;
        put(into, Signal.ANSWER_IN_CONCLUSION, asks == Asks.Kind.ANSWER && concludes);
        put(into, Signal.ANSWER_IN_LAST, asks == Asks.Kind.ANSWER && output.isLastBody(i));
        put(into, Signal.IN_CONCLUSION, concludes);
        put(into, Signal.COPY, isCopy(i, j));
    }

    /** Further signals of piece {@code i} performing step {@code j} among others. */
    void shares(int i, int j, double[] into) {
        put(into, Signal.SHARED_OWN, resemblance.own(i, j));
        put(into, Signal.SHARED_TITLE, resemblance.title(i, j));
        put(into, Signal.SHARED_PRINTED, output.piece(i).names(j + 1));
        put(into, Signal.SHARED_NUMBERS, shareOfNumbers(i, j));
        put(into, Signal.SHARED_CONCLUSION, output.piece(i).role() == Piece.Role.CONCLUSION);
        put(into, Signal.SHARED_TITLED_ELSEWHERE, resemblance.bestOtherTitle(i, j));
        put(into, Signal.SHARED_COVERED_ELSEWHERE, resemblance.bestOtherCoverage(i, j));
    }

    /** Signals of piece {@code i} performing {@code count} > 1 steps, {@code apart} where others lie between them. */
    void several(int i, int count, boolean apart, double[] into) {
        put(into, Signal.TWO, count == 2);
        put(into, Signal.THREE, count == 3);
        put(into, Signal.MORE, Math.max(0, count - 3));
        put(into, Signal.SEVERAL_APART, apart);
        double equations = Math.min(MOST_EQUATIONS, output.equations(i)) / (double) MOST_EQUATIONS;
        put(into, Signal.SEVERAL_EQUATIONS, (count - 1) * equations);
    }

    private void nothing(int i, double[] into) {
        Piece piece = output.piece(i);
        put(into, Signal.NOTHING, true);
        put(into, Signal.NOTHING_CONCLUSION, piece.role() == Piece.Role.CONCLUSION);
        if (piece.role() != Piece.Role.BODY) {
            return;
        }
        put(into, Signal.NOTHING_EQUATION, output.equations(i) > 0);
        put(into, Signal.NOTHING_PRINTED, piece.printed() != null);
        put(into, Signal.NOTHING_TITLE, resemblance.bestTitle(i));
        put(into, Signal.NOTHING_LAST, output.isLastBody(i));
        boolean copy = false;
        for (int j = 0; j < plan.steps() && !copy; j++) {
            copy = isCopy(i, j);
        }
        put(into, Signal.NOTHING_COPY, copy);
        put(into, Signal.NOTHING_BEYOND, piece.printed() != null && piece.value() > plan.steps());
        put(into, Signal.NOTHING_AFTERWARDS, output.isAfterwards(i));
    }

    private void repeats(int i, int j, double[] into) {
        Piece piece = output.piece(i);
        put(into, Signal.REPEATS, true);
        put(into, Signal.REPEATS_TITLE, resemblance.title(i, j));
        put(into, Signal.REPEATS_COPY, isCopy(i, j));
        put(into, Signal.REPEATS_REDUNDANT, output.callsRedundant(i));
        put(into, Signal.REPEATS_EQUATION, output.equations(i) > 0);
        put(into, Signal.REPEATS_SHORT, piece.end() - piece.start() < SHORT_CHARS);
        put(
                into,
                Signal.REPEATS_NEW_NUMBERS,
                output.marks(i).stream()
                        .anyMatch(mark -> Words.isNumber(mark) && !plan.marks(j).contains(mark)));
        put(into, Signal.REPEATS_STATEMENT, plan.asks(j).kind() == Asks.Kind.STATEMENT);
    }

    private void numbers(int i, int j, double[] into) {
        boolean any = plan.marks(j).stream().anyMatch(Words::isNumber);
        double share = shareOfNumbers(i, j);
        put(into, Signal.NUMBERS, share);
        put(into, Signal.NUMBERS_NONE, any && share == 0);
    }

    private double shareOfNumbers(int i, int j) {
        int all = 0;
        int found = 0;
        for (String mark : plan.marks(j)) {
            if (Words.isNumber(mark)) {
                all++;
                found += output.marks(i).contains(mark) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : found / (double) all;
    }

    private void formulas(int i, int j, double[] into) {
        double all = 0;
        double found = 0;
        for (String formula : plan.formulas(j)) {
            double weight = Math.min(12, formula.length());
            all += weight;
            found += output.hasFormula(i, formula) ? weight : 0;
        }
        put(into, Signal.FORMULA, all == 0 ? 0 : found / all);
    }

    /** Whether piece {@code i} only repeats step {@code j}, which asks for work: no number, equation or thought of its own. */
    private boolean isCopy(int i, int j) {
        if (plan.asks(j).kind() == Asks.Kind.STATEMENT || resemblance.coverage(i, j) < COPIED) {
            return false;
        }
        int added = 0;
        for (String mark : output.marks(i)) {
            if (!plan.marks(j).contains(mark)) {
                if (Words.isNumber(mark) || mark.equals("+equation")) {
                    return false;
                }
                added++;
            }
        }
        return added * 4 <= output.marks(i).size();
    }

    /** Whether piece {@code i} is a bare copy of step {@code j}, which asks for a calculation: hardly a word of its own. */
    boolean isBareCopy(int i, int j) {
        if (plan.asks(j).kind() != Asks.Kind.CALCULATION || resemblance.coverage(i, j) < BARELY_COPIED) {
            return false;
        }
        Set<String> added = new HashSet<>(output.marks(i));
        added.removeAll(plan.marks(j));
        return added.stream().noneMatch(mark -> Words.isNumber(mark) || mark.equals("+equation"))
                && output.equations(i) == 0
                && added.size() * 8 <= output.marks(i).size();
    }

    /** Signals of going on from step {@code from} to step {@code to}, both from 1 (0: none yet), without what is passed over. */
    static void move(int from, int to, double[] into) {
        Arrays.fill(into, 0);
        put(into, Signal.ADVANCE, to == from + 1);
        put(into, Signal.STAY, to == from);
        put(into, Signal.BACK, to < from);
        put(into, Signal.BACK_DISTANCE, to < from ? Math.min(FARTHEST_BACK, from - to) / (double) FARTHEST_BACK : 0);
        put(into, Signal.JUMP, to > from + 1);
    }

    /** Signals of passing over step {@code j}, {@code atEnd} where nothing after it is done. */
    void skip(int j, boolean atEnd, double[] into) {
        Arrays.fill(into, 0);
        Asks.Kind asks = plan.asks(j).kind();
        put(into, Signal.SKIP, true);
        put(into, Signal.SKIP_ANSWER, asks == Asks.Kind.ANSWER);
        put(into, Signal.SKIP_CALCULATION, asks == Asks.Kind.CALCULATION);
        put(into, Signal.SKIP_COVERED, resemblance.bestCoverage(j));
        put(into, Signal.SKIP_AT_END, atEnd);
    }
}
