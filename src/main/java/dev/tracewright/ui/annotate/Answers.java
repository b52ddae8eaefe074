package dev.tracewright.ui.annotate;

import dev.tracewright.ui.control.RichText;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** How short answers are shown: set as a formula where they are LaTeX, on one line, shortened where they are long. */
final class Answers {
    /** What stands where something is hidden. */
    static final String HIDDEN = "•••";

    private static final int LONGEST = 18;
    private static final int LONGEST_LATEX = 90;

    private Answers() {}

    /** The value on one line of plain text. */
    static String shown(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Shows the value in {@code label}: as text, or set as a formula of {@code pixels} where it is LaTeX. */
    static void show(Label label, String value, double pixels) {
        boolean latex = value.length() <= LONGEST_LATEX && (value.indexOf('\\') >= 0 || value.indexOf('^') >= 0);
        Node formula = latex ? RichText.formula(value, pixels) : null;
        label.setGraphic(formula);
        label.setText(formula == null ? shown(value) : "");
        label.setAccessibleText(value);
        label.setTooltip(formula == null && shown(value).equals(value) ? null : new Tooltip(value));
    }
}
