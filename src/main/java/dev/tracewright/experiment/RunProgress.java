package dev.tracewright.experiment;

import dev.tracewright.trace.Approach;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, at one moment.
 *
 * @param phase what the run does
 * @param cells one entry a cell of the study, in the order of the plan
 * @param used what all attempts for its calls have used, whichever study made them
 * @param perMinute calls settled a minute since the run was started, 0 before the first
 * @param left the time until the end at this rate, or null where none can be told
 * @param troubles why calls were given up, in the servers' words, each with how often; the most frequent first
 * @param stopped why the run stopped by itself, or null
 */
public record RunProgress(
        Phase phase,
        List<CellProgress> cells,
        Use used,
        double perMinute,
        @Nullable Duration left,
        List<Trouble> troubles,
        @Nullable String stopped) {
    public RunProgress {
        cells = List.copyOf(cells);
        troubles = List.copyOf(troubles);
    }

    /** What a run does. */
    public enum Phase {
        READY,
        RUNNING,
        PAUSED,
        /** All that is left waits for a review. */
        IN_REVIEW,
        /** Calls that are under way come to their end. */
        STOPPING,
        STOPPED,
        DONE;

        /** The name used in texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether calls are sent or may be sent. */
        public boolean active() {
            return this == RUNNING || this == PAUSED || this == STOPPING || this == IN_REVIEW;
        }
    }

    /**
     * The calls of one kind: one delegation template with one delegator, or one solver under one approach with one template, plan
     * source and arm.
     *
     * @param approach null for delegations and for verifications
     * @param templateName the prompt template
     * @param delegationTemplate the template that asked for the steps the solver follows, or null
     * @param delegator whose steps the solver follows or the verifier checks, or null
     * @param model the model that is asked
     * @param arm which version of the steps
     */
    public record Cell(
            @Nullable Approach approach,
            String templateName,
            @Nullable String delegationTemplate,
            @Nullable ModelRef delegator,
            ModelRef model,
            Arm arm) {
        /** The cell that a call belongs to. */
        public static Cell of(StudyCall call) {
            return switch (call) {
                case StudyCall.Delegate delegate ->
                    new Cell(null, delegate.templateName(), null, null, delegate.model(), Arm.ORIGINAL);
                case StudyCall.Verify verify ->
                    new Cell(
                            null,
                            verify.templateName(),
                            null,
                            verify.delegation().model(),
                            verify.model(),
                            Arm.CORRECTED);
                case StudyCall.Solve solve ->
                    new Cell(
                            solve.approach(),
                            solve.templateName(),
                            solve.delegation() == null
                                    ? null
                                    : solve.delegation().templateName(),
                            solve.delegation() == null
                                    ? null
                                    : solve.delegation().model(),
                            solve.model(),
                            solve.arm());
            };
        }
    }

    /**
     * How far a cell is.
     *
     * @param total all its calls
     * @param done settled with an answer
     * @param failed given up
     * @param running under way
     * @param inReview waiting until somebody has reviewed the steps
     * @param used what all attempts for its calls have used; the steps that a solver follows are in the delegation's cell
     */
    public record CellProgress(Cell cell, int total, int done, int failed, int running, int inReview, Use used) {}

    /**
     * What attempts have used, those that failed included.
     *
     * @param attempts how many have ended
     * @param promptTokens tokens in, of every attempt that the server counted
     * @param outputTokens tokens out, likewise
     * @param millis their wall times added up, in milliseconds
     * @param money what they cost as far as that is known, or null where no cost is known
     * @param unpriced how many of them cost something that is not known
     */
    public record Use(
            int attempts,
            long promptTokens,
            long outputTokens,
            long millis,
            @Nullable Money money,
            int unpriced) {}

    /** A sentence and how many calls it ended. */
    public record Trouble(String why, int calls) {}

    /** Tokens in, of every attempt that the server counted. */
    public long promptTokens() {
        return used.promptTokens();
    }

    /** Tokens out, likewise. */
    public long outputTokens() {
        return used.outputTokens();
    }

    public int total() {
        return cells.stream().mapToInt(CellProgress::total).sum();
    }

    public int done() {
        return cells.stream().mapToInt(CellProgress::done).sum();
    }

    public int failed() {
        return cells.stream().mapToInt(CellProgress::failed).sum();
    }

    public int running() {
        return cells.stream().mapToInt(CellProgress::running).sum();
    }

    public int inReview() {
        return cells.stream().mapToInt(CellProgress::inReview).sum();
    }
}
