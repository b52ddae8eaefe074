package dev.tracewright.work;

import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.store.StoredStudy;
import dev.tracewright.trace.Plan;

/** A study of the session with a run that can be started, watched and stopped. */
public final class OpenStudy {
    private final StoredStudy study;
    private final StudyPlan plan;
    private final StudyRun run;
    private final SessionRunJournal journal;

    OpenStudy(StoredStudy study, StudyPlan plan, StudyRun run, SessionRunJournal journal) {
        this.study = study;
        this.plan = plan;
        this.run = run;
        this.journal = journal;
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

    /**
     * Takes over what the review of a delegation has led to, so that the solvers of the corrected arm go on; blocks until it is
     * written down.
     *
     * @param reviewed a new version of the delegator's plan, or that plan itself where nothing had to be changed
     */
    public void review(StudyCall.Delegate delegation, Plan reviewed) {
        journal.reviewed(delegation, reviewed);
        run.reviewed(delegation.key(), reviewed);
    }
}
