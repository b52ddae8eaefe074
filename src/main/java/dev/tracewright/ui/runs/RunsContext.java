package dev.tracewright.ui.runs;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.StudyServers;
import java.util.function.Consumer;

/**
 * What the Runs screen needs beside its model.
 *
 * @param dialogs asks for files
 * @param models the models to choose from, for hearing when there are others
 * @param servers the same by endpoint, as plans name them
 * @param findLocal looks for model servers on this computer and hands over what it found, as a sentence
 * @param settings opens the settings, where servers are set up
 * @param importing reads problems into the session
 * @param showAnswers shows the answers of a cell on the Annotate screen
 */
public record RunsContext(
        FileDialogs dialogs,
        ModelShelf models,
        StudyServers servers,
        Consumer<Consumer<String>> findLocal,
        Action settings,
        Action importing,
        Consumer<dev.tracewright.experiment.RunProgress.Cell> showAnswers) {}
