package dev.tracewright.align;

import java.util.Arrays;

/** Adds up the weights of all signals that hold: the score of everything that may happen between an output and a plan. */
final class Weighing implements Lattice.Scores {
    static final double NEVER = -1e9;
    private static final int FARTHEST = 6;

    /** Repeating the words of a calculation is not doing it; read traces have too few such copies to learn it from. */
    private static final double BARE_COPY = 4;

    private final double[] weights;
    private final Signals signals;
    private final int pieces;
    private final int steps;
    private final double[][] performs;
    private final double[][] shares;
    private final double[][] repeats;
    private final double[][] several;
    private final double[] nothing;
    private final double[] skip;
    private final double[] skipAtEnd;
    private final double[] moves = new double[2 * FARTHEST + 1];
    private final double[] values = new double[Signal.COUNT];

    /**
     * @param weights by the signals' order
     */
    Weighing(Signals signals, double[] weights) {
        this.signals = signals;
        this.weights = weights;
        pieces = signals.output().pieces().size();
        steps = signals.plan().steps();
        performs = new double[pieces][steps];
        shares = new double[pieces][steps];
        repeats = new double[pieces][steps];
        several = new double[pieces][];
        nothing = new double[pieces];
        skip = new double[steps];
        skipAtEnd = new double[steps];
        for (int i = 0; i < pieces; i++) {
            weighPiece(i);
        }
        for (int j = 0; j < steps; j++) {
            signals.skip(j, false, values);
            skip[j] = sum();
            signals.skip(j, true, values);
            skipAtEnd[j] = sum();
        }
        for (int distance = -FARTHEST; distance <= FARTHEST; distance++) {
            Signals.move(FARTHEST, FARTHEST + distance, values);
            moves[distance + FARTHEST] = sum();
        }
    }

    private void weighPiece(int i) {
        signals.of(i, Choice.NOTHING, values);
        nothing[i] = sum();
        for (int j = 0; j < steps; j++) {
            Arrays.fill(values, 0);
            signals.performs(i, j, values);
            performs[i][j] = sum() - (signals.isBareCopy(i, j) ? BARE_COPY : 0);
            Arrays.fill(values, 0);
            signals.shares(i, j, values);
            shares[i][j] = sum();
            signals.of(i, Choice.repeating(j), values);
            repeats[i][j] = sum();
        }
        several[i] = new double[Choice.LONGEST_RUN + 1];
        for (int count = 2; count < several[i].length; count++) {
            Arrays.fill(values, 0);
            signals.several(i, count, false, values);
            several[i][count] = sum();
        }
        Arrays.fill(values, 0);
        signals.several(i, 2, true, values);
        several[i][0] = sum();
    }

    private double sum() {
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += values[k] == 0 ? 0 : values[k] * weights[k];
        }
        return sum;
    }

    @Override
    public int pieces() {
        return pieces;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public double does(int i, Choice choice) {
        if (!signals.allows(i, choice)) {
            return NEVER;
        }
        return switch (choice.kind()) {
            case NOTHING -> nothing[i];
            case REPEATS -> repeats[i][choice.steps().getFirst()];
            case PERFORMS -> performs(i, choice);
        };
    }

    private double performs(int i, Choice choice) {
        double sum = 0;
        int count = choice.steps().size();
        for (int k = 0; k < count; k++) {
            int j = choice.steps().get(k);
            sum += performs[i][j] + (count > 1 ? shares[i][j] : 0);
        }
        return sum + (choice.isApart() ? several[i][0] : several[i][count]);
    }

    @Override
    public double move(int from, int to) {
        return moves[Math.clamp(to - from, -FARTHEST, FARTHEST) + FARTHEST];
    }

    @Override
    public double skip(int j, boolean atEnd) {
        return atEnd ? skipAtEnd[j] : skip[j];
    }
}
