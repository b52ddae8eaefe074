package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** One study while it runs: what can be done with it, how far it is, its matrix, its errors, and the output that comes just now. */
final class RunPane extends VBox {
    private final RunsViewModel model;
    private final RunsActions actions;
    private final Label title = new Label();
    private final Label phase = new Label();
    private final CellBar bar = new CellBar();
    private final Label counts = new Label();
    private final Label facts = new Label();
    private final Label stopped = new Label("", new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    private final MatrixTable matrix;
    private final TroubleList troubles;
    private final LivePane live;
    private final Ui.Bonds bonds = new Ui.Bonds();
    private final Ui.Bonds entryBonds = new Ui.Bonds();

    RunPane(RunsViewModel model, RunsActions actions, Consumer<Cell> showAnswers) {
        this.model = model;
        this.actions = actions;
        setId("run");
        getStyleClass().add("run");
        matrix = new MatrixTable(model);
        troubles = new TroubleList(model);
        live = new LivePane(model, showAnswers);
        bar.setId("run-bar");
        counts.setId("run-counts");
        facts.setId("run-facts");
        facts.setWrapText(true);
        facts.getStyleClass().add("muted");
        stopped.setId("run-stopped");
        stopped.setWrapText(true);
        stopped.getStyleClass().add("run-stopped");
        title.setId("run-title");
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        phase.setId("run-phase");
        phase.getStyleClass().add("run-phase");
        phase.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, phase);
        head.getStyleClass().add("run-head");
        HBox line = new HBox(bar, counts);
        HBox.setHgrow(bar, Priority.ALWAYS);
        counts.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("cell-line");
        SplitPane below = new SplitPane(troubles, live);
        below.getStyleClass().add("run-below");
        below.setDividerPositions(0.45);
        VBox top = new VBox(head, buttons(), line, facts, stopped);
        top.getStyleClass().add("run-top");
        SplitPane parts = new SplitPane(matrix, below);
        parts.setOrientation(javafx.geometry.Orientation.VERTICAL);
        parts.getStyleClass().add("run-below");
        parts.setDividerPositions(0.58);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(top, parts);
        bonds.follow(model.chosen(), this::follow);
    }

    void release() {
        bonds.release();
        entryBonds.release();
        matrix.release();
        troubles.release();
        live.release();
    }

    private FlowPane buttons() {
        ActionSet all = actions.all();
        List<Button> buttons = new ArrayList<>();
        for (String id : List.of("runs.start", "runs.pause", "runs.stop", "runs.retry", "runs.copy", "runs.save")) {
            Button button = Buttons.full(all.get(id));
            button.setMinWidth(USE_PREF_SIZE);
            buttons.add(button);
        }
        buttons.getFirst().getStyleClass().add("accent");
        FlowPane pane = new FlowPane();
        pane.getChildren().setAll(buttons);
        pane.getStyleClass().add("run-buttons");
        return pane;
    }

    private void follow() {
        entryBonds.release();
        StudyEntry entry = model.chosen().get();
        if (entry == null) {
            return;
        }
        title.setText(entry.stored().name());
        entryBonds.follow(entry.picture(), () -> show(entry));
        entryBonds.follow(entry.fault(), () -> show(entry));
    }

    private void show(StudyEntry entry) {
        RunPicture picture = entry.picture().get();
        actions.follow(picture);
        matrix.show(picture);
        troubles.show(picture);
        String why = entry.fault().get();
        if (picture != null) {
            RunProgress progress = picture.progress();
            if (why.isEmpty() && progress.stopped() != null) {
                why = progress.stopped();
            }
            phase.setText(RunWords.phase(progress.phase()));
            bar.show(progress.done(), progress.failed(), progress.running(), progress.total());
            counts.setText(Texts.of("runs.of", progress.done(), progress.total()));
            facts.setText(facts(progress));
        } else {
            phase.setText("");
            counts.setText("");
            facts.setText("");
        }
        stopped.setText(why);
        stopped.setVisible(!why.isEmpty());
        stopped.setManaged(!why.isEmpty());
    }

    private static String facts(RunProgress progress) {
        List<String> parts = new ArrayList<>();
        if (progress.failed() > 0) {
            parts.add(Texts.of("runs.failed", progress.failed()));
        }
        if (progress.inReview() > 0) {
            parts.add(Texts.of("runs.in-review", progress.inReview()));
        }
        if (progress.running() > 0) {
            parts.add(Texts.of("runs.running", progress.running()));
        }
        if (progress.phase() == RunProgress.Phase.RUNNING && progress.perMinute() > 0) {
            parts.add(RunWords.rate(progress.perMinute()));
        }
        if (progress.left() != null) {
            parts.add(RunWords.left(progress.left()));
        }
        parts.add(RunWords.used(progress.used()));
        return String.join("  ·  ", parts);
    }
}
