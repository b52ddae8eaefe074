package dev.tracewright.ui.annotate;

import dev.tracewright.align.Equation;
import dev.tracewright.trace.Leak;
import dev.tracewright.trace.Step;
import dev.tracewright.trace.Steps;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.Mark;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.PlanDiff;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * The instruction of a step as it is shown: words that are new stand out, words that are gone are struck through, equations say
 * whether they hold, and what the delegator should not have worked out is marked.
 *
 * @param text the instruction as it stands
 * @param number the step's number from 1
 * @param origin what became of it since the delegator wrote it
 * @param original the delegator's wording, or empty where there is none
 * @param marks equations and leaks, in offsets of {@code text}
 */
record StepText(String text, int number, PlanDiff.Origin origin, String original, List<Mark> marks) {
    private static final char THIN_SPACE = '\u2009';

    StepText {
        marks = List.copyOf(marks);
    }

    /** The step with this number (from 1). */
    static StepText of(Sheet sheet, int number, String original) {
        Step step = sheet.steps().steps().get(number - 1);
        return new StepText(step.body(), number, sheet.origins().get(number - 1), original, marks(sheet, number));
    }

    private static List<Mark> marks(Sheet sheet, int number) {
        Steps steps = sheet.steps();
        int end = steps.end(number - 1);
        int start = end - steps.steps().get(number - 1).body().length();
        List<Mark> marks = new ArrayList<>();
        for (Equation equation : sheet.checks().stepEquations()) {
            if (equation.start() >= start && equation.end() <= end) {
                marks.add(Mark.equation(equation.start() - start, equation.end() - start, equation.holds()));
            }
        }
        for (Leak leak : sheet.checks().leaks()) {
            if (leak.step() == number && leak.start() >= start && leak.end() <= end) {
                String hint = Texts.of(leak.kind() == Leak.Kind.ANSWER ? "leak.answer" : "leak.value");
                marks.add(new Mark(leak.start() - start, leak.end() - start, "mark-leak", Mark.Sign.DROP, hint));
            }
        }
        return marks;
    }

    /** What a screen reader says. */
    String spoken() {
        StringBuilder spoken = new StringBuilder(Texts.of("grid.step.accessible", number, text));
        for (Mark mark : marks) {
            String place = text.substring(mark.start(), mark.end());
            if (mark.sign() == Mark.Sign.CROSS) {
                spoken.append(". ").append(Texts.of("grid.step.false", place));
            } else if (mark.sign() == Mark.Sign.DROP) {
                spoken.append(". ").append(place).append(": ").append(mark.hint());
            }
        }
        return spoken.toString();
    }

    Node node() {
        if (text.isBlank()) {
            Label blank = new Label(Texts.of("grid.blank"));
            blank.getStyleClass().add("muted");
            return blank;
        }
        double size = Theme.fontPixels().get();
        if (origin.change() == PlanDiff.Change.REWORDED) {
            return reworded(size);
        }
        List<Mark> all = new ArrayList<>();
        if (origin.change() == PlanDiff.Change.ADDED) {
            all.add(Mark.of(0, text.length(), "mark-added"));
        }
        all.addAll(marks);
        return new RichText(text, all, size);
    }

    private Node reworded(double size) {
        StringBuilder both = new StringBuilder();
        List<Mark> all = new ArrayList<>();
        int[] places = new int[text.length() + 1];
        int at = 0;
        boolean afterRemoved = false;
        for (PlanDiff.Words words : PlanDiff.words(original, text)) {
            boolean removed = words.kind() == PlanDiff.Words.Kind.REMOVED;
            boolean added = words.kind() == PlanDiff.Words.Kind.ADDED;
            if (afterRemoved && added) {
                both.append(THIN_SPACE);
            }
            afterRemoved = removed;
            int start = both.length();
            both.append(words.text());
            for (int i = 0; !removed && i < words.text().length() && at < text.length(); i++) {
                places[at++] = start + i;
            }
            if ((removed || added) && !words.text().isBlank()) {
                all.add(Mark.of(start, both.length(), added ? "mark-added" : Mark.REMOVED));
            }
        }
        for (Mark mark : marks) {
            int last = places[Math.max(mark.start(), mark.end() - 1)];
            all.add(mark.at(places[mark.start()], last + 1));
        }
        return new RichText(both.toString(), all, size);
    }
}
