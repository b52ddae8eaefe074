package dev.tracewright.ui.annotate;

import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What became of a step, in a word and a colour, and below it what is odd about it. */
final class StatusCell extends VBox {
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");

    private final AnnotateViewModel model;
    private final Label chip = new Label();
    private final Label detail = new Label();
    private @Nullable StatusWords content;

    StatusCell(AnnotateViewModel model) {
        this.model = model;
        getStyleClass().add("status-cell");
        chip.getStyleClass().add("status-chip");
        detail.getStyleClass().add("status-detail");
        detail.setWrapText(true);
        getChildren().addAll(chip, detail);
    }

    void show(Sheet sheet, AlignedRows.Row row) {
        Phase phase = model.phase().get();
        StatusWords wanted = sheet.output().isEmpty() || phase == Phase.WAITING
                ? StatusWords.NONE
                : StatusWords.of(sheet, row, phase == Phase.STREAMING);
        if (wanted.equals(content)) {
            return;
        }
        content = wanted;
        chip.getStyleClass().setAll("label", "status-chip", "status-" + wanted.style());
        chip.setText(wanted.text());
        chip.setVisible(!wanted.text().isEmpty());
        chip.setManaged(!wanted.text().isEmpty());
        chip.pseudoClassStateChanged(UNSURE, wanted.unsure());
        detail.setText(wanted.detail());
        detail.setManaged(!wanted.detail().isEmpty());
        setAccessibleText(wanted.text() + " " + wanted.detail());
    }
}
