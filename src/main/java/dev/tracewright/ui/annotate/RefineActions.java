package dev.tracewright.ui.annotate;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The keys by which a person has steps verified and answers what is proposed. */
final class RefineActions {
    private RefineActions() {}

    static void addTo(ActionSet set, AnnotateViewModel model) {
        RefineViewModel refine = model.refinement();
        BooleanBinding askable = Bindings.createBooleanBinding(
                refine::canAsk,
                model.item(),
                model.phase(),
                model.sheet(),
                refine.desk().job());
        BooleanBinding answerable = Bindings.createBooleanBinding(
                () -> refine.change().isPresent(), refine.changes(), refine.current(), model.phase());
        set.add(Action.when(
                askable,
                "refine.ask",
                "refine",
                MaterialDesignC.CLIPBOARD_ACCOUNT_OUTLINE,
                "Shortcut+Shift+V",
                () -> refine.asking().set(true)));
        set.add(Action.when(
                answerable, "refine.next", "refine", MaterialDesignA.ARROW_DOWN, "Shift+Period", () -> refine.move(1)));
        set.add(Action.when(
                answerable,
                "refine.previous",
                "refine",
                MaterialDesignA.ARROW_UP,
                "Shift+Comma",
                () -> refine.move(-1)));
        set.add(Action.when(answerable, "refine.take", "refine", MaterialDesignC.CHECK, "P", refine::take));
        set.add(Action.when(answerable, "refine.keep", "refine", MaterialDesignC.CLOSE, "Shift+P", refine::keep));
    }
}
