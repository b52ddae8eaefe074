package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.ui.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
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
    private final Label none = new Label(Texts.of("settings.models.none"));
    private final Button undo = new Button(Texts.of("settings.models.undo"));
    private final Map<Endpoint, ServerCard> cards = new HashMap<>();
    private @Nullable Endpoint edited;
    private @Nullable EndpointForm form;
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
        none.getStyleClass().add("muted");
        undo.setId("undo-remove");
        undo.setVisible(false);
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setMinWidth(USE_PREF_SIZE);
        HBox news = new HBox(said, undo);
        news.getStyleClass().add("form-buttons");
        getChildren().addAll(title, text, list, adding, buttons, news);
        preferences.endpoints().addListener(new WeakListChangeListener<>(follow));
        showEndpoints();
    }

    /** What the keyboard goes to first. */
    Button first() {
        return find;
    }

    /** Shows a card for each server, or its form; what stands already stays, for a card may have a call or a download under way. */
    private void showEndpoints() {
        List<Node> wanted = new ArrayList<>();
        if (preferences.endpoints().isEmpty()) {
            wanted.add(none);
        }
        for (Endpoint endpoint : new LinkedHashSet<>(preferences.endpoints())) {
            wanted.add(form != null && endpoint.equals(edited) ? form : cards.computeIfAbsent(endpoint, this::card));
        }
        cards.values().retainAll(wanted);
        List<Node> shown = list.getChildren();
        shown.removeIf(node -> !wanted.contains(node));
        for (int i = 0; i < wanted.size(); i++) {
            if (i == shown.size() || !shown.get(i).equals(wanted.get(i))) {
                shown.remove(wanted.get(i));
                shown.add(i, wanted.get(i));
            }
        }
    }

    private ServerCard card(Endpoint endpoint) {
        return new ServerCard(
                endpoint, servers, () -> edit(endpoint), () -> remove(endpoint), model -> offer(endpoint, model));
    }

    private void remove(Endpoint endpoint) {
        int at = preferences.endpoints().indexOf(endpoint);
        servers.keepKey(endpoint.address(), "");
        preferences.endpoints().remove(endpoint);
        say(Texts.of("settings.models.removed", endpoint.name()));
        undo.setOnAction(event -> {
            preferences.endpoints().add(Math.min(at, preferences.endpoints().size()), endpoint);
            say("");
        });
        undo.setVisible(true);
        undo.requestFocus();
    }

    private void offer(Endpoint endpoint, String model) {
        int at = preferences.endpoints().indexOf(endpoint);
        if (at >= 0 && !endpoint.models().contains(model)) {
            List<String> models = new ArrayList<>(endpoint.models());
            models.add(model);
            preferences.endpoints().set(at, endpoint.withModels(models));
        }
        say(Texts.of("settings.download.done", model));
    }

    private void edit(@Nullable Endpoint endpoint) {
        close();
        EndpointForm opened = new EndpointForm(endpoint, servers, kept -> {
            close();
            // Its card may show another key although the server is the same.
            cards.keySet().removeIf(shown -> shown.equals(endpoint));
            int at = preferences.endpoints().indexOf(endpoint);
            if (at >= 0) {
                preferences.endpoints().set(at, kept);
            } else {
                preferences.endpoints().add(kept);
            }
            showEndpoints();
        });
        opened.setOnCancel(this::close);
        if (endpoint == null) {
            adding.getChildren().setAll(opened);
        } else {
            edited = endpoint;
            form = opened;
            showEndpoints();
        }
        opened.focusFirst();
    }

    /** Takes the form away that is open. */
    private void close() {
        adding.getChildren().clear();
        edited = null;
        form = null;
        showEndpoints();
    }

    private void say(String words) {
        said.setText(words);
        undo.setVisible(false);
    }

    private void findLocal() {
        find.setDisable(true);
        say(Texts.of("settings.models.finding"));
        servers.addLocal(preferences.endpoints(), found -> {
            find.setDisable(false);
            say(found);
        });
    }
}
