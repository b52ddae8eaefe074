package dev.tracewright.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act of correcting an alignment. Events are only ever appended; of an author's events about one step or one passage the
 * latest counts.
 *
 * @param id stable key, made by the client, so that a retry writes nothing twice
 * @param responseId the response whose alignment is corrected; its plan version and output never change
 * @param author the annotator
 * @param correction what they say
 * @param undo whether this event takes an earlier one back
 * @param source the model whose second opinion was taken over, or null where the person decided by themselves
 * @param opinionId key of the second opinion that was before the person and is answered by this, or null
 * @param at epoch milliseconds
 */
public record CorrectionEvent(
        String id,
        String responseId,
        String author,
        Correction correction,
        boolean undo,
        @Nullable String source,
        @Nullable String opinionId,
        long at) {

    /**
     * The events that count, in the order in which they were made: of each step and each passage the latest, unless that one
     * leaves it to the rules.
     *
     * @param history events of one author on one response, oldest first
     */
    public static List<CorrectionEvent> inForce(List<CorrectionEvent> history) {
        List<CorrectionEvent> standing = new ArrayList<>();
        for (CorrectionEvent event : history) {
            standing.removeIf(earlier -> earlier.correction().sameTarget(event.correction()));
            standing.add(event);
        }
        standing.removeIf(event -> !event.correction().overrules());
        return List.copyOf(standing);
    }
}
