package dev.tracewright.align;

import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recognises text that repeats the plan without doing it. */
final class Restatements {
    private static final Set<String> WORK = Set.of(
            "+mul",
            "+add",
            "+sub",
            "+div",
            "+solve",
            "+simplify",
            "+substitute",
            "+expand",
            "+factor",
            "+check",
            "+convert",
            "+calculate",
            "repeat",
            "continu");
    private static final int SHORTEST_LIST = 3;
    private static final int LEADING_MARKS = 2;

    private Restatements() {}

    /**
     * Where the items begin with a copy of the list and then start again from 1, the copy becomes one piece: a writer who
     * repeats the plan first numbers twice.
     */
    static List<Piece> joinRestatedList(Steps steps, String output, List<Piece> pieces) {
        int first = 0;
        while (first < pieces.size() && pieces.get(first).printed() == null) {
            first++;
        }
        int second = first + 1;
        while (second < pieces.size()
                && pieces.get(second).value() > pieces.get(second - 1).value()) {
            second++;
        }
        if (second - first < SHORTEST_LIST
                || second >= pieces.size()
                || pieces.get(second).value() != 1) {
            return pieces;
        }
        Evidence evidence = new Evidence(steps, output, pieces.subList(first, second));
        int copies = 0;
        for (int i = 0; i < second - first; i++) {
            for (int j = 0; j < steps.size(); j++) {
                if (evidence.coverage(i, j) > 0.7 && evidence.newNumbers(i, j) == 0) {
                    copies++;
                    break;
                }
            }
        }
        if (copies * 3 < (second - first) * 2) {
            return pieces;
        }
        List<Piece> joined = new ArrayList<>(pieces.subList(0, first));
        Piece list = pieces.get(first).until(pieces.get(second - 1).end());
        joined.add(new Piece(list.start(), list.end(), null, 0, 0, Piece.Role.REPETITION));
        joined.addAll(pieces.subList(second, pieces.size()));
        return joined;
    }

    /**
     * Whether piece {@code i} only repeats step {@code j}, which asks for work: the step's words and no number or equation of
     * its own. Repeating a step that only asks to understand or recall is doing it.
     */
    static boolean isCopyOfWork(Evidence evidence, int i, int j) {
        Set<String> step = evidence.stepMarks(j);
        Set<String> piece = evidence.pieceMarks(i);
        boolean asksForWork = step.stream().limit(LEADING_MARKS).anyMatch(WORK::contains);
        if (!asksForWork || evidence.coverage(i, j) < 0.75 || evidence.newNumbers(i, j) > 0) {
            return false;
        }
        long own = piece.stream().filter(mark -> !step.contains(mark)).count() - evidence.printedMarks(i);
        return !piece.contains("+equation") && own * 8 <= piece.size();
    }
}
