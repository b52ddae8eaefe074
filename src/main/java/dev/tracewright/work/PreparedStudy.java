package dev.tracewright.work;

import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.trace.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan with everything that can be told before anything is sent.
 *
 * @param plan the plan
 * @param problems the chosen problems, in the order in which they are asked; empty where there is a trouble with them
 * @param troubles what keeps the study from running, one sentence each; empty when it can run
 * @param notes what a person should know and may ignore, one sentence each
 * @param estimate what it will ask and cost if nothing is answered yet; null where the plan cannot be counted
 * @param answered how many of its calls are answered in the session already and will not be made again
 */
public record PreparedStudy(
        StudyPlan plan,
        List<Problem> problems,
        List<String> troubles,
        List<String> notes,
        @Nullable Estimate estimate,
        long answered) {
    public PreparedStudy {
        problems = List.copyOf(problems);
        troubles = List.copyOf(troubles);
        notes = List.copyOf(notes);
    }

    /** Whether it can run. */
    public boolean ready() {
        return troubles.isEmpty();
    }
}
