package dev.tracewright.ui.annotate;

import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.ui.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Says that a person and not the rules has said something: a small figure, and who, when and instead of what. */
final class PersonMark {
    private PersonMark() {}

    /** The figure. */
    static FontIcon icon() {
        FontIcon icon = new FontIcon(MaterialDesignA.ACCOUNT);
        icon.getStyleClass().add("person-icon");
        return icon;
    }

    /** The figure with the steps that a passage performs by a person's word. */
    static Label links(List<Integer> steps) {
        Label mark = new Label(
                steps.isEmpty() ? Texts.of("links.none") : Texts.of("status.performs", numbers(steps)), icon());
        mark.getStyleClass().add("person-mark");
        return mark;
    }

    /** Who set it when, from where, and what the rules say. */
    static String words(CorrectionEvent event, String byRules) {
        String who = Texts.of("correction.set-by", event.author(), ShownTime.of(event.at()));
        String source = event.source() == null ? "" : Texts.of("correction.from", event.source());
        return who + source + Texts.of("correction.rules-say", byRules);
    }

    static String numbers(List<Integer> steps) {
        return steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
