package dev.tracewright.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Hears what nobody would see in a test: exceptions on the screen's thread, and warnings of the style sheets. */
final class WindowTrouble extends Handler {
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private WindowTrouble() {}

    /** Starts the toolkit where it is not running yet, and listens. */
    static WindowTrouble watch() {
        if (STARTED.compareAndSet(false, true)) {
            CountDownLatch up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
            } catch (IllegalStateException another) { // a test of another package has started it
                up.countDown();
            }
            Platform.setImplicitExit(false);
            try {
                up.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        WindowTrouble trouble = new WindowTrouble();
        trouble.setLevel(Level.WARNING);
        CSS.addHandler(trouble);
        CSS.setUseParentHandlers(false);
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> trouble.add(thread, problem));
        return trouble;
    }

    /** Stops listening and returns what was heard. */
    List<String> stop() {
        CSS.removeHandler(this);
        Thread.setDefaultUncaughtExceptionHandler(null);
        return List.copyOf(heard);
    }

    private void add(Thread thread, Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text, true));
        if (!text.toString()
                .contains("headless.HeadlessWindow.blit")) { // windows that reach over the virtual screen's edge
            heard.add(thread.getName() + ": " + text);
        }
    }

    @Override
    public void publish(LogRecord record) {
        heard.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
