package dev.tracewright.work;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/**
 * A model server on a bad day: it refuses for a while, fails, cuts its answers off, is slow to begin, reports errors under status
 * 200 and says things twice. Counts every request by the question that it asks.
 */
final class ChaosServer implements AutoCloseable {
    private static final Pattern QUESTION = Pattern.compile("(delegate|solve|standard|chain) question (\\d+)");
    private static final String STEPS = "1. Note the number.\\n2. Add one.";
    private static final String ANSWER = "1. It is here.\\n2. One more.\\n\\nThe answer is: 1";

    private final MockWebServer server = new MockWebServer();
    private final Random random;
    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();

    ChaosServer(long seed) throws IOException {
        random = new Random(seed);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return respond(request);
            }
        });
        server.start();
    }

    String address() {
        return server.url("/v1").toString();
    }

    /** How often this question came, such as {@code solve question 12} by its key {@code solve 12}. */
    int received(String key) {
        return received.getOrDefault(key, new AtomicInteger()).get();
    }

    /** How often it was answered well. */
    int answered(String key) {
        return answered.getOrDefault(key, new AtomicInteger()).get();
    }

    private MockResponse respond(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        Matcher matcher = QUESTION.matcher(body);
        if (!matcher.find()) {
            return new MockResponse.Builder().code(400).body("no question").build();
        }
        String question = matcher.group(1) + " " + matcher.group(2);
        received.computeIfAbsent(question, key -> new AtomicInteger()).incrementAndGet();
        int fate;
        int delay;
        synchronized (random) {
            fate = random.nextInt(100);
            // Each of these holds the whole endpoint up for a while, so a few do.
            fate = fate == 0 && random.nextInt(4) > 0 ? 50 : fate;
            delay = 10 + random.nextInt(60);
        }
        String text = matcher.group(1).equals("delegate") ? STEPS : ANSWER;
        return switch (fate) {
            case 0 ->
                json(429, "{\"error\":{\"message\":\"slow down\"}}", delay)
                        .addHeader("Retry-After", "0")
                        .build();
            case 1, 2, 3 -> json(500, "{\"error\":\"out of order\"}", delay).build();
            case 4, 5, 6 ->
                json(200, "{\"error\":{\"message\":\"overloaded\",\"code\":503}}", delay)
                        .build();
            case 7, 8, 9 -> stream(piece("1. It is h"), delay).build(); // no finish reason, no [DONE]
            case 10, 11 ->
                stream(piece(text) + end(), delay)
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
            default -> {
                answered.computeIfAbsent(question, key -> new AtomicInteger()).incrementAndGet();
                String said = piece(text) + end();
                yield stream(fate < 16 ? said + said : said, fate < 19 ? delay + 400 : delay)
                        .build();
            }
        };
    }

    private static MockResponse.Builder json(int status, String body, int delay) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .headersDelay(delay, TimeUnit.MILLISECONDS)
                .body(body);
    }

    private static MockResponse.Builder stream(String body, int delay) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .headersDelay(delay, TimeUnit.MILLISECONDS)
                .body(body);
    }

    private static String piece(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static String end() {
        return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":12}}\n\ndata: [DONE]\n\n";
    }

    @Override
    public void close() {
        server.close();
    }
}
