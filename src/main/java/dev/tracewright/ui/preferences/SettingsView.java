package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Settings;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.theme.Theme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;

/** The Settings screen: how the window looks, how labelling works, and which servers of models there are. */
public final class SettingsView extends BorderPane {
    private static final double WIDEST = 860;

    private final Preferences preferences;
    private final ServersSection servers;

    public SettingsView(Preferences preferences, ModelServers servers) {
        this.preferences = preferences;
        this.servers = new ServersSection(preferences, servers);
        setId("settings");
        getStyleClass().add("settings-page");
        Label title = new Label(Texts.of("settings.title"));
        title.getStyleClass().add("page-title");
        VBox page = new VBox(title, sheet(), this.servers);
        page.getStyleClass().add("page");
        page.setMaxWidth(WIDEST);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        setCenter(scroll);
    }

    /** Puts the keyboard on the first thing that can be changed. */
    public void focusFirst() {
        if (servers.first().getScene() == null) {
            applyCss(); // a scroll pane takes its page into the window only once it has been styled
        }
        servers.first().requestFocus();
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
