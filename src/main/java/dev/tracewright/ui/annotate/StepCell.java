package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.PlanDiff;
import dev.tracewright.work.PlanEditor;
import dev.tracewright.work.Sheet;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One delegated step: shown with what a person changed marked, edited in place, dragged by its number. */
final class StepCell extends HBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final StepGrid grid;
    private final Label number = new Label();
    private final StackPane body = new StackPane();
    private @Nullable TextArea field;
    private int step;
    private int dropTarget;

    private @Nullable StepText content;

    StepCell(StepGrid grid) {
        this.grid = grid;
        getStyleClass().addAll("grid-cell", "step-cell");
        number.getStyleClass().add("step-number");
        number.setMinWidth(USE_PREF_SIZE);
        number.setCursor(Cursor.OPEN_HAND);
        number.setTooltip(new Tooltip(Texts.of("grid.drag")));
        body.setMinWidth(0);
        body.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        HBox.setHgrow(body, Priority.ALWAYS);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().addAll(number, body);
        setOnMouseClicked(this::clicked);
        hoverProperty().subscribe(hovered -> grid.model().selection().hoverStep(step, hovered));
        number.setOnMousePressed(MouseEvent::consume);
        number.setOnMouseDragged(this::dragged);
        number.setOnMouseReleased(this::dropped);
    }

    void show(Sheet sheet, int newStep) {
        step = newStep;
        boolean absent = newStep == 0 || newStep > sheet.steps().size();
        pseudoClassStateChanged(ABSENT, absent);
        setMouseTransparent(absent);
        if (absent) {
            content = null;
            field = null;
            number.setText("");
            body.getChildren().clear();
            setAccessibleText(null);
            return;
        }
        PlanDiff.Origin origin = sheet.origins().get(newStep - 1);
        String original = origin.original() < 0
                ? ""
                : grid.model()
                        .editor()
                        .map(PlanEditor::original)
                        .map(steps -> steps.steps().get(origin.original()).body())
                        .orElse("");
        StepText wanted = StepText.of(sheet, newStep, original);
        if (wanted.equals(content) || field != null) {
            return;
        }
        content = wanted;
        setId("step-" + newStep);
        number.setText(Integer.toString(newStep));
        pseudoClassStateChanged(CHANGED, origin.change() != PlanDiff.Change.SAME);
        body.getChildren().setAll(wanted.node());
        setAccessibleText(wanted.spoken());
    }

    void light(TraceSelection selection) {
        pseudoClassStateChanged(LIT, selection.lights(step));
        pseudoClassStateChanged(NEAR, selection.isNear(step));
    }

    /** Opens the editor; {@code cursor} counts from the start of the instruction, -1 stands for its end. */
    void startEditing(int cursor) {
        StepText shown = content;
        if (shown == null) {
            return;
        }
        TextArea area = new TextArea(shown.text());
        area.setId("step-editor");
        area.setWrapText(true);
        area.getStyleClass().add("step-editor");
        area.setAccessibleText(Texts.of("grid.edit.accessible", step));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(area, event));
        area.focusedProperty().addListener((property, before, now) -> {
            if (!now && isOpen(area) && area.getScene() != null) {
                Ui.soon(() -> {
                    if (isOpen(area) && !area.isFocused()) {
                        grid.commitEdit();
                    }
                });
            }
        });
        Text ruler = new Text();
        ruler.getStyleClass().add("step-editor-ruler");
        ruler.textProperty()
                .bind(area.textProperty().map(text -> text.isEmpty() || text.endsWith("\n") ? text + " " : text));
        ruler.fontProperty().bind(area.fontProperty());
        ruler.wrappingWidthProperty().bind(body.widthProperty().subtract(2));
        ruler.setVisible(false);
        ruler.setManaged(false);
        ruler.layoutBoundsProperty().addListener((property, before, now) -> area.setPrefHeight(now.getHeight() + 2));
        area.setMinHeight(USE_PREF_SIZE);
        area.setPrefHeight(Math.max(body.getHeight(), Theme.fontPixels().get() * 1.4));
        field = area;
        body.getChildren().setAll(ruler, area);
        area.applyCss(); // gives it its skin, without which the first keys would be lost
        area.requestFocus();
        area.positionCaret(
                cursor < 0
                        ? shown.text().length()
                        : Math.min(cursor, shown.text().length()));
    }

    private boolean isOpen(TextArea area) {
        return area.equals(field);
    }

    /** Closes the editor and returns what stands in it. */
    String stopEditing() {
        TextArea area = field;
        field = null;
        StepText shown = content;
        if (shown != null) {
            body.getChildren().setAll(shown.node());
        }
        return area == null
                ? (shown == null ? "" : shown.text())
                : area.getText().strip();
    }

    private void keyPressed(TextArea area, KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        boolean nothingSelected = area.getSelection().getLength() == 0;
        switch (event.getCode()) {
            case ENTER -> {
                if (plain) {
                    grid.enter(step, area.getText(), area.getCaretPosition());
                    event.consume();
                } else if (event.isShiftDown()) {
                    area.replaceSelection("\n");
                    event.consume();
                } else if (event.isShortcutDown()) {
                    grid.commitEdit();
                }
            }
            case ESCAPE -> {
                grid.cancelEdit();
                event.consume();
            }
            case F2 -> {
                grid.commitEdit();
                event.consume();
            }
            case BACK_SPACE -> {
                if (plain && nothingSelected && area.getCaretPosition() == 0) {
                    grid.joinWhileEditing(step, area.getText(), false);
                    event.consume();
                }
            }
            case DELETE -> {
                if (plain && nothingSelected && area.getCaretPosition() == area.getLength()) {
                    grid.joinWhileEditing(step, area.getText(), true);
                    event.consume();
                }
            }
            case TAB -> {
                grid.commitEdit();
                event.consume();
            }
            default -> {}
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || field != null || step == 0) {
            return;
        }
        grid.commitEdit();
        grid.requestFocus();
        grid.model().selectStep(step);
        if (event.getClickCount() == 2) {
            grid.edit(step);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (grid.model().phase().get() != Phase.READY || field != null) {
            return;
        }
        number.setCursor(Cursor.CLOSED_HAND);
        dropTarget = grid.dropTarget(event.getSceneY(), step);
        grid.showDropTarget(dropTarget, step);
        event.consume();
    }

    private void dropped(MouseEvent event) {
        number.setCursor(Cursor.OPEN_HAND);
        int target = dropTarget;
        dropTarget = 0;
        grid.showDropTarget(0, step);
        if (target != 0 && target != step) {
            grid.moveStep(step, target);
            event.consume();
        }
    }
}
