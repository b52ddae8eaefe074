package dev.tracewright.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says in a few words what speaks most for a link, because people correct what they can check. */
final class Reasons {
    private static final int MOST_NAMED = 3;
    private static final double RUN_WORTH_NAMING = 0.75;

    private Reasons() {}

    /** The strongest reasons for piece {@code i} performing these steps, all from 0; one clause a step where there are several. */
    static String of(Signals signals, int i, List<Integer> steps) {
        List<String> clauses = new ArrayList<>();
        for (int j : steps) {
            String reason = of(signals, i, j);
            clauses.add(steps.size() == 1 ? reason : "step " + (j + 1) + ": " + reason);
        }
        return String.join(" | ", clauses);
    }

    private static String of(Signals signals, int i, int j) {
        PlanReading plan = signals.plan();
        OutputReading output = signals.output();
        List<String> parts = new ArrayList<>();
        if (signals.resemblance().run(i, j) >= RUN_WORTH_NAMING) {
            parts.add("the step's own wording");
        }
        plan.formulas(j).stream()
                .filter(formula -> output.hasFormula(i, formula))
                .max(Comparator.comparingInt(String::length))
                .ifPresent(formula -> parts.add("same formula: " + formula));
        Comparator<String> telling = Comparator.comparingDouble(mark -> -plan.weight(mark));
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : plan.words(j)) {
            Words.of(word, 0, word.length()).stream()
                    .filter(mark -> Words.isWord(mark) && output.marks(i).contains(mark))
                    .forEach(mark -> words.putIfAbsent(mark, word));
        }
        List<String> marks = words.keySet().stream().sorted(telling).toList();
        name(
                parts,
                "same words",
                marks.stream()
                        .map(mark -> Objects.requireNonNull(words.get(mark)))
                        .toList());
        List<String> numbers = plan.marks(j).stream()
                .filter(mark -> Words.isNumber(mark) && output.marks(i).contains(mark))
                .sorted(telling)
                .map(mark -> mark.substring(1))
                .toList();
        name(parts, "same numbers", numbers);
        if (output.piece(i).names(j + 1)) {
            parts.add("printed number " + output.piece(i).printed());
        }
        return parts.isEmpty() ? "place in the order" : String.join("; ", parts);
    }

    private static void name(List<String> parts, String what, List<String> named) {
        if (!named.isEmpty()) {
            parts.add(what + ": " + String.join(", ", named.subList(0, Math.min(MOST_NAMED, named.size()))));
        }
    }
}
