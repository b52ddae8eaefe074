package dev.tracewright.llm;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The door to an endpoint: so many calls at once, and none while the server has asked for a pause. */
final class EndpointGate {
    /** What came of asking for entrance. */
    enum Entry {
        ENTERED,
        CANCELLED,
        PAUSED_TOO_LONG
    }

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Timekeeper time;
    private int free;
    private long pausedUntil;

    EndpointGate(int permits, Timekeeper time) {
        this.free = permits;
        this.time = time;
        this.pausedUntil = time.ticks();
    }

    /**
     * Waits for a free place and for the end of a pause. Who has entered must {@link #leave()}.
     *
     * @param patience a pause longer than this many milliseconds is not waited for; waiting for a place has no limit
     */
    Entry enter(Cancellation cancellation, long patience) {
        try (var _ = cancellation.onCancel(this::wake)) {
            while (true) {
                long pause;
                lock.lockInterruptibly();
                try {
                    while (free == 0 && !cancellation.isCancelled()) {
                        changed.await();
                    }
                    if (cancellation.isCancelled()) {
                        return Entry.CANCELLED;
                    }
                    pause = pausedUntil - time.ticks();
                    if (pause <= 0) {
                        free--;
                        return Entry.ENTERED;
                    }
                } finally {
                    lock.unlock();
                }
                if (pause > patience) {
                    return Entry.PAUSED_TOO_LONG;
                }
                if (!time.pause(pause, cancellation)) {
                    return Entry.CANCELLED;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Entry.CANCELLED;
        }
    }

    /** Gives the place back. */
    void leave() {
        lock.lock();
        try {
            free++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in for so many milliseconds; a longer pause that already runs stays. */
    void pause(long millis) {
        lock.lock();
        try {
            pausedUntil = Math.max(pausedUntil, time.ticks() + millis);
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
