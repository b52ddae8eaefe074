package dev.tracewright.ui.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;

/** An import or export that is running: what it is, how far it came, and the switch that stops it. */
public final class FileJob {
    private final String title;
    private final LongProperty records = new SimpleLongProperty();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    FileJob(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** How many records were read or written; changes on the screen's thread. */
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
