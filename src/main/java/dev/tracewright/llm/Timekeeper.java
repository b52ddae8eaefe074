package dev.tracewright.llm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time and chance as retries meet them, so that tests of long waits take none. */
interface Timekeeper {
    /** The time of day in epoch milliseconds. */
    long epochMillis();

    /** Milliseconds of a clock that never jumps. */
    long ticks();

    /** A random number from 0 inclusive to 1 exclusive. */
    double random();

    /** Waits; false when it was cancelled or the thread was interrupted meanwhile (which stays interrupted). */
    boolean pause(long millis, Cancellation cancellation);

    /** The real ones. */
    static Timekeeper system() {
        return new Timekeeper() {
            @Override
            public long epochMillis() {
                return System.currentTimeMillis();
            }

            @Override
            public long ticks() {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            }

            @Override
            public double random() {
                return ThreadLocalRandom.current().nextDouble();
            }

            @Override
            public boolean pause(long millis, Cancellation cancellation) {
                CountDownLatch cancelled = new CountDownLatch(1);
                try (var _ = cancellation.onCancel(cancelled::countDown)) {
                    return !cancelled.await(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }
}
