package dev.tracewright.ui.runs;

import dev.tracewright.exchange.StudyPlanFile;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.OwnTemplate;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.trace.Problem;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.PreparedStudy;
import dev.tracewright.work.TaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
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
    private static final double EMS_BESIDE_FORM = 95;
    private static final double LIST_SHARE = 0.18;

    private final RunsViewModel model;
    private final RunsContext context;
    private final TaskRunner tasks;
    private final RunsActions actions;
    private final StudyList list;
    private final RunPane run;
    private final StackPane middle = new StackPane();
    private final Label trouble = new Label("", new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    private final Ui.Bonds bonds = new Ui.Bonds();
    private final SplitPane split = new SplitPane(middle);
    private Button fresh = new Button();
    private @Nullable StudyForm form;

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
        split.getStyleClass().add("annotate-split");
        SplitPane.setResizableWithParent(list, false);
        setTop(trouble);
        setCenter(split);
        bonds.follow(model.trouble(), () -> tell(model.trouble().get()));
        bonds.follow(model.chosen(), () -> {
            leaveForm();
            show();
        });
        bonds.follow(model.loaded(), this::show);
        bonds.follow(widthProperty(), this::arrange);
        bonds.follow(Theme.fontPixels(), this::arrange);
    }

    /** What can be done here. */
    public ActionSet actions() {
        return actions.all();
    }

    /** Puts the keyboard where the work is. */
    public void focusWork() {
        if (middle.getScene() == null) {
            applyCss(); // a split pane takes its parts into the window only once it has been styled
        }
        StudyForm open = form;
        if (open != null) {
            open.focusFirst();
        } else if (model.entries().isEmpty()) {
            fresh.requestFocus();
        } else {
            list.focusList();
        }
    }

    /** Lets go of the model, because the screen goes. */
    public void release() {
        bonds.release();
        leaveForm();
        list.release();
        run.release();
    }

    private void tell(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }

    private void show() {
        arrange();
        StudyForm open = form;
        if (open != null) {
            middle.getChildren().setAll(open);
        } else if (model.chosen().get() != null) {
            middle.getChildren().setAll(run);
        } else {
            middle.getChildren().setAll(empty());
        }
    }

    /** The list of studies stands beside what is shown, where there are any, and beside the form only in a wide window. */
    private void arrange() {
        boolean narrow = getWidth() < EMS_BESIDE_FORM * Theme.fontPixels().get();
        boolean listed = !model.entries().isEmpty() && (form == null || !narrow);
        if (listed && !split.getItems().contains(list)) {
            split.getItems().addFirst(list);
            split.setDividerPositions(LIST_SHARE);
        } else if (!listed) {
            split.getItems().remove(list);
        }
    }

    private VBox empty() {
        Label title = new Label(Texts.of("runs.empty"));
        title.getStyleClass().add("empty-title");
        Label text = new Label(Texts.of("runs.empty.text"));
        text.setWrapText(true);
        text.getStyleClass().add("empty-text");
        fresh = Buttons.full(actions.all().get("runs.new"));
        HBox buttons = new HBox(fresh, Buttons.full(actions.all().get("runs.open")));
        buttons.getStyleClass().add("empty-actions");
        VBox nothing = new VBox(title, text, buttons);
        nothing.getStyleClass().add("empty-state");
        nothing.setId("runs-empty");
        nothing.setVisible(model.loaded().get());
        return nothing;
    }

    // -- Plans
    // ---------------------------------------------------------------------------------------------------------

    /** Opens the form with the usual prompts and the session's first data set. */
    void newStudy() {
        fill(
                datasets -> {
                    DataSelection.Source source = datasets.isEmpty()
                            ? new DataSelection.Source.Bundled("arithmetic")
                            : new DataSelection.Source.Session(
                                    datasets.keySet().iterator().next());
                    String name = Texts.of("runs.form.fresh", model.entries().size() + 1);
                    return StudyFormModel.fresh(name, source);
                },
                null);
    }

    /** Opens a plan from a file. */
    void openPlan() {
        context.dialogs()
                .planToOpen()
                .ifPresent(file ->
                        tasks.run(() -> StudyPlanFile.read(file), plan -> edit(plan, file.getParent()), this::failed));
    }

    /**
     * Opens the form with a plan.
     *
     * @param folder what relative paths of the plan count from, or null
     */
    void edit(StudyPlan plan, @Nullable Path folder) {
        fill(datasets -> plan, folder);
    }

    private void fill(Function<Map<String, Long>, StudyPlan> start, @Nullable Path folder) {
        tell("");
        tasks.run(
                () -> context.store().runs().problems().stream()
                        .collect(Collectors.groupingBy(Problem::dataset, TreeMap::new, Collectors.counting())),
                datasets -> showForm(datasets, start.apply(datasets), folder),
                this::failed);
    }

    private void showForm(Map<String, Long> datasets, StudyPlan start, @Nullable Path folder) {
        List<OwnTemplate> made = model.entries().stream()
                .map(StudyEntry::plan)
                .filter(Objects::nonNull)
                .flatMap(plan -> Objects.requireNonNull(plan).templates().stream())
                .toList();
        StudyFormModel form = new StudyFormModel(model.desk(), tasks, context.delay(), start, folder, made);
        leaveForm();
        StudyForm shown = new StudyForm(form, context, datasets, new SummaryPane.Orders() {
            @Override
            public void keep(PreparedStudy study, boolean begin) {
                model.keep(study, entry -> {
                    leaveForm();
                    show();
                    focusWork();
                    if (begin) {
                        model.start(entry);
                    }
                });
            }

            @Override
            public void save() {
                StudyPlan plan = form.plan();
                if (plan != null) {
                    savePlan(plan);
                }
            }

            @Override
            public void leave() {
                leaveForm();
                show();
                focusWork();
            }
        });
        this.form = shown;
        show();
        shown.focusFirst();
    }

    private void leaveForm() {
        StudyForm before = form;
        if (before != null) {
            before.release();
        }
        form = null;
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
