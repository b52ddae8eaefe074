package dev.tracewright.cli;

import dev.tracewright.analysis.Answered;
import dev.tracewright.analysis.CountedAnswers;
import dev.tracewright.analysis.ResultFilter;
import dev.tracewright.exchange.report.Report;
import dev.tracewright.exchange.report.ReportFolder;
import dev.tracewright.store.SessionStore;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Demonstration;
import dev.tracewright.trace.Finding;
import dev.tracewright.trace.Flag;
import dev.tracewright.work.ResultReport;
import dev.tracewright.work.ResultsDesk;
import dev.tracewright.work.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes what the answers of a session amount to into a folder. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes tables, figures, step statistics and a self-contained HTML report into a folder. Called again it replaces its own"
                    + " report and touches nothing else; the same results give the same bytes.",
            "The path of the report goes to standard output, all else to standard error."
        })
public final class ReportCommand implements Callable<Integer> {
    private static final int BAR = 24;

    private final Workspace workspace;
    private final boolean terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--session",
            required = true,
            paramLabel = "S",
            description = "The session: a name under sessions/ or a path.")
    private String session = "";

    @Option(
            names = "-o",
            required = true,
            paramLabel = "DIR",
            description = "The folder: a new one, an empty one, or that of an earlier report.")
    private Path folder = Path.of("");

    @Option(
            names = "--suggestions",
            description = "Counts the program's suggestion where nobody has labelled; the report says so.")
    private boolean suggestions;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Only this data set; may be given again.")
    private List<String> datasets = List.of();

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            description = {
                "Only this solver; may be given again.",
                "Demonstration material is left out of the results of models, unless it alone is asked for."
            })
    private List<String> solvers = List.of();

    @Option(
            names = "--approach",
            paramLabel = "KEY",
            converter = ApproachKey.class,
            description = "Only this approach, such as trace-of-thought; may be given again.")
    private List<Approach> approaches = List.of();

    @Option(
            names = "--delegator",
            paramLabel = "NAME",
            description = {"Only steps of this delegator, and answers without delegated steps; may be given again."})
    private List<String> delegators = List.of();

    @Option(names = "--level", paramLabel = "NAME", description = "Only problems of this level; may be given again.")
    private List<String> levels = List.of();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Only problems of this subject; may be given again.")
    private List<String> subjects = List.of();

    @Option(
            names = "--finding",
            paramLabel = "KEY",
            converter = FindingKey.class,
            description =
                    "Only answers in which this was found, such as skipped_step; may be given again for another one.")
    private List<Finding> findings = List.of();

    @Option(
            names = "--flag",
            paramLabel = "KEY",
            converter = FlagKey.class,
            description =
                    "Only answers that somebody flagged so, such as needs_analysis; may be given again for another one.")
    private List<Flag> flags = List.of();

    @Option(
            names = "--words",
            paramLabel = "WORDS",
            description = {
                "Only answers where each of these words occurs in question, data set, solver, delegator, the problem's number or a"
                        + " note."
            })
    private String words = "";

    @Option(
            names = "--annotator",
            paramLabel = "NAME",
            description = "Only this person's labels, and an adjudicator's; may be given again.")
    private List<String> annotators = List.of();

    @Option(
            names = "--adjudicator",
            paramLabel = "NAME",
            description =
                    "Where this person has judged an answer, other people's verdicts do not count; may be given again.")
    private List<String> adjudicators = List.of();

    /**
     * @param workspace where session names lead
     * @param terminal whether standard error can be drawn over
     */
    public ReportCommand(Workspace workspace, boolean terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Report report = report(err);
        if (report == null) {
            return Commands.FAILED;
        }
        if (report.sections().isEmpty()) {
            err.println("No answer of the session " + session + " is among those asked for; nothing was written.");
            return Commands.FAILED;
        }
        ReportFolder.Written written = ReportFolder.write(
                folder, report, (done, total) -> show(err, "report", done, total, "files"), () -> false);
        err.println(RunTable.counted(written.tables(), "table") + " and "
                + RunTable.counted(written.figures(), "figure") + " were written to " + folder);
        out.println(folder.resolve(ReportFolder.PAGE));
        out.flush();
        return Commands.DONE;
    }

    /** Null where somebody is named who has not labelled, because figures without them would look right. */
    private @Nullable Report report(PrintWriter err) throws InterruptedException {
        try (SessionStore store = workspace.open(session)) {
            List<String> there = store.annotators();
            List<String> strangers = Stream.concat(annotators.stream(), adjudicators.stream())
                    .filter(name -> !there.contains(name))
                    .toList();
            if (!strangers.isEmpty()) {
                err.println("Nobody called " + String.join(", ", strangers) + " has labelled in the session " + session
                        + "; these have: " + String.join(", ", there));
                return null;
            }
            Answered answered = ResultsDesk.readAndCount(
                    store, null, filter(), at -> show(err, "reading", at.read(), at.total(), "answers"), () -> false);
            Stream.of(CountedAnswers.warning(answered), CountedAnswers.leftOut(answered))
                    .filter(said -> !said.isEmpty())
                    .forEach(err::println);
            return ResultReport.of(store, answered);
        }
    }

    private ResultFilter filter() {
        return ResultFilter.ALL
                .withWords(words)
                .withDatasets(new LinkedHashSet<>(datasets))
                .withApproaches(new LinkedHashSet<>(approaches))
                .withDelegators(new LinkedHashSet<>(delegators))
                .withSolvers(new LinkedHashSet<>(solvers))
                .withLevels(new LinkedHashSet<>(levels))
                .withSubjects(new LinkedHashSet<>(subjects))
                .withFindings(new LinkedHashSet<>(findings))
                .withFlags(new LinkedHashSet<>(flags))
                .withAnnotators(new LinkedHashSet<>(annotators))
                .withAdjudicators(new LinkedHashSet<>(adjudicators))
                .withSuggestions(suggestions)
                .withDemonstration(!solvers.isEmpty() && solvers.stream().allMatch(Demonstration::is));
    }

    private static final class ApproachKey implements ITypeConverter<Approach> {
        @Override
        public Approach convert(String key) {
            return ofKey(key, Arrays.asList(Approach.values()), Approach::key);
        }
    }

    private static final class FindingKey implements ITypeConverter<Finding> {
        @Override
        public Finding convert(String key) {
            return ofKey(key, Arrays.asList(Finding.values()), Finding::key);
        }
    }

    private static final class FlagKey implements ITypeConverter<Flag> {
        @Override
        public Flag convert(String key) {
            return ofKey(
                    key, Arrays.stream(Flag.values()).filter(Flag::personal).toList(), Flag::key);
        }
    }

    private static <T> T ofKey(String key, List<T> all, Function<T, String> keyOf) {
        return all.stream()
                .filter(each -> keyOf.apply(each).equals(key))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + key + "' is none of " + all.stream().map(keyOf).collect(Collectors.joining(", "))));
    }

    private void show(PrintWriter err, String what, long done, long total, String things) {
        if (!terminal || total == 0) {
            return;
        }
        int full = (int) (BAR * done / total);
        String line =
                what + " [" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + " of " + total + " " + things;
        err.print(done < total ? "\r" + line : "\r" + " ".repeat(line.length() + 2) + "\r");
        err.flush();
    }
}
