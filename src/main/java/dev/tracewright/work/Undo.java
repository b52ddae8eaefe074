package dev.tracewright.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Unlimited undo and redo over immutable states: remembers each state before a change together with what the change was. */
public final class Undo<S> {
    private record Past<S>(S state, String action) {}

    private final Deque<Past<S>> before = new ArrayDeque<>();
    private final Deque<Past<S>> after = new ArrayDeque<>();

    /** Remembers that {@code state} was left by {@code action}; what had been undone can no longer be redone. */
    public void leaving(S state, String action) {
        before.push(new Past<>(state, action));
        after.clear();
    }

    /** The state before the last change, given the present one; empty where nothing was changed. */
    public Optional<S> undo(S present) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Past<S> past = before.pop();
        after.push(new Past<>(present, past.action()));
        return Optional.of(past.state());
    }

    /** The state after the change undone last, given the present one; empty where nothing was undone. */
    public Optional<S> redo(S present) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        Past<S> next = after.pop();
        before.push(new Past<>(present, next.action()));
        return Optional.of(next.state());
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    /** What {@link #undo} would take back; empty text where nothing. */
    public String undoAction() {
        return before.isEmpty() ? "" : before.peek().action();
    }

    /** What {@link #redo} would do again; empty text where nothing. */
    public String redoAction() {
        return after.isEmpty() ? "" : after.peek().action();
    }
}
