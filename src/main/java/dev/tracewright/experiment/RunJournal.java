package dev.tracewright.experiment;

import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run writes down what it does, so that a run that is killed goes on where it was. Every method is durable when it
 * returns; all may be called from any thread, block, and throw unchecked when nothing could be written, which stops the run.
 */
public interface RunJournal {
    /** What has come of a call. */
    sealed interface Settled {}

    /**
     * A delegator wrote a plan, or a verifier made another of it or let it stand.
     *
     * @param reviewed the version a person made of it in the review, or null while nobody has
     */
    record Planned(Plan plan, @Nullable Plan reviewed) implements Settled {}

    /** A solver answered. */
    record Answered(String responseId) implements Settled {}

    /** It was given up; the sentence says why. */
    record GivenUp(String why) implements Settled {}

    /** What is known about these calls, by key; a call that is not settled is missing. */
    Map<String, Settled> settled(Collection<StudyCall> calls);

    /** Every attempt that was ever made for these calls. */
    List<Spent> spent(Collection<StudyCall> calls);

    /**
     * What an earlier attempt took.
     *
     * @param callKey the call it was made for
     */
    record Spent(String callKey, Paid paid) {}

    /** An attempt is about to be sent; returns its id. Until {@link #ends} it counts as broken off. */
    String begins(StudyCall call);

    /** An attempt has ended without an answer to keep. */
    void ends(StudyCall call, String attemptId, Paid paid);

    /** A delegator's or verifier's answer is a plan; returns the plan that stands, which is an earlier one where there was one. */
    Plan accepts(StudyCall.Planning call, Plan plan, String attemptId, Paid paid, List<String> notes);

    /** A solver's answer is kept; returns the id of the response that stands, which is an earlier one where there was one. */
    String accepts(StudyCall.Solve call, Response response, String attemptId, Paid paid, List<String> notes);

    /** The call is given up. */
    void givesUp(StudyCall call, String why);

    /** Forgets that these calls were given up, so that they are tried again. */
    void forget(Collection<StudyCall> calls);
}
