package dev.tracewright.trace;

import java.util.List;

/**
 * The delegated text cut into introduction, steps and closing; {@link #text()} rebuilds it exactly.
 *
 * @param introduction text before the first step, with its white space
 * @param steps the steps in order; a step's number is its position, counted from 1
 * @param closing text after the last step (a farewell, a note)
 */
public record Steps(String introduction, List<Step> steps, String closing) {
    public Steps {
        steps = List.copyOf(steps);
    }

    /** The verbatim delegated text, as it goes into a solver's prompt. */
    public String text() {
        StringBuilder text = new StringBuilder(introduction);
        for (Step step : steps) {
            text.append(step.raw());
        }
        return text.append(closing).toString();
    }

    public int size() {
        return steps.size();
    }

    /** Where the marker of the step at {@code index} (from 0) begins in {@link #text()}, as a UTF-16 offset. */
    public int start(int index) {
        int at = introduction.length();
        for (int i = 0; i < index; i++) {
            at += steps.get(i).raw().length();
        }
        return at;
    }

    /** Where the body of the step at {@code index} (from 0) ends in {@link #text()}, exclusive. */
    public int end(int index) {
        Step step = steps.get(index);
        return start(index) + step.marker().length() + step.body().length();
    }
}
