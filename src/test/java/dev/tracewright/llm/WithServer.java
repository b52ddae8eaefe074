package dev.tracewright.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the dialects share: a server, a clock, and the words of the OpenAI-compatible dialect. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class WithServer {
    static final String KEY = "sk-proj-Geheim0123456789";
    static final CallLimits LIMITS =
            new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(10));

    final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    final Heard heard = new Heard();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Endpoint endpoint(CallLimits limits) {
        return endpoint(Dialect.OPENAI, limits);
    }

    Endpoint endpoint(Dialect dialect, CallLimits limits) {
        return new Endpoint(
                "Test", dialect, server.url("/").toString(), "m", Secret.of(KEY), Budget.ofParallel(2), limits);
    }

    ChatModel model() {
        return model(LIMITS);
    }

    ChatModel model(CallLimits limits) {
        return new EndpointConnection(endpoint(limits), time).model("");
    }

    ChatReply ask() throws ModelException {
        return model().ask(ChatRequest.of("2 + 2?"), heard, new Cancellation());
    }

    void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    void stream(String... events) {
        server.enqueue(sse(events).build());
    }

    JsonNode sentBody() throws InterruptedException {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS))
                        .getBody()
                        .utf8());
    }

    static MockResponse.Builder sse(String... events) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(String.join("", events));
    }

    static String piece(String text) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                + JsonMapper.shared().writeValueAsString(text) + "}}]}");
    }

    static String finished(String reason) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}");
    }

    static String data(String json) {
        return "data: " + json + "\n\n";
    }

    static final String DONE = "data: [DONE]\n\n";

    /** Remembers what a listener hears. */
    static final class Heard implements ChatListener {
        final List<String> output = new ArrayList<>();
        final List<String> reasoning = new ArrayList<>();
        final List<Attempt> failed = new ArrayList<>();

        @Override
        public void output(String piece) {
            output.add(piece);
        }

        @Override
        public void reasoning(String piece) {
            reasoning.add(piece);
        }

        @Override
        public void retrying(Attempt attempt, long waitMillis) {
            failed.add(attempt);
        }
    }
}
