package dev.tracewright.ui.annotate;

import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The keys by which a person reviews steps that a study waits for. */
final class ReviewActions {
    private ReviewActions() {}

    static void addTo(ActionSet set, AnnotateViewModel model, AnnotateView view) {
        ReviewViewModel reviews = model.reviews();
        BooleanBinding reviewable = Bindings.createBooleanBinding(
                reviews::canReview,
                model.item(),
                model.phase(),
                model.sheet(),
                model.queue().current());
        set.add(Action.when(reviewable, "review.done", "steps", MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, "S", () -> {
            view.grid().commitEdit();
            view.focusWork();
            reviews.finish();
        }));
    }
}
