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
import dev.tracewright.llm.CallLimits;
import dev.tracewright.llm.ChatModel;
import dev.tracewright.llm.Endpoint;
import dev.tracewright.llm.EndpointConnection;
import dev.tracewright.llm.Secret;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Approach;
import dev.tracewright.trace.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of its own that runs a study of a session against a server, and prints how many calls are settled. */
final class RunningProcess {
    static final int PARALLEL = 32;
    private static final ModelRef MODEL = new ModelRef("chaos", "tiny");

    private RunningProcess() {}

    /** Arguments: session file, address of the server, number of problems. */
    public static void main(String[] arguments) throws InterruptedException {
        try (SessionStore store = Sessions.open(Path.of(arguments[0]))) {
            StudyRun run = run(store, arguments[1], Integer.parseInt(arguments[2]));
            run.start();
            Thread reporter = Thread.startVirtualThread(() -> report(run));
            RunProgress end = run.awaitIdle();
            reporter.interrupt();
            reporter.join();
            System.out.println(end.phase() + " " + end.done() + " " + end.failed() + ";");
            end.troubles().forEach(trouble -> System.err.println(trouble.calls() + " x " + trouble.why()));
        }
    }

    private static void report(StudyRun run) {
        while (!Thread.currentThread().isInterrupted()) {
            RunProgress progress = run.progress();
            System.out.println("settled " + (progress.done() + progress.failed()) + ";");
            System.out.flush();
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static StudyRun run(SessionStore store, String address, int problems) {
        Endpoint endpoint = new Endpoint(
                "chaos",
                address,
                "tiny",
                Secret.none(),
                PARALLEL,
                true,
                new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(2)));
        ChatModel model = new EndpointConnection(endpoint).model("tiny");
        RunModels models = new RunModels() {
            @Override
            public ChatModel model(ModelRef ref) {
                return model;
            }

            @Override
            public int parallel(String name) {
                return PARALLEL;
            }

            @Override
            public @Nullable Money cost(ModelRef ref, @Nullable Integer in, @Nullable Integer out) {
                return null;
            }
        };
        return new StudyRun(
                calls(problems),
                delegation -> false,
                Budget.NONE,
                models,
                new SessionRunJournal(store, "study", Records.SYSTEM),
                StepParser::parse,
                Records.SYSTEM);
    }

    static Problem problem(int number) {
        return Problem.of("made", number, "question " + number, "#### 1");
    }

    /** Four calls a problem: a delegation, what follows it, and two approaches without steps. */
    static List<StudyCall> calls(int problems) {
        PromptTemplate delegation = PromptTemplate.ofQuestion("delegate {question}");
        PromptTemplate solution = PromptTemplate.ofQuestionAndSteps("solve {question} by {steps}");
        PromptTemplate standard = PromptTemplate.ofQuestion("standard {question}");
        PromptTemplate chain = PromptTemplate.ofQuestion("chain {question}");
        List<StudyCall> calls = new ArrayList<>();
        for (int n = 1; n <= problems; n++) {
            Problem problem = problem(n);
            StudyCall.Delegate delegate = new StudyCall.Delegate(
                    "delegate " + n, problem, MODEL, delegation, "made@1", CallSettings.DEFAULT, 0);
            calls.add(delegate);
            calls.add(solve("solve " + n, problem, Approach.TRACE_OF_THOUGHT, solution, delegate));
            calls.add(solve("standard " + n, problem, Approach.STANDARD, standard, null));
            calls.add(solve("chain " + n, problem, Approach.CHAIN_OF_THOUGHT, chain, null));
        }
        return calls;
    }

    private static StudyCall.Solve solve(
            String key,
            Problem problem,
            Approach approach,
            PromptTemplate template,
            StudyCall.@Nullable Delegate delegation) {
        return new StudyCall.Solve(
                key, problem, MODEL, approach, template, "made@1", CallSettings.DEFAULT, 0, delegation, Arm.ORIGINAL);
    }

    /** Starts one with the class path and the Java of this process. */
    static Process start(Path file, String address, int problems) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        // It lives for seconds; the better compiler would take more time than it gives.
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        // Here, and not in the system's folder, a killed process leaves its copy of the native library.
                        "-Dorg.sqlite.tmpdir=" + Files.createDirectories(file.resolveSibling("native")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunningProcess.class.getName(),
                        file.toString(),
                        address,
                        String.valueOf(problems))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
