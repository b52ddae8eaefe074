package dev.tracewright.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only pauses move, so that a test of long waits takes none. */
final class FakeTime implements Timekeeper {
    static final long EPOCH = 1_800_000_000_000L;

    final List<Long> pauses = new CopyOnWriteArrayList<>();
    private final AtomicLong ticks = new AtomicLong();
    volatile double random = 0.5;
    volatile Runnable whilePaused = () -> {};

    @Override
    public long epochMillis() {
        return EPOCH + ticks.get();
    }

    @Override
    public long ticks() {
        return ticks.get();
    }

    @Override
    public double random() {
        return random;
    }

    @Override
    public boolean pause(long millis, Cancellation cancellation) {
        pauses.add(millis);
        ticks.addAndGet(millis);
        whilePaused.run();
        return !cancellation.isCancelled();
    }
}
