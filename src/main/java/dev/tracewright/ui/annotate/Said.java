package dev.tracewright.ui.annotate;

import dev.tracewright.trace.CorrectionEvent;
import dev.tracewright.trace.LabelEvent;
import dev.tracewright.work.OpenSession;
import dev.tracewright.work.TaskRunner;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What everybody said about one answer, for its history.
 *
 * @param labels label events, oldest first
 * @param corrections corrections of its alignment, oldest first
 */
record Said(List<LabelEvent> labels, List<CorrectionEvent> corrections) {
    Said {
        labels = List.copyOf(labels);
        corrections = List.copyOf(corrections);
    }

    /** Reads it once everything is on disk; {@code failed} hears one sentence where it cannot be read. */
    static void read(
            OpenSession session, TaskRunner tasks, String responseId, Consumer<Said> reader, Consumer<String> failed) {
        tasks.run(
                () -> {
                    session.saves().drain();
                    return new Said(
                            session.store().labelHistory(responseId),
                            session.store().correctionHistory(responseId));
                },
                reader,
                problem -> failed.accept(Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
    }
}
