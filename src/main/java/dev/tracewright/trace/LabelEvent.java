package dev.tracewright.trace;

/**
 * One thing an annotator did to a label. Events are only ever appended; the latest of an author is that author's label.
 *
 * @param id stable key, made by the client, so that a retry writes nothing twice
 * @param responseId the response that is judged
 * @param author the annotator
 * @param label the label as it stands after this event
 * @param undo whether this event takes an earlier one back
 * @param seconds seconds the annotator had the item before them, 0 where unknown
 * @param at epoch milliseconds
 */
public record LabelEvent(
        String id, String responseId, String author, Label label, boolean undo, double seconds, long at) {}
