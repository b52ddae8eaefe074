package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What the bars above the grid are made of, so that they look and come and go alike. */
final class Bars {
    private Bars() {}

    /** A bar that begins with an icon. */
    static HBox bar(String style, Ikon icon, Node... content) {
        HBox bar = new HBox(new FontIcon(icon));
        bar.getChildren().addAll(content);
        bar.getStyleClass().addAll("bar", style);
        return bar;
    }

    /** The label, taking what room there is and as many lines as it needs. */
    static Label grown(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    /** The cross at the end of a bar. */
    static Button closing(String id, Runnable close) {
        Button button = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Texts.of("dismiss"));
        button.setOnAction(event -> close.run());
        return button;
    }

    /** Shows a node, or takes it and its room away. */
    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
