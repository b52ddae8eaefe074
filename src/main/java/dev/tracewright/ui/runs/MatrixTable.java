package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The matrix of a study's cells; only what has changed and is in sight is drawn anew. */
final class MatrixTable extends TableView<RunMatrix.Row> {
    private static final double MODEL_EMS = 14;
    private static final double CELL_EMS = 13.5;
    private static final double ROW_EMS = 4.2;
    private static final double WIDE_EMS = 18;

    private final RunsViewModel model;
    private final Map<Cell, ObjectProperty<@Nullable CellState>> shown = new HashMap<>();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private RunMatrix matrix = RunMatrix.EMPTY;
    private boolean choosing;

    MatrixTable(RunsViewModel model) {
        this.model = model;
        setId("matrix");
        getStyleClass().add("matrix");
        setAccessibleText(Texts.of("runs.matrix"));
        getSelectionModel().setCellSelectionEnabled(true);
        setPlaceholder(new Label());
        fixedCellSizeProperty().bind(Theme.fontPixels().multiply(ROW_EMS));
        getFocusModel().focusedCellProperty().addListener(changed -> choose());
        bonds.follow(model.cell(), this::showChosen);
    }

    void release() {
        bonds.release();
    }

    /** Shows the cells of a run, or none. */
    void show(@Nullable RunPicture picture) {
        RunMatrix now = picture == null ? RunMatrix.EMPTY : picture.matrix();
        if (!now.equals(matrix)) {
            matrix = now;
            rebuild();
        }
        if (picture != null) {
            picture.cells().forEach((cell, state) -> property(cell).set(state));
        }
    }

    private void rebuild() {
        choosing = true;
        shown.clear();
        getColumns().clear();
        TableColumn<RunMatrix.Row, RunMatrix.Row> first = new TableColumn<>(Texts.of("runs.matrix.model"));
        first.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        first.setCellFactory(column -> new RowCell());
        first.prefWidthProperty().bind(Theme.fontPixels().multiply(MODEL_EMS));
        first.setSortable(false);
        first.setReorderable(false);
        getColumns().add(first);
        for (RunMatrix.Column place : matrix.columns()) {
            TableColumn<RunMatrix.Row, @Nullable CellState> column = new TableColumn<>();
            Label title = new Label(RunWords.column(place));
            title.getStyleClass().add("matrix-approach");
            Label detail = new Label(RunWords.detail(place));
            detail.getStyleClass().add("matrix-template");
            VBox head = new VBox(title, detail);
            head.getStyleClass().add("matrix-head");
            column.setGraphic(head);
            column.setCellValueFactory(row -> state(row.getValue(), place));
            column.setCellFactory(each -> new StateCell());
            boolean wide = place.delegationTemplate() != null;
            column.prefWidthProperty().bind(Theme.fontPixels().multiply(wide ? WIDE_EMS : CELL_EMS));
            column.setSortable(false);
            column.setReorderable(false);
            getColumns().add(column);
        }
        getItems().setAll(matrix.rows());
        choosing = false;
    }

    private ObservableValue<@Nullable CellState> state(RunMatrix.Row row, RunMatrix.Column column) {
        return property(RunMatrix.cell(row, column));
    }

    private ObjectProperty<@Nullable CellState> property(Cell cell) {
        return shown.computeIfAbsent(cell, key -> new SimpleObjectProperty<>());
    }

    @SuppressWarnings("unchecked") // the toolkit gives positions without their column's type
    private void choose() {
        TablePosition<RunMatrix.Row, ?> at = getFocusModel().getFocusedCell();
        if (choosing || at.getRow() < 0 || at.getRow() >= matrix.rows().size()) {
            return;
        }
        int column = at.getColumn() - 1;
        Cell cell = column < 0 || column >= matrix.columns().size()
                ? null
                : RunMatrix.cell(
                        matrix.rows().get(at.getRow()), matrix.columns().get(column));
        boolean there = cell != null && property(cell).get() != null;
        choosing = true;
        model.cell().set(there ? cell : null);
        choosing = false;
    }

    private void showChosen() {
        if (!choosing && model.cell().get() == null) {
            getSelectionModel().clearSelection();
        }
    }

    /** Who is asked, and whose steps it follows. */
    private static final class RowCell extends TableCell<RunMatrix.Row, RunMatrix.Row> {
        private final Label name = new Label();
        private final Label small = new Label();
        private final VBox box = new VBox(name, small);

        RowCell() {
            name.getStyleClass().add("matrix-model");
            small.getStyleClass().add("matrix-template");
        }

        @Override
        protected void updateItem(RunMatrix.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            name.setText(row.model().model());
            small.setText(
                    row.delegator() == null
                            ? row.model().endpoint()
                            : Texts.of("runs.matrix.follows", row.delegator().model()));
            setAccessibleText(name.getText() + ", " + small.getText());
            setGraphic(box);
        }
    }

    /** How far a cell is: a bar, its counts, and a small line. */
    private static final class StateCell extends TableCell<RunMatrix.Row, @Nullable CellState> {
        private final CellBar bar = new CellBar();
        private final Label counts = new Label();
        private final Label small = new Label();
        private final FontIcon check = new FontIcon(MaterialDesignC.CHECK);
        private final FontIcon alert = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        private final VBox box;

        StateCell() {
            counts.getStyleClass().add("cell-counts");
            counts.setMinWidth(USE_PREF_SIZE);
            small.getStyleClass().add("matrix-template");
            check.getStyleClass().add("cell-complete");
            alert.getStyleClass().add("cell-alert");
            HBox.setHgrow(bar, Priority.ALWAYS);
            HBox line = new HBox(bar, counts);
            line.getStyleClass().add("cell-line");
            box = new VBox(line, small);
            box.getStyleClass().add("cell-box");
        }

        @Override
        protected void updateItem(@Nullable CellState state, boolean empty) {
            super.updateItem(state, empty);
            if (state == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            bar.show(state.progress());
            counts.setText(Texts.of(
                    "runs.cell", state.progress().done(), state.progress().total()));
            boolean failed = state.progress().failed() > 0;
            counts.setGraphic(failed ? alert : state.complete() ? check : null);
            small.setText(RunWords.small(state));
            Forms.show(small, !small.getText().isEmpty());
            setAccessibleText(Texts.of(
                            "runs.of", state.progress().done(), state.progress().total()) + " " + small.getText());
            setGraphic(box);
        }
    }
}
