package dev.tracewright.ui.preferences;

import dev.tracewright.llm.Cancellation;
import dev.tracewright.llm.PullProgress;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lets an Ollama server fetch a model and shows how far it is. */
final class ModelDownload extends VBox {
    private static final long MEGABYTE = 1_000_000;

    private final Endpoint endpoint;
    private final ModelServers servers;
    private final Consumer<String> arrived;
    private final TextField name = new TextField();
    private final Button start = new Button(Texts.of("settings.download.start"));
    private final HBox line = new HBox(name, start);
    private final Label said = new Label();
    private final ProgressBar bar = new ProgressBar();
    private @Nullable Cancellation running;

    /** @param arrived hears the name of a model that has come */
    ModelDownload(Endpoint endpoint, ModelServers servers, Consumer<String> arrived) {
        this.endpoint = endpoint;
        this.servers = servers;
        this.arrived = arrived;
        getStyleClass().add("trial");
        line.getStyleClass().add("form-buttons");
        name.setId("download-name");
        name.setPrefColumnCount(20);
        name.setPromptText(Texts.of("settings.download.prompt"));
        name.setAccessibleText(Texts.of("settings.download.name"));
        name.setOnAction(event -> fetch());
        start.setOnAction(event -> fetch());
        start.disableProperty().bind(name.textProperty().map(String::isBlank));
        said.setId("download-said");
        said.setWrapText(true);
        bar.getStyleClass().add("download-bar");
        getChildren().setAll(line, said);
        said.getStyleClass().add("muted");
        said.setText(Texts.of("settings.download.text"));
        sceneProperty().subscribe(scene -> {
            if (scene == null && running != null) {
                running.cancel();
            }
        });
    }

    void focusFirst() {
        name.requestFocus();
    }

    private void fetch() {
        String model = name.getText().strip();
        if (model.isEmpty() || running != null) {
            return;
        }
        Cancellation mine = new Cancellation();
        running = mine;
        Button stop = new Button(Texts.of("settings.trial.stop"));
        stop.setId("download-stop");
        stop.setOnAction(event -> mine.cancel());
        HBox going = new HBox(bar, stop);
        going.getStyleClass().add("form-buttons");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        said.setText(Texts.of("settings.download.begun", model));
        getChildren().setAll(List.<Node>of(going, said));
        stop.requestFocus();
        servers.pull(
                endpoint,
                model,
                mine,
                this::progress,
                there -> {
                    end(Texts.of(there ? "settings.download.done" : "settings.download.stopped", model));
                    if (there) {
                        arrived.accept(model);
                    }
                },
                this::end);
    }

    private void progress(PullProgress progress) {
        Long total = progress.total();
        Long done = progress.done();
        if (total == null || done == null) {
            bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            said.setText(progress.words());
        } else {
            bar.setProgress((double) done / total);
            said.setText(Texts.of(
                    "settings.download.progress",
                    progress.words(),
                    done / MEGABYTE,
                    (total + MEGABYTE - 1) / MEGABYTE));
        }
    }

    private void end(String words) {
        running = null;
        said.setText(words);
        getChildren().setAll(List.<Node>of(line, said));
    }
}
