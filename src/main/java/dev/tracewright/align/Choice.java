package dev.tracewright.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one piece may do: nothing, one step, two steps, a run of neighbouring steps, or repeat a step without doing it.
 *
 * @param kind which of these
 * @param steps the steps (from 0) that it performs or repeats, ascending; empty for nothing
 */
record Choice(Kind kind, List<Integer> steps) {
    static final Choice NOTHING = new Choice(Kind.NOTHING, List.of());

    static final int LONGEST_RUN = 6;

    private static final int WIDEST_PAIR = 6;

    /** The forms of a choice. */
    enum Kind {
        NOTHING,
        PERFORMS,
        REPEATS
    }

    Choice {
        steps = List.copyOf(steps);
    }

    /** Everything that a piece can do with a plan of this many steps; {@link #NOTHING} comes first. */
    static List<Choice> all(int steps) {
        List<Choice> all = new ArrayList<>();
        all.add(NOTHING);
        for (int first = 0; first < steps; first++) {
            all.add(new Choice(Kind.PERFORMS, List.of(first)));
            all.add(new Choice(Kind.REPEATS, List.of(first)));
            for (int second = first + 1; second < Math.min(steps, first + WIDEST_PAIR); second++) {
                all.add(new Choice(Kind.PERFORMS, List.of(first, second)));
            }
            List<Integer> run = new ArrayList<>(List.of(first, first + 1));
            while (run.size() < LONGEST_RUN && run.getLast() + 1 < steps) {
                run.add(run.getLast() + 1);
                all.add(new Choice(Kind.PERFORMS, run));
            }
        }
        return Collections.unmodifiableList(all);
    }

    static Choice repeating(int step) {
        return new Choice(Kind.REPEATS, List.of(step));
    }

    boolean performs() {
        return kind == Kind.PERFORMS;
    }

    /** Whether it is two steps with others between them. */
    boolean isApart() {
        return steps.size() == 2 && steps.get(1) - steps.get(0) > 1;
    }

    /** The step, counted from 1, to which the work goes on with this choice. */
    int arrival() {
        return steps.getFirst() + 1;
    }

    /** The step, counted from 1, from which the work goes on after it: the last of a run, the first of two that lie apart. */
    int departure() {
        return (isApart() ? steps.getFirst() : steps.getLast()) + 1;
    }
}
