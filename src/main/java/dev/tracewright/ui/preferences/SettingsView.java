package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.Settings;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The Settings screen: how the window looks, how labelling works, and which servers of models there are. */
public final class SettingsView extends BorderPane {
    private static final double WIDEST = 860;

    private final Preferences preferences;
    private final ModelServers servers;
    private final VBox list = new VBox();
    private final VBox adding = new VBox();
    private final Label said = new Label();
    private final Button find;
    private final ListChangeListener<Endpoint> follow = change -> showEndpoints();

    public SettingsView(Preferences preferences, ModelServers servers) {
        this.preferences = preferences;
        this.servers = servers;
        setId("settings");
        getStyleClass().add("settings-page");
        find = new Button(Texts.of("settings.models.find"), new FontIcon(MaterialDesignM.MAGNIFY));
        Label title = new Label(Texts.of("settings.title"));
        title.getStyleClass().add("page-title");
        VBox page = new VBox(title, sheet(), models());
        page.getStyleClass().add("page");
        page.setMaxWidth(WIDEST);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        setCenter(scroll);
        preferences.endpoints().addListener(new WeakListChangeListener<>(follow));
        showEndpoints();
    }

    /** Puts the keyboard on the first thing that can be changed. */
    public void focusFirst() {
        if (find.getScene() == null) {
            applyCss(); // a scroll pane takes its page into the window only once it has been styled
        }
        find.requestFocus();
    }

    private VBox sheet() {
        String view = Texts.of("settings.category.view");
        String work = Texts.of("settings.category.work");
        ObjectProperty<ThemeWord> themeWord = new SimpleObjectProperty<>(
                ThemeWord.valueOf(preferences.theme().get().name()));
        themeWord.addListener((property, before, now) -> preferences.theme().set(now.choice()));
        ObjectProperty<BlindWord> blindWord = new SimpleObjectProperty<>(
                BlindWord.valueOf(preferences.blind().get().name()));
        blindWord.addListener((property, before, now) -> preferences.blind().set(Settings.Blind.valueOf(now.name())));
        PropertySheet sheet = new PropertySheet();
        sheet.setMode(PropertySheet.Mode.NAME);
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.getItems()
                .setAll(
                        new SettingItem<>("settings.theme", view, ThemeWord.class, themeWord),
                        new SettingItem<>(
                                "settings.text-size",
                                view,
                                Integer.class,
                                preferences.textPercent().asObject()),
                        new SettingItem<>("settings.auto-advance", work, Boolean.class, preferences.autoAdvance()),
                        new SettingItem<>("settings.blind", work, BlindWord.class, blindWord),
                        new SettingItem<>("settings.hide-gold", work, Boolean.class, preferences.hideGold()),
                        new SettingItem<>("settings.hide-models", work, Boolean.class, preferences.hideModels()),
                        new SettingItem<>("settings.annotator", work, String.class, preferences.annotator()));
        sheet.setId("settings-sheet");
        sheet.setAccessibleText(Texts.of("settings.appearance"));
        Label title = new Label(Texts.of("settings.appearance"));
        title.getStyleClass().add("section-title");
        VBox section = new VBox(title, sheet);
        section.getStyleClass().add("section");
        return section;
    }

    private VBox models() {
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
        VBox section = new VBox(title, text, list, adding, buttons, said);
        section.getStyleClass().add("section");
        return section;
    }

    private void showEndpoints() {
        list.getChildren().clear();
        if (preferences.endpoints().isEmpty()) {
            Label none = new Label(Texts.of("settings.models.none"));
            none.getStyleClass().add("muted");
            list.getChildren().add(none);
        }
        for (Endpoint endpoint : preferences.endpoints()) {
            list.getChildren().add(card(endpoint));
        }
    }

    private VBox card(Endpoint endpoint) {
        Label name = new Label(endpoint.name());
        name.getStyleClass().add("text-bold");
        Label where = new Label(endpoint.address() + "  ·  " + String.join(", ", endpoint.models()));
        where.getStyleClass().add("muted");
        where.setWrapText(true);
        String key = servers.hasTypedKey(endpoint.address())
                ? Texts.of("settings.endpoint.key.session")
                : endpoint.key() == null
                        ? Texts.of("settings.endpoint.key.none")
                        : endpoint.key().toString();
        Label keyLine = new Label(Texts.of("settings.endpoint.key") + ": " + key);
        keyLine.getStyleClass().add("muted");
        VBox facts = new VBox(name, where, keyLine);
        HBox.setHgrow(facts, Priority.ALWAYS);
        Button test = new Button(Texts.of("settings.models.test"));
        test.setOnAction(event -> test(endpoint));
        Button change = new Button(Texts.of("settings.models.edit"));
        change.setOnAction(event -> edit(endpoint));
        Button remove = new Button(Texts.of("settings.models.remove"));
        remove.setOnAction(event -> {
            servers.keepKey(endpoint.address(), "");
            preferences.endpoints().remove(endpoint);
        });
        for (Button button : List.of(test, change, remove)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox row = new HBox(facts, test, change, remove);
        row.getStyleClass().add("endpoint-row");
        VBox card = new VBox(row);
        card.getStyleClass().add("card");
        return card;
    }

    private void edit(@Nullable Endpoint endpoint) {
        EndpointForm form = new EndpointForm(endpoint, servers, kept -> {
            adding.getChildren().clear();
            int at = endpoint == null ? -1 : preferences.endpoints().indexOf(endpoint);
            if (at >= 0) {
                preferences.endpoints().set(at, kept);
            } else {
                preferences.endpoints().add(kept);
            }
            showEndpoints();
        });
        form.setOnCancel(() -> adding.getChildren().clear());
        adding.getChildren().setAll(form);
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
                boolean known = preferences.endpoints().stream()
                        .anyMatch(endpoint -> endpoint.address().equals(Endpoint.normalise(server.address())));
                if (!known) {
                    preferences
                            .endpoints()
                            .add(new Endpoint(server.title(), "openai", server.address(), server.models(), null));
                }
            }
            said.setText(text.toString().strip());
        });
    }

    private void test(Endpoint endpoint) {
        said.setText(Texts.of("settings.models.testing"));
        servers.models(
                endpoint, models -> said.setText(Texts.of("settings.models.test.ok", models.size())), said::setText);
    }

    /** The colour choices as they are shown. */
    enum ThemeWord {
        SYSTEM,
        LIGHT,
        DARK;

        Theme.Choice choice() {
            return Theme.Choice.valueOf(name());
        }

        @Override
        public String toString() {
            return Texts.of("settings.theme." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** When the suggestion is hidden, as it is shown. */
    enum BlindWord {
        NEVER,
        SEVERAL,
        ALWAYS;

        @Override
        public String toString() {
            return Texts.of("settings.blind." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
