package dev.tracewright.ui.annotate;

import dev.tracewright.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says in a cell that a second opinion says something else: a speech bubble and what it says. */
final class OpinionMark {
    private OpinionMark() {}

    static Label label() {
        Label label = new Label(null, new FontIcon(MaterialDesignC.COMMENT_QUOTE_OUTLINE));
        label.getStyleClass().add("opinion-mark");
        label.setWrapText(true);
        return label;
    }

    /** Shows what the opinion says, or nothing where the words are empty. */
    static void show(Label label, String words) {
        boolean some = !words.isEmpty();
        label.setText(words);
        label.setAccessibleText(some ? Texts.of("opinion.says", words) : "");
        label.setTooltip(some ? new Tooltip(Texts.of("opinion.says", words)) : null);
        Bars.shown(label, some);
    }
}
