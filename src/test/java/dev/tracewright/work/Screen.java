package dev.tracewright.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The test's own thread as the screen: work runs inline, and what other threads send waits until the test lets it in. */
final class Screen implements TaskRunner {
    private final Queue<Runnable> sent = new ConcurrentLinkedQueue<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception problem) {
            failed.accept(problem);
            return;
        }
        done.accept(result);
    }

    @Override
    public void later(Runnable action) {
        sent.add(action);
    }

    /** Does what was sent so far. */
    void catchUp() {
        for (Runnable next = sent.poll(); next != null; next = sent.poll()) {
            next.run();
        }
    }

    /** Does what is sent until {@code condition} holds. */
    void until(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        catchUp();
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited for 20 seconds in vain");
            }
            Thread.sleep(2);
            catchUp();
        }
    }
}
