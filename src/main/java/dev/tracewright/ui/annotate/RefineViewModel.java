package dev.tracewright.ui.annotate;

import dev.tracewright.llm.ChatModel;
import dev.tracewright.trace.Plan;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.PlanEditor;
import dev.tracewright.work.ReviewDesk;
import dev.tracewright.work.StepChange;
import dev.tracewright.work.VerifierDesk;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier proposes for the shown steps, change by change. The person takes each over, which is an edit of theirs that
 * notes the verifier, or keeps to what stands.
 */
public final class RefineViewModel {
    private final AnnotateViewModel model;
    private final VerifierDesk desk;
    private final ReadOnlyObjectWrapper<VerifierDesk.@Nullable Proposal> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<StepChange>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> trouble = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ChangeListener<Number> newsListener = (property, before, now) -> compare();

    RefineViewModel(AnnotateViewModel model, VerifierDesk desk) {
        this.model = model;
        this.desk = desk;
        model.item().addListener((property, before, now) -> {
            trouble.set(null);
            asking.set(false);
            current.set(0);
            compare();
        });
        model.sheet().addListener((property, before, now) -> compare());
        model.phase().addListener((property, before, now) -> compare());
        desk.news().addListener(newsListener);
    }

    /** Lets go of the session; to be called when the screen leaves. */
    void release() {
        desk.news().removeListener(newsListener);
    }

    /** Asks the verifiers. */
    public VerifierDesk desk() {
        return desk;
    }

    /** What is proposed for the shown steps, or null. */
    public ReadOnlyObjectProperty<VerifierDesk.@Nullable Proposal> proposal() {
        return proposal.getReadOnlyProperty();
    }

    /** What of it is neither in the steps nor refused, from the top down. */
    public ReadOnlyObjectProperty<List<StepChange>> changes() {
        return changes.getReadOnlyProperty();
    }

    /** Position of the change that the keys answer, or 0 where there is none. */
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /** One sentence on why the last asking brought nothing, or null. */
    public ReadOnlyObjectProperty<@Nullable String> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the person is being asked what to send to whom. */
    public BooleanProperty asking() {
        return asking;
    }

    /** Whether there are steps about which a verifier can be asked now. */
    public boolean canAsk() {
        return model.phase().get() == Phase.READY
                && !desk.isBusy()
                && !isReviewed()
                && model.editor()
                        .filter(editor -> ReviewDesk.isUsable(editor.steps().get()))
                        .isPresent();
    }

    /** Asks about the shown steps as they stand. */
    public void ask(ChatModel verifier) {
        OpenSession.Item shown = model.item().get();
        Plan plan = shown == null ? null : shown.plan();
        Optional<PlanEditor> editor = model.editor();
        if (shown == null || plan == null || editor.isEmpty() || !canAsk()) {
            return;
        }
        asking.set(false);
        trouble.set(null);
        current.set(0);
        desk.ask(shown, plan, editor.get().steps().get(), verifier, why -> {
            if (plan.id().equals(planId())) {
                trouble.set(why);
            }
        });
    }

    /** Goes to the change {@code by} further on, round and round, and selects its step. */
    public void move(int by) {
        int count = changes.get().size();
        if (count > 0) {
            current.set(Math.floorMod(current.get() + by, count));
            select();
        }
    }

    /** Takes the current change over, as an edit of the person's. */
    public void take() {
        VerifierDesk.Proposal shown = proposal.get();
        change().ifPresent(change -> model.editSteps(editor -> {
            if (shown != null) {
                shown.take();
                editor.take(change.applied(editor.steps().get()), shown.source());
                select();
            }
        }));
    }

    /** Keeps to what stands; the change is not proposed again. */
    public void keep() {
        VerifierDesk.Proposal shown = proposal.get();
        if (shown != null) {
            change().ifPresent(shown::refuse);
            compare();
            select();
        }
    }

    /** Puts the proposal aside. */
    public void close() {
        String id = planId();
        if (id != null) {
            desk.close(id);
        }
    }

    public void dismissTrouble() {
        trouble.set(null);
    }

    /** The change that the keys answer. */
    public Optional<StepChange> change() {
        List<StepChange> open = changes.get();
        return current.get() < open.size() ? Optional.of(open.get(current.get())) : Optional.empty();
    }

    private void select() {
        change().ifPresent(change -> model.selectStep(Math.min(
                change.index() + 1,
                model.editor().map(editor -> editor.steps().get().size()).orElse(0))));
    }

    private @Nullable String planId() {
        OpenSession.Item shown = model.item().get();
        return shown == null || shown.plan() == null ? null : shown.plan().id();
    }

    /** Whether the study has its steps already, so that no change would reach it. */
    private boolean isReviewed() {
        OpenSession.Item shown = model.item().get();
        return shown != null
                && shown.row().review() != null
                && !shown.row().review().waits();
    }

    private void compare() {
        VerifierDesk.Proposal shown = model.phase().get() == Phase.READY && !isReviewed()
                ? desk.proposal(planId()).filter(found -> !found.isClosed()).orElse(null)
                : null;
        List<StepChange> open = shown == null
                ? List.of()
                : model.editor().map(editor -> shown.open(editor.steps().get())).orElse(List.of());
        if (!open.equals(changes.get())) {
            changes.set(open);
        }
        current.set(Math.clamp(current.get(), 0, Math.max(0, open.size() - 1)));
        proposal.set(shown);
    }
}
