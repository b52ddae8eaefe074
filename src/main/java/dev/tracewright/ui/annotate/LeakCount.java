package dev.tracewright.ui.annotate;

import dev.tracewright.trace.Leak;
import dev.tracewright.ui.Texts;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.Sheet;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** How often the shown plan says what the delegator was asked not to work out; nothing where it never does. */
final class LeakCount extends Label {
    /** Room for the shape and the number. */
    private static final double LEAST_IN_EM = 3.2;

    private final AnnotateViewModel model;
    private final Ui.Bonds bonds = new Ui.Bonds();

    LeakCount(AnnotateViewModel model) {
        this.model = model;
        setId("leak-count");
        getStyleClass().add("leak-count");
        setGraphic(new FontIcon(MaterialDesignW.WATER));
        setTooltip(new Tooltip(Texts.of("leak.count.hint")));
        minWidthProperty().bind(Theme.fontPixels().multiply(LEAST_IN_EM));
        bonds.follow(model.sheet(), this::show);
    }

    void release() {
        minWidthProperty().unbind();
        bonds.release();
    }

    private void show() {
        Sheet sheet = model.sheet().get();
        List<Leak> leaks = sheet == null ? List.of() : sheet.checks().leaks();
        boolean answer = leaks.stream().anyMatch(leak -> leak.kind() == Leak.Kind.ANSWER);
        setVisible(!leaks.isEmpty());
        setManaged(!leaks.isEmpty());
        setText(Texts.of(answer ? "leak.count.answer" : "leak.count", leaks.size()));
    }
}
