package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.AlignedRows;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.PlanEditor;
import dev.tracewright.work.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an item: each delegated step beside the text that performs it. Rows are kept while only their content changes, so
 * that nothing jumps while text streams in or a step is edited.
 */
final class StepGrid extends ScrollPane {
    private final AnnotateViewModel model;
    private final VBox rows = new VBox();
    private final List<StepRow> shown = new ArrayList<>();
    private final AddStepRow addStep;
    private final Ui.Bonds bonds = new Ui.Bonds();
    private OpenSession.@Nullable Item shownItem;
    private final Hyperlink more = new Hyperlink();
    private int editing;
    private boolean everything;

    StepGrid(AnnotateViewModel model) {
        this.model = model;
        setId("step-grid");
        getStyleClass().addAll("plain-scroll", "grid-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(Texts.of("grid.accessible"));
        rows.getStyleClass().add("grid");
        addStep = new AddStepRow(this::addAtEnd);
        more.setId("more-rows");
        more.setOnAction(event -> {
            everything = true;
            show();
        });
        setContent(rows);
        KeptInSight.in(this, rows);
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrowPressed);
        bonds.follow(model.sheet(), this::show);
        TraceSelection selection = model.selection();
        bonds.follow(selection.step(), this::goToSelected);
        bonds.follow(selection.segment(), this::goToSelected);
        bonds.follow(selection.hoveredStep(), this::light);
        bonds.follow(selection.hoveredSegment(), this::light);
        bonds.follow(model.answer().valuesShown(), this::show);
        bonds.follow(model.answer().lit(), this::goToLitValue);
        bonds.follow(model.phase(), this::show);
        bonds.follow(model.opinions().differences(), this::show);
        bonds.follow(Theme.fontPixels(), () -> {
            shown.clear();
            rows.getChildren().clear();
            show();
        });
    }

    void release() {
        bonds.release();
    }

    AnnotateViewModel model() {
        return model;
    }

    // -- Editing
    // -------------------------------------------------------------------------------------------------------

    /** Opens a step for editing, the selected one or the first where none is given. */
    void edit(int step) {
        int wanted = step == 0 ? Math.max(1, model.selectedStep().get()) : step;
        commitEdit();
        if (model.phase().get() != Phase.READY || model.editor().isEmpty()) {
            return;
        }
        row(wanted).ifPresent(row -> {
            editing = wanted;
            model.selectStep(wanted);
            row.stepCell().startEditing(-1);
            reveal(row);
        });
    }

    boolean isEditing() {
        return editing != 0;
    }

    /** Takes over what stands in the open editor, if there is one. */
    void commitEdit() {
        if (editing == 0) {
            return;
        }
        int step = editing;
        editing = 0;
        row(step).ifPresent(row -> {
            String text = row.stepCell().stopEditing();
            model.editSteps(editor -> {
                if (step <= editor.steps().get().size()) {
                    editor.edit(step - 1, text);
                }
            });
        });
        requestFocus();
    }

    /** Leaves the open editor without taking its text over; a step that was only just added goes again. */
    void cancelEdit() {
        if (editing == 0) {
            return;
        }
        int step = editing;
        editing = 0;
        row(step).ifPresent(row -> row.stepCell().stopEditing());
        model.editSteps(editor -> {
            if (step <= editor.steps().get().size()
                    && editor.steps().get().steps().get(step - 1).body().isBlank()) {
                editor.undo();
            }
        });
        requestFocus();
    }

    /** Adds an empty step below the selected one (at the end where none is) and opens it. */
    void addBelow() {
        commitEdit();
        int selected = model.selectedStep().get();
        model.editSteps(editor -> {
            int at = selected == 0 ? editor.steps().get().size() : selected;
            editor.insert(at, "");
            open(at + 1, 0);
        });
    }

    /** Enter in an editor: at the end it adds a step below, elsewhere it splits the step at the cursor. */
    void enter(int step, String text, int cursor) {
        editing = 0;
        row(step).ifPresent(row -> row.stepCell().stopEditing());
        if (text.isBlank()) {
            model.editSteps(editor -> editor.edit(step - 1, text));
            requestFocus();
            return;
        }
        boolean atEnd = text.substring(cursor).isBlank();
        model.editSteps(editor -> {
            editor.edit(step - 1, text);
            if (atEnd) {
                editor.insert(step, "");
            } else {
                editor.split(step - 1, cursor);
            }
            open(step + 1, 0);
        });
    }

    /** Joins a step with its neighbour while it is being edited and keeps the cursor where the texts meet. */
    void joinWhileEditing(int step, String text, boolean withNext) {
        int first = withNext ? step : step - 1;
        if (first < 1) {
            return;
        }
        editing = 0;
        row(step).ifPresent(row -> row.stepCell().stopEditing());
        model.editSteps(editor -> {
            if (first + 1 > editor.steps().get().size()) {
                open(step, text.length());
                return;
            }
            if (text.isBlank()) {
                editor.delete(step - 1);
                int stay = Math.clamp(first, 1, Math.max(1, editor.steps().get().size()));
                open(stay, withNext ? 0 : bodyLength(editor, stay));
                return;
            }
            editor.edit(step - 1, text);
            int meeting = bodyLength(editor, first);
            editor.mergeWithNext(first - 1);
            open(first, meeting);
        });
    }

    private static int bodyLength(PlanEditor editor, int step) {
        return editor.steps().get().steps().get(step - 1).body().length();
    }

    private void open(int step, int cursor) {
        row(step).ifPresent(row -> {
            editing = step;
            model.selectStep(step);
            row.stepCell().startEditing(cursor);
            reveal(row);
        });
    }

    private void addAtEnd() {
        commitEdit();
        model.selectStep(0);
        addBelow();
    }

    /** Merges the selected step with the one behind it. */
    void mergeSelected() {
        commitEdit();
        int step = model.selectedStep().get();
        model.editSteps(editor -> editor.mergeWithNext(step - 1));
    }

    void deleteSelected() {
        commitEdit();
        int step = model.selectedStep().get();
        model.editSteps(editor -> editor.delete(step - 1));
    }

    /** Moves the selected step up or down and keeps it selected. */
    void moveSelected(int by) {
        commitEdit();
        int step = model.selectedStep().get();
        moveStep(step, step + by);
    }

    /** Moves a step to another place, both counted from 1. */
    void moveStep(int from, int to) {
        model.editSteps(editor -> {
            int target = Math.clamp(to, 1, editor.steps().get().size());
            if (from >= 1 && from != target) {
                editor.move(from - 1, target - 1);
                model.selectStep(target);
                row(target).ifPresent(this::reveal);
            }
        });
    }

    /** Where a dragged step would land for a pointer at this height of the scene: the number it would get. */
    int dropTarget(double sceneY, int dragged) {
        return StepDrop.target(shown, sceneY, dragged);
    }

    /** Shows where a dragged step would land; 0 for nowhere. */
    void showDropTarget(int target, int dragged) {
        StepDrop.show(shown, target, dragged);
    }

    /** The arrows go from row to row and from side to side; a scroll pane would keep them for scrolling. */
    private void arrowPressed(KeyEvent event) {
        boolean bare = !event.isAltDown() && !event.isShiftDown() && !event.isShortcutDown();
        TraceSelection selection = model.selection();
        boolean somewhere = model.editor().isPresent() || selection.segment().get() >= 0;
        if (!bare || !equals(event.getTarget())) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> selection.toOutput();
            case LEFT -> selection.toSteps();
            case UP, DOWN -> {
                if (!somewhere) {
                    return;
                }
                selection.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Asks which steps the passage at this position performs, beside its text. */
    void chooseLinks(int position) {
        LinkPopOver.open(model, position, rows.lookup("#segment-" + position), this::requestFocus);
    }

    // -- Showing
    // -------------------------------------------------------------------------------------------------------

    private void show() {
        Sheet sheet = model.sheet().get();
        OpenSession.Item item = model.item().get();
        if (sheet == null || item == null) {
            rows.getChildren().clear();
            shown.clear();
            shownItem = null;
            return;
        }
        boolean other =
                shownItem == null || !shownItem.row().key().equals(item.row().key());
        shownItem = item;
        if (other) {
            editing = 0;
            everything = false;
        }
        List<AlignedRows.Row> wanted = everything ? sheet.rows() : RowFolding.shortened(sheet.rows());
        while (shown.size() > wanted.size()) {
            shown.removeLast();
        }
        while (shown.size() < wanted.size()) {
            shown.add(new StepRow(this));
        }
        for (int i = 0; i < wanted.size(); i++) {
            shown.get(i).setOutputOnly(item.plan() == null && item.response() != null);
            shown.get(i).show(sheet, wanted.get(i));
        }
        List<Node> children = new ArrayList<>(shown);
        if (model.editor().isPresent()) {
            int place = children.size();
            while (place > 0 && shown.get(place - 1).step() == 0) {
                place--;
            }
            addStep.setDisable(model.phase().get() != Phase.READY);
            children.add(place, addStep);
        }
        int left = sheet.rows().size() - wanted.size();
        if (left > 0) {
            more.setText(Texts.of("grid.more", left));
            children.add(Math.max(0, children.size() - RowFolding.LAST_ROWS), more);
        }
        if (!rows.getChildren().equals(children)) {
            rows.getChildren().setAll(children);
        }
        if (other) {
            setVvalue(0);
        } else if (model.phase().get() == Phase.STREAMING) {
            Ui.soon(() -> setVvalue(getVmax()));
        }
        light();
    }

    private void light() {
        shown.forEach(StepRow::light);
    }

    /** Lights what belongs to the selection and scrolls to it; a passage that was folded away is shown. */
    private void goToSelected() {
        Sheet sheet = model.sheet().get();
        int segment = model.selection().segment().get();
        if (sheet != null && segment >= 0) {
            everything |= shown.stream().noneMatch(row -> row.holds(segment));
            show();
            shown.stream()
                    .filter(row -> row.holds(segment))
                    .findFirst()
                    .ifPresent(row -> Reveal.within(this, rows, row.place(segment)));
        }
        light();
        row(model.selectedStep().get()).ifPresent(this::reveal);
    }

    /** Lights a value in its place, shows the place where it was folded away, and scrolls to it. */
    private void goToLitValue() {
        int segment = model.answer().litSegment();
        if (segment >= 0) {
            everything |= shown.stream().noneMatch(row -> row.holds(segment));
        }
        show();
        if (segment >= 0) {
            Ui.soon(() -> {
                applyCss();
                layout(); // the place is known once its text is laid out
                shown.stream()
                        .filter(row -> row.holds(segment))
                        .findFirst()
                        .ifPresent(row -> Reveal.within(this, rows, row.litPlace(segment)));
            });
        }
    }

    private Optional<StepRow> row(int step) {
        return shown.stream().filter(row -> row.step() == step && step != 0).findFirst();
    }

    private void reveal(StepRow row) {
        Reveal.within(this, rows, row);
    }

    /** The item that is shown. */
    OpenSession.Item item() {
        return Objects.requireNonNull(shownItem);
    }
}
