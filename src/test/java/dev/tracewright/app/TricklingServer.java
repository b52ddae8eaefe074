package dev.tracewright.app;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import okio.BufferedSink;

/** Answers every call in a stream of many small pieces over two seconds, and counts how many streams there are at once. */
final class TricklingServer extends Dispatcher {
    private static final int PIECES = 20;
    private static final long GAP_MILLIS = 100;

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger pieces = new AtomicInteger();

    /** How many streams there were at once, at most. */
    int most() {
        return most.get();
    }

    int pieces() {
        return pieces.get();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return -1;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        try {
                            for (int i = 0; i < PIECES; i++) {
                                sink.writeUtf8(data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + i
                                        + " plums and \"}}]}"));
                                sink.flush();
                                pieces.incrementAndGet();
                                Thread.sleep(GAP_MILLIS);
                            }
                            sink.writeUtf8(
                                    data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}"));
                            sink.writeUtf8(data("[DONE]"));
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } finally {
                            now.decrementAndGet();
                        }
                    }
                })
                .build();
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }
}
