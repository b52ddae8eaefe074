package dev.tracewright.ui.figure;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The title of a table or chart and how to read it, with what can be done with it at the right. */
final class BlockHead extends HBox {
    /** @param title empty where what stands above has said it */
    BlockHead(String title, String note, Node... tools) {
        getStyleClass().add("block-head");
        VBox words = new VBox();
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        add(words, title, "block-title");
        add(words, note, "block-note");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        getChildren().addAll(tools);
    }

    private static void add(VBox words, String text, String style) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.getStyleClass().add(style);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(label);
        }
    }
}
