package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The place below the last step where another one is added. */
final class AddStepRow extends GridColumns {
    AddStepRow(Runnable add) {
        super(button(add));
        getStyleClass().add("step-row");
    }

    private static Button button(Runnable add) {
        Button button = new Button(Texts.of("grid.add"), new FontIcon(MaterialDesignP.PLUS));
        button.setId("add-step");
        button.getStyleClass().add("add-step");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> add.run());
        return button;
    }
}
