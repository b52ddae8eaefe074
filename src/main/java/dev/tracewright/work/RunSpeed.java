package dev.tracewright.work;

import dev.tracewright.align.StepParser;
import dev.tracewright.experiment.Arm;
import dev.tracewright.experiment.Budget;
import dev.tracewright.experiment.CallSettings;
import dev.tracewright.experiment.ModelRef;
import dev.tracewright.experiment.Money;
import dev.tracewright.experiment.PromptTemplate;
import dev.tracewright.experiment.Records;
import dev.tracewright.experiment.RunModels;
import dev.tracewright.experiment.RunProgress;
import dev.tracewright.experiment.StudyCall;
import dev.tracewright.experiment.StudyRun;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.Endpoint;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures what a run adds to the time of its models: a study against a server that answers after a fixed time. */
public final class RunSpeed {
    private static final ModelRef MODEL = new ModelRef("loopback", "fixed answer");
    private static final int WARM_UP_CALLS = 400;
    private static final int MOST_SEQUENTIAL = 25;
    private static final int HEAP_SAMPLES = 4;
    /** Looking at the progress takes processor time of its own. */
    private static final int LOOK_MILLIS = 250;

    private static final double MEBIBYTE = 1 << 20;

    private RunSpeed() {}

    /**
     * What was measured.
     *
     * @param calls how many calls
     * @param parallel how many at once
     * @param delayMillis how long the server takes for each
     * @param seconds wall time of the run, from its start to the last answer on disk
     * @param ideal the shortest time that is possible: calls, by those at once, times the server's time, in seconds
     * @param cpuMillis processor time of this process for one call
     * @param sequentialMillis wall time of one call where only one is made at a time
     * @param heapMebibytes live heap at a quarter, half, three quarters and the whole of the run
     */
    public record Report(
            int calls,
            int parallel,
            int delayMillis,
            double seconds,
            double ideal,
            double cpuMillis,
            double sequentialMillis,
            List<Double> heapMebibytes) {
        public Report {
            heapMebibytes = List.copyOf(heapMebibytes);
        }

        /** Wall time as a multiple of the ideal. */
        public double ratio() {
            return seconds / ideal;
        }
    }

    /**
     * Runs a study in a session of its own, which is removed again; blocks for the run's time and some seconds.
     *
     * @throws UncheckedIOException when there is no place for the session, or the server does not start
     */
    public static Report measure(int calls, int parallel, int delayMillis) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("tracewright-bench");
            try (LoopbackServer.Running server = LoopbackServer.start(delayMillis)) {
                runOnce(folder.resolve("warm-up.tracewright"), server.address(), WARM_UP_CALLS, parallel, null);
                long start = System.nanoTime();
                int sequential = Math.min(calls, MOST_SEQUENTIAL);
                runOnce(folder.resolve("sequential.tracewright"), server.address(), sequential, 1, null);
                double sequentialMillis = (System.nanoTime() - start) / 1e6 / sequential;
                Heap heap = new Heap(calls);
                long cpu = cpuNanos();
                double seconds =
                        runOnce(folder.resolve("measured.tracewright"), server.address(), calls, parallel, heap);
                double cpuMillis = (cpuNanos() - cpu) / 1e6 / calls;
                double ideal = Math.ceil(calls / (double) parallel) * delayMillis / 1e3;
                return new Report(
                        calls, parallel, delayMillis, seconds, ideal, cpuMillis, sequentialMillis, heap.samples);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Samples the live heap as the run goes on; asks for a collection each time, which the measured time includes. */
    private static final class Heap {
        private final List<Double> samples = new ArrayList<>();
        private final int calls;

        Heap(int calls) {
            this.calls = calls;
        }

        void look(int done) {
            if (done >= (long) calls * (samples.size() + 1) / HEAP_SAMPLES) {
                System.gc();
                samples.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE);
            }
        }
    }

    private static double runOnce(Path file, String address, int calls, int parallel, @Nullable Heap heap)
            throws InterruptedException {
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(
                    IntStream.rangeClosed(1, calls).mapToObj(RunSpeed::problem).toList());
            StudyRun run = new StudyRun(
                    calls(calls),
                    delegation -> false,
                    Budget.NONE,
                    models(address, parallel),
                    new SessionRunJournal(store, "bench", Records.SYSTEM),
                    StepParser::parse,
                    Records.SYSTEM);
            long start = System.nanoTime();
            run.start();
            while (heap != null && run.progress().phase() == RunProgress.Phase.RUNNING) {
                heap.look(run.progress().done());
                Thread.sleep(LOOK_MILLIS);
            }
            RunProgress end = run.awaitIdle();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (heap != null) {
                heap.look(end.done());
            }
            if (end.done() != calls) {
                throw new IllegalStateException("only " + end.done() + " of " + calls + " calls were answered: "
                        + end.troubles() + end.stopped());
            }
            return seconds;
        }
    }

    private static Problem problem(int number) {
        return Problem.of("bench", number, "What is one more than " + number + "?", "#### " + (number + 1));
    }

    private static List<StudyCall> calls(int count) {
        PromptTemplate template = PromptTemplate.ofQuestion("{question} Think step-by-step.");
        return IntStream.rangeClosed(1, count)
                .<StudyCall>mapToObj(number -> new StudyCall.Solve(
                        "bench " + number,
                        problem(number),
                        MODEL,
                        Approach.CHAIN_OF_THOUGHT,
                        template,
                        "bench@1",
                        CallSettings.DEFAULT,
                        0,
                        null,
                        Arm.ORIGINAL))
                .toList();
    }

    private static RunModels models(String address, int parallel) {
        Endpoint endpoint = Endpoint.local("loopback", address, MODEL.model())
                .allowed(dev.tracewright.llm.Budget.ofParallel(parallel));
        ChatModel model = new EndpointConnection(endpoint).model(MODEL.model());
        return new RunModels() {
            @Override
            public ChatModel model(ModelRef ref) {
                return model;
            }

            @Override
            public int parallel(String name) {
                return parallel;
            }

            @Override
            public @Nullable Money cost(ModelRef ref, @Nullable Integer promptTokens, @Nullable Integer outputTokens) {
                return null;
            }
        };
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
