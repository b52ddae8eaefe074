package dev.tracewright.ui.runs;

import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.store.StoredStudy;
import java.util.List;

/** The studies of a session, as the list of the Runs screen needs them; every method blocks, and throws unchecked with a sentence. */
public interface Studies {
    /**
     * A study that can run.
     *
     * @param run ready, or as far as it came before
     */
    record Opened(StudyPlan plan, StudyRun run) {}

    /** All studies of the session, oldest first. */
    List<StoredStudy> all();

    /** Puts a plan into the session. */
    StoredStudy keep(StudyPlan plan);

    /** Makes a study ready to run; sends nothing. */
    Opened open(StoredStudy study);
}
