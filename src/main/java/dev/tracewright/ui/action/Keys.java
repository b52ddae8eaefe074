package dev.tracewright.ui.action;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCombination;

/** Reads key names as they are declared and writes them as they are shown. */
public final class Keys {
    private Keys() {}

    /** The combinations in a text such as {@code "Shortcut+Enter, F2"}; empty for an empty text. */
    public static List<KeyCombination> parse(String keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(keys.split(", ", -1)).map(KeyCombination::valueOf).toList();
    }

    /** The combination as a person reads it on a key cap. */
    public static String text(KeyCombination key) {
        return key.getName()
                .replace("Shortcut", "Ctrl")
                .replace("Ctrl+Enter", "Ctrl ↵")
                .replace("Enter", "↵")
                .replace("Open Bracket", "[")
                .replace("Close Bracket", "]")
                .replace("Left", "←")
                .replace("Right", "→")
                .replace("Up", "↑")
                .replace("Down", "↓")
                .replace("Delete", "Del")
                .replace("Slash", "/")
                .replace("Comma", ",")
                .replace("Period", ".")
                .replace("Shift+/", "?")
                .replace("Shift+Slash", "?")
                .replace("+", " ");
    }
}
