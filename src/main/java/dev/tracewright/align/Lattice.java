package dev.tracewright.align;

import java.util.Arrays;
import java.util.List;

/**
 * All ways in which the pieces of an output can perform the steps of a plan, each with its score: what every piece does, and
 * moving on, staying, going back and passing over steps. Gives the best way as a whole, and how probable each choice is among
 * all ways (a linear-chain log-linear model). Time grows with pieces times the square of the steps.
 */
final class Lattice {
    private final Scores scores;
    private final int pieces;
    private final int steps;
    private final List<Choice> choices;

    /** What everything is worth; steps and positions as in the method's comment. */
    interface Scores {
        int pieces();

        int steps();

        /** Piece {@code i} does this. */
        double does(int i, Choice choice);

        /** Going on from step {@code from} to {@code to} (from 1, 0: none yet), without what is passed over. */
        double move(int from, int to);

        /** Passing over step {@code j} (from 0). */
        double skip(int j, boolean atEnd);
    }

    Lattice(Scores scores) {
        this.scores = scores;
        this.pieces = scores.pieces();
        this.steps = scores.steps();
        this.choices = Choice.all(steps);
    }

    private double[][] moves() {
        double[][] move = new double[steps + 1][steps + 1];
        for (int from = 0; from <= steps; from++) {
            double passed = 0;
            for (int to = 1; to <= steps; to++) {
                if (to > from + 1) {
                    passed += scores.skip(to - 2, false);
                }
                move[from][to] = scores.move(from, to) + (to > from + 1 ? passed : 0);
            }
        }
        return move;
    }

    private double[] ends() {
        double[] ends = new double[steps + 1];
        for (int from = steps - 1; from >= 0; from--) {
            ends[from] = ends[from + 1] + scores.skip(from, true);
        }
        return ends;
    }

    /** The best choice for each piece. */
    List<Choice> best() {
        double[] best = new double[steps + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        int[][] chosen = new int[pieces][steps + 1];
        int[][] before = new int[pieces][steps + 1];
        double[][] move = moves();
        for (int i = 0; i < pieces; i++) {
            double[] next = new double[steps + 1];
            double none = scores.does(i, Choice.NOTHING);
            for (int p = 0; p <= steps; p++) {
                next[p] = best[p] + none;
                before[i][p] = p;
            }
            double[] arrival = new double[steps + 1];
            int[] origin = new int[steps + 1];
            for (int to = 1; to <= steps; to++) {
                arrival[to] = Double.NEGATIVE_INFINITY;
                for (int from = 0; from <= steps; from++) {
                    double value = best[from] + move[from][to];
                    if (value > arrival[to]) {
                        arrival[to] = value;
                        origin[to] = from;
                    }
                }
            }
            for (int c = 1; c < choices.size(); c++) {
                Choice choice = choices.get(c);
                double value = arrival[choice.arrival()] + scores.does(i, choice);
                int p = choice.departure();
                if (value > next[p]) {
                    next[p] = value;
                    chosen[i][p] = c;
                    before[i][p] = origin[choice.arrival()];
                }
            }
            best = next;
        }
        double[] ends = ends();
        int at = 0;
        for (int p = 1; p <= steps; p++) {
            if (best[p] + ends[p] > best[at] + ends[at]) {
                at = p;
            }
        }
        Choice[] path = new Choice[pieces];
        for (int i = pieces - 1; i >= 0; i--) {
            path[i] = choices.get(chosen[i][at]);
            at = before[i][at];
        }
        return List.of(path);
    }

    /** How probable it is that a piece performs a step, by piece and step. */
    double[][] linkProbabilities() {
        double[][] links = new double[pieces][steps];
        probabilities((i, choice, probability) -> {
            if (choice.performs()) {
                for (int j : choice.steps()) {
                    links[i][j] += probability;
                }
            }
        });
        return links;
    }

    /** Hears the probability of everything that can happen; used for likelihoods and for fitting the weights. */
    interface Listener {
        void does(int i, Choice choice, double probability);

        default void moves(int from, int to, double probability) {}

        default void ends(int from, double probability) {}
    }

    /** Tells {@code listener} how probable every choice is among all ways; returns the logarithm of the sum over all ways. */
    double probabilities(Listener listener) {
        double[][] forward = new double[pieces + 1][steps + 1];
        double[][] move = moves();
        double[][] arrivals = new double[pieces][steps + 1];
        double[][] performs = new double[pieces][choices.size()];
        Arrays.fill(forward[0], Double.NEGATIVE_INFINITY);
        forward[0][0] = 0;
        for (int i = 0; i < pieces; i++) {
            for (int c = 0; c < choices.size(); c++) {
                performs[i][c] = scores.does(i, choices.get(c));
            }
            for (int to = 1; to <= steps; to++) {
                Sum sum = new Sum();
                for (int from = 0; from <= steps; from++) {
                    sum.add(forward[i][from] + move[from][to]);
                }
                arrivals[i][to] = sum.log();
            }
            Sum[] sums = sums();
            for (int p = 0; p <= steps; p++) {
                sums[p].add(forward[i][p] + performs[i][0]);
            }
            for (int c = 1; c < choices.size(); c++) {
                Choice choice = choices.get(c);
                sums[choice.departure()].add(arrivals[i][choice.arrival()] + performs[i][c]);
            }
            for (int p = 0; p <= steps; p++) {
                forward[i + 1][p] = sums[p].log();
            }
        }
        double[] backward = ends();
        Sum all = new Sum();
        for (int p = 0; p <= steps; p++) {
            all.add(forward[pieces][p] + backward[p]);
        }
        double total = all.log();
        for (int p = 0; p <= steps; p++) {
            listener.ends(p, Math.exp(forward[pieces][p] + backward[p] - total));
        }
        for (int i = pieces - 1; i >= 0; i--) {
            backward = backward(i, forward[i], move, arrivals[i], performs[i], backward, total, listener);
        }
        return total;
    }

    private double[] backward(
            int i,
            double[] forward,
            double[][] move,
            double[] arrival,
            double[] performs,
            double[] after,
            double total,
            Listener listener) {
        double[] leaving = new double[steps + 1]; // by first step of the choice
        Sum[] sums = sums();
        double none = 0;
        for (int p = 0; p <= steps; p++) {
            none += Math.exp(forward[p] + performs[0] + after[p] - total);
        }
        listener.does(i, Choice.NOTHING, none);
        for (int c = 1; c < choices.size(); c++) {
            Choice choice = choices.get(c);
            double rest = performs[c] + after[choice.departure()];
            sums[choice.arrival()].add(rest);
            listener.does(i, choice, Math.exp(arrival[choice.arrival()] + rest - total));
        }
        for (int to = 1; to <= steps; to++) {
            leaving[to] = sums[to].log();
        }
        double[] before = new double[steps + 1];
        for (int from = 0; from <= steps; from++) {
            Sum sum = new Sum();
            sum.add(performs[0] + after[from]);
            for (int to = 1; to <= steps; to++) {
                double value = move[from][to] + leaving[to];
                sum.add(value);
                listener.moves(from, to, Math.exp(forward[from] + value - total));
            }
            before[from] = sum.log();
        }
        return before;
    }

    private Sum[] sums() {
        Sum[] sums = new Sum[steps + 1];
        Arrays.setAll(sums, k -> new Sum());
        return sums;
    }

    /** A sum of exponentials that does not overflow. */
    private static final class Sum {
        private double top = Double.NEGATIVE_INFINITY;
        private double scaled;

        void add(double log) {
            if (log == Double.NEGATIVE_INFINITY) {
                return;
            }
            if (log > top) {
                scaled = scaled * Math.exp(top - log) + 1;
                top = log;
            } else {
                scaled += Math.exp(log - top);
            }
        }

        double log() {
            return top == Double.NEGATIVE_INFINITY ? top : top + Math.log(scaled);
        }
    }
}
