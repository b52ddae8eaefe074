package dev.tracewright.ui.preferences;

import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.Settings;
import dev.tracewright.ui.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the person chose, as properties the window can bind to; every change is handed on to be kept. */
public final class Preferences {
    private final ObjectProperty<Theme.Choice> theme = new SimpleObjectProperty<>(Theme.Choice.SYSTEM);
    private final IntegerProperty textPercent = new SimpleIntegerProperty(100);
    private final BooleanProperty autoAdvance = new SimpleBooleanProperty(true);
    private final ObjectProperty<Settings.Blind> blind = new SimpleObjectProperty<>(Settings.Blind.SEVERAL);
    private final BooleanProperty hideGold = new SimpleBooleanProperty();
    private final BooleanProperty hideModels = new SimpleBooleanProperty();
    private final StringProperty annotator = new SimpleStringProperty("");
    private final StringProperty delegator = new SimpleStringProperty("");
    private final StringProperty solver = new SimpleStringProperty("");
    private final BooleanProperty hintDismissed = new SimpleBooleanProperty();
    private final SimpleObjectProperty<@Nullable String> lastSession = new SimpleObjectProperty<>();
    private final ObservableList<Endpoint> endpoints = FXCollections.observableArrayList();
    private final String language;

    /**
     * @param start what was kept
     * @param userName the name to label under where none was chosen
     * @param keep keeps the settings after every change
     */
    public Preferences(Settings start, String userName, Consumer<Settings> keep) {
        theme.set(Theme.Choice.valueOf(start.appearance().theme().name()));
        textPercent.set(start.appearance().textScale());
        language = start.appearance().language();
        autoAdvance.set(start.annotating().autoAdvance());
        Settings.Hiding hiding = start.annotating().hiding();
        blind.set(hiding.blind());
        hideGold.set(hiding.gold());
        hideModels.set(hiding.models());
        String name = start.annotating().annotator();
        annotator.set(name.isBlank() ? userName : name);
        delegator.set(start.models().delegator());
        solver.set(start.models().solver());
        hintDismissed.set(start.hintDismissed());
        lastSession.set(start.lastSession());
        endpoints.setAll(start.endpoints());
        for (Observable value : List.of(
                theme,
                textPercent,
                autoAdvance,
                blind,
                hideGold,
                hideModels,
                annotator,
                delegator,
                solver,
                hintDismissed,
                lastSession,
                endpoints)) {
            value.addListener(changed -> keep.accept(settings()));
        }
    }

    /** Everything as it is kept. */
    public Settings settings() {
        return new Settings(
                new Settings.Appearance(Settings.Theme.valueOf(theme.get().name()), textPercent.get(), language),
                new Settings.Annotating(
                        autoAdvance.get(),
                        new Settings.Hiding(blind.get(), hideGold.get(), hideModels.get()),
                        annotator.get()),
                new Settings.Models(delegator.get(), solver.get()),
                lastSession.get(),
                hintDismissed.get(),
                List.copyOf(endpoints));
    }

    public ObjectProperty<Theme.Choice> theme() {
        return theme;
    }

    /** Whether the window is dark now. */
    public boolean isDark() {
        return switch (theme.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Size of the text in percent of the ordinary one, 80 to 200. */
    public IntegerProperty textPercent() {
        return textPercent;
    }

    public BooleanProperty autoAdvance() {
        return autoAdvance;
    }

    /** When the suggestion is hidden until the person has decided. */
    public ObjectProperty<Settings.Blind> blind() {
        return blind;
    }

    public BooleanProperty hideGold() {
        return hideGold;
    }

    /** Whether approach, delegator and solver are hidden. */
    public BooleanProperty hideModels() {
        return hideModels;
    }

    /** The name under which the person labels; never blank when read through {@link #annotatorName}. */
    public StringProperty annotator() {
        return annotator;
    }

    /** The name under which the person labels. */
    public String annotatorName() {
        String name = annotator.get().strip();
        return name.isEmpty() ? "annotator" : name;
    }

    public StringProperty delegator() {
        return delegator;
    }

    public StringProperty solver() {
        return solver;
    }

    public BooleanProperty hintDismissed() {
        return hintDismissed;
    }

    /** The session to open on the next start. */
    public SimpleObjectProperty<@Nullable String> lastSession() {
        return lastSession;
    }

    /** The servers of models that are set up. */
    public ObservableList<Endpoint> endpoints() {
        return endpoints;
    }
}
