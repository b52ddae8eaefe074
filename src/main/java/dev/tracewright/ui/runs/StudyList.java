package dev.tracewright.ui.runs;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The studies of the session, the newest first, and making a new one. */
final class StudyList extends VBox {
    private final RunsViewModel model;
    private final ListView<StudyEntry> list;
    private final Ui.Bonds bonds = new Ui.Bonds();

    StudyList(RunsViewModel model, ActionSet actions) {
        this.model = model;
        getStyleClass().add("study-list");
        FlowPane head = new FlowPane();
        for (String id : List.of("runs.new", "runs.open")) {
            Button button = Buttons.full(actions.get(id));
            button.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(button);
        }
        head.getStyleClass().add("study-list-head");
        list = new ListView<>(model.entries());
        list.setId("studies");
        list.setAccessibleText(Texts.of("runs.studies"));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label(Texts.of("runs.studies.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.chosen().set(now);
            }
        });
        bonds.follow(model.chosen(), this::select);
    }

    void release() {
        bonds.release();
        list.setItems(javafx.collections.FXCollections.observableArrayList());
    }

    void focusList() {
        list.requestFocus();
    }

    private void select() {
        StudyEntry chosen = model.chosen().get();
        if (chosen != null) {
            list.getSelectionModel().select(chosen);
        }
    }

    /** Name and state of a study. */
    private static final class Cell extends ListCell<StudyEntry> {
        private final Label name = new Label();
        private final Label state = new Label();
        private final CellBar bar = new CellBar();
        private final VBox box = new VBox(name, state, bar);
        private final Ui.Bonds bonds = new Ui.Bonds();

        Cell() {
            getStyleClass().add("study-cell");
            name.getStyleClass().add("queue-title");
            state.getStyleClass().add("queue-snippet");
            box.getStyleClass().add("cell-box");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable StudyEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            bonds.release();
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            name.setText(entry.stored().name());
            bonds.follow(entry.picture(), () -> show(entry));
            setGraphic(box);
        }

        private void show(StudyEntry entry) {
            RunPicture picture = entry.picture().get();
            state.setText(RunWords.summary(picture == null ? null : picture.progress()));
            if (picture == null) {
                bar.show(null);
            } else {
                bar.show(
                        picture.progress().done(),
                        picture.progress().failed(),
                        picture.progress().running(),
                        picture.progress().total());
            }
            setAccessibleText(name.getText() + ", " + state.getText());
        }
    }
}
