package dev.tracewright.ui.shell;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.Keys;
import dev.tracewright.ui.control.KeyCap;
import dev.tracewright.ui.theme.Theme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Every key of the screen that is shown, made from the same declarations that the keys themselves come from. */
final class ShortcutSheet {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 640;

    /** Three columns, filled from the left; a group goes where there is most room. */
    private final List<VBox> columns = List.of(new VBox(), new VBox(), new VBox());

    ShortcutSheet(List<Action> actions) {
        Map<String, VBox> boxes = new LinkedHashMap<>();
        for (Action action : actions) {
            if (!action.keys().isEmpty()) {
                VBox box = boxes.computeIfAbsent(action.group(), ShortcutSheet::group);
                HBox line = line(action.name());
                // The keypad's digits do the same as the others and need no cap of their own.
                action.keys().stream()
                        .filter(key -> !key.getName().startsWith("Numpad"))
                        .forEach(key -> line.getChildren().add(new KeyCap(Keys.text(key))));
                box.getChildren().add(line);
            }
        }
        if (boxes.containsKey("steps")) {
            boxes.put("editing", editing());
        }
        for (VBox box : boxes.values()) {
            VBox column = columns.getFirst();
            for (VBox other : columns) {
                if (lines(other) < lines(column)) {
                    column = other;
                }
            }
            column.getChildren().add(box);
        }
    }

    private static int lines(VBox column) {
        return column.getChildren().stream()
                .mapToInt(box -> ((VBox) box).getChildren().size() + 1)
                .sum();
    }

    void show(Window owner) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("shortcuts.title"));
        HBox groups = new HBox();
        groups.getStyleClass().add("shortcuts");
        for (VBox column : columns) {
            column.getStyleClass().add("shortcut-column");
            HBox.setHgrow(column, Priority.ALWAYS);
            groups.getChildren().add(column);
        }
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        dialog.getDialogPane().setId("shortcut-sheet");
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane()
                .setPrefSize(Math.min(WIDTH, owner.getWidth() * 0.95), Math.min(HEIGHT, owner.getHeight() * 0.9));
        dialog.setResizable(true);
        Theme.dress(dialog.getDialogPane(), owner);
        dialog.show();
    }

    private static VBox group(String key) {
        Label title = new Label(Texts.of("action.group." + key));
        title.getStyleClass().add("section-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("shortcut-group");
        return box;
    }

    private static VBox editing() {
        Label title = new Label(Texts.of("shortcuts.editing"));
        title.getStyleClass().add("section-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("shortcut-group");
        addFixed(box, "shortcuts.editing.enter", "↵");
        addFixed(box, "shortcuts.editing.shift-enter", "Shift ↵");
        addFixed(box, "shortcuts.editing.backspace", "⌫");
        addFixed(box, "shortcuts.editing.delete", "Del");
        addFixed(box, "shortcuts.editing.f2", "F2");
        addFixed(box, "shortcuts.editing.escape", "Esc");
        return box;
    }

    private static void addFixed(VBox box, String key, String cap) {
        HBox line = line(Texts.of(key));
        line.getChildren().add(new KeyCap(cap));
        box.getChildren().add(line);
    }

    private static HBox line(String name) {
        Label label = new Label(name);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.SOMETIMES);
        HBox line = new HBox(label, Ui.spring());
        line.getStyleClass().add("shortcut-line");
        return line;
    }
}
