package dev.tracewright.work;

import java.util.concurrent.atomic.AtomicLong;

/** Keys and times that count up, the same in every run. */
final class CountedStamps implements Stamps {
    private final AtomicLong next = new AtomicLong(1_000_000);

    @Override
    public String id() {
        return "made-" + next.incrementAndGet();
    }

    @Override
    public long now() {
        return next.incrementAndGet();
    }
}
