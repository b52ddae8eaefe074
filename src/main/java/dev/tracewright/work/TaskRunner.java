package dev.tracewright.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs work away from the screen and brings its result back; tests replace it by one that runs inline. */
public interface TaskRunner {
    /**
     * Runs {@code work} in the background, then exactly one of {@code done} and {@code failed} on the screen's thread.
     *
     * @param work what takes time; may throw
     * @param done receives the result
     * @param failed receives what was thrown
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** Runs {@code action} on the screen's thread, soon. */
    void later(Runnable action);
}
