package dev.tracewright.ui.files;

import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.jspecify.annotations.Nullable;

/** The operating system's file dialogs and a small one for names. */
public final class WindowDialogs implements FileDialogs {
    private final Supplier<@Nullable Window> owner;
    private final Workspace workspace;

    /**
     * @param owner the window they belong to
     * @param workspace where sessions live
     */
    public WindowDialogs(Supplier<@Nullable Window> owner, Workspace workspace) {
        this.owner = owner;
        this.workspace = workspace;
    }

    @Override
    public Optional<String> newSessionName(List<String> taken) {
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(Texts.of("action.session.new"));
        dialog.setHeaderText(null);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, ButtonType.OK);
        TextField name = new TextField();
        name.setId("session-name");
        name.setPromptText(Texts.of("files.new.prompt"));
        name.setAccessibleText(Texts.of("files.new.label"));
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("muted");
        problem.setText(Texts.of("files.new.where", workspace.folder().toString()));
        VBox content = new VBox(new Label(Texts.of("files.new.label")), name, problem);
        content.getStyleClass().add("section");
        content.setPrefWidth(440);
        dialog.getDialogPane().setContent(content);
        Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
        ok.setDisable(true);
        ValidationSupport validation = new ValidationSupport();
        Function<String, @Nullable String> fault = text -> fault(text, taken);
        validation.registerValidator(name, true, (control, value) -> {
            String wrong = fault.apply(String.valueOf(value));
            return wrong == null ? new ValidationResult() : ValidationResult.fromError(control, wrong);
        });
        name.textProperty().addListener((property, before, now) -> {
            String wrong = fault.apply(now);
            ok.setDisable(wrong != null);
            problem.setText(
                    wrong == null
                            ? Texts.of("files.new.where", workspace.folder().toString())
                            : wrong);
        });
        Window window = owner.get();
        if (window != null) {
            Theme.dress(dialog.getDialogPane(), window);
        }
        dialog.setOnShown(event -> name.requestFocus());
        dialog.setResultConverter(
                button -> button == ButtonType.OK ? name.getText().strip() : null);
        return dialog.showAndWait();
    }

    private static @Nullable String fault(String name, List<String> taken) {
        try {
            Workspace.checkName(name);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return taken.contains(name.strip()) ? Texts.of("files.new.taken", name.strip()) : null;
    }

    @Override
    public Optional<Path> sessionToOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("action.session.open"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.of("files.sessions"), "*.tracewright"));
        startIn(chooser, workspace.folder().toFile());
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public List<Path> filesToImport() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("action.session.import"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.of("files.readable"),
                                "*.csv",
                                "*.tsv",
                                "*.jsonl",
                                "*.json",
                                "*.ndjson",
                                "*.parquet"),
                        new FileChooser.ExtensionFilter(Texts.of("files.all"), "*"));
        List<File> files = chooser.showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folderToImport() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("action.session.import-folder"));
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> planToOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("action.runs.open"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Texts.of("files.plans"), "*.yaml", "*.yml"),
                        new FileChooser.ExtensionFilter(Texts.of("files.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> planTarget(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("action.runs.save"));
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> exportTarget(RecordWriter.Format format, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("action.session.export"));
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> resultTarget(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("figure.save.title"));
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> reportFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("results.report.folder"));
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    private static void startIn(FileChooser chooser, File folder) {
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
    }
}
