package dev.tracewright.ui.annotate;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The keys by which a person asks for a second opinion and answers it. */
final class OpinionActions {
    private OpinionActions() {}

    static void addTo(ActionSet set, AnnotateViewModel model) {
        OpinionViewModel opinions = model.opinions();
        BooleanBinding askable = Bindings.createBooleanBinding(
                opinions::canAsk, model.item(), opinions.desk().job());
        BooleanBinding answerable = Bindings.createBooleanBinding(
                () -> model.corrections().possible() && opinions.difference().isPresent(),
                opinions.differences(),
                opinions.current(),
                model.phase(),
                model.label());
        set.add(Action.when(
                askable,
                "opinion.ask",
                "opinion",
                MaterialDesignC.COMMENT_QUESTION_OUTLINE,
                "Shortcut+Shift+O",
                () -> opinions.asking().set(true)));
        set.add(Action.when(
                answerable, "opinion.next", "opinion", MaterialDesignA.ARROW_DOWN, "Period", () -> opinions.move(1)));
        set.add(Action.when(
                answerable, "opinion.previous", "opinion", MaterialDesignA.ARROW_UP, "Comma", () -> opinions.move(-1)));
        set.add(Action.when(answerable, "opinion.take", "opinion", MaterialDesignC.CHECK, "Y", opinions::takeOver));
        set.add(Action.when(answerable, "opinion.keep", "opinion", MaterialDesignC.CLOSE, "Shift+Y", opinions::keep));
    }
}
