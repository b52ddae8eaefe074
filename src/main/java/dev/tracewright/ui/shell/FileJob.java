package dev.tracewright.ui.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;

/** Reading or writing of files that is going on: what it is, how far it came, and the switch that stops it. */
public final class FileJob {
    private final String title;
    private final String unit;
    private final LongProperty records = new SimpleLongProperty();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    FileJob(String title) {
        this(title, "shell.records");
    }

    /** @param unit the key of the words for how far it came */
    FileJob(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** The key of the words for how far it came. */
    String unit() {
        return unit;
    }

    /** How many records (or files) were read or written; changes on the screen's thread. */
    public LongProperty records() {
        return records;
    }

    /** Stops the job before its next batch; what is in the session already stays. */
    public void cancel() {
        cancelled.set(true);
    }

    boolean isCancelled() {
        return cancelled.get();
    }
}
