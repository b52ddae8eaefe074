package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.experiment.RunProgress.Trouble;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why calls were given up, in the servers' words: of the whole study with counts, or of the chosen cell by problem. */
final class TroubleList extends VBox {
    private static final int MOST_SHOWN = 200;

    private final RunsViewModel model;
    private final Label title = new Label();
    private final TextArea list = new TextArea();
    private final Ui.Bonds bonds = new Ui.Bonds();
    private List<Trouble> troubles = List.of();

    TroubleList(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("run-part");
        title.getStyleClass().add("section-title");
        title.setId("troubles-title");
        list.setId("troubles");
        list.setAccessibleText(Texts.of("runs.troubles"));
        list.setEditable(false);
        list.setWrapText(true);
        list.setPrefRowCount(4);
        list.setPromptText(Texts.of("runs.troubles.none"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        bonds.follow(model.failures(), this::show);
        bonds.follow(model.cell(), this::show);
    }

    void release() {
        bonds.release();
    }

    void show(@Nullable RunPicture picture) {
        troubles = picture == null ? List.of() : picture.progress().troubles();
        show();
    }

    private void show() {
        Cell cell = model.cell().get();
        Map<StudyCall, String> failures = model.failures().get();
        title.setText(Texts.of(cell == null ? "runs.troubles" : "runs.troubles.cell"));
        List<String> lines = cell == null
                ? troubles.stream()
                        .limit(MOST_SHOWN)
                        .map(trouble -> Texts.of("runs.trouble", trouble.calls(), trouble.why()))
                        .toList()
                : failures.entrySet().stream()
                        .limit(MOST_SHOWN)
                        .map(failure -> Texts.of(
                                "runs.trouble.problem",
                                failure.getKey().problem().number(),
                                failure.getValue()))
                        .toList();
        String text = String.join("\n", lines);
        if (!text.equals(list.getText())) {
            list.setText(text);
        }
    }
}
