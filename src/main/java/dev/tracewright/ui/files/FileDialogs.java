package dev.tracewright.ui.files;

import dev.tracewright.exchange.RecordWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the person for files and names; tests answer in the person's place. */
public interface FileDialogs {
    /** The name of a new session. */
    Optional<String> newSessionName(List<String> taken);

    /** A session file to open. */
    Optional<Path> sessionToOpen();

    /** Files to import; empty for none. */
    List<Path> filesToImport();

    /** A folder to import, such as MATH's. */
    Optional<Path> folderToImport();

    /** The plan of a study to open. */
    Optional<Path> planToOpen();

    /** Where to write the plan of a study. */
    Optional<Path> planTarget(String suggestedName);

    /** Where to write records. */
    Optional<Path> exportTarget(RecordWriter.Format format, String suggestedName);

    /** Where to write a table or a chart. */
    Optional<Path> resultTarget(String suggestedName);

    /** The folder into which a report is written. */
    Optional<Path> reportFolder();
}
