package dev.tracewright.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes in the order in which a person acted, one at a time, without making the screen wait and without waiting for it. A write
 * that fails stays at the head of the queue until {@link #retry} succeeds, so nothing is lost and nothing is written twice.
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
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(SAVED);
    /** Guards the three fields below; the disk's thread changes them, too. */
    private final Object lock = new Object();

    private final Deque<Runnable> pending = new ArrayDeque<>();
    private boolean writing;
    private @Nullable String failure;

    /**
     * @param screen runs what it is given on the screen's thread, in order
     * @param disk runs writes away from the screen; an executor that is closed in order loses none that were added before
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
        synchronized (lock) {
            pending.addLast(write);
        }
        tell();
        start();
    }

    /** Tries the failed write again, then those behind it; does nothing where none failed. Call it on the screen's thread. */
    public void retry() {
        synchronized (lock) {
            failure = null;
        }
        tell();
        start();
    }

    /** Blocks until nothing is pending or a write failed; returns whether everything is on disk. Call it off the screen. */
    public boolean drain() throws InterruptedException {
        synchronized (lock) {
            while (!pending.isEmpty() && failure == null) {
                lock.wait();
            }
            return pending.isEmpty();
        }
    }

    private void start() {
        synchronized (lock) {
            if (writing || failure != null || pending.isEmpty()) {
                return;
            }
            writing = true;
        }
        disk.execute(this::writeAll);
    }

    private void writeAll() {
        for (Runnable next = head(); next != null; next = head()) {
            try {
                next.run();
            } catch (Throwable problem) { // whatever it is, the write is not on disk and the person must hear of it
                stop(problem.getMessage() == null ? problem.toString() : problem.getMessage());
                return;
            }
            synchronized (lock) {
                pending.removeFirst();
                lock.notifyAll();
            }
            screen.execute(this::tell);
        }
    }

    /** The write that is next, or null; then nobody is writing any more. */
    private @Nullable Runnable head() {
        synchronized (lock) {
            writing = !pending.isEmpty();
            return pending.peekFirst();
        }
    }

    private void stop(String message) {
        synchronized (lock) {
            writing = false;
            failure = message;
            lock.notifyAll();
        }
        screen.execute(this::tell);
    }

    private void tell() {
        State present;
        synchronized (lock) {
            if (failure != null) {
                present = new State.Failed(failure, pending.size());
            } else {
                present = pending.isEmpty() ? SAVED : new State.Saving(pending.size());
            }
        }
        state.set(present);
    }
}
