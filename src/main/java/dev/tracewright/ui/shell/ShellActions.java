package dev.tracewright.ui.shell;

import dev.tracewright.exchange.RecordWriter;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import dev.tracewright.ui.files.FileDialogs;
import dev.tracewright.ui.files.ImportQuestions;
import dev.tracewright.ui.files.PublicDataDialog;
import dev.tracewright.ui.files.PublicDataModel;
import dev.tracewright.ui.preferences.Preferences;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.OpenSession;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What can be done whatever screen is shown: sessions, files, settings, help. */
final class ShellActions {
    private final ShellView view;
    private final ShellViewModel model;
    private final FileDialogs dialogs;
    private final PublicDataModel publicData;
    private final ActionSet set = new ActionSet();
    private @Nullable PublicDataDialog publicDialog;

    ShellActions(
            ShellView view,
            ShellViewModel model,
            FileDialogs dialogs,
            Preferences preferences,
            PublicDataModel publicData) {
        this.view = view;
        this.model = model;
        this.dialogs = dialogs;
        this.publicData = publicData;
        publicData.onEnded(this::downloadEnded);
        set.add(Action.always("session.new", "window", MaterialDesignP.PLUS, "Shortcut+N", this::create));
        set.add(Action.always("session.open", "window", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Shortcut+O", this::open));
        set.add(Action.always(
                "session.import",
                "window",
                MaterialDesignI.IMPORT,
                "Shortcut+I",
                () -> importFrom(dialogs.filesToImport())));
        set.add(Action.always(
                "session.import-folder",
                "window",
                MaterialDesignF.FOLDER_DOWNLOAD_OUTLINE,
                "Shortcut+Shift+I",
                () -> dialogs.folderToImport().ifPresent(folder -> importFrom(List.of(folder)))));
        set.add(Action.always(
                "session.download",
                "window",
                MaterialDesignD.DATABASE_ARROW_DOWN_OUTLINE,
                "Shortcut+Shift+G",
                this::showPublicData));
        export("session.export.csv", "Shortcut+S", RecordWriter.Format.CSV);
        export("session.export.jsonl", "", RecordWriter.Format.JSONL);
        export("session.export.spreadsheet", "", RecordWriter.Format.SPREADSHEET);
        set.add(Action.always(
                "window.annotate", "window", MaterialDesignP.PENCIL_OUTLINE, "Shortcut+1", view::showAnnotate));
        set.add(Action.always("window.runs", "window", MaterialDesignF.FLASK_OUTLINE, "Shortcut+2", view::showRuns));
        set.add(Action.always("window.inspect", "window", MaterialDesignG.GRID, "Shortcut+3", view::showInspect));
        set.add(Action.always("window.results", "window", MaterialDesignC.CHART_BAR, "Shortcut+4", view::showResults));
        set.add(Action.always(
                "window.settings", "window", MaterialDesignC.COG_OUTLINE, "Shortcut+Comma", view::showSettings));
        set.add(Action.always(
                "window.theme",
                "window",
                MaterialDesignT.THEME_LIGHT_DARK,
                "Shortcut+L",
                () -> preferences.theme().set(preferences.isDark() ? Theme.Choice.LIGHT : Theme.Choice.DARK)));
        set.add(Action.always(
                "window.shortcuts",
                "window",
                MaterialDesignK.KEYBOARD_OUTLINE,
                "Shift+Slash, F1",
                view::showShortcuts));
    }

    ActionSet all() {
        return set;
    }

    /** Opens a session by name, unless a model is at work in the present one. */
    void openByName(String name) {
        unlessBusy(() -> model.open(name));
    }

    private void export(String id, String keys, RecordWriter.Format format) {
        set.add(Action.always(
                id,
                "window",
                MaterialDesignE.EXPORT,
                keys,
                () -> withSession(open -> {
                    String copy = format == RecordWriter.Format.SPREADSHEET ? "-spreadsheet" : "";
                    String suggested = open.store().name() + copy + "." + format.ending();
                    dialogs.exportTarget(format, suggested).ifPresent(target -> model.export(format, target));
                })));
    }

    private void create() {
        unlessBusy(() -> dialogs.newSessionName(model.workspace().names()).ifPresent(model::create));
    }

    private void open() {
        unlessBusy(() -> dialogs.sessionToOpen().map(Path::toString).ifPresent(model::open));
    }

    private void importFrom(List<Path> files) {
        withSession(open ->
                new ImportQuestions(model.tasks(), view.getScene().getWindow(), model::importFiles).importFiles(files));
    }

    private void showPublicData() {
        PublicDataDialog dialog = new PublicDataDialog(
                publicData,
                view.getScene().getWindow(),
                model.session().get() == null ? null : file -> importFrom(List.of(file)));
        publicDialog = dialog;
        dialog.show();
    }

    /** A download that goes on behind a closed list says when it is over; a stopped one has nothing to say. */
    private void downloadEnded(PublicDataModel.Entry entry) {
        PublicDataDialog dialog = publicDialog;
        PublicDataModel.Picture picture = entry.picture().get();
        if (dialog != null && dialog.isShowing()) {
            return;
        }
        String title = entry.dataset().title();
        if (!picture.trouble().isEmpty()) {
            view.tell(new Notice(Notice.Kind.FAILED, title, picture.trouble()));
        } else if (picture.state() == PublicDataModel.State.HERE) {
            view.tell(new Notice(Notice.Kind.DONE, title, Texts.of("data.ended")));
        }
    }

    private void unlessBusy(Runnable action) {
        if (view.modelCallRunning()) {
            view.tell(new Notice(Notice.Kind.WARNING, Texts.of("shell.busy"), Texts.of("shell.busy.text")));
        } else {
            action.run();
        }
    }

    private void withSession(Consumer<OpenSession> action) {
        OpenSession open = model.session().get();
        if (open != null) {
            action.accept(open);
        }
    }
}
