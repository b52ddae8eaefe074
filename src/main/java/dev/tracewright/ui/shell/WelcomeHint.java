package dev.tracewright.ui.shell;

import dev.tracewright.ui.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** Tells a newcomer what the example is and which keys matter, until it is dismissed once and for all. */
final class WelcomeHint extends HBox {
    /** @param example whether the open session is the example */
    WelcomeHint(BooleanProperty dismissed, boolean example) {
        Label title = new Label(Texts.of("hint.title"));
        title.getStyleClass().add("text-bold");
        title.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(Texts.of("hint.text"));
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button dismiss = new Button(Texts.of("hint.dismiss"));
        dismiss.setId("hint-dismiss");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(event -> dismissed.set(true));
        getChildren().addAll(new FontIcon(MaterialDesignH.HAND_WAVE), title, text, dismiss);
        getStyleClass().add("hint");
        setId("hint");
        visibleProperty().bind(dismissed.map(gone -> example && !gone));
        managedProperty().bind(visibleProperty());
    }
}
