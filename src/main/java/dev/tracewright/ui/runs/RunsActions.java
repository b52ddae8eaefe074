package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.action.ActionSet;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done on the Runs screen, each possible when the shown study is where it makes sense. */
final class RunsActions {
    private final RunsViewModel model;
    private final ActionSet set = new ActionSet();
    private final ReadOnlyObjectWrapper<RunProgress.@Nullable Phase> phase = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> failed = new ReadOnlyObjectWrapper<>(0);

    RunsActions(RunsView view, RunsViewModel model) {
        this.model = model;
        set.add(Action.always("runs.new", "runs", MaterialDesignP.PLUS, "Shortcut+Shift+N", view::newStudy));
        set.add(Action.always("runs.open", "runs", MaterialDesignF.FILE_OUTLINE, "Shortcut+Shift+O", view::openPlan));
        set.add(Action.when(
                in(RunProgress.Phase.READY, RunProgress.Phase.STOPPED, RunProgress.Phase.PAUSED),
                "runs.start",
                "runs",
                MaterialDesignP.PLAY,
                "F5",
                () -> chosen(model::start)));
        set.add(Action.when(
                in(RunProgress.Phase.RUNNING),
                "runs.pause",
                "runs",
                MaterialDesignP.PAUSE,
                "F6",
                () -> chosen(model::pause)));
        set.add(Action.when(
                in(RunProgress.Phase.RUNNING, RunProgress.Phase.PAUSED, RunProgress.Phase.IN_REVIEW),
                "runs.stop",
                "runs",
                MaterialDesignS.STOP,
                "Shift+F5",
                () -> chosen(model::stop)));
        set.add(Action.when(
                Bindings.createBooleanBinding(
                        () -> failed.get() > 0 && phase.get() != RunProgress.Phase.STOPPING, failed, phase),
                "runs.retry",
                "runs",
                MaterialDesignR.REFRESH,
                "F7",
                () -> chosen(model::retryFailed)));
        BooleanBinding planned = Bindings.createBooleanBinding(
                () -> {
                    StudyEntry entry = model.chosen().get();
                    return entry != null && entry.plan() != null;
                },
                model.chosen());
        set.add(Action.when(
                planned,
                "runs.copy",
                "runs",
                MaterialDesignC.CONTENT_COPY,
                "Shortcut+Shift+D",
                () -> chosen(entry -> view.edit(Objects.requireNonNull(entry.plan()), null))));
        set.add(Action.when(
                planned,
                "runs.save",
                "runs",
                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                "Shortcut+Shift+S",
                () -> chosen(entry -> view.savePlan(Objects.requireNonNull(entry.plan())))));
    }

    ActionSet all() {
        return set;
    }

    /** Follows the shown study. */
    void follow(@Nullable RunPicture picture) {
        phase.set(picture == null ? null : picture.progress().phase());
        failed.set(picture == null ? 0 : picture.progress().failed());
    }

    private BooleanBinding in(RunProgress.Phase... phases) {
        return Bindings.createBooleanBinding(
                () -> {
                    for (RunProgress.Phase each : phases) {
                        if (each == phase.get()) {
                            return true;
                        }
                    }
                    return false;
                },
                phase);
    }

    private void chosen(Consumer<StudyEntry> action) {
        StudyEntry entry = model.chosen().get();
        if (entry != null) {
            action.accept(entry);
        }
    }
}
