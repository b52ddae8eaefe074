package dev.tracewright.trace;

/**
 * One delegated step, cut so that nothing of the delegator's text is lost: {@code marker + body + gap} is the verbatim text.
 *
 * @param marker what announces the step, such as {@code "1. "} or {@code "**Step 2:** "}; may be empty
 * @param body the instruction itself, without marker and without trailing white space; what a person edits
 * @param gap the white space up to the next step
 */
public record Step(String marker, String body, String gap) {

    /** The verbatim text of the step. */
    public String raw() {
        return marker + body + gap;
    }

    /** The same step with another instruction. */
    public Step withBody(String newBody) {
        return new Step(marker, newBody, gap);
    }
}
