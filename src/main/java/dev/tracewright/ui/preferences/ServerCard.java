package dev.tracewright.ui.preferences;

import dev.tracewright.llm.Dialect;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A server of models that is set up: what it is, and what can be done with it. */
final class ServerCard extends VBox {
    private static final int MOST_NAMES = 6;

    /**
     * @param change opens the form
     * @param remove takes the server away
     * @param arrived hears the name of a model that the server has fetched
     */
    ServerCard(Endpoint endpoint, ModelServers servers, Runnable change, Runnable remove, Consumer<String> arrived) {
        getStyleClass().add("card");
        Label name = new Label(endpoint.name());
        name.getStyleClass().add("text-bold");
        Label dialect = new Label(DialectWord.of(endpoint.dialect()));
        dialect.getStyleClass().add("muted");
        HBox head = new HBox(name, dialect);
        head.getStyleClass().add("form-buttons");
        VBox facts = new VBox(head, muted(endpoint.address()), muted(models(endpoint.models())));
        facts.getChildren().add(muted(Texts.of("settings.endpoint.key") + ": " + key(endpoint, servers)));
        String allowance = AllowanceFields.words(endpoint.allowance());
        if (!allowance.isEmpty()) {
            facts.getChildren().add(muted(allowance));
        }
        Trial trial = new Trial(servers);
        boolean known = Dialect.of(endpoint.dialect()).isPresent();
        Button test = button("settings.models.test", "test-server", () -> {
            if (endpoint.models().isEmpty()) {
                trial.failed(Texts.of("settings.endpoint.fault.models"));
            } else {
                trial.run(new ModelServers.Draft(endpoint, null));
            }
        });
        test.setDisable(!known);
        HBox buttons = new HBox(
                test,
                button("settings.models.edit", "change-server", change),
                button("settings.models.remove", "remove-server", remove));
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(facts, buttons, trial);
        if (Dialect.of(endpoint.dialect()).filter(Dialect::pulls).isPresent()) {
            Button download = button("settings.models.download", "download-model", () -> {});
            download.setOnAction(event -> {
                ModelDownload form = new ModelDownload(endpoint, servers, arrived);
                getChildren().add(form);
                download.setDisable(true);
                form.focusFirst();
            });
            buttons.getChildren().add(2, download);
        }
    }

    private static String key(Endpoint endpoint, ModelServers servers) {
        if (servers.hasTypedKey(endpoint.address())) {
            return Texts.of("settings.endpoint.key.session");
        }
        return endpoint.key() == null
                ? Texts.of("settings.endpoint.key.none")
                : endpoint.key().toString();
    }

    private static String models(List<String> models) {
        if (models.isEmpty()) {
            return Texts.of("settings.endpoint.models.nothing");
        }
        String first = String.join(", ", models.subList(0, Math.min(MOST_NAMES, models.size())));
        return models.size() <= MOST_NAMES
                ? first
                : Texts.of("settings.endpoint.models.more", first, models.size() - MOST_NAMES);
    }

    private static Button button(String key, String id, Runnable action) {
        Button button = new Button(Texts.of(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
