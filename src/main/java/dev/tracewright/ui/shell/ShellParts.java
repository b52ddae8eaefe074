package dev.tracewright.ui.shell;

import dev.tracewright.ui.files.PublicDataModel;
import dev.tracewright.ui.preferences.SettingsView;
import dev.tracewright.ui.results.ResultsViewModel;
import dev.tracewright.work.ModelDesk;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.StudyDesk;
import dev.tracewright.work.StudyServers;
import dev.tracewright.work.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the shell is made of, given by the composition root.
 *
 * @param annotate for the Annotate screen
 * @param runs for the Runs screen
 * @param results makes the model of a session's counted answers
 * @param deskFor makes the model desk of a session
 * @param publicData the public data sets that can be downloaded
 * @param settings makes the Settings screen
 */
public record ShellParts(
        AnnotateParts annotate,
        RunsParts runs,
        Function<OpenSession, ResultsViewModel> results,
        Function<OpenSession, ModelDesk> deskFor,
        PublicDataModel publicData,
        Supplier<SettingsView> settings) {

    /**
     * What the Runs screen needs beside its session.
     *
     * @param deskFor makes the desk of a session's studies
     * @param servers whom studies may ask
     * @param findLocal looks for model servers on this computer and hands over a sentence on what was found
     * @param downloaded the files of public data sets that are here; quick
     */
    public record RunsParts(
            Function<OpenSession, StudyDesk> deskFor,
            StudyServers servers,
            Consumer<Consumer<String>> findLocal,
            Supplier<List<Path>> downloaded) {}

    /**
     * What the Annotate screen needs beside its session.
     *
     * @param models the models to choose from
     * @param tasks runs what takes time
     * @param delay runs an action after a while on the screen's thread
     */
    public record AnnotateParts(ModelShelf models, TaskRunner tasks, BiConsumer<Duration, Runnable> delay) {}
}
