package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.store.StoredStudy;
import dev.tracewright.work.OpenStudy;
import dev.tracewright.work.StudyDesk;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A study of the session in the list: what is stored of it and, once it was opened in this sitting, its run. */
public final class StudyEntry {
    private final StoredStudy stored;
    private final ReadOnlyObjectWrapper<@Nullable RunPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final Speedometer speed = new Speedometer();
    private final @Nullable StudyPlan plan;
    private @Nullable OpenStudy study;
    private boolean stopAsked;

    /** A study as the desk has listed it, looked at at {@code nanos}. */
    StudyEntry(StudyDesk.Listed listed, long nanos) {
        stored = listed.study();
        plan = listed.plan();
        fault.set(Objects.requireNonNullElse(listed.trouble(), ""));
        if (listed.progress() != null) {
            show(listed.progress(), nanos);
        }
    }

    /** A study that was opened. */
    StudyEntry(OpenStudy study) {
        stored = study.study();
        plan = study.plan();
        this.study = study;
    }

    /** As it is kept in the session. */
    public StoredStudy stored() {
        return stored;
    }

    /** What is shown of its run, or null while it is not opened. */
    public ReadOnlyObjectProperty<@Nullable RunPicture> picture() {
        return picture.getReadOnlyProperty();
    }

    /** Why it cannot be opened, or its last order could not be carried out, as a sentence; else empty. */
    public ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /** Its plan, or null where this version of the program cannot read it. */
    public @Nullable StudyPlan plan() {
        return plan;
    }

    /** Its run, or null while it was not opened in this sitting. */
    @Nullable
    StudyRun run() {
        return study == null ? null : study.run();
    }

    void opened(OpenStudy now) {
        study = now;
        fault.set("");
    }

    void failed(String sentence) {
        fault.set(sentence);
    }

    /** Whether calls are sent or may be sent. */
    boolean active() {
        RunPicture shown = picture.get();
        return shown != null && shown.progress().phase().active();
    }

    /** Whether a call is under way or about to be. */
    boolean underWay() {
        RunPicture shown = picture.get();
        return shown != null
                && (shown.progress().running() > 0
                        || shown.progress().phase() == RunProgress.Phase.RUNNING
                        || shown.progress().phase() == RunProgress.Phase.STOPPING);
    }

    void askedToStop(boolean asked) {
        stopAsked = asked;
        fault.set("");
    }

    /** Shows how far the run is; returns whether it has come to an end by itself since the last look. */
    boolean show(RunProgress progress, long nanos) {
        boolean before = active();
        RunPicture shown = picture.get();
        RunMatrix matrix = shown == null ? RunMatrix.of(progress.cells()) : shown.matrix();
        picture.set(new RunPicture(progress, matrix, speed.look(progress, nanos)));
        boolean waits = progress.phase() == RunProgress.Phase.IN_REVIEW;
        boolean waited = shown != null && shown.progress().phase() == RunProgress.Phase.IN_REVIEW;
        return before && !stopAsked && (waits ? !waited : !progress.phase().active());
    }
}
