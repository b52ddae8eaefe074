package dev.tracewright.cli;

import dev.tracewright.exchange.StudyPlanFile;
import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.RunProgress.Phase;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.settings.Endpoint;
import dev.tracewright.settings.KeyReference;
import dev.tracewright.settings.SettingsException;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.work.OpenStudy;
import dev.tracewright.work.PreparedStudy;
import dev.tracewright.work.StudyDesk;
import dev.tracewright.work.StudyServers;
import dev.tracewright.work.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the plan of a study in a session, or goes on where an earlier run of it ended. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the plan, says what it will take, and asks the models. Called again it goes on where it ended: no answer is paid"
                    + " twice, and what failed is tried again.",
            "Ctrl-C stops it and loses nothing. The figures of every cell go to standard output, all else to standard error."
        })
public final class RunCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long LONGEST_STOP_SECONDS = 30;

    private final Workspace workspace;
    private final Path home;
    private final Supplier<List<Endpoint>> configured;
    private final Function<List<Endpoint>, StudyServers> connect;
    private final boolean terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "PLAN.yaml", description = "The study plan.")
    private Path file = Path.of("");

    @Option(
            names = "--session",
            required = true,
            paramLabel = "S",
            description = "The session: a name under sessions/ or a path. It is made if it is not there.")
    private String session = "";

    @Option(names = "--dry-run", description = "Checks the plan, prints what it will take, and sends nothing.")
    private boolean dryRun;

    @Option(names = "--keep-failed", description = "Leaves calls alone that an earlier run gave up.")
    private boolean keepFailed;

    @Option(
            names = "--endpoint",
            paramLabel = "NAME=ADDRESS",
            description = "Where an endpoint of the plan is, in place of what the settings say.")
    private Map<String, String> addresses = Map.of();

    @Option(
            names = "--key",
            paramLabel = "NAME=env:VARIABLE",
            description = "Which environment variable holds the key of an endpoint; never the key itself.")
    private Map<String, String> keys = Map.of();

    /**
     * @param home the folder with {@code datasets}
     * @param configured reads the endpoints of the settings
     * @param connect makes them askable
     * @param terminal whether standard error can be drawn over
     */
    public RunCommand(
            Workspace workspace,
            Path home,
            Supplier<List<Endpoint>> configured,
            Function<List<Endpoint>, StudyServers> connect,
            boolean terminal) {
        this.workspace = workspace;
        this.home = home;
        this.configured = configured;
        this.connect = connect;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        StudyPlan plan = StudyPlanFile.read(file);
        StudyServers servers = connect.apply(endpoints());
        PreparedStudy prepared = prepare(plan, servers);
        prepared.notes().forEach(err::println);
        prepared.troubles().forEach(err::println);
        Estimate estimate = prepared.estimate();
        if (estimate != null && prepared.ready()) {
            (dryRun ? out : err).print(RunTable.estimate(prepared, estimate));
        }
        out.flush();
        err.flush();
        if (!prepared.ready()) {
            return Commands.FAILED;
        }
        if (dryRun) {
            return Commands.DONE;
        }
        try (SessionStore store = workspace.openOrCreate(session);
                StudyDesk desk = new StudyDesk(store, home, servers, Records.SYSTEM)) {
            return run(desk.open(prepared), out, err);
        }
    }

    /** Prepares in the session where it is there, and otherwise in an empty one that is thrown away. */
    private PreparedStudy prepare(StudyPlan plan, StudyServers servers) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (workspace.exists(session)) {
            try (SessionStore store = workspace.open(session)) {
                return prepare(store, plan, servers, folder);
            }
        }
        Path scratch = Files.createTempDirectory("tracewright-plan");
        try (SessionStore store = Sessions.create(scratch.resolve("empty"))) {
            return prepare(store, plan, servers, folder);
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path left : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }

    private PreparedStudy prepare(SessionStore store, StudyPlan plan, StudyServers servers, @Nullable Path folder) {
        try (StudyDesk desk = new StudyDesk(store, home, servers, Records.SYSTEM)) {
            return desk.prepare(plan, folder);
        }
    }

    private int run(OpenStudy study, PrintWriter out, PrintWriter err) throws InterruptedException {
        StudyRun run = study.run();
        if (!keepFailed) {
            run.retryFailed();
        }
        CountDownLatch told = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> stopAndWait(run, told), "stop the run");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            run.start();
            RunWatch watch = new RunWatch(err, terminal);
            RunProgress progress = run.progress();
            while (progress.phase() == Phase.RUNNING || progress.phase() == Phase.STOPPING) {
                watch.show(progress);
                Thread.sleep(LOOK_EVERY_MILLIS);
                progress = run.progress();
            }
            watch.end();
            out.print(RunTable.summary(run, progress));
            out.flush();
            err.println(verdict(progress));
            err.flush();
            return progress.failed() > 0 || progress.phase() == Phase.STOPPED ? Commands.FAILED : Commands.DONE;
        } finally {
            told.countDown();
            forget(onInterrupt);
        }
    }

    /** On Ctrl-C: calls under way are broken off, and the main thread has the time to write its figures. */
    private static void stopAndWait(StudyRun run, CountDownLatch told) {
        run.stop();
        try {
            boolean wrote = told.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            if (!wrote) {
                System.getLogger(RunCommand.class.getName())
                        .log(System.Logger.Level.WARNING, "The run did not end in time; it goes on when called again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onInterrupt) {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // The program is ending already, by that very hook.
        }
    }

    private static String verdict(RunProgress progress) {
        String answered = progress.done() + " of " + RunTable.counted(progress.total(), "call") + " answered";
        return switch (progress.phase()) {
            case DONE ->
                progress.failed() == 0
                        ? "Done: " + answered + "."
                        : "Done: " + answered + ", " + progress.failed()
                                + " failed; the same command tries those again.";
            case IN_REVIEW ->
                "Waiting: " + answered + ", " + progress.inReview()
                        + " wait until their steps are reviewed in the window; then the same command goes on.";
            default ->
                "Stopped: " + answered + "; "
                        + (progress.stopped() == null ? "" : progress.stopped() + " ")
                        + "The same command goes on.";
        };
    }

    /** The endpoints of the settings with what the command line says about them. */
    private List<Endpoint> endpoints() {
        Map<String, Endpoint> all = new LinkedHashMap<>();
        configured.get().forEach(endpoint -> all.putIfAbsent(endpoint.name(), endpoint));
        try {
            addresses.forEach((name, address) -> all.put(name, new Endpoint(name, "openai", address, List.of(), null)));
            keys.forEach((name, key) -> {
                Endpoint endpoint = all.get(name);
                if (endpoint == null) {
                    throw new IllegalArgumentException("--key " + name + "=…: there is no endpoint '" + name
                            + "' in the settings; give its address with --endpoint.");
                }
                all.put(name, endpoint.withKey(KeyReference.parse(key)));
            });
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return List.copyOf(all.values());
    }
}
