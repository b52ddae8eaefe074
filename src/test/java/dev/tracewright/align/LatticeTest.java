package dev.tracewright.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The lattice against walking through every way there is. */
class LatticeTest {
    private static final int TRIALS = 60;

    @Test
    void the_best_way_is_the_best_of_all_ways() {
        for (long seed = 0; seed < TRIALS; seed++) {
            RandomScores scores = new RandomScores(seed);
            double most = ways(scores).stream().mapToDouble(scores::of).max().orElseThrow();
            assertThat(scores.of(new Lattice(scores).best())).as("seed " + seed).isEqualTo(most, within(1e-9));
        }
    }

    @Test
    void the_probability_of_a_link_is_the_share_of_the_ways_that_have_it() {
        for (long seed = 0; seed < TRIALS; seed++) {
            RandomScores scores = new RandomScores(seed);
            double[][] expected = new double[scores.pieces()][scores.steps()];
            double all = 0;
            for (List<Choice> way : ways(scores)) {
                double weight = Math.exp(scores.of(way));
                all += weight;
                for (int i = 0; i < way.size(); i++) {
                    if (way.get(i).performs()) {
                        for (int j : way.get(i).steps()) {
                            expected[i][j] += weight;
                        }
                    }
                }
            }
            double[][] found = new Lattice(scores).linkProbabilities();
            for (int i = 0; i < found.length; i++) {
                for (int j = 0; j < found[i].length; j++) {
                    assertThat(found[i][j]).as("seed " + seed).isEqualTo(expected[i][j] / all, within(1e-9));
                }
            }
        }
    }

    @Test
    void without_steps_or_pieces_there_is_one_way() {
        RandomScores none = new RandomScores(1, 2, 0);
        assertThat(new Lattice(none).best()).containsExactly(Choice.NOTHING, Choice.NOTHING);
        RandomScores silent = new RandomScores(1, 0, 3);
        assertThat(new Lattice(silent).best()).isEmpty();
        assertThat(new Lattice(silent).linkProbabilities()).isEmpty();
    }

    private static List<List<Choice>> ways(RandomScores scores) {
        List<List<Choice>> ways = List.of(List.of());
        for (int i = 0; i < scores.pieces(); i++) {
            List<List<Choice>> longer = new ArrayList<>();
            for (List<Choice> way : ways) {
                for (Choice choice : Choice.all(scores.steps())) {
                    List<Choice> next = new ArrayList<>(way);
                    next.add(choice);
                    longer.add(next);
                }
            }
            ways = longer;
        }
        return ways;
    }

    /** Scores without any sense, which the lattice has to respect all the same. */
    private static final class RandomScores implements Lattice.Scores {
        private final int pieces;
        private final int steps;
        private final List<Choice> choices;
        private final double[][] does;
        private final double[][] move;
        private final double[][] skip;

        RandomScores(long seed) {
            this(seed, 1 + (int) (seed % 3), 1 + (int) (seed % 4));
        }

        RandomScores(long seed, int pieces, int steps) {
            Random random = new Random(seed);
            this.pieces = pieces;
            this.steps = steps;
            choices = Choice.all(steps);
            does = table(random, pieces, choices.size());
            move = table(random, steps + 1, steps + 1);
            skip = table(random, 2, steps);
        }

        private static double[][] table(Random random, int rows, int columns) {
            double[][] table = new double[rows][columns];
            for (double[] row : table) {
                for (int k = 0; k < columns; k++) {
                    row[k] = 3 * random.nextGaussian();
                }
            }
            return table;
        }

        double of(List<Choice> way) {
            double sum = 0;
            int at = 0;
            for (int i = 0; i < pieces; i++) {
                Choice choice = way.get(i);
                sum += does(i, choice);
                if (!choice.steps().isEmpty()) {
                    sum += move(at, choice.arrival());
                    for (int passed = at + 1; passed < choice.arrival(); passed++) {
                        sum += skip(passed - 1, false);
                    }
                    at = choice.departure();
                }
            }
            for (int left = at + 1; left <= steps; left++) {
                sum += skip(left - 1, true);
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
            return does[i][choices.indexOf(choice)];
        }

        @Override
        public double move(int from, int to) {
            return move[from][to];
        }

        @Override
        public double skip(int j, boolean atEnd) {
            return skip[atEnd ? 1 : 0][j];
        }
    }
}
