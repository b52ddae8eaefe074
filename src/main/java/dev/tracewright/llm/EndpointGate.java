package dev.tracewright.llm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The door to an endpoint: so many calls at once, so many requests and tokens a minute, and none while the server has asked for
 * a pause. Who came first enters first.
 */
final class EndpointGate {
    /** A budget is looked at again after this long, because a finished call may have taken less than was expected. */
    private static final long LONGEST_NAP = 1_000;

    /** What came of asking for entrance. */
    enum Entry {
        ENTERED,
        CANCELLED,
        PAUSED_TOO_LONG
    }

    /**
     * An answer at the door.
     *
     * @param entry who has entered must {@link #leave}
     * @param heldBack milliseconds waited for a place and the budgets, pauses of the server apart
     * @param tokens what was taken from the budget of tokens; null when nobody entered
     */
    record Pass(Entry entry, long heldBack, MinuteWindow.@Nullable Taken tokens) {}

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Timekeeper time;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final MinuteWindow requests = new MinuteWindow();
    private final MinuteWindow tokens = new MinuteWindow();
    private Budget budget;
    private int inside;
    private long pausedUntil;

    EndpointGate(Budget budget, Timekeeper time) {
        this.budget = budget;
        this.time = time;
        this.pausedUntil = time.ticks();
    }

    /**
     * Waits for a free place, the budgets and the end of a pause. Who has entered must {@link #leave}.
     *
     * @param patience a pause longer than this many milliseconds is not waited for; waiting for a place or a budget has no
     *     limit
     * @param expected how many tokens the call will roughly take
     */
    Pass enter(Cancellation cancellation, long patience, long expected) {
        Object me = new Object();
        long begun = time.ticks();
        long paused = 0;
        queue(me);
        try (var _ = cancellation.onCancel(this::wake)) {
            while (true) {
                long now;
                long pause;
                long nap;
                lock.lockInterruptibly();
                try {
                    now = time.ticks();
                    pause = pausedUntil - now;
                    if (cancellation.isCancelled()) {
                        return new Pass(Entry.CANCELLED, 0, null);
                    }
                    if (pause > patience) {
                        return new Pass(Entry.PAUSED_TOO_LONG, 0, null);
                    }
                    if (!me.equals(waiting.peekFirst()) || inside >= budget.parallel()) {
                        changed.await();
                        continue;
                    }
                    nap = Math.max(
                            requests.millisUntil(1, budget.requestsPerMinute(), now),
                            tokens.millisUntil(expected, budget.tokensPerMinute(), now));
                    if (pause <= 0 && nap <= 0) {
                        inside++;
                        requests.take(1, now);
                        return new Pass(Entry.ENTERED, now - begun - paused, tokens.take(expected, now));
                    }
                } finally {
                    lock.unlock();
                }
                if (!time.pause(pause > 0 ? pause : Math.min(nap, LONGEST_NAP), cancellation)) {
                    return new Pass(Entry.CANCELLED, 0, null);
                }
                paused += pause > 0 ? time.ticks() - now : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Pass(Entry.CANCELLED, 0, null);
        } finally {
            unqueue(me);
        }
    }

    /**
     * Gives the place back.
     *
     * @param used how many tokens the call took, or null where what was expected stands
     */
    void leave(Pass pass, @Nullable Integer used) {
        lock.lock();
        try {
            inside--;
            if (used != null && pass.tokens() != null) {
                tokens.correct(pass.tokens(), used, time.ticks());
            }
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
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts against another budget from now on; who is inside stays. */
    void allow(Budget newBudget) {
        lock.lock();
        try {
            budget = newBudget;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void queue(Object caller) {
        lock.lock();
        try {
            waiting.addLast(caller);
        } finally {
            lock.unlock();
        }
    }

    private void unqueue(Object caller) {
        lock.lock();
        try {
            waiting.remove(caller);
            changed.signalAll();
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
