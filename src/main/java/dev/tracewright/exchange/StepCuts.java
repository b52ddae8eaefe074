package dev.tracewright.exchange;

import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a delegated text is cut into steps, as a short text: {@code 0:3:57 58:61:90 91} says that the first step begins at 0, its
 * instruction at 3 and ends before 57, the second likewise, and that the closing begins at 91. Offsets are UTF-16 units.
 */
final class StepCuts {
    private static final Pattern FORM = Pattern.compile("(?:\\d{1,9}:\\d{1,9}:\\d{1,9} )*\\d{1,9}");
    private static final Pattern BETWEEN = Pattern.compile("[ :]");

    private StepCuts() {}

    static String of(Steps steps) {
        StringBuilder cuts = new StringBuilder();
        int at = steps.introduction().length();
        for (Step step : steps.steps()) {
            int body = at + step.marker().length();
            int end = body + step.body().length();
            cuts.append(at).append(':').append(body).append(':').append(end).append(' ');
            at = end + step.gap().length();
        }
        return cuts.append(at).toString();
    }

    /** Cuts a text; a {@link BadRowException} where the cuts do not fit it. */
    static Steps cut(String column, String text, String cuts) {
        if (!FORM.matcher(cuts).matches()) {
            throw new BadRowException(column, "the cuts are not of the form 0:3:57 58:61:90 91");
        }
        List<Integer> offsets = new ArrayList<>();
        int last = 0;
        for (String number : BETWEEN.splitAsStream(cuts).toList()) {
            int offset = Integer.parseInt(number);
            if (offset < last || offset > text.length()) {
                throw new BadRowException(
                        column, "the cuts do not fit the text; leave the column empty to have a changed text cut anew");
            }
            offsets.add(offset);
            last = offset;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i + 1 < offsets.size(); i += 3) {
            steps.add(new Step(
                    text.substring(offsets.get(i), offsets.get(i + 1)),
                    text.substring(offsets.get(i + 1), offsets.get(i + 2)),
                    text.substring(offsets.get(i + 2), offsets.get(i + 3))));
        }
        return new Steps(text.substring(0, offsets.getFirst()), steps, text.substring(last));
    }
}
