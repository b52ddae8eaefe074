package dev.tracewright.ui.shell;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.work.ModelJob;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.SaveQueue;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The top bar: product, session, what is running, whether everything is saved, and who is labelling. */
final class TopBar extends HBox {
    private final ShellViewModel model;
    private final ActionSet actions;
    private final Consumer<String> openByName;
    private final MenuButton sessions = new MenuButton();
    private final HBox fileJob = new HBox();
    private final HBox modelJob = new HBox();
    private final HBox runJob = new HBox();
    private final Label saved = new Label();
    private final Label annotator = new Label();
    private final Button retry = new Button(Texts.of("shell.retry"));
    private final Ui.Bonds bonds = new Ui.Bonds();

    TopBar(ShellViewModel model, ActionSet actions, Consumer<String> openByName) {
        this.model = model;
        this.actions = actions;
        this.openByName = openByName;
        getStyleClass().add("top-bar");
        Label product = new Label("Tracewright");
        product.getStyleClass().add("product");
        product.setMinWidth(USE_PREF_SIZE);
        sessions.setId("sessions");
        sessions.getStyleClass().addAll("session-menu");
        sessions.setMnemonicParsing(false);
        sessions.setAccessibleText(Texts.of("shell.sessions"));
        sessions.setOnShowing(event -> fillSessions());
        fillSessions();
        saved.setId("saved");
        retry.setId("save-retry");
        annotator.setId("annotator");
        annotator.getStyleClass().add("annotator");
        fileJob.getStyleClass().add("job");
        modelJob.getStyleClass().add("job");
        runJob.getStyleClass().add("job");
        runJob.setManaged(false);
        showFileJob(null);
        Button settings = Buttons.icon(actions.get("window.theme"));
        getChildren()
                .addAll(product, sessions, Ui.spring(), fileJob, modelJob, runJob, saved, retry, settings, annotator);
    }

    void follow(@Nullable OpenSession session, @Nullable AnnotateViewModel annotate) {
        bonds.release();
        runJob.getChildren().clear();
        runJob.setManaged(false);
        sessions.setText(
                session == null
                        ? Texts.of("shell.session.none")
                        : session.store().name());
        annotator.setText(session == null ? "" : session.annotator());
        saved.setVisible(session != null);
        showModelJob(null, annotate);
        retry.setVisible(false);
        retry.setManaged(false);
        if (session != null) {
            bonds.follow(session.saves().state(), () -> showSaved(session.saves()));
        }
        if (annotate != null) {
            bonds.follow(
                    annotate.desk().job(),
                    () -> showModelJob(annotate.desk().job().get(), annotate));
        }
    }

    void showFileJob(@Nullable FileJob job) {
        fileJob.getChildren().clear();
        fileJob.setManaged(job != null);
        if (job != null) {
            Label text = new Label();
            text.textProperty().bind(job.records().map(count -> job.title() + " · " + Texts.of(job.unit(), count)));
            Hyperlink cancel = new Hyperlink(Texts.of("shell.cancel"));
            cancel.setOnAction(event -> job.cancel());
            fileJob.getChildren().addAll(new ProgressIndicator(), text, cancel);
        }
    }

    /** Shows while a run of the session is active; a click goes there. */
    void followRuns(RunsViewModel runs, Runnable show) {
        Hyperlink link = new Hyperlink(Texts.of("shell.runs"));
        link.setId("runs-job");
        link.setOnAction(event -> show.run());
        bonds.follow(runs.busy(), () -> {
            boolean busy = runs.busy().get();
            runJob.getChildren().setAll(busy ? List.of(new ProgressIndicator(), link) : List.of());
            runJob.setManaged(busy);
        });
    }

    private void showModelJob(@Nullable ModelJob job, @Nullable AnnotateViewModel annotate) {
        modelJob.getChildren().clear();
        modelJob.setManaged(job != null);
        if (job != null && annotate != null) {
            int number = annotate.queue()
                    .find(job.key())
                    .map(row -> row.problem().number())
                    .orElse(0);
            Hyperlink show = new Hyperlink(Texts.of("shell.job", job.model(), number));
            show.setOnAction(event -> annotate.queue().select(job.key()));
            modelJob.getChildren().addAll(new ProgressIndicator(), show);
        }
    }

    private void showSaved(SaveQueue saves) {
        SaveQueue.State state = saves.state().get();
        boolean failed = state instanceof SaveQueue.State.Failed;
        retry.setVisible(failed);
        retry.setManaged(failed);
        retry.setOnAction(event -> saves.retry());
        switch (state) {
            case SaveQueue.State.Saved ignored -> show("saved", MaterialDesignC.CHECK, Texts.of("shell.saved"));
            case SaveQueue.State.Saving ignored ->
                show("saving", MaterialDesignC.CONTENT_SAVE_OUTLINE, Texts.of("shell.saving"));
            case SaveQueue.State.Failed(String message, int pending) ->
                show("save-failed", MaterialDesignA.ALERT_CIRCLE_OUTLINE, Texts.of("shell.save-failed", message));
        }
    }

    private void show(String style, org.kordamp.ikonli.Ikon icon, String text) {
        saved.getStyleClass().setAll("label", style);
        saved.setGraphic(new FontIcon(icon));
        saved.setText(text);
    }

    private void fillSessions() {
        sessions.getItems().clear();
        for (String name : model.workspace().names()) {
            MenuItem item = new MenuItem(name, new FontIcon(MaterialDesignS.SCRIPT_TEXT_OUTLINE));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> openByName.accept(name));
            sessions.getItems().add(item);
        }
        if (!sessions.getItems().isEmpty()) {
            sessions.getItems().add(new SeparatorMenuItem());
        }
        for (String id : List.of(
                "session.new",
                "session.open",
                "session.import",
                "session.import-folder",
                "session.download",
                "session.export.csv",
                "session.export.jsonl",
                "session.export.spreadsheet")) {
            sessions.getItems().add(Buttons.menuItem(actions.get(id)));
        }
    }
}
