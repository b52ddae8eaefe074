package dev.tracewright.align;

import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a plan offers for comparison: the marks of every step with their weights, its words in order, formulas and demands. */
final class PlanReading {
    private static final double UNKNOWN_WEIGHT = 0.7;
    private static final int COMPARED_WORDS = 40;

    private final List<Set<String>> marks = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final List<Set<String>> formulas = new ArrayList<>();
    private final List<Asks> asks = new ArrayList<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final double[] totals;

    PlanReading(Steps plan) {
        String delegated = plan.text();
        int steps = plan.size();
        for (int j = 0; j < steps; j++) {
            int from = plan.start(j) + plan.steps().get(j).marker().length();
            String body = delegated.substring(from, plan.end(j));
            Set<String> own = Words.of(delegated, from, plan.end(j));
            marks.add(own);
            words.add(Words.inOrder(body, 0, body.length(), COMPARED_WORDS));
            formulas.add(Formulas.in(body));
            asks.add(Asks.of(body, own, j + 1 == steps));
        }
        weigh();
        totals = new double[steps];
        for (int j = 0; j < steps; j++) {
            totals[j] = weigh(marks.get(j));
        }
    }

    /** A mark that many steps share tells little about which one is meant. */
    private void weigh() {
        Map<String, Integer> frequency = new HashMap<>();
        for (Set<String> own : marks) {
            for (String mark : own) {
                frequency.merge(mark, 1, Integer::sum);
            }
        }
        frequency.forEach((mark, count) -> weights.put(mark, Math.log(1.0 + (marks.size() + 0.5) / count)));
    }

    int steps() {
        return marks.size();
    }

    Set<String> marks(int j) {
        return marks.get(j);
    }

    /** The step's first words and numbers in order, in lower case. */
    List<String> words(int j) {
        return words.get(j);
    }

    Set<String> formulas(int j) {
        return formulas.get(j);
    }

    Asks asks(int j) {
        return asks.get(j);
    }

    double weight(String mark) {
        return weights.getOrDefault(mark, UNKNOWN_WEIGHT);
    }

    /** The weight of all these marks together. */
    double weigh(Set<String> some) {
        double sum = 0;
        for (String mark : some) {
            sum += weight(mark);
        }
        return sum;
    }

    /** The weight of all marks of step {@code j}. */
    double total(int j) {
        return totals[j];
    }

    /** The weight of the marks of step {@code j} that are among these. */
    double shared(int j, Set<String> some) {
        double sum = 0;
        for (String mark : marks.get(j)) {
            if (some.contains(mark)) {
                sum += weight(mark);
            }
        }
        return sum;
    }

    /** Likeness of step {@code j} and a stretch with these marks, 0 to 1, where {@code weight} is that of the stretch. */
    double likeness(int j, Set<String> some, double weight) {
        return weight == 0 || totals[j] == 0 ? 0 : shared(j, some) / Math.sqrt(weight * totals[j]);
    }
}
