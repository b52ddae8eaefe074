package dev.tracewright.store;

import java.util.List;

/** The part of a session that runs write; everything is durable when a method returns, and throws as {@link SessionStore} does. */
public interface RunStore {
    /** Adds a study; the same id again does nothing. */
    void addStudy(StoredStudy study);

    /** All studies, oldest first. */
    List<StoredStudy> studies();

    /**
     * Writes these down, all or none.
     *
     * @return what stands for each call after that, in the same order; a call that is not settled has only nulls
     */
    List<RunEntry.Result> write(List<RunEntry> entries);

    /** Every call that is settled. */
    List<RunEntry.Result> results();

    /** Every attempt that a study has made. */
    List<RunEntry.Usage> usage();
}
