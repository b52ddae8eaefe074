package dev.tracewright.ui.preferences;

import dev.tracewright.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The names of the models to offer: typed, or chosen from what the server has. */
final class ModelNames extends VBox {
    private static final int MANY = 8;

    private final ModelServers servers;
    private final Supplier<ModelServers.Draft> server;
    private final TextField names = new TextField();
    private final Button ask = new Button(Texts.of("settings.endpoint.models.ask"));
    private final TextField filter = new TextField();
    private final ListView<String> offered = new ListView<>();
    private final Label said = new Label();

    /** @param server what to ask; throws a SettingsException with a sentence while it cannot be asked */
    ModelNames(List<String> start, ModelServers servers, Supplier<ModelServers.Draft> server) {
        this.servers = servers;
        this.server = server;
        getStyleClass().add("model-names");
        names.setId("endpoint-models");
        names.setText(String.join(", ", start));
        names.setPromptText(Texts.of("settings.endpoint.models.prompt"));
        names.setAccessibleText(Texts.of("settings.endpoint.models"));
        HBox.setHgrow(names, Priority.ALWAYS);
        ask.setId("endpoint-models-ask");
        ask.setMinWidth(USE_PREF_SIZE);
        ask.setOnAction(event -> ask());
        HBox line = new HBox(names, ask);
        line.getStyleClass().add("form-buttons");
        filter.setPromptText(Texts.of("settings.endpoint.models.filter"));
        filter.setAccessibleText(Texts.of("settings.endpoint.models.filter"));
        offered.setId("endpoint-models-offered");
        offered.setAccessibleText(Texts.of("settings.endpoint.models.offered"));
        offered.getStyleClass().add("offered-models");
        said.setId("endpoint-models-said");
        said.setWrapText(true);
        said.getStyleClass().add("muted");
        getChildren().add(line);
    }

    /** The field the names are typed into. */
    TextField field() {
        return names;
    }

    /** The names in the field, each once. */
    List<String> chosen() {
        return names(names.getText());
    }

    static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(model -> !model.isEmpty())
                .distinct()
                .toList();
    }

    private void ask() {
        ModelServers.Draft asked;
        try {
            asked = server.get();
        } catch (RuntimeException e) {
            say(String.valueOf(e.getMessage()));
            return;
        }
        ask.setDisable(true);
        say(Texts.of("settings.endpoint.models.asking"));
        servers.models(
                asked,
                models -> {
                    ask.setDisable(false);
                    show(models);
                },
                words -> {
                    ask.setDisable(false);
                    say(words);
                });
    }

    private void say(String words) {
        said.setText(words);
        getChildren().setAll(getChildren().getFirst(), said);
    }

    private void show(List<String> models) {
        if (models.isEmpty()) {
            say(Texts.of("settings.endpoint.models.empty"));
            return;
        }
        FilteredList<String> shown = new FilteredList<>(FXCollections.observableArrayList(models));
        filter.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(model -> model.toLowerCase(Locale.ROOT).contains(wanted));
        });
        offered.setItems(shown);
        offered.setCellFactory(CheckBoxListCell.forListView(this::chosen));
        getChildren().setAll(getChildren().getFirst());
        if (models.size() > MANY) {
            getChildren().add(filter);
        }
        getChildren().add(offered);
    }

    /** Whether this model is among the names; switching it changes the field. */
    private BooleanProperty chosen(String model) {
        BooleanProperty is = new SimpleBooleanProperty(chosen().contains(model));
        is.subscribe(now -> {
            Set<String> all = new LinkedHashSet<>(chosen());
            if (now ? all.add(model) : all.remove(model)) {
                names.setText(String.join(", ", new ArrayList<>(all)));
            }
        });
        return is;
    }
}
