package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Found;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A value of the answer with its name; pointing at it, or coming to it by keyboard, lights its place in the output. */
final class ValueBox extends Button {
    private static final double VALUE_SIZE = 1.25;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final String name;
    private final Label value = new Label();

    ValueBox(AnswerViewModel answer, AnswerValue which) {
        name = Texts.of("verdict." + which.key());
        setId("value-" + which.key());
        getStyleClass().addAll("value-button", "value-" + which.key());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(box("verdict." + which.key(), value));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> answer.light(which));
        hoverProperty().subscribe(there -> point(answer, which, there));
        focusVisibleProperty().subscribe(there -> point(answer, which, there));
    }

    /** A value below its name. */
    static VBox box(String key, Label value) {
        Label name = new Label(Texts.of(key));
        name.getStyleClass().add("value-name");
        name.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("value");
        value.setId(key.replace('.', '-'));
        value.setMinWidth(USE_PREF_SIZE);
        VBox box = new VBox(name, value);
        box.getStyleClass().add("value-box");
        return box;
    }

    private static void point(AnswerViewModel answer, AnswerValue which, boolean there) {
        if (there) {
            answer.light(which);
        } else {
            answer.unlight(which);
        }
    }

    /**
     * Shows a value.
     *
     * @param found the value, or null where there is none
     * @param hidden whether it is not shown yet
     * @param style the style class that says whether it agrees with the other; empty for neither
     */
    void show(@Nullable Found found, boolean hidden, String style) {
        value.getStyleClass().setAll("label", "value");
        if (!style.isEmpty()) {
            value.getStyleClass().add(style);
        }
        Answers.show(value, hidden ? Answers.HIDDEN : found == null ? "–" : found.value(), pixels());
        boolean placed = found != null && !hidden;
        setAccessibleText(name
                + ": "
                + (hidden ? Texts.of("verdict.hidden") : found == null ? Texts.of("verdict.none") : found.value()));
        setFocusTraversable(placed);
    }

    /** Says that this is the value whose place is lit. */
    void showLit(boolean lit) {
        pseudoClassStateChanged(LIT, lit);
    }

    static double pixels() {
        return Theme.fontPixels().get() * VALUE_SIZE;
    }
}
