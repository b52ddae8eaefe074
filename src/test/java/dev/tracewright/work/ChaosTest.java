package dev.tracewright.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.experiment.StudyCall;
import dev.tracewright.store.RunEntry;
import dev.tracewright.store.SessionStore;
import dev.tracewright.store.Sessions;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run against a server that fails in every way, killed again and again, pays for nothing twice and loses nothing. */
class ChaosTest {
    private static final int PROBLEMS = 500;
    private static final int KILLS = 5;

    private final Path file;

    ChaosTest(@TempDir Path folder) {
        file = folder.resolve("chaos.tracewright");
    }

    @BeforeEach
    void create() {
        try (SessionStore store = Sessions.create(file)) {
            store.addProblems(IntStream.rangeClosed(1, PROBLEMS)
                    .mapToObj(RunningProcess::problem)
                    .toList());
        }
    }

    @Test
    void every_call_is_settled_once_and_every_attempt_is_accounted_for() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("chaos with seed " + seed);
        List<StudyCall> calls = RunningProcess.calls(PROBLEMS);
        try (ChaosServer server = new ChaosServer(seed)) {
            Random random = new Random(seed);
            Map<String, RunEntry.Result> kept = Map.of();
            int at = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                at += 50 + random.nextInt(calls.size() / (KILLS + 1) - 50);
                killAfter(at, server);
                Map<String, RunEntry.Result> now = results();
                assertThat(now).as("after kill %d", kill + 1).containsAllEntriesOf(kept);
                assertThat(now.size()).isGreaterThan(kept.size());
                kept = now;
            }
            assertThat(kept.size()).isLessThan(calls.size());
            assertThat(runToTheEnd(server)).isEqualTo("DONE " + calls.size() + " 0;");
            Map<String, RunEntry.Result> end = results();
            assertThat(end).containsAllEntriesOf(kept);
            assertThat(end.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            calls.stream().map(StudyCall::key).toList());
            checkAnswers(calls, end);
            checkAttempts(calls, server);
        }
    }

    /** One response for each call that asks for one, and none besides. */
    private void checkAnswers(List<StudyCall> calls, Map<String, RunEntry.Result> end) {
        try (SessionStore store = Sessions.open(file)) {
            Map<String, Integer> responses = new HashMap<>();
            store.forEachTrace(trace -> responses.merge(trace.response().id(), 1, Integer::sum));
            List<String> expected = calls.stream()
                    .filter(StudyCall.Solve.class::isInstance)
                    .map(call -> Objects.requireNonNull(end.get(call.key())).responseId())
                    .toList();
            assertThat(expected).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(responses.keySet()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(responses.values()).containsOnly(1);
            assertThat(end.values().stream().filter(result -> result.planId() != null))
                    .hasSize(PROBLEMS);
        }
    }

    /** Nothing reached the server that the session does not know; what it knows beyond that was being sent at a kill. */
    private void checkAttempts(List<StudyCall> calls, ChaosServer server) {
        Map<String, Integer> recorded;
        try (SessionStore store = Sessions.open(file)) {
            recorded = store.runs().usage().stream()
                    .collect(Collectors.toMap(RunEntry.Usage::callKey, usage -> 1, Integer::sum));
        }
        int beyond = 0;
        int again = 0;
        for (StudyCall call : calls) {
            int received = server.received(call.key());
            int attempts = recorded.getOrDefault(call.key(), 0);
            assertThat(attempts).as(call.key()).isGreaterThanOrEqualTo(received);
            beyond += attempts - received;
            again += server.answered(call.key()) - 1;
        }
        int all = recorded.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(all + " attempts for " + calls.size() + " calls, " + beyond
                + " of them begun at a kill and never received, " + again + " answers lost on the way at a kill");
        int underWay = KILLS * RunningProcess.PARALLEL;
        assertThat(beyond).isLessThanOrEqualTo(underWay);
        assertThat(again).isLessThanOrEqualTo(underWay);
    }

    private Map<String, RunEntry.Result> results() {
        try (SessionStore store = Sessions.open(file)) {
            return store.runs().results().stream()
                    .collect(Collectors.toMap(RunEntry.Result::callKey, result -> result));
        }
    }

    private void killAfter(int settled, ChaosServer server) throws Exception {
        Process process = RunningProcess.start(file, server.address(), PROBLEMS);
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !(line.startsWith("settled ") && number(line) >= settled)) {
                assertThat(line).as("the run is still going on").startsWith("settled ");
                line = lines.readLine();
            }
            assertThat(line).isNotNull();
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring("settled ".length(), line.length() - 1));
    }

    private String runToTheEnd(ChaosServer server) throws Exception {
        Process process = RunningProcess.start(file, server.address(), PROBLEMS);
        String last = "";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        process.waitFor();
        return last;
    }
}
