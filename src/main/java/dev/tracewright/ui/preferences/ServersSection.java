package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The part of the Settings screen where servers of models are found, added, changed, tested and removed. */
final class ServersSection extends VBox {
    private final Preferences preferences;
    private final ModelServers servers;
    private final VBox list = new VBox();
    private final VBox adding = new VBox();
    private final Label said = new Label();
    private final Button find = new Button(Texts.of("settings.models.find"), new FontIcon(MaterialDesignM.MAGNIFY));
    private final ListChangeListener<Endpoint> follow = change -> showEndpoints();

    ServersSection(Preferences preferences, ModelServers servers) {
        this.preferences = preferences;
        this.servers = servers;
        getStyleClass().add("section");
        Label title = new Label(Texts.of("settings.models"));
        title.getStyleClass().add("section-title");
        Label text = new Label(Texts.of("settings.models.text"));
        text.setWrapText(true);
        text.getStyleClass().add("section-text");
        find.setId("find-local");
        find.setOnAction(event -> findLocal());
        Button add = new Button(Texts.of("settings.models.add"), new FontIcon(MaterialDesignP.PLUS));
        add.setId("add-endpoint");
        add.setOnAction(event -> edit(null));
        HBox buttons = new HBox(find, add);
        buttons.getStyleClass().add("form-buttons");
        said.setWrapText(true);
        said.setId("settings-said");
        list.getStyleClass().add("section");
        getChildren().addAll(title, text, list, adding, buttons, said);
        preferences.endpoints().addListener(new WeakListChangeListener<>(follow));
        showEndpoints();
    }

    /** What the keyboard goes to first. */
    Button first() {
        return find;
    }

    private void showEndpoints() {
        list.getChildren().clear();
        if (preferences.endpoints().isEmpty()) {
            Label none = new Label(Texts.of("settings.models.none"));
            none.getStyleClass().add("muted");
            list.getChildren().add(none);
        }
        for (Endpoint endpoint : preferences.endpoints()) {
            list.getChildren()
                    .add(new ServerCard(
                            endpoint,
                            servers,
                            () -> edit(endpoint),
                            () -> remove(endpoint),
                            model -> offer(endpoint, model)));
        }
    }

    private void remove(Endpoint endpoint) {
        servers.keepKey(endpoint.address(), "");
        preferences.endpoints().remove(endpoint);
    }

    private void offer(Endpoint endpoint, String model) {
        int at = preferences.endpoints().indexOf(endpoint);
        if (at >= 0 && !endpoint.models().contains(model)) {
            List<String> models = new ArrayList<>(endpoint.models());
            models.add(model);
            preferences.endpoints().set(at, endpoint.withModels(models));
        }
        said.setText(Texts.of("settings.download.done", model));
    }

    private void edit(@Nullable Endpoint endpoint) {
        showEndpoints();
        adding.getChildren().clear();
        int at = endpoint == null ? -1 : preferences.endpoints().indexOf(endpoint);
        EndpointForm form = new EndpointForm(endpoint, servers, kept -> {
            adding.getChildren().clear();
            if (at >= 0) {
                preferences.endpoints().set(at, kept);
            } else {
                preferences.endpoints().add(kept);
            }
            showEndpoints();
        });
        form.setOnCancel(() -> {
            adding.getChildren().clear();
            showEndpoints();
        });
        if (at >= 0) {
            list.getChildren().set(at, form);
        } else {
            adding.getChildren().setAll(form);
        }
        form.focusFirst();
    }

    private void findLocal() {
        find.setDisable(true);
        said.setText(Texts.of("settings.models.finding"));
        servers.findLocal(found -> {
            find.setDisable(false);
            if (found.isEmpty()) {
                said.setText(Texts.of("settings.models.found-none"));
                return;
            }
            StringBuilder text = new StringBuilder();
            for (ModelServers.Found server : found) {
                text.append(Texts.of(
                                "settings.models.found",
                                server.title(),
                                server.models().size()))
                        .append('\n');
                Endpoint endpoint =
                        new Endpoint(server.title(), server.dialect(), server.address(), server.models(), null);
                boolean known = preferences.endpoints().stream()
                        .anyMatch(old -> old.address().equals(endpoint.address()));
                if (!known) {
                    preferences.endpoints().add(endpoint);
                }
            }
            said.setText(text.toString().strip());
        });
    }
}
