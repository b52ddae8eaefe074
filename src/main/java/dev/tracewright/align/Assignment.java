package dev.tracewright.align;

import java.util.Arrays;
import java.util.List;

/**
 * Chooses the main step of every piece at once: the best path through pieces × steps, leaning forward, where skipping and
 * going back cost something and a piece may perform no step at all. Time grows with pieces times steps.
 */
final class Assignment {
    /** The entry for a piece that performs no delegated step. */
    static final int NOTHING = -1;

    private static final double NOTHING_SCORE = 0.32;
    private static final double STAY = -0.32;
    private static final double SKIP = 0.17;
    private static final double BACK = 0.75;
    private static final double BACK_EACH = 0.12;

    private Assignment() {}

    /** For each piece the step (from 0) that it mainly performs, or {@link #NOTHING}. */
    static int[] choose(List<Piece> pieces, Evidence evidence, int steps) {
        int[] chosen = new int[pieces.size()];
        Arrays.fill(chosen, NOTHING);
        if (steps == 0) {
            return chosen;
        }
        // State j = the last step performed is j-1 (0: none yet); from[i][j] = the state before piece i, sign =
        // performed.
        double[] best = new double[steps + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        int[][] from = new int[pieces.size()][steps + 1];
        boolean[][] performed = new boolean[pieces.size()][steps + 1];
        for (int i = 0; i < pieces.size(); i++) {
            best = advance(i, pieces.get(i), evidence, best, from[i], performed[i]);
        }
        int state = 0;
        for (int j = 1; j <= steps; j++) {
            if (best[j] > best[state]) {
                state = j;
            }
        }
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (performed[i][state]) {
                chosen[i] = state - 1;
            }
            state = from[i][state];
        }
        return chosen;
    }

    private static double[] advance(
            int i, Piece piece, Evidence evidence, double[] best, int[] from, boolean[] performed) {
        int states = best.length;
        double[] next = new double[states];
        for (int j = 0; j < states; j++) {
            next[j] = best[j] + (piece.role() == Piece.Role.BODY ? NOTHING_SCORE : 0);
            from[j] = j;
        }
        if (piece.role() != Piece.Role.BODY) {
            return next;
        }
        double ahead = Double.NEGATIVE_INFINITY;
        int aheadState = 0;
        double[] behind = new double[states + 1];
        int[] behindState = new int[states + 1];
        behind[states] = Double.NEGATIVE_INFINITY;
        for (int j = states - 1; j > 0; j--) {
            double here = best[j] - BACK_EACH * j;
            behind[j] = Math.max(behind[j + 1], here);
            behindState[j] = here >= behind[j + 1] ? j : behindState[j + 1];
        }
        for (int j = 1; j < states; j++) {
            double before = best[j - 1] + SKIP * (j - 1);
            if (before > ahead) {
                ahead = before;
                aheadState = j - 1;
            }
            double forward = ahead - SKIP * (j - 1);
            double stay = best[j] + STAY;
            double back = j + 1 < states ? behind[j + 1] + BACK_EACH * j - BACK : Double.NEGATIVE_INFINITY;
            double top = Math.max(forward, Math.max(stay, back));
            double value = top + evidence.score(i, j - 1);
            if (value > next[j]) {
                next[j] = value;
                performed[j] = true;
                from[j] = top == forward ? aheadState : top == stay ? j : behindState[j + 1];
            }
        }
        return next;
    }
}
