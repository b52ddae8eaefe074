package dev.tracewright.settings;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves settings a moment after the last change, so that dragging a slider writes once; closing saves what is waiting. Problems go
 * to a listener, on the writer's own thread, and the next change tries again.
 */
public final class SettingsWriter implements AutoCloseable {
    private final SettingsFile file;
    private final long quietNanos;
    private final Consumer<String> problems;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();

    private final Thread thread;

    private sealed interface Change {
        record Save(Settings settings) implements Change {}

        record End() implements Change {}
    }

    /**
     * Starts a writer.
     *
     * @param quiet how long nothing may change before it writes
     * @param problems gets one sentence whenever saving failed
     */
    public SettingsWriter(SettingsFile file, Duration quiet, Consumer<String> problems) {
        this.file = file;
        this.quietNanos = quiet.toNanos();
        this.problems = problems;
        this.thread = Thread.ofVirtual().name("settings-writer").start(this::run);
    }

    /** Notes settings to be saved; returns at once. After closing it does nothing. */
    public void save(Settings settings) {
        changes.add(new Change.Save(settings));
    }

    private void run() {
        try {
            Change next = changes.take();
            while (next instanceof Change.Save(Settings newest)) {
                Change later = later();
                while (later instanceof Change.Save(Settings newer)) {
                    newest = newer;
                    later = later();
                }
                write(newest);
                next = later == null ? changes.take() : later;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next change, the end, or null when nothing came for a while. */
    private @Nullable Change later() throws InterruptedException {
        return changes.poll(quietNanos, TimeUnit.NANOSECONDS);
    }

    private void write(Settings settings) {
        try {
            file.save(settings);
        } catch (SettingsException e) {
            problems.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Saves what is waiting and ends. */
    @Override
    public void close() {
        changes.add(new Change.End());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
