package dev.tracewright.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Recognises text that repeats the plan without doing it. */
final class Restatements {
    private static final int SHORTEST_LIST = 3;
    private static final double COPIED = 0.7;
    private static final int SHORTEST_PASS = 2;

    private Restatements() {}

    /**
     * Where the items begin with a copy of the plan and the work comes after it, the copy becomes one piece: a writer who
     * repeats the plan first numbers twice, or goes on in another way, so what follows the copy is cut anew.
     */
    static List<Piece> joinRestatedList(PlanReading plan, String output, List<Piece> pieces) {
        int first = 0;
        while (first < pieces.size() && pieces.get(first).printed() == null) {
            first++;
        }
        int second = first + 1;
        while (second < pieces.size()
                && pieces.get(second).value() > pieces.get(second - 1).value()) {
            second++;
        }
        if (second - first < SHORTEST_LIST) {
            return pieces;
        }
        boolean startsAgain = second < pieces.size() && pieces.get(second).value() == 1;
        List<Piece> list = new ArrayList<>(pieces.subList(first, second));
        if (!startsAgain) {
            Piece last = list.removeLast();
            list.add(last.until(firstParagraphEnd(output, last)));
        }
        int end = list.getLast().end();
        if (!isCopy(plan, output, list) || (!startsAgain && !hasWork(output.substring(end)))) {
            return pieces;
        }
        List<Piece> joined = new ArrayList<>(pieces.subList(0, first));
        int start = list.getFirst().start();
        joined.add(new Piece(start, end, null, 0, 0, Piece.Role.REPETITION));
        if (startsAgain) {
            joined.addAll(pieces.subList(second, pieces.size()));
        } else {
            for (Piece piece : Segmenter.cut(output.substring(end))) {
                joined.add(piece.shifted(end));
            }
        }
        return joined;
    }

    private static boolean isCopy(PlanReading plan, String output, List<Piece> list) {
        int copies = 0;
        for (Piece piece : list) {
            Set<String> marks = Words.of(output, piece.start(), piece.end());
            marks.remove("#" + piece.printed());
            boolean copied = false;
            for (int j = 0; j < plan.steps() && !copied; j++) {
                copied = plan.shared(j, marks) > COPIED * plan.total(j) && addsLittle(plan.marks(j), marks);
            }
            copies += copied ? 1 : 0;
        }
        return copies * 3 >= list.size() * 2 && list.size() * 3 >= plan.steps() * 2;
    }

    private static boolean addsLittle(Set<String> step, Set<String> piece) {
        List<String> own = piece.stream().filter(mark -> !step.contains(mark)).toList();
        return own.stream().noneMatch(Words::isNumber) && own.size() * 8 <= piece.size();
    }

    private static int firstParagraphEnd(String output, Piece piece) {
        List<Line> lines = Line.of(output.substring(piece.start(), piece.end()));
        for (Line line : lines) {
            if (line.start() > 0 && line.start() == line.end()) {
                return piece.start() + line.next();
            }
        }
        return piece.end();
    }

    /** Work calculates, in several pieces: a closing sentence or the last step's own work is no second pass. */
    private static boolean hasWork(String rest) {
        long working = Segmenter.cut(rest).stream()
                .filter(piece -> piece.role() == Piece.Role.BODY)
                .filter(piece -> rest.substring(piece.start(), piece.end()).indexOf('=') >= 0)
                .count();
        return working >= SHORTEST_PASS;
    }
}
