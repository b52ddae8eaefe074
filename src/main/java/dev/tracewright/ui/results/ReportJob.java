package dev.tracewright.ui.results;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A report that is being written: how far it is, and the switch that stops it. */
public final class ReportJob {
    private final DoubleProperty share = new SimpleDoubleProperty();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** How much of it is written, from 0 to 1; changes on the screen's thread. */
    public DoubleProperty share() {
        return share;
    }

    /** Stops it before its next file. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether it should stop. */
    public boolean isCancelled() {
        return cancelled.get();
    }
}
