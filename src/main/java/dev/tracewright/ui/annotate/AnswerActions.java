package dev.tracewright.ui.annotate;

import dev.tracewright.settings.Settings;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The keys for what a verdict rests on: the values in their places, what is hidden, and verdicts that contradict each other. */
final class AnswerActions {
    private AnswerActions() {}

    static void addTo(ActionSet set, AnnotateViewModel model, AnnotateContext.Hiding hiding, Supplier<Node> bar) {
        AnswerViewModel answer = model.answer();
        BooleanBinding placed = Bindings.createBooleanBinding(
                () -> answer.place(AnswerValue.STATED) != null || answer.place(AnswerValue.STRICT) != null,
                model.sheet(),
                answer.valuesShown(),
                answer.suggestionShown());
        set.add(Action.when(placed, "go.values", "go", MaterialDesignM.MAP_MARKER_OUTLINE, "V", answer::lightNext));
        BooleanBinding some = Bindings.createBooleanBinding(
                () -> !answer.candidates().isEmpty(), model.sheet(), answer.valuesShown());
        set.add(Action.when(
                some,
                "go.considered",
                "go",
                MaterialDesignF.FORMAT_LIST_BULLETED,
                "Shift+V",
                () -> new ConsideredPopOver(answer).show(bar.get())));
        set.add(Action.always(
                "go.blind",
                "go",
                MaterialDesignE.EYE_OFF_OUTLINE,
                "Shortcut+B",
                () -> hiding.blind().set(answer.isBlind() ? Settings.Blind.NEVER : Settings.Blind.ALWAYS)));
        set.add(Action.always(
                "go.hide-gold", "go", MaterialDesignE.EYE_OFF_OUTLINE, "Shortcut+H", () -> toggle(hiding.gold())));
        set.add(Action.always(
                "go.hide-models",
                "go",
                MaterialDesignE.EYE_OFF_OUTLINE,
                "Shortcut+Shift+H",
                () -> toggle(hiding.models())));
        ContradictionViewModel contradictions = model.contradictions();
        BooleanBinding contradicted = contradictions.shown().isNotNull();
        set.add(Action.when(
                contradicted,
                "label.contradiction",
                "label",
                MaterialDesignS.SWAP_HORIZONTAL,
                "B",
                contradictions::go));
        set.add(Action.when(
                contradicted, "label.keep-both", "label", MaterialDesignC.CHECK_ALL, "G", contradictions::keepBoth));
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }
}
