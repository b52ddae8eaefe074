package dev.tracewright.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs each piece of work on a virtual thread of its own. */
public final class BackgroundRunner implements TaskRunner {
    private final Executor screen;

    /** @param screen runs what it is given on the screen's thread, in order */
    public BackgroundRunner(Executor screen) {
        this.screen = screen;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Thread.ofVirtual().name("work").start(() -> {
            T result;
            try {
                result = work.call();
            } catch (Throwable problem) { // an error in the background must reach the screen, whatever it is
                screen.execute(() -> failed.accept(problem));
                return;
            }
            screen.execute(() -> done.accept(result));
        });
    }

    @Override
    public void later(Runnable action) {
        screen.execute(action);
    }
}
