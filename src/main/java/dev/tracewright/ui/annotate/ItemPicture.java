package dev.tracewright.ui.annotate;

import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.Sheet;

/** Draws the sheet of an item: with its own output or one that is coming, and with the person's corrections where they count. */
final class ItemPicture {
    private ItemPicture() {}

    /** The item as it is first shown, with the person's unsolved edits. */
    static Sheet asRead(OpenSession session, OpenSession.Item item) {
        return of(session, item, startOf(item));
    }

    /** The item's output beside these steps. Corrections are about the steps it was made with, and count beside those only. */
    static Sheet of(OpenSession session, OpenSession.Item item, Steps steps) {
        Response response = item.response();
        if (response == null) {
            return coming(item, steps, "", FinishReason.UNKNOWN);
        }
        return corrected(session, item, steps, coming(item, steps, response.output(), response.finish()));
    }

    /** The picture after an edit of the steps; what depends on the output alone is taken from the one before. */
    static Sheet edited(OpenSession session, OpenSession.Item item, Sheet before, Steps steps) {
        return corrected(session, item, steps, before.edited(item.problem(), originalOf(item, steps), steps));
    }

    private static Sheet corrected(OpenSession session, OpenSession.Item item, Steps steps, Sheet sheet) {
        boolean own = item.response() != null
                && item.plan() != null
                && item.plan().steps().equals(steps);
        return own ? sheet.corrected(item.problem(), session.labelling().inForce(item)) : sheet;
    }

    private static Steps originalOf(OpenSession.Item item, Steps steps) {
        Plan original = item.original();
        return original == null ? steps : original.steps();
    }

    /** Another output, as far as it came, beside these steps. */
    static Sheet coming(OpenSession.Item item, Steps steps, String output, FinishReason finish) {
        return Sheet.of(item.problem(), originalOf(item, steps), steps, output, finish);
    }

    /** The steps that a person finds: their unsolved edits, or the plan's. */
    static Steps startOf(OpenSession.Item item) {
        if (item.draft() != null) {
            return item.draft();
        }
        return item.plan() == null ? Sheet.NO_STEPS : item.plan().steps();
    }
}
