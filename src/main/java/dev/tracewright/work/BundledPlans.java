package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.Importer;
import dev.tracewright.trace.Plan;
import dev.tracewright.trace.Trace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The written steps of the bundled problems, for the offline delegator. */
public final class BundledPlans {
    private BundledPlans() {}

    /**
     * Question, verbatim, to the delegated steps as they were written; blocks.
     *
     * @param home the folder with {@code assets}
     */
    public static Map<String, String> read(Path home) {
        Path file = home.resolve("assets").resolve(ExampleSession.TRACES);
        Map<String, String> steps = new LinkedHashMap<>();
        for (Trace trace : new Importer(StepParser::parse)
                .readAll(file, ImportOptions.NONE)
                .traces()) {
            Plan plan = trace.original() == null ? trace.plan() : trace.original();
            if (plan != null) {
                steps.putIfAbsent(trace.problem().question(), plan.steps().text());
            }
        }
        return steps;
    }
}
