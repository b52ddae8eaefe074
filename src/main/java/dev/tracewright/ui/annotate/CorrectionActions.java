package dev.tracewright.ui.annotate;

import dev.tracewright.trace.StepStatus;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The keys by which a person overrules the alignment. */
final class CorrectionActions {
    private final AnnotateViewModel model;
    private final AnnotateView view;
    private final ActionSet set;

    private CorrectionActions(AnnotateViewModel model, AnnotateView view, ActionSet set) {
        this.model = model;
        this.view = view;
        this.set = set;
    }

    static void addTo(ActionSet set, AnnotateViewModel model, AnnotateView view) {
        CorrectionActions actions = new CorrectionActions(model, view, set);
        actions.statuses();
        actions.links();
    }

    /** The digit that sets a status. */
    static int digit(StepStatus status) {
        return switch (status) {
            case FOLLOWED -> 1;
            case MERGED -> 2;
            case SKIPPED -> 3;
            case EXPANDED -> 4;
            case NOTED_REDUNDANT -> 5;
            case RESTATED_ONLY -> 6;
        };
    }

    private void statuses() {
        BooleanBinding settable = when(
                () -> model.corrections().possible() && model.selectedStep().get() != 0);
        status(settable, "correct.followed", MaterialDesignC.CHECK, StepStatus.FOLLOWED);
        status(settable, "correct.merged", MaterialDesignC.CALL_MERGE, StepStatus.MERGED);
        status(settable, "correct.skipped", MaterialDesignD.DEBUG_STEP_OVER, StepStatus.SKIPPED);
        status(settable, "correct.expanded", MaterialDesignA.ARROW_EXPAND_VERTICAL, StepStatus.EXPANDED);
        status(settable, "correct.redundant", MaterialDesignN.NOT_EQUAL_VARIANT, StepStatus.NOTED_REDUNDANT);
        status(settable, "correct.restated", MaterialDesignR.REPEAT, StepStatus.RESTATED_ONLY);
        status(settable, "correct.rules", MaterialDesignR.RESTORE, null);
    }

    private void status(BooleanBinding enabled, String id, Ikon icon, @Nullable StepStatus status) {
        int digit = status == null ? 0 : digit(status);
        set.add(Action.when(
                enabled,
                id,
                "correct",
                icon,
                digit + ", Numpad " + digit,
                () -> model.corrections().setStatus(status)));
    }

    private void links() {
        BooleanBinding linkable = when(() -> model.corrections().meantSegment().isPresent());
        set.add(Action.when(
                linkable,
                "correct.link-previous",
                "correct",
                MaterialDesignA.ARROW_UP_BOLD_BOX_OUTLINE,
                "Open Bracket, Alt+Left",
                () -> model.corrections().moveLink(-1)));
        set.add(Action.when(
                linkable,
                "correct.link-next",
                "correct",
                MaterialDesignA.ARROW_DOWN_BOLD_BOX_OUTLINE,
                "Close Bracket, Alt+Right",
                () -> model.corrections().moveLink(1)));
        set.add(Action.when(
                linkable,
                "correct.links",
                "correct",
                MaterialDesignL.LINK_VARIANT,
                "L",
                () -> model.corrections()
                        .meantSegment()
                        .ifPresent(position -> view.grid().chooseLinks(position))));
    }

    private BooleanBinding when(BooleanSupplier condition) {
        return Bindings.createBooleanBinding(
                condition::getAsBoolean,
                model.phase(),
                model.item(),
                model.sheet(),
                model.label(),
                model.selectedStep(),
                model.selection().segment());
    }
}
