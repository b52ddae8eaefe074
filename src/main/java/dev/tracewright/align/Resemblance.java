package dev.tracewright.align;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much every piece resembles every step, in several ways, each between 0 and 1; pieces and steps count from 0. */
final class Resemblance {
    private static final double FAINTEST_WIN = 0.15;
    private static final double CLEAR_TITLE = 0.3;
    private static final int LONGEST_RUN = 8;
    private static final int SHORTEST_RUN = 3;

    private final PlanReading plan;
    private final OutputReading output;
    private final int pieces;
    private final int steps;
    private final double[][] coverage;
    private final double[][] title;
    private final double[][] first;
    private final double[][] run;
    private final boolean[][] wins;
    private final Best bestCoverage;
    private final Best bestTitle;

    Resemblance(PlanReading plan, OutputReading output) {
        this.plan = plan;
        this.output = output;
        pieces = output.pieces().size();
        steps = plan.steps();
        coverage = new double[pieces][steps];
        title = new double[pieces][steps];
        first = new double[pieces][steps];
        run = new double[pieces][steps];
        wins = new boolean[pieces][steps];
        Map<String, Integer> numbers = new HashMap<>();
        int[][] stepWords = new int[steps][];
        for (int j = 0; j < steps; j++) {
            stepWords[j] = numbered(plan.words(j), numbers);
        }
        for (int i = 0; i < pieces; i++) {
            if (output.piece(i).role() == Piece.Role.REPETITION) {
                continue; // a copy of the plan resembles everything
            }
            int[] words = numbered(output.words(i), numbers);
            double opening = plan.weigh(output.opening(i));
            for (int j = 0; j < steps; j++) {
                double total = plan.total(j);
                coverage[i][j] = total == 0 ? 0 : plan.shared(j, output.marks(i)) / total;
                first[i][j] = total == 0 ? 0 : plan.shared(j, output.fresh(i)) / total;
                title[i][j] = plan.likeness(j, output.opening(i), opening);
                run[i][j] = run(stepWords[j], words);
            }
            compareSentences(i);
        }
        bestCoverage = new Best(coverage);
        bestTitle = new Best(title);
    }

    private static int[] numbered(List<String> words, Map<String, Integer> numbers) {
        return words.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, next -> numbers.size()))
                .toArray();
    }

    /** A step that wins a sentence is done there although the rest of the piece serves another. */
    private void compareSentences(int i) {
        double[] match = new double[steps];
        for (Set<String> sentence : output.sentences(i)) {
            double weight = plan.weigh(sentence);
            double top = FAINTEST_WIN;
            for (int j = 0; j < steps; j++) {
                match[j] = plan.likeness(j, sentence, weight);
                top = Math.max(top, match[j]);
            }
            for (int j = 0; j < steps; j++) {
                wins[i][j] |= match[j] >= top;
            }
        }
    }

    /** The longest run of words that two stretches share, measured at the step's length and at most eight words. */
    private static double run(int[] step, int[] piece) {
        int best = 0;
        int[] before = new int[step.length + 1];
        for (int word : piece) {
            int diagonal = 0;
            for (int k = 1; k <= step.length; k++) {
                int above = before[k];
                before[k] = word == step[k - 1] ? diagonal + 1 : 0;
                diagonal = above;
                best = Math.max(best, before[k]);
            }
        }
        int full = Math.clamp(step.length, SHORTEST_RUN, LONGEST_RUN);
        return best < 2 ? 0 : Math.min(1, best / (double) full);
    }

    /** The share of the step's marks, by weight, that the piece has. */
    double coverage(int i, int j) {
        return coverage[i][j];
    }

    double coverageOverSteps(int i, int j) {
        return coverage[i][j] - bestCoverage.ofOtherSteps(i, j);
    }

    double bestOtherCoverage(int i, int j) {
        return bestCoverage.ofOtherPieces(i, j);
    }

    double bestCoverage(int j) {
        return bestCoverage.ofPieces(j);
    }

    /** How alike the step and the opening of the piece are. */
    double title(int i, int j) {
        return title[i][j];
    }

    double bestTitle(int i) {
        return bestTitle.ofSteps(i);
    }

    double titleOverSteps(int i, int j) {
        return title[i][j] - bestTitle.ofOtherSteps(i, j);
    }

    double bestOtherTitle(int i, int j) {
        return bestTitle.ofOtherPieces(i, j);
    }

    /** The share of the step's marks, by weight, that appear for the first time in the piece. */
    double first(int i, int j) {
        return first[i][j];
    }

    /** The longest run of words in common. */
    double run(int i, int j) {
        return run[i][j];
    }

    /** Whether a sentence of the piece resembles this step more than any other. */
    boolean winsSentence(int i, int j) {
        return wins[i][j];
    }

    /** The step whose wording the opening of the piece repeats most, or -1 where it repeats none. */
    int titled(int i) {
        int best = -1;
        for (int j = 0; j < steps; j++) {
            if (title[i][j] > CLEAR_TITLE && (best < 0 || title[i][j] > title[i][best])) {
                best = j;
            }
        }
        return best;
    }

    /** The share of what the step names and its neighbours do not that the piece has. */
    double own(int i, int j) {
        double all = 0;
        double found = 0;
        for (String mark : plan.marks(j)) {
            boolean shared = (j > 0 && plan.marks(j - 1).contains(mark))
                    || (j + 1 < steps && plan.marks(j + 1).contains(mark));
            double weight = shared ? 0.15 * plan.weight(mark) : plan.weight(mark);
            all += weight;
            found += output.marks(i).contains(mark) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    /** The highest values of a table by row and by column, also without one entry. */
    private static final class Best {
        private final double[][] table;
        private final int[] step;
        private final double[] secondStep;
        private final int[] piece;
        private final double[] secondPiece;

        Best(double[][] table) {
            this.table = table;
            int rows = table.length;
            int columns = rows == 0 ? 0 : table[0].length;
            step = new int[rows];
            secondStep = new double[rows];
            piece = new int[columns];
            secondPiece = new double[columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    if (table[i][j] > table[i][step[i]]) {
                        step[i] = j;
                    }
                    if (table[i][j] > table[piece[j]][j]) {
                        piece[j] = i;
                    }
                }
            }
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    secondStep[i] = j == step[i] ? secondStep[i] : Math.max(secondStep[i], table[i][j]);
                    secondPiece[j] = i == piece[j] ? secondPiece[j] : Math.max(secondPiece[j], table[i][j]);
                }
            }
        }

        double ofSteps(int i) {
            return step.length == 0 || table[i].length == 0 ? 0 : table[i][step[i]];
        }

        double ofPieces(int j) {
            return step.length == 0 ? 0 : table[piece[j]][j];
        }

        double ofOtherSteps(int i, int j) {
            return j == step[i] ? secondStep[i] : table[i][step[i]];
        }

        double ofOtherPieces(int i, int j) {
            return i == piece[j] ? secondPiece[j] : table[piece[j]][j];
        }
    }
}
