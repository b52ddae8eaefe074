package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The cell in view: what it has used, and the output of one of its calls while it comes. */
final class LivePane extends VBox {
    private final RunsViewModel model;
    private final Label title = new Label();
    private final Label used = new Label();
    private final Label whose = new Label();
    private final TextArea output = new TextArea();
    private final Button answers = new Button(Texts.of("runs.answers"));
    private final Ui.Bonds bonds = new Ui.Bonds();
    private final Ui.Bonds entryBonds = new Ui.Bonds();

    LivePane(RunsViewModel model, Consumer<Cell> showAnswers) {
        this.model = model;
        getStyleClass().add("run-part");
        title.getStyleClass().add("section-title");
        title.setId("live-title");
        title.setWrapText(true);
        used.getStyleClass().add("muted");
        used.setId("live-used");
        used.setWrapText(true);
        whose.getStyleClass().add("muted");
        whose.setId("live-whose");
        output.setId("live-output");
        output.setEditable(false);
        output.setWrapText(true);
        output.setPrefRowCount(4);
        output.setAccessibleText(Texts.of("runs.live"));
        output.setPromptText(Texts.of("runs.live.none"));
        VBox.setVgrow(output, Priority.ALWAYS);
        answers.setId("live-answers");
        answers.setMinWidth(USE_PREF_SIZE);
        answers.setOnAction(event -> {
            Cell cell = model.cell().get();
            if (cell != null) {
                showAnswers.accept(cell);
            }
        });
        getChildren().addAll(title, used, answers, whose, output);
        bonds.follow(model.live(), this::showLive);
        bonds.follow(model.cell(), this::showCell);
        bonds.follow(model.chosen(), () -> {
            entryBonds.release();
            StudyEntry entry = model.chosen().get();
            if (entry != null) {
                entryBonds.follow(entry.picture(), this::showCell);
            }
        });
    }

    void release() {
        bonds.release();
        entryBonds.release();
    }

    private void showCell() {
        Cell cell = model.cell().get();
        StudyEntry entry = model.chosen().get();
        RunPicture picture = entry == null ? null : entry.picture().get();
        CellState state =
                cell == null || picture == null ? null : picture.cells().get(cell);
        title.setText(cell == null ? Texts.of("runs.live") : RunWords.cell(cell));
        show(used, state != null);
        show(answers, state != null && cell != null && cell.approach() != null);
        if (state != null) {
            used.setText(RunWords.used(state.progress().used()));
        }
    }

    private void showLive() {
        LiveOutput.Seen seen = model.live().get();
        show(whose, seen != null);
        if (seen == null) {
            output.clear();
            return;
        }
        whose.setText(Texts.of(
                "runs.live.whose",
                seen.call().model().model(),
                seen.call().problem().number()));
        if (!seen.text().equals(output.getText())) {
            output.setText(seen.text());
            output.positionCaret(output.getLength());
        }
    }

    private static void show(Control control, boolean shown) {
        control.setVisible(shown);
        control.setManaged(shown);
    }
}
