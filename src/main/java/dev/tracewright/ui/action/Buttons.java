package dev.tracewright.ui.action;

import dev.tracewright.ui.control.KeyCap;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons and menu items of actions, with words, icon, key, tooltip and accessible name set together. */
public final class Buttons {
    private Buttons() {}

    /** A button with icon and words. */
    public static Button full(Action action) {
        Button button = new Button(action.name(), new FontIcon(action.icon()));
        wire(button, action);
        return button;
    }

    /** A button with words and a key cap. */
    public static Button withKey(Action action) {
        Button button = new Button(action.name());
        HBox graphic = new HBox(new KeyCap(action.keyText()));
        button.setGraphic(graphic);
        button.setContentDisplay(ContentDisplay.RIGHT);
        wire(button, action);
        return button;
    }

    /** A square button with the icon only. */
    public static Button icon(Action action) {
        Button button = new Button(null, new FontIcon(action.icon()));
        button.getStyleClass().addAll("button-icon", "flat");
        wire(button, action);
        return button;
    }

    /** A menu item with the action's key shown. */
    public static MenuItem menuItem(Action action) {
        MenuItem item = new MenuItem(action.name(), new FontIcon(action.icon()));
        item.setOnAction(event -> action.run().run());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        if (!action.keys().isEmpty()) {
            item.setAccelerator(null);
            item.setText(action.name() + "   " + action.keyText());
        }
        return item;
    }

    private static void wire(ButtonBase button, Action action) {
        button.setOnAction(event -> action.run().run());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setAccessibleText(action.name());
        button.setId("action-" + action.id().replace('.', '-'));
        button.setMnemonicParsing(false);
        button.setFocusTraversable(true);
        String key = action.keyText();
        button.setTooltip(new Tooltip(key.isEmpty() ? action.name() : action.name() + "  (" + key + ")"));
    }
}
