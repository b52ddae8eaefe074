package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress.Cell;
import dev.tracewright.store.SessionStore;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.StudyServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the Runs screen needs beside its model.
 *
 * @param store the open session
 * @param delay runs an action after a while on the screen's thread
 * @param dialogs asks for files
 * @param models the models to choose from, for hearing when there are others
 * @param servers the same by endpoint, as plans name them
 * @param findLocal looks for model servers on this computer and hands over what it found, as a sentence
 * @param downloaded the files of public data sets that are here; quick
 * @param settings opens the settings, where servers are set up
 * @param showAnswers shows the answers of a cell on the Annotate screen
 */
public record RunsContext(
        SessionStore store,
        BiConsumer<Duration, Runnable> delay,
        FileDialogs dialogs,
        ModelShelf models,
        StudyServers servers,
        Consumer<Consumer<String>> findLocal,
        Supplier<List<Path>> downloaded,
        Action settings,
        Consumer<Cell> showAnswers) {}
