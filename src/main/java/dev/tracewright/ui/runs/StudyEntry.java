package dev.tracewright.ui.runs;

import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.store.StoredStudy;
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
    private @Nullable StudyPlan plan;
    private @Nullable StudyRun run;
    private boolean stopAsked;

    StudyEntry(StoredStudy stored) {
        this.stored = stored;
    }

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

    /** Its plan, or null while it is not opened. */
    @Nullable
    StudyPlan plan() {
        return plan;
    }

    @Nullable
    StudyRun run() {
        return run;
    }

    void opened(StudyPlan itsPlan, StudyRun itsRun) {
        plan = itsPlan;
        run = itsRun;
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
