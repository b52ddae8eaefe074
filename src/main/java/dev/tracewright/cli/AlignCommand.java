package dev.tracewright.cli;

import dev.tracewright.align.Aligner;
import dev.tracewright.align.StepParser;
import dev.tracewright.answer.AnswerJudge;
import dev.tracewright.exchange.AlignedTraceJson;
import dev.tracewright.exchange.ExchangeException;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.Imported;
import dev.tracewright.exchange.Importer;
import dev.tracewright.exchange.Place;
import dev.tracewright.trace.Problem;
import dev.tracewright.trace.Response;
import dev.tracewright.trace.Steps;
import dev.tracewright.trace.Trace;
import dev.tracewright.work.Sheet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads trace files and prints one aligned trace a line; touches no session. */
@Command(
        name = "align",
        mixinStandardHelpOptions = true,
        description = "Reads trace files and prints one JSON object per trace: steps, segments, status, answer.")
final class AlignCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Trace files.")
    private List<Path> files = List.of();

    private boolean failed;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Importer importer = new Importer(StepParser::parse);
        for (Path file : files) {
            try {
                importer.read(file, ImportOptions.NONE, imported -> print(imported, out));
            } catch (ExchangeException e) {
                failed = true;
                Place place = new Place(Objects.toString(file.getFileName()), -1, 0, null);
                out.println(AlignedTraceJson.error(place, Objects.toString(e.getMessage())));
                err.println(e.getMessage());
            }
        }
        out.flush();
        err.flush();
        return failed ? Commands.FAILED : Commands.DONE;
    }

    private void print(Imported imported, PrintWriter out) {
        switch (imported) {
            case Imported.OfTrace(Trace trace, Place place) -> out.println(line(trace, place));
            case Imported.OfProblem(Problem ignored, Place place) -> {
                failed = true;
                out.println(AlignedTraceJson.error(place, place.describe() + ": a problem without a solver's output"));
            }
            case Imported.Unreadable unreadable -> {
                failed = true;
                out.println(AlignedTraceJson.error(
                        unreadable.place(), unreadable.bad().describe()));
            }
        }
    }

    private static String line(Trace trace, Place place) {
        Steps steps = trace.plan() == null ? Sheet.NO_STEPS : trace.plan().steps();
        Response response = trace.response();
        return AlignedTraceJson.line(
                place,
                steps,
                Aligner.align(steps, response.output()),
                AnswerJudge.judge(
                        trace.problem().question(), trace.problem().answer(), response.output(), response.finish()));
    }
}
