package dev.tracewright.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The actions of a screen and the one place that turns key presses into them. */
public final class ActionSet {
    private final List<Action> actions = new ArrayList<>();

    public ActionSet add(Action action) {
        actions.add(action);
        return this;
    }

    public List<Action> all() {
        return List.copyOf(actions);
    }

    /**
     * The action with this id.
     *
     * @throws NoSuchElementException when there is none
     */
    public Action get(String id) {
        return actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no action " + id));
    }

    /**
     * Does what the key stands for and consumes it. While a person types in a text field, bare keys are letters and stay
     * silent; combinations with Ctrl and function keys still work.
     *
     * @return whether an action was done
     */
    public boolean handle(KeyEvent event) {
        boolean typing = isTyping(event.getTarget());
        for (Action action : actions) {
            if (action.matches(event) && !(typing && isBare(event))) {
                if (action.perform()) {
                    event.consume();
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBare(KeyEvent event) {
        return !event.isShortcutDown() && !event.getCode().isFunctionKey();
    }

    private static boolean isTyping(Object target) {
        for (Node node = target instanceof Node start ? start : null; node != null; node = node.getParent()) {
            if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
                return true;
            }
        }
        return false;
    }
}
