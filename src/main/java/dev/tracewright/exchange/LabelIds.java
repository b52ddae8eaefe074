package dev.tracewright.exchange;

import dev.tracewright.trace.Digests;
import dev.tracewright.trace.Flag;
import dev.tracewright.trace.Label;
import dev.tracewright.trace.LabelEvent;

/** Label events for labels that a file states without saying how they were made. */
final class LabelIds {
    private LabelIds() {}

    /** An event whose id follows from its content, so that importing twice adds nothing. */
    static LabelEvent event(String responseId, String author, Label label, long at) {
        return new LabelEvent(id(responseId, author, label, at), responseId, author, label, false, 0, at);
    }

    static String id(String responseId, String author, Label label, long at) {
        StringBuilder flags = new StringBuilder();
        for (Flag flag : label.flags()) {
            flags.append(flag.key()).append(' ');
        }
        return "label-"
                + Digests.shortDigest(
                        responseId,
                        author,
                        String.valueOf(label.verdict()),
                        flags.toString(),
                        label.note(),
                        Long.toString(at));
    }
}
