package dev.tracewright.cli;

import dev.tracewright.align.StepParser;
import dev.tracewright.exchange.ImportOptions;
import dev.tracewright.exchange.Imported;
import dev.tracewright.exchange.Importer;
import dev.tracewright.store.ResultSpeed;
import dev.tracewright.work.ExampleSession;
import dev.tracewright.work.ReadingSpeed;
import dev.tracewright.work.ReadingSpeed.Subject;
import dev.tracewright.work.RunSpeed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the product's own speed figures, so that "it runs as one types" is a number that anybody can check. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "align|run|results",
        description = "The product's own speed figures.")
public final class BenchCommand implements Callable<Integer> {
    private static final int MOST_ANSWERS = 10_000_000;

    private final Path home;
    private final Duration warmUp;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param home the folder with {@code assets} */
    public BenchCommand(Path home) {
        this(home, ReadingSpeed.WARM_UP);
    }

    BenchCommand(Path home, Duration warmUp) {
        this.home = home;
        this.warmUp = warmUp;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say what is to be measured: tracewright bench align, tracewright bench run or tracewright bench results");
    }

    /** Times the reading of traces. */
    @Command(
            name = "align",
            mixinStandardHelpOptions = true,
            description = {
                "Measures how long it takes to understand a trace: cutting the steps, aligning the output, judging the answer,"
                        + " checking equations, looking for leaks; and how the time grows with the length of an output.",
                "Without files it reads the bundled example traces. It takes about ten seconds."
            })
    int align(
            @Parameters(arity = "0..*", paramLabel = "FILE", description = "Trace files.") @Nullable List<Path> files,
            @Option(names = "--limit", paramLabel = "N", description = "Reads only the first N traces.") @Nullable
                    Integer limit,
            @Option(names = "--json", description = "Prints one JSON object in place of the table.") boolean json) {
        CommandLine part = Objects.requireNonNull(
                Objects.requireNonNull(spec).subcommands().get("align"));
        if (limit != null && limit < 1) {
            throw new ParameterException(part, "--limit must be at least 1.");
        }
        PrintWriter out = part.getOut();
        PrintWriter err = part.getErr();
        List<Path> chosen = files == null || files.isEmpty()
                ? List.of(home.resolve("assets").resolve(ExampleSession.TRACES))
                : files;
        List<Subject> subjects = subjects(chosen, limit == null ? Integer.MAX_VALUE : limit);
        if (subjects.isEmpty()) {
            err.println("There is no trace in " + chosen + " to measure with.");
            return Commands.FAILED;
        }
        err.println("Measuring with " + SpeedTable.traces(subjects.size()) + " ...");
        err.flush();
        ReadingSpeed.Report report = ReadingSpeed.measure(subjects, warmUp);
        out.print(json ? SpeedTable.json(report) : SpeedTable.text(report));
        out.flush();
        return Commands.DONE;
    }

    /** Times a run of a study. */
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {
                "Measures what a run adds to the time of its models: calls to a server on this machine that answers each after the"
                        + " same time; the journal of the run is written to a session as in any study.",
                "With the usual numbers it takes about forty seconds."
            })
    int run(
            @Option(names = "--calls", paramLabel = "N", defaultValue = "4000", description = "Calls; 4000.") int calls,
            @Option(names = "--parallel", paramLabel = "N", defaultValue = "32", description = "At once; 32.")
                    int parallel,
            @Option(
                            names = "--delay",
                            paramLabel = "MS",
                            defaultValue = "200",
                            description = "The server's time for each, in milliseconds; 200.")
                    int delay,
            @Option(names = "--json", description = "Prints one JSON object in place of the table.") boolean json)
            throws InterruptedException {
        CommandLine part = Objects.requireNonNull(
                Objects.requireNonNull(spec).subcommands().get("run"));
        if (calls < 1 || parallel < 1 || parallel > 64 || delay < 1) {
            throw new ParameterException(part, "--calls and --delay must be at least 1, --parallel 1 to 64.");
        }
        part.getErr().println("Running " + calls + " calls ...");
        part.getErr().flush();
        RunSpeed.Report report = RunSpeed.measure(calls, parallel, delay);
        part.getOut().print(json ? SpeedTable.json(report) : SpeedTable.text(report));
        part.getOut().flush();
        return Commands.DONE;
    }

    /** Times the counting of results. */
    @Command(
            name = "results",
            mixinStandardHelpOptions = true,
            description = {
                "Measures how long the results of a large session take to count: a session with so many made answers is made in a"
                        + " temporary folder and removed again.",
                "With the usual number it takes a minute or two and half a gigabyte of room."
            })
    int results(
            @Option(names = "--answers", paramLabel = "N", defaultValue = "1000000", description = "Answers; 1000000.")
                    int answers,
            @Option(names = "--json", description = "Prints one JSON object in place of the table.") boolean json) {
        CommandLine part = Objects.requireNonNull(
                Objects.requireNonNull(spec).subcommands().get("results"));
        if (answers < 1 || answers > MOST_ANSWERS) {
            throw new ParameterException(part, "--answers must be 1 to " + MOST_ANSWERS + ".");
        }
        part.getErr().println("Making a session with " + answers + " answers ...");
        part.getErr().flush();
        ResultSpeed.Report report = ResultSpeed.measure(answers);
        part.getOut().print(json ? SpeedTable.json(report) : SpeedTable.text(report));
        part.getOut().flush();
        return Commands.DONE;
    }

    private static List<Subject> subjects(List<Path> files, int limit) {
        List<Subject> subjects = new ArrayList<>();
        Importer importer = new Importer(StepParser::parse);
        for (Path file : files) {
            importer.read(file, ImportOptions.NONE, imported -> {
                if (imported instanceof Imported.OfTrace found && subjects.size() < limit) {
                    subjects.add(Subject.of(found.trace()));
                }
            });
        }
        return subjects;
    }
}
