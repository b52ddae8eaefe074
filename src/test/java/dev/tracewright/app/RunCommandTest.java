package dev.tracewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.cli.Commands;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import dev.tracewright.trace.Trace;
import dev.tracewright.work.Workspace;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tracewright run} as a person or a script uses it, with a server of models on this machine. */
class RunCommandTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    private static final Pattern MODEL = Pattern.compile("\"model\":\"[^\"]*\"");
    private static final Pattern CONTENT = Pattern.compile("\"content\":\"[^\"]*\"");

    private final Path folder;
    private final MockWebServer server = new MockWebServer();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private volatile int delayMillis;

    RunCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getBody() == null ? "" : request.getBody().utf8());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(String body) {
        asked.merge(question(body), 1, Integer::sum);
        if (body.contains("\"wrong-key\"")) {
            return error(401, "Incorrect API key provided", "invalid_api_key");
        } else if (body.contains("\"no-such-model\"")) {
            return error(404, "The model no-such-model does not exist", "model_not_found");
        } else if (body.contains("\"unpaid\"")) {
            return error(429, "You exceeded your current quota", "insufficient_quota");
        } else if (body.contains("\"short\"") && body.contains("number 2 ")) {
            return error(400, "This model's maximum context length is 8 tokens", "context_length_exceeded");
        }
        String text = body.contains("Create very short") ? "1. Note it.\\n2. Add one." : "The answer is 1.";
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .headersDelay(delayMillis, TimeUnit.MILLISECONDS)
                .body("data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":5}}\n\ndata: [DONE]\n\n")
                .build();
    }

    /** Model and prompt; the order of keys in a request differs from process to process. */
    private static String question(String body) {
        Matcher model = MODEL.matcher(body);
        Matcher content = CONTENT.matcher(body);
        return model.find() && content.find() ? model.group() + " " + content.group() : body;
    }

    private static MockResponse error(int status, String message, String code) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body("{\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code + "\"}}")
                .build();
    }

    private record Ran(int exit, String data, String messages) {}

    private Ran run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Workspace workspace = new Workspace(folder.resolve("sessions"));
        int exit = Commands.run(
                workspace,
                () -> Commands.FAILED,
                List.of(Launcher.runCommand(workspace, HOME, folder.resolve("settings"), false)),
                out,
                new PrintWriter(err),
                List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private Path session() {
        return folder.resolve("study.tracewright");
    }

    private String here() {
        return "Here=" + server.url("/v1");
    }

    private Path plan(int problems, String solvers) throws IOException {
        StringBuilder lines = new StringBuilder();
        IntStream.rangeClosed(1, problems)
                .forEach(n -> lines.append("{\"question\": \"What is one more than number ")
                        .append(n)
                        .append(" ?\", \"answer\": \"#### ")
                        .append(n + 1)
                        .append("\"}\n"));
        Files.writeString(folder.resolve("numbers.jsonl"), lines);
        return Files.writeString(folder.resolve("plan.yaml"), """
                format: 1
                name: One more
                data:
                  file: numbers.jsonl
                prompts:
                  - approach: standard
                    template: paper/standard
                  - approach: trace-of-thought
                    delegation: paper/delegation
                    template: paper/solution
                models:
                  delegators:
                    - endpoint: Here
                      model: large
                  solvers:
                """ + solvers.indent(4));
    }

    private static String solver(String endpoint, String model) {
        return "- endpoint: " + endpoint + "\n  model: " + model + "\n";
    }

    private List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        try (SessionStore store = Sessions.open(session())) {
            store.forEachTrace(traces::add);
        }
        return traces;
    }

    @Test
    void a_plan_is_estimated_run_summed_up_and_not_paid_twice() throws Exception {
        Path plan = plan(3, solver("Here", "small"));
        Ran dry = run("run", plan, "--session", session(), "--endpoint", here(), "--dry-run");
        assertThat(dry.exit()).as(dry.messages()).isEqualTo(Commands.DONE);
        assertThat(dry.data()).contains("One more: 9 calls for 3 problems", "small · Here", "Retries are not counted");
        assertThat(session()).doesNotExist();
        assertThat(asked).isEmpty();

        Ran first = run("run", plan, "--session", session(), "--endpoint", here());
        assertThat(first.exit()).as(first.messages()).isEqualTo(Commands.DONE);
        assertThat(first.messages()).contains("9 calls for 3 problems", "Done: 9 of 9 calls answered.");
        assertThat(first.data())
                .containsPattern("steps by large · Here, paper/delegation@1 +3 +3 +0 +60 +15 ")
                .containsPattern("standard by small · Here, paper/standard@1 +3 +3 +0 +60 +15 ")
                .containsPattern("trace-of-thought by small · Here, .*steps of large · Here +3 +3 +0 +60 +15 ")
                .containsPattern("all +9 +9 +0 +180 +45 ");
        assertThat(asked.values()).hasSize(9).containsOnly(1);
        assertThat(traces()).hasSize(6).allSatisfy(trace -> {
            assertThat(trace.label()).isNull();
            assertThat(trace.solving()).isNotNull();
        });

        Ran again = run("run", plan, "--session", session(), "--endpoint", here());
        assertThat(again.exit()).isEqualTo(Commands.DONE);
        assertThat(again.messages()).contains("9 of the calls are answered already");
        assertThat(asked.values()).hasSize(9).containsOnly(1);
    }

    @Test
    void every_trouble_stands_at_its_cell_in_the_servers_words_and_the_rest_goes_on() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Path plan = plan(
                3,
                solver("Here", "small")
                        + solver("Keyless", "wrong-key")
                        + solver("Here", "no-such-model")
                        + solver("Poor", "unpaid")
                        + solver("Here", "short")
                        + solver("Nowhere", "small"));
        Ran ran = run(
                "run",
                plan,
                "--session",
                session(),
                "--endpoint",
                here(),
                "--endpoint",
                "Keyless=" + server.url("/v1"),
                "--endpoint",
                "Poor=" + server.url("/v1"),
                "--endpoint",
                "Nowhere=http://127.0.0.1:" + closed + "/v1");
        assertThat(ran.exit()).isEqualTo(Commands.FAILED);
        assertThat(ran.data())
                .containsPattern("standard by small · Here, paper/standard@1 +3 +3 +0 ")
                .containsPattern("standard by short · Here, paper/standard@1 +3 +2 +1 ")
                .containsPattern("standard by wrong-key · Keyless, paper/standard@1 +3 +0 +3 ")
                .contains(
                        "Incorrect API key provided",
                        "The model no-such-model does not exist",
                        "You exceeded your current quota",
                        "maximum context length is 8 tokens",
                        "127.0.0.1:" + closed)
                .contains("Not asked, since another call was given up");
        assertThat(ran.messages()).contains("the same command tries those again");
        assertThat(traces()).hasSize(3 + 3 + 2 + 2);
        long refused = asked.entrySet().stream()
                .filter(entry -> entry.getKey().contains("\"wrong-key\""))
                .count();
        assertThat(refused).as("calls with a wrong key that were sent, of 6").isLessThanOrEqualTo(4);
        assertThat(asked.entrySet())
                .filteredOn(entry -> entry.getKey().contains("\"model\":\"small\"")
                        || entry.getKey().contains("\"model\":\"large\""))
                .allSatisfy(entry -> assertThat(entry.getValue()).isEqualTo(1));
    }

    @Test
    void what_is_wrong_with_a_plan_is_told_before_anything_is_sent_and_makes_no_session() throws Exception {
        Path half = Files.writeString(folder.resolve("half.yaml"), "format: 1\nname: Half a pl");
        assertRefused(Commands.FAILED, "half.yaml", half);
        assertRefused(Commands.FAILED, "does not exist", folder.resolve("none.yaml"));
        Path plan = plan(2, solver("Here", "small"));
        assertRefused(Commands.FAILED, "there is no endpoint 'Here'", plan);
        assertRefused(
                Commands.FAILED,
                "The environment variable NO_SUCH_KEY_HERE",
                plan,
                "--endpoint",
                here(),
                "--key",
                "Here=env:NO_SUCH_KEY_HERE");
        assertRefused(Commands.MISUSED, "A key itself is never saved", plan, "--endpoint", here(), "--key", "Here=abc");
        assertRefused(Commands.MISUSED, "there is no endpoint 'There'", plan, "--key", "There=env:NO_SUCH_KEY_HERE");
        assertRefused(Commands.MISUSED, "The address is not valid", plan, "--endpoint", "Here=nonsense");
        Files.writeString(plan, Files.readString(plan).replace("paper/solution", "mine/solution") + """
                templates:
                  - name: mine/solution
                    role: solution
                    text: Solve {question}
                """);
        assertRefused(Commands.FAILED, "{steps}", plan, "--endpoint", here());
        Files.writeString(folder.resolve("numbers.jsonl"), "{\"question\": \"What now?\", \"answer\": \"\"}\n");
        Files.writeString(plan, Files.readString(plan).replace("Solve {question}", "'{question} {steps}'"));
        assertRefused(Commands.FAILED, "'answer' is missing or empty", plan, "--endpoint", here());
        assertThat(asked).isEmpty();
    }

    private void assertRefused(int exit, String words, Path plan, String... more) {
        List<Object> arguments = new ArrayList<>(List.of("run", plan, "--session", session()));
        arguments.addAll(List.of(more));
        Ran ran = run(arguments.toArray());
        assertThat(ran.exit()).as(ran.messages()).isEqualTo(exit);
        assertThat(ran.messages()).contains(words).doesNotContain("\tat ");
        assertThat(ran.data()).isEmpty();
        assertThat(session()).doesNotExist();
    }

    @Test
    void offline_models_run_without_any_settings_and_a_budget_stops_with_a_sentence() throws Exception {
        Path plan = Files.writeString(folder.resolve("offline.yaml"), """
                format: 1
                name: Offline
                data:
                  bundled: arithmetic
                prompts:
                  - approach: trace-of-thought
                    delegation: paper/delegation
                    template: paper/solution
                models:
                  delegators:
                    - endpoint: offline
                      model: offline delegator
                  solvers:
                    - endpoint: offline
                      model: offline solver
                """);
        Ran ran = run("run", plan, "--session", session());
        assertThat(ran.exit()).as(ran.messages()).isEqualTo(Commands.DONE);
        assertThat(ran.messages()).contains("Done: 48 of 48 calls answered.");

        Path small = plan(9, solver("Here", "small"));
        Files.writeString(small, Files.readString(small) + "budget:\n  tokens: 100\n");
        Ran stopped = run("run", small, "--session", session(), "--endpoint", here());
        assertThat(stopped.exit()).isEqualTo(Commands.FAILED);
        assertThat(stopped.messages())
                .contains("more than the budget of 100", "reached its limit", "The same command goes on.");
        assertThat(asked.size()).isBetween(1, 8);
        Files.writeString(small, Files.readString(small).replace("tokens: 100", "tokens: 100000"));
        assertThat(run("run", small, "--session", session(), "--endpoint", here())
                        .exit())
                .isEqualTo(Commands.DONE);
        assertThat(asked.values()).hasSize(27).containsOnly(1);
    }

    @Test
    void a_run_that_is_killed_or_interrupted_goes_on_with_the_same_command() throws Exception {
        delayMillis = 60;
        Path plan = plan(40, solver("Here", "small"));
        Process killed = process(plan);
        awaitAsked(20);
        killed.toHandle().destroyForcibly();
        killed.waitFor();
        int atKill = asked.size();

        Process interrupted = process(plan);
        awaitAsked(atKill + 20);
        interrupted.toHandle().destroy();
        StringBuilder messages = new StringBuilder();
        try (BufferedReader lines = interrupted.errorReader()) {
            lines.lines().forEach(line -> messages.append(line).append('\n'));
        }
        assertThat(interrupted.waitFor()).isNotZero();
        assertThat(messages).contains("Stopped: ", "The same command goes on.");

        Ran end = run("run", plan, "--session", session(), "--endpoint", here());
        assertThat(end.exit()).as(end.messages()).isEqualTo(Commands.DONE);
        assertThat(end.messages()).contains("Done: 120 of 120 calls answered.");
        assertThat(traces()).hasSize(80);
        assertThat(asked).hasSize(120);
        int twice = asked.values().stream().mapToInt(count -> count - 1).sum();
        assertThat(twice).as("calls that were under way at the two ends").isLessThanOrEqualTo(2 * 4);
    }

    private void awaitAsked(int questions) throws InterruptedException {
        for (int i = 0; i < 600 && asked.size() < questions; i++) {
            Thread.sleep(100);
        }
        assertThat(asked.size()).isGreaterThanOrEqualTo(questions);
    }

    private Process process(Path plan) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dorg.sqlite.tmpdir=" + Files.createDirectories(folder.resolve("native")),
                "-Dtracewright.root=" + HOME,
                "-Dtracewright.home=" + folder.resolve("settings"),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "run",
                plan.toString(),
                "--session",
                session().toString(),
                "--endpoint",
                here());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
