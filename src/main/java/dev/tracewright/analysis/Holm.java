package dev.tracewright.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction: several tests are made at once, so each must clear a higher bar for the chance of any false finding to stay below
 * the level (S. Holm, Scandinavian Journal of Statistics 6, 1979).
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted probabilities, each in the place of its own, never below it and at most 1.
     *
     * @param probabilities from 0 to 1, of the tests made at once
     */
    public static List<Double> adjust(List<Double> probabilities) {
        int m = probabilities.size();
        List<Integer> ascending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing(probabilities::get))
                .toList();
        Double[] adjusted = new Double[m];
        double floor = 0;
        for (int rank = 0; rank < m; rank++) {
            int place = ascending.get(rank);
            floor = Math.max(floor, Math.min(1, (m - rank) * probabilities.get(place)));
            adjusted[place] = floor;
        }
        return List.of(adjusted);
    }
}
