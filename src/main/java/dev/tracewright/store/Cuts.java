package dev.tracewright.store;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes where a delegated text is cut, so that the text itself stays readable in its column and its steps come back exactly.
 *
 * <p>The cuts are UTF-16 lengths with commas between: the introduction's, then marker, body and gap of each step; the closing is
 * what remains.
 */
final class Cuts {
    private Cuts() {}

    /** The cuts of {@link Steps#text()}, such as {@code 0,3,17,1} for one step. */
    static String of(Steps steps) {
        StringBuilder cuts = new StringBuilder().append(steps.introduction().length());
        for (Step step : steps.steps()) {
            cuts.append(',').append(step.marker().length());
            cuts.append(',').append(step.body().length());
            cuts.append(',').append(step.gap().length());
        }
        return cuts.toString();
    }

    /**
     * The steps that {@code text} was taken from.
     *
     * @throws IllegalArgumentException when the cuts do not fit the text
     */
    static Steps apply(String text, String cuts) {
        String[] lengths = cuts.split(",", -1);
        if (lengths.length % 3 != 1) {
            throw new IllegalArgumentException(
                    "there are " + lengths.length + " cuts, which is no whole number of steps");
        }
        List<String> pieces = new ArrayList<>(lengths.length);
        int at = 0;
        for (String length : lengths) {
            int end = at + Integer.parseInt(length);
            if (end < at || end > text.length()) {
                throw new IllegalArgumentException("cut " + length + " at " + at + " is outside of the text");
            }
            pieces.add(text.substring(at, end));
            at = end;
        }
        List<Step> steps = new ArrayList<>(pieces.size() / 3);
        for (int i = 1; i < pieces.size(); i += 3) {
            steps.add(new Step(pieces.get(i), pieces.get(i + 1), pieces.get(i + 2)));
        }
        return new Steps(pieces.getFirst(), steps, text.substring(at));
    }
}
