package dev.tracewright.app;

import dev.tracewright.cli.BenchCommand;
import dev.tracewright.cli.Commands;
import dev.tracewright.cli.DownloadCommand;
import dev.tracewright.cli.ReportCommand;
import dev.tracewright.cli.RunCommand;
import dev.tracewright.exchange.PublicDatasets;
import dev.tracewright.settings.AppFolders;
import dev.tracewright.settings.SettingsFile;
import dev.tracewright.settings.SystemKeychain;
import dev.tracewright.work.BackgroundRunner;
import dev.tracewright.work.DatasetShelf;
import dev.tracewright.work.Workspace;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.collections.FXCollections;

/** The entry point; no JavaFX Application itself, so that the program starts from a plain class path. */
public final class Launcher {
    /** JavaFX complains about the class path at every start; started this way it is what is wanted. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] arguments) {
        JAVAFX.setFilter(record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration"));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path home = home();
        Workspace workspace = new Workspace(home.resolve("sessions"));
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        int exit = Commands.run(
                workspace,
                () -> openWindow(err),
                List.of(
                        runCommand(workspace, home, AppFolders.config(), terminal),
                        new DownloadCommand(new DatasetShelf(home, PublicDatasets.all()), terminal),
                        new ReportCommand(workspace, terminal),
                        new TourCommand(home),
                        new BenchCommand(home)),
                new FileOutputStream(FileDescriptor.out),
                err,
                arguments);
        System.exit(exit);
    }

    /** @param settings the folder of the settings, which say where models are */
    static RunCommand runCommand(Workspace workspace, Path home, Path settings, boolean terminal) {
        return new RunCommand(
                workspace,
                home,
                () -> new SettingsFile(settings).load().settings().endpoints(),
                endpoints -> new ModelRoom(
                        home,
                        new BackgroundRunner(Runnable::run),
                        FXCollections.observableArrayList(endpoints),
                        new SystemKeychain()),
                terminal);
    }

    /** The folder with {@code datasets}, {@code assets} and {@code sessions}. */
    static Path home() {
        return Path.of(System.getProperty("tracewright.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    private static int openWindow(PrintWriter err) {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        boolean virtual = "Headless".equals(System.getProperty("glass.platform"));
        if (linux && !display && !virtual) {
            err.println("There is no display here, so no window can open; './tracewright tour -o FOLDER' shows the"
                    + " program in pictures instead.");
            return Commands.FAILED;
        }
        Application.launch(TracewrightApp.class);
        return Commands.DONE;
    }
}
