package dev.tracewright.app;

import dev.tracewright.trace.Demonstration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Labelled answers of two made solvers to ten made problems: without steps the hare is right four times and the owl six times; with
 * steps the hare is right eight times, and skips the second step where it is wrong.
 */
final class MadeResults {
    /** How many problems there are. */
    static final int PROBLEMS = 10;

    /** How many answers there are. */
    static final int ANSWERS = 3 * PROBLEMS;

    private static final JsonMapper JSON = JsonMapper.shared();

    private MadeResults() {}

    /** The answers with ann's verdicts. */
    static Path labelled(Path file) {
        return write(file, models("ann"));
    }

    /** The same answers, and nobody has labelled them. */
    static Path unlabelled(Path file) {
        return write(file, models(null));
    }

    /** The answers with bea's verdicts, and those of the hare without steps with cy's, too, who differs on the third and the fourth. */
    static Path disputed(Path file) {
        StringBuilder lines = new StringBuilder(models("bea"));
        for (int n = 1; n <= PROBLEMS; n++) {
            lines.append(answer(n, "standard", "hare", null, n <= 4, "cy", n <= 2))
                    .append('\n');
        }
        return write(file, lines.toString());
    }

    /** Demonstration material alone, with ann's verdicts: seven of ten right without steps, all of them with steps. */
    static Path demonstration(Path file) {
        return write(file, example());
    }

    /** Both: the answers of {@link #labelled} and those of {@link #demonstration}. */
    static Path besideDemonstration(Path file) {
        return write(file, models("ann") + example());
    }

    private static String example() {
        StringBuilder lines = new StringBuilder();
        for (int n = 1; n <= PROBLEMS; n++) {
            lines.append(answer(n, "standard", Demonstration.HAND_WRITTEN, null, n <= 7, "ann"))
                    .append('\n');
            lines.append(answer(
                            n, "trace-of-thought", Demonstration.HAND_WRITTEN, Demonstration.DELEGATOR, true, "ann"))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String models(@Nullable String annotator) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (int n = 1; n <= PROBLEMS; n++) {
            lines.add(answer(n, "standard", "hare", null, n <= 4, annotator));
            lines.add(answer(n, "standard", "owl", null, n <= 6, annotator));
            lines.add(answer(n, "trace-of-thought", "hare", "fox", n <= 8, annotator));
        }
        return lines.toString();
    }

    private static Path write(Path file, String lines) {
        try {
            return Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(
            int n,
            String approach,
            String solver,
            @Nullable String delegator,
            boolean right,
            @Nullable String annotator) {
        return answer(n, approach, solver, delegator, right, annotator, right);
    }

    private static String answer(
            int n,
            String approach,
            String solver,
            @Nullable String delegator,
            boolean right,
            @Nullable String annotator,
            boolean called) {
        ObjectNode record = JSON.createObjectNode();
        record.put("dataset", "made");
        record.put("number", n);
        record.put("question", "A hen lays " + n + " eggs and another hen lays 7. How many eggs are there?");
        record.put("dataset_answer", "#### " + (n + 7));
        record.put("approach", approach);
        record.put("solver", solver);
        if (delegator != null) {
            record.put("delegator", delegator);
            record.put("steps", "1. Note the numbers " + n + " and 7.\n2. Add 7 to " + n + ".");
        }
        String work = delegator == null
                ? "We add: " + n + " + 7 = " + (n + 7) + "."
                : "1. The numbers are " + n + " and 7." + (right ? "\n2. " + n + " + 7 = " + (n + 7) : "");
        record.put("model_answer", work + "\n\nThe answer is: " + (right ? n + 7 : n + 90));
        record.put("finish", "stop");
        record.put("repetition", 0);
        if (annotator != null) {
            record.put("verdict", called ? "true" : "false");
            record.put("annotator", annotator);
        }
        return record.toString();
    }
}
