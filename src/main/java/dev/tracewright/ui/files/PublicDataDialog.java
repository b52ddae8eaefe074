package dev.tracewright.ui.files;

import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The list of public data sets: what each is, under which licence, what of it is here; download, stop, go on, import. */
public final class PublicDataDialog {
    private static final double MEGABYTE = 1e6;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final PublicDataModel model;
    private final @Nullable Consumer<Path> importer;
    private final Ui.Bonds bonds = new Ui.Bonds();

    /** @param importer reads a file into the open session, or null where none is open */
    public PublicDataDialog(PublicDataModel model, Window owner, @Nullable Consumer<Path> importer) {
        this.model = model;
        this.importer = importer;
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("data.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().setId("public-data");
        dialog.getDialogPane().setContent(content());
        Theme.dress(dialog.getDialogPane(), owner);
        dialog.setOnHidden(event -> bonds.release());
    }

    /** Shows it with what is here now; returns at once. */
    public void show() {
        model.look();
        dialog.show();
    }

    public boolean isShowing() {
        return dialog.isShowing();
    }

    private VBox content() {
        Label text = new Label(Texts.of("data.text"));
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        VBox rows = new VBox();
        rows.getStyleClass().add("section");
        model.entries().forEach(entry -> rows.getChildren().add(row(entry)));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "public-data-list");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = new VBox(text, scroll);
        content.getStyleClass().addAll("section", "public-data");
        return content;
    }

    private HBox row(PublicDataModel.Entry entry) {
        String name = entry.dataset().name();
        Label title = new Label(entry.dataset().title());
        title.getStyleClass().add("text-bold");
        Label facts = new Label(Texts.of(
                "data.facts",
                entry.dataset().problems(),
                entry.dataset().licence(),
                entry.dataset().page().replaceFirst("^https://", "")));
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        Label standing = new Label();
        standing.setId("standing-" + name);
        standing.setWrapText(true);
        ProgressBar bar = new ProgressBar();
        bar.setId("progress-" + name);
        bar.setAccessibleText(entry.dataset().title());
        bar.getStyleClass().add("download-bar");
        Button start = button("download-" + name, new FontIcon(MaterialDesignD.DOWNLOAD), () -> model.start(entry));
        Button stop = button("stop-" + name, new FontIcon(MaterialDesignS.STOP), () -> model.stop(entry));
        stop.setText(Texts.of("data.stop"));
        Button bring = button("import-" + name, new FontIcon(MaterialDesignI.IMPORT), () -> bring(entry));
        bring.setText(Texts.of("data.import"));
        bring.setDisable(importer == null);
        Label trouble = new Label();
        trouble.setId("trouble-" + name);
        trouble.setWrapText(true);
        trouble.getStyleClass().add("fault");
        VBox said = new VBox(title, facts, standing, bar, trouble);
        said.getStyleClass().add("public-data-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(said, start, stop, bring);
        row.getStyleClass().addAll("card", "form-buttons");
        bonds.follow(entry.picture(), () -> {
            PublicDataModel.Picture picture = entry.picture().get();
            PublicDataModel.State state = picture.state();
            boolean waiting = state == PublicDataModel.State.NOT_HERE || state == PublicDataModel.State.PART;
            boolean running = state == PublicDataModel.State.RUNNING;
            boolean held = Objects.requireNonNullElse(
                                            start.getScene(),
                                            dialog.getDialogPane().getScene())
                                    .getFocusOwner()
                            instanceof Button focused
                    && List.of(start, stop, bring).contains(focused);
            standing.setText(words(entry, picture));
            standing.setGraphic(
                    state == PublicDataModel.State.HERE ? new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE) : null);
            start.setText(Texts.of(state == PublicDataModel.State.PART ? "data.resume" : "data.download"));
            Long total = picture.total();
            bar.setProgress(total == null ? ProgressBar.INDETERMINATE_PROGRESS : (double) picture.done() / total);
            show(start, waiting);
            show(stop, running);
            show(bar, running);
            show(bring, state == PublicDataModel.State.HERE);
            trouble.setText(picture.trouble());
            show(trouble, !picture.trouble().isEmpty());
            if (held) {
                (running ? stop : waiting ? start : bring).requestFocus();
            }
        });
        return row;
    }

    private static Button button(String id, FontIcon icon, Runnable action) {
        Button button = new Button("", icon);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void bring(PublicDataModel.Entry entry) {
        Consumer<Path> reader = importer;
        if (reader != null) {
            dialog.close();
            reader.accept(model.file(entry));
        }
    }

    private String words(PublicDataModel.Entry entry, PublicDataModel.Picture picture) {
        Long total = picture.total();
        return switch (picture.state()) {
            case LOOKING -> Texts.of("data.looking");
            case NOT_HERE -> total == null ? Texts.of("data.not-here") : Texts.of("data.not-here.size", size(total));
            case PART ->
                total == null
                        ? Texts.of("data.part", size(picture.done()))
                        : Texts.of("data.part.of", size(picture.done()), size(total));
            case RUNNING ->
                total == null
                        ? Texts.of("data.running", size(picture.done()))
                        : Texts.of("data.running.of", size(picture.done()), size(total));
            case HERE -> Texts.of("data.here");
            case OTHER -> Texts.of("data.other", model.file(entry).toString());
        };
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
