package dev.tracewright.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;
import javafx.stage.Window;

/** Applies light or dark and the text size to a scene; follows the operating system where the person has not chosen. */
public final class Theme {
    /** The size of ordinary text at 100 %, in pixels; every other size in the style sheet is relative to it. */
    public static final double BASE_FONT_PIXELS = 14;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = "/dev/tracewright/ui/tracewright.css";

    private static final ReadOnlyDoubleWrapper FONT_PIXELS = new ReadOnlyDoubleWrapper(BASE_FONT_PIXELS);

    private final Scene scene;
    /** Held here only, so that the system's colours do not hold a window that has gone. */
    private final ChangeListener<ColorScheme> systemChanged = (property, before, now) -> again();

    private Choice choice = Choice.SYSTEM;

    /** What the person chose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Theme(Scene scene) {
        this.scene = scene;
        loadFont("TracewrightSans-Regular.ttf");
        loadFont("TracewrightSans-Bold.ttf");
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm());
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(systemChanged));
    }

    private void again() {
        apply(choice);
    }

    /** Switches to the chosen colours. */
    public void apply(Choice newChoice) {
        choice = newChoice;
        boolean dark = switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    /** Scales all text; {@code percent} from 80 to 200. */
    public void scale(int percent) {
        double pixels = BASE_FONT_PIXELS * Math.clamp(percent, 80, 200) / 100.0;
        FONT_PIXELS.set(pixels);
        scene.getRoot().setStyle("-fx-font-size: " + pixels + "px;");
    }

    /** Gives a dialog, which is a window of its own, the look of the window it belongs to. */
    public static void dress(DialogPane pane, Window owner) {
        Scene from = owner.getScene();
        pane.getStylesheets().setAll(from.getStylesheets());
        pane.setStyle(from.getRoot().getStyle());
        pane.getStyleClass().add("root");
        pane.pseudoClassStateChanged(DARK, from.getRoot().getPseudoClassStates().contains(DARK));
    }

    /** The size of ordinary text in pixels as the person has set it; for what a style sheet cannot size. */
    public static ReadOnlyDoubleProperty fontPixels() {
        return FONT_PIXELS.getReadOnlyProperty();
    }

    private static void loadFont(String file) {
        try (InputStream font = Theme.class.getResourceAsStream("/dev/tracewright/font/" + file)) {
            Font.loadFont(font, BASE_FONT_PIXELS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        }
    }
}
