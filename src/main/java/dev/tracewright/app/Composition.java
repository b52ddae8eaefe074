package dev.tracewright.app;

import dev.tracewright.analysis.InspectSections;
import dev.tracewright.analysis.ResultSections;
import dev.tracewright.exchange.PublicDatasets;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.Templates;
import dev.tracewright.settings.Keychain;
import dev.tracewright.settings.Settings;
import dev.tracewright.settings.SystemKeychain;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.control.RichText;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.ui.files.PublicDataModel;
import dev.tracewright.ui.files.WindowDialogs;
import dev.tracewright.ui.preferences.Preferences;
import dev.tracewright.ui.preferences.SettingsView;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.ui.shell.Notice;
import dev.tracewright.ui.shell.ShellParts;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.ui.shell.ShellViewModel;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.BackgroundRunner;
import dev.tracewright.work.DatasetShelf;
import dev.tracewright.work.ModelDesk;
import dev.tracewright.work.ResultsDesk;
import dev.tracewright.work.Stamps;
import dev.tracewright.work.StudyDesk;
import dev.tracewright.work.TaskRunner;
import dev.tracewright.work.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Constructs the window by hand: every object of the program meets the others here and nowhere else. */
final class Composition {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Path home;
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final ShellViewModel model;
    private final ShellView shell;
    private final PublicDataModel publicData;

    private Composition(
            Path home,
            TaskRunner tasks,
            Preferences preferences,
            ShellViewModel model,
            ShellView shell,
            PublicDataModel publicData) {
        this.home = home;
        this.tasks = tasks;
        this.preferences = preferences;
        this.model = model;
        this.shell = shell;
        this.publicData = publicData;
    }

    /**
     * Builds the window's contents into {@code stage}, which is not shown yet.
     *
     * @param home the folder with the bundled material
     * @param workspace the sessions
     * @param settings what the person chose before
     * @param keep keeps the settings after every change
     */
    static Composition build(Path home, Workspace workspace, Settings settings, Consumer<Settings> keep, Stage stage) {
        return build(home, workspace, settings, keep, stage, new WindowDialogs(() -> stage, workspace));
    }

    /** The same with dialogs that somebody else answers. */
    static Composition build(
            Path home,
            Workspace workspace,
            Settings settings,
            Consumer<Settings> keep,
            Stage stage,
            FileDialogs dialogs) {
        DatasetShelf shelf = new DatasetShelf(home, PublicDatasets.all());
        return build(home, workspace, settings, keep, stage, dialogs, ShellView::after, shelf, new SystemKeychain());
    }

    /**
     * The same with somebody else's clock for what follows after a while, such as the next item after a verdict, with other public
     * data sets and another keychain.
     */
    static Composition build(
            Path home,
            Workspace workspace,
            Settings settings,
            Consumer<Settings> keep,
            Stage stage,
            FileDialogs dialogs,
            BiConsumer<Duration, Runnable> delay,
            DatasetShelf shelf,
            Keychain keychain) {
        TaskRunner tasks = new BackgroundRunner(Ui::later);
        Preferences preferences = new Preferences(settings, System.getProperty("user.name", ""), keep);
        ModelRoom models = new ModelRoom(home, tasks, preferences.endpoints(), keychain);
        PublicDataModel publicData = new PublicDataModel(shelf, tasks);
        Teller teller = new Teller();
        ShellViewModel model = new ShellViewModel(workspace, tasks, Stamps.real(), preferences::annotatorName, teller);
        ShellView shell = new ShellView(
                model,
                preferences,
                dialogs,
                new ShellParts(
                        new ShellParts.AnnotateParts(models.shelf(), tasks, delay),
                        new ShellParts.RunsParts(
                                session -> {
                                    StudyDesk desk = new StudyDesk(session.store(), home, models, Records.SYSTEM);
                                    session.reviews().follow(desk);
                                    return desk;
                                },
                                models,
                                said -> models.addLocal(preferences.endpoints(), said),
                                shelf::files),
                        session -> new ResultsViewModel(
                                ResultsDesk.of(session, tasks),
                                new ResultsViewModel.Makers(ResultSections::of, InspectSections::of),
                                tasks,
                                delay),
                        session -> new ModelDesk(session, tasks, Templates.PAPER, CallSettings.DEFAULT),
                        publicData,
                        () -> new SettingsView(preferences, models)));
        teller.shell = shell;
        Scene scene = new Scene(shell, WIDTH, HEIGHT);
        Theme theme = new Theme(scene);
        preferences.theme().subscribe(theme::apply);
        preferences.textPercent().subscribe(percent -> theme.scale(percent.intValue()));
        model.session().addListener((property, before, now) -> {
            if (now != null) {
                preferences.lastSession().set(now.store().location());
            }
        });
        stage.setScene(scene);
        return new Composition(home, tasks, preferences, model, shell, publicData);
    }

    ShellView shell() {
        return shell;
    }

    ShellViewModel model() {
        return model;
    }

    Preferences preferences() {
        return preferences;
    }

    /** Opens the last session where it is still there, and the example otherwise, which is made on the first start. */
    void openFirst() {
        tasks.run(
                () -> {
                    RichText.warmUp();
                    return true;
                },
                warm -> {},
                problem -> {});
        String last = preferences.lastSession().get();
        if (last != null && Files.exists(Path.of(last))) {
            model.openOr(last, () -> model.openExample(home));
        } else {
            model.openExample(home);
        }
    }

    /** Waits until everything is on disk, and closes. */
    void close() {
        publicData.stopAll();
        Ui.later(shell::release);
        model.close();
    }

    /** Hands notices to the shell, which is made after the model that sends them. */
    private static final class Teller implements Consumer<Notice> {
        private @Nullable ShellView shell;

        @Override
        public void accept(Notice notice) {
            if (shell != null) {
                shell.tell(notice);
            }
        }
    }
}
