package dev.tracewright.work;

import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.store.StoredStudy;

/** A study of the session with a run that can be started, watched and stopped. */
public final class OpenStudy {
    private final StoredStudy study;
    private final StudyPlan plan;
    private final StudyRun run;

    OpenStudy(StoredStudy study, StudyPlan plan, StudyRun run) {
        this.study = study;
        this.plan = plan;
        this.run = run;
    }

    /** As it is kept. */
    public StoredStudy study() {
        return study;
    }

    public StudyPlan plan() {
        return plan;
    }

    /** Starts, pauses, stops, tells progress; the same object for the life of this one. */
    public StudyRun run() {
        return run;
    }
}
