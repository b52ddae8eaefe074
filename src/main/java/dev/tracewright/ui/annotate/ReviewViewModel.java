package dev.tracewright.ui.annotate;

import dev.tracewright.store.ItemRow;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.PlanEditor;
import dev.tracewright.work.QueueFilter;
import dev.tracewright.work.ReviewDesk;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shown steps as what a study waits for: whether they do, and the person's word that they are reviewed. */
public final class ReviewViewModel {
    private final AnnotateViewModel model;
    private final ReviewDesk desk;
    private final Runnable reload;

    /** @param reload reads the shown item anew */
    ReviewViewModel(AnnotateViewModel model, ReviewDesk desk, Runnable reload) {
        this.model = model;
        this.desk = desk;
        this.reload = reload;
        desk.onTakenBack(key -> {
            OpenSession.Item shown = model.item().get();
            if (shown != null && shown.row().key().equals(key)) {
                reload.run();
            }
        });
    }

    /** Lets go of the session; to be called when the screen leaves. */
    void release() {
        desk.onTakenBack(key -> {});
    }

    /** Keeps the reviews. */
    public ReviewDesk desk() {
        return desk;
    }

    /** What a study wants reviewed in the shown item, as it stands now, or null. */
    public ItemRow.@Nullable Review review() {
        OpenSession.Item shown = model.item().get();
        return shown == null
                ? null
                : model.queue().find(shown.row().key()).map(ItemRow::review).orElse(null);
    }

    /** Whether the shown steps wait for a review and can be given one: nothing is on its way, and there is a step. */
    public boolean canReview() {
        ItemRow.Review review = review();
        return review != null
                && review.waits()
                && model.phase().get() == Phase.READY
                && model.editor()
                        .filter(editor -> ReviewDesk.isUsable(editor.steps().get()))
                        .isPresent();
    }

    /** How many items of the session wait. */
    public long waiting() {
        return model.queue().count(QueueFilter.State.REVIEW);
    }

    /** The steps are reviewed as they stand; goes on to the next shown item that waits, or shows this one as reviewed. */
    public void finish() {
        OpenSession.Item shown = model.item().get();
        Optional<PlanEditor> editor = model.editor();
        if (shown == null || editor.isEmpty() || !canReview()) {
            return;
        }
        String planId = shown.plan() == null ? null : shown.plan().id();
        desk.review(shown, editor.get().steps().get(), model.refinement().desk().takenFrom(planId));
        Optional<ItemRow> next = model.queue().nextToReview();
        if (next.isPresent()) {
            model.queue().select(next.get().key());
        } else {
            reload.run();
        }
    }
}
