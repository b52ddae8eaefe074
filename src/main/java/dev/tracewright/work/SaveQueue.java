package dev.tracewright.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes in the order in which a person acted, one at a time, without making the screen wait. A write that fails stays at the
 * head of the queue until {@link #retry} succeeds, so nothing is lost and nothing is written twice (writes are idempotent).
 */
public final class SaveQueue {
    /** Whether everything a person did is on disk. */
    public sealed interface State {
        /** Everything is on disk. */
        record Saved() implements State {}

        /** Writes are on their way. */
        record Saving(int pending) implements State {}

        /** A write failed; it and those behind it wait for a retry. */
        record Failed(String message, int pending) implements State {}
    }

    private static final State SAVED = new State.Saved();

    private final Executor screen;
    private final Executor disk;
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(SAVED);
    private boolean writing;
    private volatile boolean failed;

    /**
     * @param screen runs what it is given on the screen's thread, in order
     * @param disk runs a write away from the screen
     */
    public SaveQueue(Executor screen, Executor disk) {
        this.screen = screen;
        this.disk = disk;
    }

    /** Whether everything is on disk; changes on the screen's thread. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Adds a write; call it on the screen's thread. */
    public void add(Runnable write) {
        synchronized (pending) {
            pending.addLast(write);
        }
        if (!failed) {
            state.set(new State.Saving(size()));
            writeNext();
        } else if (state.get() instanceof State.Failed(String message, int ignored)) {
            state.set(new State.Failed(message, size()));
        }
    }

    /** Tries the failed write again; does nothing where none failed. */
    public void retry() {
        if (failed) {
            failed = false;
            state.set(new State.Saving(size()));
            writeNext();
        }
    }

    /** Blocks until nothing is pending or a write failed; returns whether everything is on disk. Call it off the screen. */
    public boolean drain() throws InterruptedException {
        synchronized (pending) {
            while (!pending.isEmpty() && !failed) {
                pending.wait(50);
            }
            return pending.isEmpty();
        }
    }

    private int size() {
        synchronized (pending) {
            return pending.size();
        }
    }

    private void writeNext() {
        if (writing) {
            return;
        }
        Runnable next;
        synchronized (pending) {
            next = pending.peekFirst();
        }
        if (next == null) {
            state.set(SAVED);
            return;
        }
        writing = true;
        disk.execute(() -> {
            RuntimeException problem = null;
            try {
                next.run();
            } catch (RuntimeException e) {
                problem = e;
            }
            RuntimeException outcome = problem;
            synchronized (pending) {
                if (outcome == null) {
                    pending.removeFirst();
                }
                pending.notifyAll();
            }
            screen.execute(() -> finished(outcome));
        });
    }

    private void finished(@Nullable RuntimeException problem) {
        writing = false;
        if (problem == null) {
            state.set(size() == 0 ? SAVED : new State.Saving(size()));
            writeNext();
        } else {
            failed = true;
            String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
            state.set(new State.Failed(message, size()));
        }
    }
}
