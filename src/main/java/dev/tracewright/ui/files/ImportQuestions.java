package dev.tracewright.ui.files;

import dev.tracewright.exchange.ColumnMapping;
import dev.tracewright.exchange.ColumnPreview;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.ImportReport;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.TaskRunner;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ChoiceDialog;
import javafx.stage.Window;

/** Asks what a file does not say itself before it is imported: its columns, or its encoding when it is not UTF-8. */
public final class ImportQuestions {
    private static final int PREVIEW_ROWS = 5;
    private static final List<String> CHARSETS =
            List.of("windows-1252", "GB18030", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "Shift_JIS", "Big5");

    private final TaskRunner tasks;
    private final Window owner;
    private final Reader reader;

    /** Reads files into the open session. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param files the files
         * @param options what the person said about them
         * @param done hears what each held, on the screen's thread
         */
        void read(List<Path> files, ImportOptions options, Consumer<List<ImportReport>> done);
    }

    /**
     * @param tasks looks at files away from the screen
     * @param owner the window the questions belong to
     * @param reader reads what was settled
     */
    public ImportQuestions(TaskRunner tasks, Window owner, Reader reader) {
        this.tasks = tasks;
        this.owner = owner;
        this.reader = reader;
    }

    private record Looked(List<Path> clear, List<Unclear> unclear) {}

    private record Unclear(Path file, ColumnPreview preview) {}

    /** Imports files, asking about those whose columns are not known. */
    public void importFiles(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        tasks.run(() -> look(files), this::ask, problem -> reader.read(files, ImportOptions.NONE, this::offerEncoding));
    }

    private static Looked look(List<Path> files) {
        List<Path> clear = new ArrayList<>();
        List<Unclear> unclear = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                clear.add(file);
                continue;
            }
            try {
                ColumnPreview preview = ColumnPreview.of(file, ImportOptions.NONE, true, PREVIEW_ROWS);
                boolean answers = preview.guess().column(ColumnMapping.Meaning.OUTPUT) != null;
                if (preview.needsMapping() && (answers || !preview.guess().complete())) {
                    unclear.add(new Unclear(file, preview));
                } else {
                    clear.add(file);
                }
            } catch (RuntimeException unreadable) { // the import itself says why, with all other files read
                clear.add(file);
            }
        }
        return new Looked(clear, unclear);
    }

    private void ask(Looked looked) {
        if (!looked.clear().isEmpty()) {
            reader.read(looked.clear(), ImportOptions.NONE, reports -> {
                offerEncoding(reports);
                askNext(looked.unclear(), 0);
            });
        } else {
            askNext(looked.unclear(), 0);
        }
    }

    private void askNext(List<Unclear> unclear, int at) {
        if (at >= unclear.size()) {
            return;
        }
        Unclear next = unclear.get(at);
        Optional<ImportOptions> options = new MappingDialog(next.file(), next.preview(), owner).showAndWait();
        if (options.isPresent()) {
            reader.read(List.of(next.file()), options.get(), reports -> {
                offerEncoding(reports);
                askNext(unclear, at + 1);
            });
        } else {
            askNext(unclear, at + 1);
        }
    }

    private void offerEncoding(List<ImportReport> reports) {
        for (ImportReport report : reports) {
            if (report.undecodable() != null) {
                ChoiceDialog<String> dialog = new ChoiceDialog<>(CHARSETS.getFirst(), available());
                dialog.initOwner(owner);
                dialog.setTitle(Texts.of("files.encoding.title"));
                dialog.setHeaderText(null);
                dialog.setContentText(Texts.of(
                        "files.encoding.text",
                        Objects.toString(report.file().getFileName()),
                        report.undecodable().describe()));
                Theme.dress(dialog.getDialogPane(), owner);
                dialog.showAndWait()
                        .ifPresent(name -> reader.read(
                                List.of(report.file()),
                                ImportOptions.NONE.withCharset(Charset.forName(name)),
                                again -> {}));
            }
        }
    }

    private static List<String> available() {
        return CHARSETS.stream().filter(Charset::isSupported).toList();
    }
}
