package dev.tracewright.app;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import okio.BufferedSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of models for studies: steps for a delegator's prompt, an answer for a solver's, both in a stream. */
final class AnsweringServer extends Dispatcher {
    private static final String STEPS = "1. Note the 16 eggs.\n2. Subtract 7 from 16.";
    private static final String ANSWER = "1. There are 16 eggs.\n2. 16 - 7 = 9\n\nThe answer is: 9";

    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String refusedModel = "";
    private volatile String refusal = "";

    /** How many calls have come. */
    int asked() {
        return asked.get();
    }

    /** From now on every stream waits before its end. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void letAllGo() {
        gate.countDown();
    }

    /** From now on every call to this model is refused. */
    void refuse(String model, String sentence) {
        refusal = sentence;
        refusedModel = model;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        asked.incrementAndGet();
        JsonNode body = JsonMapper.shared()
                .readTree(Objects.requireNonNull(request.getBody()).utf8());
        if (body.path("model").asString("").equals(refusedModel)) {
            return new MockResponse.Builder()
                    .code(400)
                    .addHeader("Content-Type", "application/json")
                    .body("{\"error\":{\"message\":" + JsonMapper.shared().writeValueAsString(refusal) + "}}")
                    .build();
        }
        boolean steps = body.path("messages").toString().contains("Create");
        CountDownLatch until = gate;
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return -1;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        for (String word : (steps ? STEPS : ANSWER).split("(?<= )", -1)) {
                            sink.writeUtf8(piece(word));
                        }
                        sink.flush();
                        try {
                            if (until.await(30, TimeUnit.SECONDS)) {
                                sink.writeUtf8(ending());
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })
                .build();
    }

    private static String piece(String text) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                + JsonMapper.shared().writeValueAsString(text) + "}}]}");
    }

    private static String ending() {
        return data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
                + data("{\"choices\":[],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":22}}")
                + data("[DONE]");
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }
}
