package dev.tracewright.store;

import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The part of a session that runs write; everything is durable when a method returns, and throws as {@link SessionStore} does. */
public interface RunStore {
    /**
     * Keeps a study and the problems that it asks. The same id again replaces its name and its plan, which may have another
     * budget, and nothing else.
     *
     * @param problemIds problems of the session, in the study's order
     */
    void putStudy(StoredStudy study, List<String> problemIds);

    /** Says which calls of a study wait for a review; what is there already stays. */
    void putReviews(String studyId, Collection<ReviewWait> waiting);

    /** Every review of a delegation's steps, oldest first. */
    List<ReviewEvent> reviews(String callKey);

    /** The problems that a study was started with, in its order. */
    List<Problem> problemsOf(String studyId);

    /** Every problem of the session, by data set and number. */
    List<Problem> problems();

    /** All studies, oldest first. */
    List<StoredStudy> studies();

    /**
     * Writes these down, all or none.
     *
     * @return what stands for each call after that, in the same order; where a call is not settled, or an attempt was begun or
     *     ended, there are only nulls
     */
    List<RunEntry.Result> write(List<RunEntry> entries);

    /** Every call that is settled. */
    List<RunEntry.Result> results();

    /** Every plan that a delegation or its review has led to, by its id. */
    Map<String, Plan> plans();

    /** Every attempt that a study has made. */
    List<RunEntry.Usage> usage();
}
