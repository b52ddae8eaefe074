package dev.tracewright.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** A small key cap that shows which key does something. */
public final class KeyCap extends Label {
    public KeyCap(String text) {
        super(text);
        getStyleClass().add("key-cap");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(USE_PREF_SIZE);
        setManaged(!text.isEmpty());
        setVisible(!text.isEmpty());
    }
}
