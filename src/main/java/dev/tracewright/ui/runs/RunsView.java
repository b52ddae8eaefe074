package dev.tracewright.ui.runs;

import dev.tracewright.exchange.StudyPlanFile;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.TaskRunner;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The Runs screen: the studies of the session, the one that is shown, and the form in which a new one is made. */
public final class RunsView extends BorderPane {
    private final RunsViewModel model;
    private final RunsContext context;
    private final TaskRunner tasks;
    private final RunsActions actions;
    private final StudyList list;
    private final RunPane run;
    private final StackPane middle = new StackPane();
    private final Label trouble = new Label("", new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    private final Ui.Bonds bonds = new Ui.Bonds();

    /** @param tasks reads and writes plans away from the screen */
    public RunsView(RunsViewModel model, RunsContext context, TaskRunner tasks) {
        this.model = model;
        this.context = context;
        this.tasks = tasks;
        setId("runs");
        getStyleClass().add("runs");
        actions = new RunsActions(this, model);
        list = new StudyList(model, actions.all());
        run = new RunPane(model, actions, context.showAnswers());
        trouble.setId("runs-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().addAll("bar", "bar-trouble");
        trouble.setMaxWidth(Double.MAX_VALUE);
        SplitPane split = new SplitPane(list, middle);
        split.getStyleClass().add("annotate-split");
        split.setDividerPositions(0.2);
        SplitPane.setResizableWithParent(list, false);
        setTop(trouble);
        setCenter(split);
        bonds.follow(model.trouble(), () -> tell(model.trouble().get()));
        bonds.follow(model.chosen(), this::show);
        bonds.follow(model.loaded(), this::show);
    }

    /** What can be done here. */
    public ActionSet actions() {
        return actions.all();
    }

    /** Puts the keyboard where the work is. */
    public void focusWork() {
        list.focusList();
    }

    /** Lets go of the model, because the screen goes. */
    public void release() {
        bonds.release();
        list.release();
        run.release();
    }

    private void tell(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }

    private void show() {
        if (model.chosen().get() != null) {
            middle.getChildren().setAll(run);
        } else {
            middle.getChildren().setAll(empty());
        }
    }

    private VBox empty() {
        Label title = new Label(Texts.of("runs.empty"));
        title.getStyleClass().add("empty-title");
        Label text = new Label(Texts.of("runs.empty.text"));
        text.setWrapText(true);
        text.getStyleClass().add("empty-text");
        HBox buttons = new HBox(
                Buttons.full(actions.all().get("runs.new")),
                Buttons.full(actions.all().get("runs.open")));
        buttons.getStyleClass().add("empty-actions");
        VBox nothing = new VBox(title, text, buttons);
        nothing.getStyleClass().add("empty-state");
        nothing.setId("runs-empty");
        nothing.setVisible(model.loaded().get());
        return nothing;
    }

    // -- Plans
    // ---------------------------------------------------------------------------------------------------------

    void newStudy() {}

    /** Opens a plan from a file. */
    void openPlan() {
        context.dialogs()
                .planToOpen()
                .ifPresent(file ->
                        tasks.run(() -> StudyPlanFile.read(file), plan -> edit(plan, file.getParent()), this::failed));
    }

    /** @param folder what relative paths of the plan count from, or null */
    void edit(StudyPlan plan, @Nullable Path folder) {
        tell("");
        tasks.run(
                () -> model.desk().prepare(plan, folder),
                prepared -> {
                    if (prepared.ready()) {
                        model.keep(prepared, entry -> focusWork());
                    } else {
                        tell(String.join("\n", prepared.troubles()));
                    }
                },
                this::failed);
    }

    void savePlan(StudyPlan plan) {
        String name = plan.name().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        context.dialogs()
                .planTarget((name.isEmpty() ? "study" : name) + ".yaml")
                .ifPresent(file -> tasks.run(
                        () -> {
                            StudyPlanFile.write(plan, file);
                            return true;
                        },
                        done -> tell(""),
                        this::failed));
    }

    private void failed(Throwable problem) {
        tell(Objects.requireNonNullElse(problem.getMessage(), problem.toString()));
    }
}
