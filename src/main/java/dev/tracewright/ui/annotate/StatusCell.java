package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.Sheet;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** What became of a step, in a word and a colour, and below it what is odd about it. */
final class StatusCell extends VBox {
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");

    private final AnnotateViewModel model;
    private final Label chip = new Label();
    private final Label detail = new Label();
    private final Label opinion = OpinionMark.label();
    private StatusWords content = StatusWords.NONE;
    private String setBy = "";
    private String otherStatus = "";
    private int step;

    StatusCell(AnnotateViewModel model) {
        this.model = model;
        getStyleClass().add("status-cell");
        chip.getStyleClass().add("status-chip");
        detail.getStyleClass().add("status-detail");
        detail.setWrapText(true);
        chip.setVisible(false);
        chip.setManaged(false);
        detail.setManaged(false);
        OpinionMark.show(opinion, "");
        getChildren().addAll(chip, detail, opinion);
        chip.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && step != 0) {
                StatusMenu.show(model, step, chip);
                event.consume();
            }
        });
        setOnContextMenuRequested(event -> StatusMenu.show(model, step, chip));
    }

    void show(Sheet sheet, AlignedRows.Row row) {
        step = row.step();
        Phase phase = model.phase().get();
        boolean nothing = sheet.output().isEmpty() || phase == Phase.WAITING;
        StatusWords wanted = nothing ? StatusWords.NONE : StatusWords.of(sheet, row, phase == Phase.STREAMING);
        String by = nothing ? "" : setByWhom(sheet);
        String other = nothing || step == 0
                ? ""
                : model.opinions()
                        .statusOf(step)
                        .map(status -> Texts.of("status." + status.key()))
                        .orElse("");
        if (wanted.equals(content) && by.equals(setBy) && other.equals(otherStatus)) {
            return;
        }
        content = wanted;
        setBy = by;
        otherStatus = other;
        chip.getStyleClass().setAll("label", "status-chip", "status-" + wanted.style());
        chip.setText(wanted.text());
        chip.setVisible(!wanted.text().isEmpty());
        chip.setManaged(!wanted.text().isEmpty());
        chip.pseudoClassStateChanged(UNSURE, wanted.unsure());
        boolean set = !by.isEmpty();
        chip.setGraphic(set ? PersonMark.icon() : null);
        chip.setTooltip(set ? new Tooltip(by) : null);
        chip.setCursor(step == 0 ? Cursor.DEFAULT : Cursor.HAND);
        detail.setText(wanted.detail());
        detail.setManaged(!wanted.detail().isEmpty());
        OpinionMark.show(opinion, other);
        setAccessibleText(wanted.text() + " " + wanted.detail() + (set ? ". " + by : "")
                + (other.isEmpty() ? "" : ". " + opinion.getAccessibleText()));
    }

    /** Who set the status and when, in words; empty where the rules did. */
    private String setByWhom(Sheet sheet) {
        if (step == 0) {
            return "";
        }
        String byRules =
                Texts.of("status." + sheet.byRules().status().get(step - 1).key());
        return sheet.statusSet(step)
                .map(event -> PersonMark.words(event, byRules))
                .orElse("");
    }
}
