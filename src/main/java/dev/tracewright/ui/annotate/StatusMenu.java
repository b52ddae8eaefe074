package dev.tracewright.ui.annotate;

import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.control.KeyCap;
import dev.tracewright.work.Sheet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The statuses to choose from for one step, each with its key. */
final class StatusMenu {
    private StatusMenu() {}

    /** Selects the step and shows the menu below {@code beside}; where nothing can be corrected it says why. */
    static void show(AnnotateViewModel model, int step, Node beside) {
        Sheet sheet = model.sheet().get();
        if (sheet == null || step < 1 || step > sheet.alignment().status().size()) {
            return;
        }
        model.selectStep(step);
        ContextMenu menu = new ContextMenu();
        if (!model.corrections().possible()) {
            menu.getItems().add(explanation(model));
        }
        for (StepStatus status : StepStatus.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.of("status." + status.key()));
            item.setId("set-" + status.key());
            item.setGraphic(new KeyCap(Integer.toString(CorrectionActions.digit(status))));
            item.setSelected(sheet.alignment().status().get(step - 1) == status);
            item.setDisable(!model.corrections().possible());
            item.setOnAction(event -> model.corrections().setStatus(step, status));
            menu.getItems().add(item);
        }
        String rules =
                Texts.of("status." + sheet.byRules().status().get(step - 1).key());
        MenuItem back = new MenuItem(Texts.of("correction.as-rules", rules), new KeyCap("0"));
        back.setId("set-by-rules");
        back.setDisable(!model.corrections().possible() || sheet.statusSet(step).isEmpty());
        back.setOnAction(event -> model.corrections().setStatus(step, null));
        menu.getItems().addAll(new SeparatorMenuItem(), back);
        // The cell owns the menu, so that its words are as large as in other menus.
        Bounds place = beside.localToScreen(beside.getBoundsInLocal());
        menu.show(beside.getParent(), place.getMinX(), place.getMaxY() + 2);
    }

    /** Why status and links cannot be corrected now. */
    static MenuItem explanation(AnnotateViewModel model) {
        MenuItem why = new MenuItem(
                Texts.of(model.stepsDifferFromOutput() ? "correction.steps-changed" : "correction.not-now"));
        why.setDisable(true);
        return why;
    }
}
