package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Approach;
import dev.tracewright.trace.FinishReason;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Response;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.QueueFilter;
import dev.tracewright.work.Sheet;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The Annotate screen: queue at the left, and at the right problem, steps beside output, and verdict. */
public final class AnnotateView extends BorderPane {
    private final AnnotateViewModel model;
    private final AnnotateContext context;
    private final QueueView queue;
    private final ProblemView problem;
    private final StepGrid grid;
    private final VerdictBar verdict;
    private final EvidenceLine evidence;
    private final LeakCount leaks;
    private final ActionSet actions;
    private final Label stepsHead = new Label();
    private final Label outputHead = new Label();
    private final Label statusHead = new Label(Texts.of("grid.status"));
    private final Label trouble = new Label();
    private final GridColumns header;
    private final OpinionBar opinionBar;
    private final ReviewBar reviewBar;
    private final RefineBar refineBar;
    private final ContradictionNotice contradiction;
    private final HBox troubleBar = new HBox();
    private final HBox changedBar = new HBox();
    private final VBox noSteps = new VBox();
    private final SearchableComboBox<ModelShelf.Choice> solvers = new SearchableComboBox<>();
    private final SearchableComboBox<ModelShelf.Choice> delegators = new SearchableComboBox<>();
    private final Button stop;
    private final Button solve;
    private final Ui.Bonds bonds = new Ui.Bonds();

    public AnnotateView(AnnotateViewModel model, AnnotateContext context) {
        this.model = model;
        this.context = context;
        setId("annotate");
        getStyleClass().add("annotate");
        grid = new StepGrid(model);
        queue = new QueueView(model, context.hiding().models());
        actions = new AnnotateActions(model, this).all();
        problem = new ProblemView(model, context.hiding());
        verdict = new VerdictBar(model, actions);
        solve = Buttons.withKey(actions.get("solve"));
        solve.getStyleClass().add("accent");
        solve.setMinWidth(USE_PREF_SIZE);
        stop = Buttons.withKey(actions.get("solve.stop"));
        stop.setMinWidth(USE_PREF_SIZE);
        buildPickers();
        buildNoSteps();
        leaks = new LeakCount(model);
        header = buildHeader();

        grid.viewportBoundsProperty().addListener((property, before, now) -> alignHeader());
        VBox grids = new VBox();
        evidence = new EvidenceLine(model, grids);
        opinionBar = new OpinionBar(model, context, actions, this::focusWork);
        reviewBar = new ReviewBar(model, actions);
        refineBar = new RefineBar(model, context, actions, this::focusWork);
        grids.getChildren()
                .addAll(troubleBar(), changedBar(), reviewBar, refineBar, opinionBar, header, grid, evidence);
        grids.getStyleClass().add("grid-area");
        VBox.setVgrow(grid, Priority.ALWAYS);
        contradiction = new ContradictionNotice(model, actions, context.hiding().models());
        StackPane stack = new StackPane(grids, emptyState(), contradiction);
        BorderPane right = new BorderPane(stack);
        right.setTop(new VBox(context.hint(), problem));
        right.setBottom(verdict);
        SplitPane split = new SplitPane(queue, right);
        split.getStyleClass().add("annotate-split");
        split.setDividerPositions(0.2);
        SplitPane.setResizableWithParent(queue, false);
        setCenter(split);

        bonds.follow(model.sheet(), this::showHeads);
        bonds.follow(model.phase(), this::showPhase);
        bonds.follow(model.item(), this::showPhase);
        bonds.follow(model.trouble(), this::showTrouble);
        bonds.follow(model.desk().job(), this::showPhase);
    }

    /** Lets go of the model; to be called when the screen leaves. */
    public void release() {
        bonds.release();
        queue.release();
        problem.release();
        grid.release();
        evidence.release();
        leaks.release();
        verdict.release();
        opinionBar.release();
        reviewBar.release();
        refineBar.release();
        contradiction.release();
        model.release();
    }

    /** What can be done here. */
    public ActionSet actions() {
        return actions;
    }

    StepGrid grid() {
        return grid;
    }

    /** Shows the items with these words and, where there are others, of this solver only. */
    public void showOnly(String words, String solver) {
        queue.showOnly(words, solver);
    }

    /**
     * Shows these answers and nothing else, until the person wants to see all again.
     *
     * @param first the one to begin with, or null for any
     */
    public void showThese(QueueFilter.Only answers, @Nullable String first) {
        queue.showThese(answers);
        if (first != null) {
            model.queue().select(first);
        }
    }

    QueueView queue() {
        return queue;
    }

    VerdictBar verdict() {
        return verdict;
    }

    ProblemView problem() {
        return problem;
    }

    AnnotateContext context() {
        return context;
    }

    /** Puts the keyboard where the work is. */
    public void focusWork() {
        if (grid.getScene() == null) {
            applyCss(); // a split pane takes its halves into the window only once it has been styled
        }
        grid.requestFocus();
    }

    /** Solves with the chosen solver and the steps as they stand. */
    void solve(Approach approach) {
        grid.commitEdit();
        ModelShelf.Choice choice = solvers.getValue();
        focusWork(); // the button that was pressed is about to leave
        if (choice != null) {
            model.solve(choice.model().get(), approach);
        }
    }

    /** Asks the chosen delegator for the steps. */
    void delegate() {
        ModelShelf.Choice choice = delegators.getValue();
        if (choice != null) {
            model.delegate(choice.model().get());
        }
    }

    /** Shows the other ways to ask the solver. */
    void chooseApproach() {
        ContextMenu menu = new ContextMenu();
        for (Approach approach : Approach.values()) {
            MenuItem item = new MenuItem(Texts.of("solve.as", Texts.of("approach." + approach.key())));
            item.setDisable(
                    approach == Approach.TRACE_OF_THOUGHT && model.editor().isEmpty());
            item.setOnAction(event -> solve(approach));
            menu.getItems().add(item);
        }
        menu.show(solve, Side.BOTTOM, 0, 4);
    }

    private void buildPickers() {
        pick(solvers, context.models().solvers(), context.chosenSolver(), "pick-solver", "solve.with");
        pick(delegators, context.models().delegators(), context.chosenDelegator(), "pick-delegator", "delegate.with");
    }

    private void pick(
            SearchableComboBox<ModelShelf.Choice> box,
            javafx.collections.ObservableList<ModelShelf.Choice> choices,
            StringProperty chosen,
            String id,
            String prompt) {
        box.setId(id);
        box.setItems(choices);
        box.setPromptText(Texts.of(prompt));
        box.setAccessibleText(Texts.of(prompt));
        box.getStyleClass().add("model-picker");
        Runnable restore = () -> ModelShelf.find(choices, chosen.get()).ifPresent(box::setValue);
        restore.run();
        javafx.collections.ListChangeListener<ModelShelf.Choice> restock = change -> Ui.soon(restore);
        choices.addListener(restock);
        bonds.onRelease(() -> choices.removeListener(restock));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                chosen.set(now.id());
            }
        });
    }

    /** The columns stand below their heads whether or not the rows have a scroll bar beside them. */
    private void alignHeader() {
        double bar = Math.max(0, grid.getWidth() - grid.getViewportBounds().getWidth());
        VBox.setMargin(header, new Insets(0, bar, 0, 0));
    }

    private GridColumns buildHeader() {
        stepsHead.getStyleClass().add("column-head");
        statusHead.getStyleClass().add("column-head");
        outputHead.getStyleClass().add("column-head");
        outputHead.setMinWidth(0);
        Button other = Buttons.icon(actions.get("solve.as"));
        Button[] editing = {
            Buttons.icon(actions.get("steps.undo")),
            Buttons.icon(actions.get("steps.redo")),
            Buttons.icon(actions.get("steps.revert")),
            Buttons.icon(actions.get("refine.ask")),
        };
        HBox left = new HBox(stepsHead, leaks, Ui.spring());
        left.getChildren().addAll(editing);
        Button opinion = Buttons.icon(actions.get("opinion.ask"));
        HBox right = new HBox(outputHead, Ui.spring(), opinion, solvers, solve, other, stop);
        left.getStyleClass().add("head-cell");
        right.getStyleClass().add("head-cell");
        HBox middle = new HBox(statusHead);
        middle.getStyleClass().addAll("head-cell", "head-status");
        GridColumns columns = new GridColumns(left, middle, right);
        columns.getStyleClass().add("grid-head");
        return columns;
    }

    private HBox troubleBar() {
        trouble.setWrapText(true);
        trouble.setId("trouble");
        HBox.setHgrow(trouble, Priority.ALWAYS);
        trouble.setMaxWidth(Double.MAX_VALUE);
        Button dismiss = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        dismiss.getStyleClass().addAll("button-icon", "flat");
        dismiss.setAccessibleText(Texts.of("dismiss"));
        dismiss.setOnAction(event -> model.dismissTrouble());
        troubleBar.getChildren().addAll(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), trouble, dismiss);
        troubleBar.getStyleClass().addAll("bar", "bar-trouble");
        return troubleBar;
    }

    private HBox changedBar() {
        Label text = new Label(Texts.of("grid.changed") + " " + Texts.of("correction.steps-changed"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        changedBar.getChildren().addAll(new FontIcon(MaterialDesignI.INFORMATION_OUTLINE), text);
        changedBar.getStyleClass().addAll("bar", "bar-changed");
        return changedBar;
    }

    private void buildNoSteps() {
        Label title = new Label(Texts.of("nosteps.title"));
        title.getStyleClass().add("empty-title");
        Label text = new Label(Texts.of("nosteps.text"));
        text.setWrapText(true);
        text.getStyleClass().add("empty-text");
        Button ask = Buttons.full(actions.get("delegate"));
        ask.getStyleClass().add("accent");
        Button write = Buttons.full(actions.get("steps.write"));
        HBox row = new HBox(delegators, ask, write);
        row.getStyleClass().add("empty-actions");
        noSteps.getChildren().addAll(title, text, row);
        noSteps.getStyleClass().add("empty-state");
        noSteps.setId("no-steps");
    }

    private Node emptyState() {
        Label title = new Label(Texts.of("empty.title"));
        title.getStyleClass().add("empty-title");
        Label text = new Label(Texts.of("empty.text"));
        text.setWrapText(true);
        text.getStyleClass().add("empty-text");
        HBox row = new HBox();
        row.getStyleClass().add("empty-actions");
        for (Action action : context.emptyActions()) {
            row.getChildren().add(Buttons.full(action));
        }
        VBox nothing = new VBox(title, text, row);
        nothing.getStyleClass().add("empty-state");
        nothing.setId("no-items");
        StackPane pane = new StackPane(nothing, noSteps);
        bonds.follow(model.phase(), () -> nothing.setVisible(model.phase().get() == Phase.EMPTY));
        pane.setPickOnBounds(false);
        nothing.managedProperty().bind(nothing.visibleProperty());
        noSteps.managedProperty().bind(noSteps.visibleProperty());
        return pane;
    }

    private void showHeads() {
        OpenSession.Item item = model.item().get();
        Sheet sheet = model.sheet().get();
        boolean streaming =
                model.phase().get() == Phase.STREAMING || model.phase().get() == Phase.WAITING;
        boolean stale = sheet != null && model.stepsDifferFromOutput() && !streaming;
        changedBar.setVisible(stale);
        changedBar.setManaged(stale);
        if (item == null || sheet == null) {
            return;
        }
        header.setOutputOnly(item.plan() == null && item.response() != null);
        boolean edited = model.editor().map(e -> e.isEdited()).orElse(false);
        Plan plan = item.plan();
        stepsHead.setText(Texts.of("grid.steps") + (plan == null ? "" : " · " + version(plan, edited)));
        Response response = item.response();
        outputHead.setText(Texts.of("grid.output") + (response == null || streaming ? "" : facts(response)));
    }

    private String version(Plan plan, boolean edited) {
        boolean verified = plan.origin() == Plan.Origin.VERIFIER
                && !edited
                && !context.hiding().models().get();
        return verified
                ? Texts.of("grid.version.verifier", plan.version(), plan.author())
                : Texts.of(edited ? "grid.version.edited" : "grid.version", plan.version());
    }

    private static String facts(Response response) {
        StringBuilder facts = new StringBuilder();
        if (response.outputTokens() != null) {
            facts.append(" · ").append(Texts.of("grid.tokens", response.outputTokens()));
        }
        if (response.millis() != null) {
            facts.append(" · ").append(Texts.of("grid.seconds", response.millis() / 1000.0));
        }
        if (response.finish() != FinishReason.STOP && response.finish() != FinishReason.UNKNOWN) {
            facts.append(" · ")
                    .append(Texts.of("finish." + response.finish().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return facts.toString();
    }

    private void showPhase() {
        OpenSession.Item item = model.item().get();
        boolean busy = model.desk().job().get() != null;
        solve.setVisible(!busy);
        solve.setManaged(!busy);
        stop.setVisible(busy);
        stop.setManaged(busy);
        boolean none = item != null
                && item.plan() == null
                && item.response() == null
                && model.phase().get() == Phase.READY;
        noSteps.setVisible(none);
        grid.setVisible(!none);
        showHeads();
    }

    private void showTrouble() {
        String message = model.trouble().get();
        boolean some = message != null;
        trouble.setText(Optional.ofNullable(message).orElse(""));
        troubleBar.setVisible(some);
        troubleBar.setManaged(some);
    }
}
