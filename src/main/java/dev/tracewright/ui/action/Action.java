package dev.tracewright.ui.action;

import dev.tracewright.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;

/**
 * Something a person can do, declared once: its words, icon, keys and whether it can be done now.
 *
 * @param id the key of its words: {@code action.ID} is the name, {@code action.ID.hint} says more in the shortcut sheet
 * @param group the key of the group in the shortcut sheet
 * @param icon its icon
 * @param keys the keys that do it, the first one is shown; may be empty
 * @param enabled whether it can be done now
 * @param run does it
 */
public record Action(
        String id, String group, Ikon icon, List<KeyCombination> keys, ObservableBooleanValue enabled, Runnable run) {

    /** An action that can always be done. */
    public static Action always(String id, String group, Ikon icon, String keys, Runnable run) {
        return new Action(id, group, icon, Keys.parse(keys), Bindings.createBooleanBinding(() -> true), run);
    }

    /** An action that can be done while {@code enabled} holds. */
    public static Action when(
            ObservableBooleanValue enabled, String id, String group, Ikon icon, String keys, Runnable run) {
        return new Action(id, group, icon, Keys.parse(keys), enabled, run);
    }

    public String name() {
        return Texts.of("action." + id);
    }

    /** The first key as a person reads it, such as {@code Ctrl ↵}; empty for none. */
    public String keyText() {
        return keys.isEmpty() ? "" : Keys.text(keys.getFirst());
    }

    /** Whether the event is one of this action's keys. */
    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(key -> key.match(event));
    }

    /** Does it if it can be done now; returns whether it was. */
    public boolean perform() {
        if (!enabled.get()) {
            return false;
        }
        run.run();
        return true;
    }
}
