package dev.tracewright.work;

import dev.tracewright.align.StepNumbering;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One difference between the steps as they stand and a list that a verifier proposes, which can be taken over by itself. */
public sealed interface StepChange {
    /** The step it is about, from 0; for an added one the place at which it would stand. */
    int index();

    /** The same for the same proposal, wherever the steps around it go. */
    String what();

    /** The steps with this change. */
    Steps applied(Steps steps);

    /** A step in other words. */
    record Reworded(int index, String before, String after) implements StepChange {
        @Override
        public String what() {
            return String.join("\0", "reworded", before, after);
        }

        @Override
        public Steps applied(Steps steps) {
            return StepNumbering.edit(steps, index, after);
        }
    }

    /** A step that is not there yet. */
    record Added(int index, String after) implements StepChange {
        @Override
        public String what() {
            return String.join("\0", "added", after);
        }

        @Override
        public Steps applied(Steps steps) {
            return StepNumbering.insert(steps, index, after);
        }
    }

    /** A step that is not needed. */
    record Deleted(int index, String before) implements StepChange {
        @Override
        public String what() {
            return String.join("\0", "deleted", before);
        }

        @Override
        public Steps applied(Steps steps) {
            return StepNumbering.remove(steps, index);
        }
    }

    /**
     * A step at another place.
     *
     * @param to where it would stand, from 0, once it is taken out
     */
    record Moved(int index, int to, String before) implements StepChange {
        @Override
        public String what() {
            return String.join("\0", "moved", before);
        }

        @Override
        public Steps applied(Steps steps) {
            return StepNumbering.move(steps, index, to);
        }
    }

    /** Where a proposed list differs from the steps as they stand, from the top down; taking all over gives that list. */
    static List<StepChange> of(Steps now, Steps proposed) {
        List<PlanDiff.Origin> origins = PlanDiff.origins(now, proposed);
        List<StepChange> changes = new ArrayList<>();
        Set<Integer> kept = new HashSet<>();
        int place = 0;
        for (int i = 0; i < origins.size(); i++) {
            PlanDiff.Origin origin = origins.get(i);
            String after = proposed.steps().get(i).body();
            int from = origin.original();
            kept.add(from);
            switch (origin.change()) {
                case SAME -> place = from + 1;
                case REWORDED -> {
                    changes.add(new Reworded(from, body(now, from), after));
                    place = from + 1;
                }
                case ADDED -> changes.add(new Added(place, after));
                case MOVED -> {
                    int to = from < place ? place - 1 : place;
                    if (to != from) {
                        changes.add(new Moved(from, to, after));
                    }
                }
            }
        }
        for (int i = 0; i < now.size(); i++) {
            if (!kept.contains(i)) {
                changes.add(new Deleted(i, body(now, i)));
            }
        }
        changes.sort(Comparator.comparingInt(StepChange::index));
        return List.copyOf(changes);
    }

    private static String body(Steps steps, int index) {
        Step step = steps.steps().get(index);
        return step.body();
    }
}
