package dev.tracewright.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;

/** A small round toggle for a filter or a flag. */
public class Chip extends ToggleButton {
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("none");

    public Chip(String text) {
        super(text);
        getStyleClass().add("chip");
        setMnemonicParsing(false);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows whether there is anything behind this chip. */
    public void setNone(boolean none) {
        pseudoClassStateChanged(EMPTY, none);
    }
}
