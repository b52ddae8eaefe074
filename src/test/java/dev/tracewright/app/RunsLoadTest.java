package dev.tracewright.app;

import static dev.tracewright.app.WindowHarness.does;
import static dev.tracewright.app.WindowHarness.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.DataSelection;
import dev.tracewright.experiment.Estimate;
import dev.tracewright.experiment.MadeStudies;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.Review;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyModels;
import dev.tracewright.experiment.StudyPlan;
import dev.tracewright.experiment.StudyPrompt;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.Endpoint;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.ui.Ui;
import dev.tracewright.ui.action.Action;
import dev.tracewright.ui.runs.RunPicture;
import dev.tracewright.ui.runs.RunsContext;
import dev.tracewright.ui.runs.RunsView;
import dev.tracewright.ui.runs.RunsViewModel;
import dev.tracewright.ui.runs.StudyEntry;
import dev.tracewright.ui.shell.ShellView;
import dev.tracewright.ui.theme.Theme;
import dev.tracewright.work.BackgroundRunner;
import dev.tracewright.work.ModelShelf;
import dev.tracewright.work.StudyDesk;
import dev.tracewright.work.StudyServers;
import dev.tracewright.work.TaskRunner;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.stage.Stage;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A thousand streams at once do not reach the screen's thread: it is told a few times a second how far the run is. */
class RunsLoadTest {
    private static final int ENDPOINTS = 20;
    private static final int PARALLEL = 50;
    private static final int PROBLEMS = 100;
    /** The aim is 50 ms; a shared machine that is busy otherwise is given much more. */
    private static final double GENEROUS_MILLIS = 250;

    @TempDir
    private Path folder;

    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicInteger updates = new AtomicInteger();

    @Test
    void twenty_endpoints_with_fifty_streams_each_leave_the_screen_responsive() throws Exception {
        TricklingServer streams = new TricklingServer();
        try (MockWebServer server = new MockWebServer();
                SessionStore store = Sessions.create(folder.resolve("load.tracewright"))) {
            server.setDispatcher(streams);
            server.start();
            store.addProblems(MadeStudies.problems(PROBLEMS));
            Servers servers = new Servers(server.url("/v1").toString());
            StudyDesk desk = new StudyDesk(store, Path.of("").toAbsolutePath(), servers, Records.SYSTEM);
            WindowTrouble trouble = WindowTrouble.watch();
            Measured tasks = new Measured();
            RunsViewModel model = new RunsViewModel(desk, tasks, ShellView::after, System::nanoTime, entry -> {});
            Stage stage = on(() -> show(model, tasks, servers, store));
            watchLayout(stage.getScene());
            does(() -> model.keep(desk.prepare(plan(servers), null), model::start));
            long start = System.nanoTime();
            await(() -> phase(model) == RunProgress.Phase.RUNNING && streams.most() > 0, "it runs");
            await(() -> updates.get() > 4, "the window has been drawn for the first time");
            does(() -> longestNanos.set(0)); // what opening the window takes is not what the streams take
            AtomicLong slowest = new AtomicLong();
            await(
                    () -> {
                        long asked = System.nanoTime();
                        does(() -> {});
                        slowest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                        return phase(model) == RunProgress.Phase.DONE;
                    },
                    "it is done");
            double seconds = (System.nanoTime() - start) / 1e9;
            RunPicture end = Objects.requireNonNull(on(() -> picture(model)));
            assertThat(end.progress().done()).isEqualTo(ENDPOINTS * PROBLEMS);
            does(stage::hide);
            assertThat(trouble.stop()).isEmpty();
            double longest = longestNanos.get() / 1e6;
            System.out.printf(
                    "%d streams at most at once, %d pieces in %.1f s; %d updates of the screen, the longest with its layout took"
                            + " %.1f ms of the screen's thread, the longest wait for that thread was %.0f ms%n",
                    streams.most(), streams.pieces(), seconds, updates.get(), longest, slowest.get() / 1e6);
            assertThat(streams.most()).as("streams at once").isGreaterThan(ENDPOINTS * PARALLEL / 2);
            assertThat((double) updates.get()).as("updates of the screen").isLessThan(20 + seconds * 12);
            assertThat(longest)
                    .as("milliseconds of the screen's thread for one update")
                    .isLessThan(GENEROUS_MILLIS);
        }
    }

    private Stage show(RunsViewModel model, TaskRunner tasks, StudyServers servers, SessionStore store) {
        Action nothing = Action.always("window.settings", "window", MaterialDesignC.COG_OUTLINE, "", () -> {});
        RunsView view = new RunsView(
                model,
                new RunsContext(
                        store,
                        ShellView::after,
                        new AnsweredDialogs(),
                        new ModelShelf(),
                        servers,
                        said -> {},
                        List::of,
                        nothing,
                        cell -> {}),
                tasks);
        Stage stage = new Stage();
        Scene scene = new Scene(view, 1440, 900);
        new Theme(scene).apply(Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /** Adds the time of each style and layout pass to the longest. */
    private void watchLayout(Scene scene) {
        long[] began = {0};
        does(() -> {
            scene.addPreLayoutPulseListener(() -> began[0] = cpu());
            scene.addPostLayoutPulseListener(() -> note(cpu() - began[0]));
        });
    }

    private void note(long nanos) {
        longestNanos.accumulateAndGet(nanos, Math::max);
    }

    /** Processor time of this thread, which other programs on the machine do not lengthen. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void await(Callable<Boolean> condition, String what) throws Exception {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static RunProgress.@Nullable Phase phase(RunsViewModel model) {
        RunPicture picture = on(() -> picture(model));
        return picture == null ? null : picture.progress().phase();
    }

    private static @Nullable RunPicture picture(RunsViewModel model) {
        StudyEntry entry = model.chosen().get();
        return entry == null ? null : entry.picture().get();
    }

    private static StudyPlan plan(Servers servers) {
        return new StudyPlan(
                "Load",
                1,
                new DataSelection(
                        new DataSelection.Source.Session("orchard"),
                        new DataSelection.Sample.All(),
                        List.of(),
                        List.of()),
                List.of(StudyPrompt.of(Approach.CHAIN_OF_THOUGHT, "paper/chain-of-thought@1")),
                List.of(),
                new StudyModels(
                        List.of(),
                        servers.models().keySet().stream()
                                .map(endpoint -> new ModelRef(endpoint, "owl"))
                                .toList(),
                        false,
                        null),
                1,
                CallSettings.DEFAULT,
                CallSettings.DEFAULT,
                Review.NONE,
                Budget.NONE);
    }

    /** Measures what comes back to the screen's thread. */
    private final class Measured implements TaskRunner {
        private final TaskRunner real = new BackgroundRunner(Ui::later);

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            real.run(
                    work,
                    result -> {
                        long began = cpu();
                        done.accept(result);
                        note(cpu() - began);
                        updates.incrementAndGet();
                    },
                    failed);
        }

        @Override
        public void later(Runnable action) {
            real.later(action);
        }
    }

    /** Twenty endpoints at one address, each with its own limit of fifty calls. */
    private static final class Servers implements StudyServers {
        private final Map<String, EndpointConnection> connections = new LinkedHashMap<>();

        Servers(String address) {
            IntStream.rangeClosed(1, ENDPOINTS)
                    .mapToObj(number -> "Server " + number)
                    .forEach(name -> connections.put(
                            name,
                            new EndpointConnection(Endpoint.local(name, address, "owl")
                                    .allowed(dev.tracewright.llm.Budget.ofParallel(PARALLEL)))));
        }

        @Override
        public Map<String, List<String>> models() {
            Map<String, List<String>> models = new LinkedHashMap<>();
            connections.keySet().forEach(name -> models.put(name, List.of("owl")));
            return models;
        }

        @Override
        public ChatModel model(ModelRef ref) {
            return Objects.requireNonNull(connections.get(ref.endpoint())).model(ref.model());
        }

        @Override
        public int parallel(String endpoint) {
            return PARALLEL;
        }

        @Override
        public Estimate.@Nullable Price price(ModelRef ref) {
            return null;
        }

        @Override
        public @Nullable String trouble(String endpoint) {
            return null;
        }
    }
}
