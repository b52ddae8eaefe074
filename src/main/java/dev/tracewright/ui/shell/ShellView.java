package dev.tracewright.ui.shell;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.action.Buttons;
import dev.tracewright.ui.annotate.AnnotateContext;
import dev.tracewright.ui.annotate.AnnotateView;
import dev.tracewright.ui.annotate.AnnotateViewModel;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.ui.preferences.Preferences;
import dev.tracewright.ui.preferences.SettingsView;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.work.ModelDesk;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.QueueFilter;
import dev.tracewright.work.ResultsDesk;
import dev.tracewright.work.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame of the window: top bar, rail, the screen in the middle, status bar; and the one place where keys arrive. */
public final class ShellView extends BorderPane {
    private final ShellViewModel model;
    private final Preferences preferences;
    private final ShellParts parts;
    private final FileDialogs dialogs;
    private final ActionSet windowActions;
    private final StackPane middle = new StackPane();
    private final StatusLine status;
    private final ToggleGroup rail = new ToggleGroup();
    private final TopBar top;
    private @Nullable AnnotateView annotate;
    private @Nullable AnnotateViewModel annotateModel;
    private @Nullable RunsRoom runs;
    private @Nullable ResultsRoom room;
    private Screen screen = Screen.ANNOTATE;
    private boolean keyTaken;

    /** What is shown in the middle. */
    private enum Screen {
        ANNOTATE,
        RUNS,
        INSPECT,
        RESULTS,
        SETTINGS
    }

    public ShellView(ShellViewModel model, Preferences preferences, FileDialogs dialogs, ShellParts parts) {
        this.model = model;
        this.preferences = preferences;
        this.parts = parts;
        this.dialogs = dialogs;
        setId("shell");
        ShellActions own = new ShellActions(this, model, dialogs, preferences, parts.publicData());
        windowActions = own.all();
        top = new TopBar(model, windowActions, own::openByName);
        status = new StatusLine(this::showShortcuts);
        setTop(top);
        setLeft(rail());
        setCenter(middle);
        setBottom(status);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> keyTaken = false);
        addEventFilter(KeyEvent.KEY_TYPED, this::letterTyped);
        model.session().addListener((property, before, now) -> sessionChanged(now));
        model.opening().addListener((property, before, now) -> {
            if (model.session().get() == null) {
                showNoSession();
            }
        });
        model.job().addListener((property, before, now) -> top.showFileJob(now));
        sessionChanged(model.session().get());
    }

    /** Whether a model call is running, so that the session cannot be switched. */
    boolean modelCallRunning() {
        AnnotateViewModel shown = annotateModel;
        RunsRoom studies = runs;
        return (studies != null && studies.model().underWay())
                || (shown != null
                        && (shown.desk().isBusy() || shown.desk().opinions().isBusy()));
    }

    /** The actions of the window and of the screen that is shown. */
    public List<Action> actions() {
        ArrayList<Action> all = new ArrayList<>();
        ActionSet own = screenActions();
        if (own != null) {
            all.addAll(own.all());
        }
        all.addAll(windowActions.all());
        return all;
    }

    /** The model of the Annotate screen, or null while no session is open. */
    public @Nullable AnnotateViewModel annotateModel() {
        return annotateModel;
    }

    /** The model of the Runs screen, or null while no session is open. */
    public @Nullable RunsViewModel runsModel() {
        RunsRoom studies = runs;
        return studies == null ? null : studies.model();
    }

    /** The model of the Results and Inspect screens, or null while no session is open. */
    public @Nullable ResultsViewModel resultsModel() {
        ResultsRoom counted = room;
        return counted == null ? null : counted.model();
    }

    /** Tells the person something, without taking the keyboard. */
    public void tell(Notice notice) {
        if (getScene() == null || getScene().getWindow() == null) {
            return;
        }
        Notifications note = Notifications.create()
                .owner(getScene().getWindow())
                .title(notice.title())
                .text(wrapped(notice.text()))
                .hideAfter(Duration.seconds(notice.kind() == Notice.Kind.DONE ? 5 : 15));
        switch (notice.kind()) {
            case DONE -> note.showInformation();
            case WARNING -> note.showWarning();
            case FAILED -> note.showError();
        }
        for (Window window : Window.getWindows()) {
            if (window instanceof Popup popup) {
                popup.setHideOnEscape(false); // Escape belongs to the work, not to a note at the edge
            }
        }
    }

    void showShortcuts() {
        new ShortcutSheet(actions()).show(getScene().getWindow());
    }

    void showAnnotate() {
        AnnotateView shown = annotate;
        if (shown != null) {
            if (screen == Screen.RUNS) {
                bringAnswers(() -> {});
            }
            screen = Screen.ANNOTATE;
            status.silence(false);
            middle.getChildren().setAll(shown);
            selectRail("rail-annotate");
            shown.focusWork();
        }
    }

    void showSettings() {
        SettingsView shown = parts.settings().get();
        show(Screen.SETTINGS, shown, "rail-settings");
        shown.focusFirst();
    }

    void showRuns() {
        RunsRoom shown = runs;
        if (shown != null) {
            show(Screen.RUNS, shown.view(), "rail-runs");
            shown.view().focusWork();
        }
    }

    void showResults() {
        ResultsRoom shown = room;
        if (shown != null) {
            show(Screen.RESULTS, shown.results(), "rail-results");
            shown.model().refresh();
            shown.results().focusWork();
        }
    }

    void showInspect() {
        ResultsRoom shown = room;
        if (shown != null) {
            show(Screen.INSPECT, shown.inspect(), "rail-inspect");
            shown.model().refresh();
            shown.inspect().focusWork();
        }
    }

    private void show(Screen which, Region view, String railId) {
        screen = which;
        middle.getChildren().setAll(view);
        selectRail(railId);
        status.silence(true);
    }

    /** The actions of the screen that is shown, or null where it has none of its own. */
    private @Nullable ActionSet screenActions() {
        AnnotateView work = annotate;
        RunsRoom studies = runs;
        ResultsRoom counted = room;
        return switch (screen) {
            case ANNOTATE -> work == null ? null : work.actions();
            case RUNS -> studies == null ? null : studies.view().actions();
            case INSPECT -> counted == null ? null : counted.inspect().actions();
            case RESULTS -> counted == null ? null : counted.results().actions();
            case SETTINGS -> null;
        };
    }

    private void key(KeyEvent event) {
        ActionSet own = screenActions();
        boolean done = own != null && own.handle(event);
        keyTaken = done || windowActions.handle(event);
    }

    /** The letter of a key that was an action must not arrive in the field which that action opened. */
    private void letterTyped(KeyEvent event) {
        if (keyTaken) {
            event.consume();
        }
    }

    private void sessionChanged(@Nullable OpenSession session) {
        release();
        top.follow(session, null);
        if (session == null) {
            showNoSession();
            return;
        }
        ModelDesk desk = parts.deskFor().apply(session);
        AnnotateViewModel shown = new AnnotateViewModel(
                session, parts.annotate().tasks(), desk, parts.annotate().delay());
        shown.autoAdvance().bind(preferences.autoAdvance());
        shown.answer().blind().bind(preferences.blind());
        shown.answer().hideGold().bind(preferences.hideGold());
        AnnotateView view = new AnnotateView(shown, context());
        annotateModel = shown;
        annotate = view;
        status.follow(shown);
        top.follow(session, shown);
        makeRuns(session);
        makeRoom(session);
        showAnnotate();
    }

    private void makeRuns(OpenSession session) {
        RunsRoom studies = new RunsRoom(
                session,
                parts,
                dialogs,
                new RunsRoom.Window(
                        () -> session.equals(model.session().get()),
                        () -> screen == Screen.ANNOTATE,
                        this::showOnly,
                        windowActions.get("window.settings"),
                        this::tell));
        runs = studies;
        top.followRuns(studies.model(), this::showRuns);
    }

    private void makeRoom(OpenSession session) {
        room = new ResultsRoom(
                session,
                parts.results().apply(session),
                model,
                dialogs,
                parts.annotate(),
                new ResultsRoom.Window(
                        this::showOpened,
                        windowActions.get("window.annotate"),
                        List.of(windowActions.get("session.import"), windowActions.get("window.runs")),
                        this::tell));
    }

    /** Lets go of the session that was shown. */
    public void release() {
        AnnotateView work = annotate;
        RunsRoom studies = runs;
        ResultsRoom counted = room;
        if (work != null) {
            work.release();
        }
        if (studies != null) {
            studies.release();
        }
        if (counted != null) {
            counted.release();
        }
        annotate = null;
        annotateModel = null;
        runs = null;
        room = null;
    }

    private void bringAnswers(Runnable then) {
        RunsRoom studies = runs;
        if (studies != null) {
            studies.bringAnswers(then);
        }
    }

    private void showOnly(String delegator, String solver) {
        AnnotateView shown = annotate;
        if (shown != null) {
            showAnnotate();
            shown.showOnly(delegator, solver);
        }
    }

    /** Shows the answers behind a number, after they have been brought into the queue. */
    private void showOpened(ResultsDesk.Opened opened) {
        int shown = opened.only().responseIds().size();
        String title = opened.only().title();
        if (shown == 0) {
            tell(new Notice(Notice.Kind.WARNING, Texts.of("results.opened.none"), title));
            return;
        }
        String said = opened.count() > shown
                ? Texts.of("results.opened.cut", shown, opened.count(), title)
                : Texts.of("results.opened", shown, title);
        bringAnswers(() -> {
            AnnotateView work = annotate;
            if (work != null) {
                showAnnotate();
                work.showThese(new QueueFilter.Only(said, opened.only().responseIds()), opened.first());
            }
        });
    }

    private void showNoSession() {
        if (model.opening().get()) {
            Label opening = new Label(Texts.of("shell.opening"), new ProgressIndicator());
            opening.getStyleClass().addAll("job", "muted");
            middle.getChildren().setAll(opening);
            return;
        }
        Label title = new Label(Texts.of("shell.nothing"));
        title.getStyleClass().add("empty-title");
        HBox buttons = new HBox(
                Buttons.full(windowActions.get("session.new")), Buttons.full(windowActions.get("session.open")));
        buttons.getStyleClass().add("empty-actions");
        VBox nothing = new VBox(title, buttons);
        nothing.getStyleClass().add("empty-state");
        nothing.setId("no-session");
        middle.getChildren().setAll(nothing);
    }

    private AnnotateContext context() {
        return new AnnotateContext(
                parts.annotate().models(),
                preferences.delegator(),
                preferences.solver(),
                new AnnotateContext.Hiding(preferences.blind(), preferences.hideGold(), preferences.hideModels()),
                hint(),
                List.of(
                        windowActions.get("session.import"),
                        windowActions.get("session.import-folder"),
                        windowActions.get("session.download")));
    }

    private WelcomeHint hint() {
        OpenSession open = model.session().get();
        return new WelcomeHint(
                preferences.hintDismissed(), open != null && open.store().name().equals(Workspace.EXAMPLE));
    }

    private VBox rail() {
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        VBox box = new VBox(
                railButton("rail-annotate", windowActions.get("window.annotate")),
                railButton("rail-runs", windowActions.get("window.runs")),
                railButton("rail-inspect", windowActions.get("window.inspect")),
                railButton("rail-results", windowActions.get("window.results")),
                spring,
                railButton("rail-settings", windowActions.get("window.settings")));
        box.getStyleClass().add("rail");
        return box;
    }

    private ToggleButton railButton(String id, Action action) {
        ToggleButton button = new ToggleButton(null, new FontIcon(action.icon()));
        button.setId(id);
        button.setToggleGroup(rail);
        button.setAccessibleText(action.name());
        button.setTooltip(new Tooltip(action.name() + "  (" + action.keyText() + ")"));
        button.setOnAction(event -> {
            button.setSelected(true);
            action.perform();
        });
        return button;
    }

    private void selectRail(String id) {
        rail.getToggles()
                .forEach(toggle ->
                        toggle.setSelected(((ToggleButton) toggle).getId().equals(id)));
    }

    /** Runs {@code action} on the screen's thread once {@code wait} has passed. */
    public static void after(java.time.Duration wait, Runnable action) {
        PauseTransition pause = new PauseTransition(Duration.millis((double) wait.toMillis()));
        pause.setOnFinished(event -> action.run());
        pause.play();
    }

    /** Notifications do not wrap by themselves. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split("(?<= )|(?<=\n)", -1)) {
            if (column + word.length() > 64 && column > 0) {
                lines.append('\n');
                column = 0;
            }
            lines.append(word);
            column = word.endsWith("\n") ? 0 : column + word.length();
        }
        return lines.toString();
    }
}
