package dev.tracewright.app;

import dev.tracewright.settings.AppFolders;
import dev.tracewright.settings.SettingsFile;
import dev.tracewright.settings.SettingsWriter;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.shell.Notice;
import dev.tracewright.ui.shell.WindowFrame;
import dev.tracewright.work.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window of the program: reads the settings, builds everything, and opens the last session or the example. */
public final class TracewrightApp extends Application {
    /** Settings are written once they have been left alone for this long. */
    private static final Duration QUIET = Duration.ofMillis(400);

    private @Nullable Composition composition;
    private @Nullable SettingsWriter writer;

    @Override
    public void start(Stage stage) {
        SettingsFile file = new SettingsFile(AppFolders.config());
        SettingsFile.Loaded loaded = file.load();
        SettingsWriter settingsWriter = new SettingsWriter(file, QUIET, this::notKept);
        writer = settingsWriter;
        Path home = Launcher.home();
        Composition built = Composition.build(
                home, new Workspace(home.resolve("sessions")), loaded.settings(), settingsWriter::save, stage);
        composition = built;
        WindowFrame.show(stage, built.shell(), built.model());
        tellAll(built, loaded.messages());
        built.openFirst();
    }

    @Override
    public void stop() {
        if (composition != null) {
            composition.close();
        }
        if (writer != null) {
            writer.close();
        }
    }

    private void notKept(String message) {
        Ui.later(() -> {
            if (composition != null) {
                composition.shell().tell(new Notice(Notice.Kind.WARNING, Texts.of("shell.settings.not-kept"), message));
            }
        });
    }

    private static void tellAll(Composition built, List<String> messages) {
        for (String message : messages) {
            built.shell().tell(new Notice(Notice.Kind.WARNING, Texts.of("shell.settings.broken"), message));
        }
    }
}
