package dev.tracewright.work;

import dev.tracewright.align.StepNumbering;
import dev.tracewright.trace.Steps;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A person's edits to one plan: every operation makes a new {@link Steps}, can be undone without end, and is reported so that
 * it can be kept. Positions count from 0.
 */
public final class PlanEditor {
    private final Steps base;
    private final Steps original;
    private final BiConsumer<Steps, String> changed;
    private final Undo<Steps> undo = new Undo<>();
    private final ReadOnlyObjectWrapper<Steps> steps;

    /**
     * @param original the delegator's own steps, against which changes are marked
     * @param base the plan version that is edited
     * @param start the steps as they stand (a kept draft, or the base itself)
     * @param changed hears every change: the steps and what was done
     */
    public PlanEditor(Steps original, Steps base, Steps start, BiConsumer<Steps, String> changed) {
        this.original = original;
        this.base = base;
        this.changed = changed;
        this.steps = new ReadOnlyObjectWrapper<>(start);
    }

    /** The steps as they stand. */
    public ReadOnlyObjectProperty<Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /** The delegator's own steps. */
    public Steps original() {
        return original;
    }

    /** The version that is edited. */
    public Steps base() {
        return base;
    }

    /** Whether the steps differ from the version that is edited. */
    public boolean isEdited() {
        return !steps.get().equals(base);
    }

    /** Rewords a step; an empty instruction deletes it. */
    public void edit(int index, String body) {
        if (body.isBlank()) {
            delete(index);
        } else if (!steps.get().steps().get(index).body().equals(body)) {
            become(StepNumbering.edit(steps.get(), index, body), "edit");
        }
    }

    /** Adds a step so that it stands at {@code index}. */
    public void insert(int index, String body) {
        become(StepNumbering.insert(steps.get(), index, body), "add");
    }

    /** Cuts a step in two at an offset within its instruction; does nothing where one half would be blank. */
    public void split(int index, int offset) {
        String body = steps.get().steps().get(index).body();
        if (!body.substring(0, offset).isBlank() && !body.substring(offset).isBlank()) {
            become(StepNumbering.split(steps.get(), index, offset), "split");
        }
    }

    /** Joins a step with the one behind it; does nothing for the last. */
    public void mergeWithNext(int index) {
        if (index >= 0 && index + 1 < steps.get().size()) {
            become(StepNumbering.mergeWithNext(steps.get(), index), "merge");
        }
    }

    public void delete(int index) {
        if (index >= 0 && index < steps.get().size()) {
            become(StepNumbering.remove(steps.get(), index), "delete");
        }
    }

    /** Moves a step so that it stands at {@code to}; does nothing where that is outside. */
    public void move(int from, int to) {
        if (from != to
                && from >= 0
                && to >= 0
                && from < steps.get().size()
                && to < steps.get().size()) {
            become(StepNumbering.move(steps.get(), from, to), "move");
        }
    }

    /** Goes back to the delegator's own steps; can itself be undone. */
    public void revert() {
        if (!steps.get().equals(original)) {
            become(original, "revert");
        }
    }

    /**
     * Takes a change over that somebody else proposed.
     *
     * @param source who proposed it; kept with the change
     */
    public void take(Steps changedSteps, String source) {
        become(changedSteps, "verifier " + source);
    }

    /** Takes the last change back; returns whether there was one. */
    public boolean undo() {
        return step(undo.undo(steps.get()), "undo");
    }

    /** Does the change taken back last again; returns whether there was one. */
    public boolean redo() {
        return step(undo.redo(steps.get()), "redo");
    }

    public boolean canUndo() {
        return undo.canUndo();
    }

    public boolean canRedo() {
        return undo.canRedo();
    }

    private boolean step(Optional<Steps> next, String action) {
        next.ifPresent(present -> {
            steps.set(present);
            changed.accept(present, action);
        });
        return next.isPresent();
    }

    private void become(Steps next, String action) {
        if (next.equals(steps.get())) {
            return;
        }
        undo.leaving(steps.get(), action);
        steps.set(next);
        changed.accept(next, action);
    }
}
