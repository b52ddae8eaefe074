package dev.tracewright.work;

import java.util.function.LongSupplier;

/** Counts the seconds an annotator has an item before them, without the time in which the window is not in front. */
public final class ItemClock {
    private final LongSupplier nanos;
    private long counted;
    private long since;
    private boolean running;

    /** @param nanos a clock in nanoseconds that only goes forward, such as {@code System::nanoTime} */
    public ItemClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Starts counting from zero for another item. */
    public void restart() {
        counted = 0;
        since = nanos.getAsLong();
        running = true;
    }

    public void pause() {
        if (running) {
            counted += nanos.getAsLong() - since;
            running = false;
        }
    }

    public void resume() {
        if (!running) {
            since = nanos.getAsLong();
            running = true;
        }
    }

    /** Seconds counted so far for the present item. */
    public double seconds() {
        long total = counted + (running ? nanos.getAsLong() - since : 0);
        return total / 1e9;
    }
}
