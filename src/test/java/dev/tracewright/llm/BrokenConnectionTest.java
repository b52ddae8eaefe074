package dev.tracewright.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracewright.trace.FinishReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens on the wire when a server dies, hangs or is left, played by a bare socket. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenConnectionTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    /** Plays the server on one connection, after it has read the request. */
    private interface Script {
        void play(Socket socket, OutputStream out, int connection) throws Exception;
    }

    private final FakeTime time = new FakeTime();
    private final WithServer.Heard heard = new WithServer.Heard();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @Test
    void a_reset_before_the_first_piece_is_retried() throws Exception {
        serve((socket, out, connection) -> {
            if (connection == 1) {
                chunk(out, HEAD, WithServer.data("{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}"));
                reset(socket);
            } else {
                chunk(out, HEAD, WithServer.piece("4") + WithServer.DONE);
            }
        });
        ChatReply reply = ask(new Cancellation());
        assertThat(reply.output()).isEqualTo("4");
        assertThat(reply.attempts()).hasSize(2);
        assertThat(reply.attempts().getFirst().status()).isEqualTo(200);
        assertThat(reply.attempts().getFirst().problem()).isNotBlank();
    }

    @Test
    void a_reset_in_mid_stream_keeps_the_text_and_is_not_retried() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        serve((socket, out, _) -> {
            chunk(out, HEAD, WithServer.piece("The answer is"));
            read.await(5, TimeUnit.SECONDS);
            reset(socket);
        });
        ChatReply reply = model().ask(
                        ChatRequest.of("x"),
                        piece -> {
                            heard.output(piece);
                            read.countDown();
                        },
                        new Cancellation());
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.output()).isEqualTo("The answer is");
        assertThat(reply.attempts()).hasSize(1);
        assertThat(reply.attempts().getFirst().problem()).isNotBlank();
        assertThat(connections).hasValue(1);
    }

    @Test
    void a_reset_after_reasoning_keeps_the_reasoning() throws Exception {
        serve((socket, out, _) -> {
            chunk(out, HEAD, WithServer.data("{\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}"));
            socket.close();
        });
        ChatReply reply = ask(new Cancellation());
        assertThat(reply.finish()).isEqualTo(FinishReason.TRUNCATED);
        assertThat(reply.reasoning()).isEqualTo("hm");
        assertThat(connections).hasValue(1);
    }

    @Test
    void a_reset_after_the_finish_reason_takes_nothing_away() throws Exception {
        serve((socket, out, _) -> {
            chunk(out, HEAD, WithServer.piece("4") + WithServer.finished("stop"));
            socket.close();
        });
        ChatReply reply = ask(new Cancellation());
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.attempts().getFirst().problem()).isNull();
    }

    @Test
    void a_kept_connection_that_dies_under_the_next_request_costs_a_recorded_attempt() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        serve((socket, out, connection) -> {
            requests.incrementAndGet();
            chunk(out, HEAD, WithServer.piece("4") + WithServer.DONE);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (connection == 1 && readRequest(socket)) {
                requests.incrementAndGet();
            }
        });
        ChatModel model = model();
        assertThat(model.ask(ChatRequest.of("x"), heard, new Cancellation()).attempts())
                .hasSize(1);
        assertThat(model.ask(ChatRequest.of("x"), heard, new Cancellation()).attempts())
                .extracting(Attempt::status)
                .containsExactly(0, 200);
        assertThat(requests).hasValue(3);
    }

    @Test
    void an_answer_ends_at_its_terminator_though_the_server_keeps_the_line() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        serve((_, out, _) -> {
            chunk(out, HEAD, WithServer.piece("4") + WithServer.DONE);
            hold.await(20, TimeUnit.SECONDS);
        });
        try {
            assertThat(ask(new Cancellation()).finish()).isEqualTo(FinishReason.STOP);
        } finally {
            hold.countDown();
        }
    }

    @Test
    void cancelling_in_mid_stream_keeps_what_had_come_and_hangs_up() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        serve((socket, out, _) -> {
            chunk(out, HEAD, WithServer.piece("The answer"));
            if (endOf(socket)) {
                hungUp.countDown();
            }
        });
        Cancellation cancellation = new Cancellation();
        ChatReply reply = model().ask(
                        ChatRequest.of("x"), piece -> Thread.startVirtualThread(cancellation::cancel), cancellation);
        assertThat(reply.finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(reply.output()).isEqualTo("The answer");
        assertThat(reply.attempts().getFirst().problem()).isEqualTo("cancelled");
        assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancelling_before_the_first_piece_ends_the_call_without_a_retry() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        serve((socket, _, _) -> {
            asked.countDown();
            endOf(socket);
        });
        Cancellation cancellation = new Cancellation();
        AtomicReference<ChatReply> reply = new AtomicReference<>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                reply.set(ask(cancellation));
            } catch (ModelException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel();
        assertThat(caller.join(java.time.Duration.ofSeconds(5))).isTrue();
        assertThat(Objects.requireNonNull(reply.get()).finish()).isEqualTo(FinishReason.CANCELLED);
        assertThat(connections).hasValue(1);
    }

    @Test
    void interrupting_the_caller_is_cancelling() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        serve((socket, _, _) -> {
            asked.countDown();
            endOf(socket);
        });
        AtomicReference<ChatReply> reply = new AtomicReference<>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                reply.set(ask(new Cancellation()));
            } catch (ModelException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(caller.join(java.time.Duration.ofSeconds(5))).isTrue();
        assertThat(Objects.requireNonNull(reply.get()).finish()).isEqualTo(FinishReason.CANCELLED);
    }

    @Test
    void localhost_reaches_a_server_that_listens_on_one_protocol_only() throws Exception {
        serve((_, out, _) -> chunk(out, HEAD, WithServer.piece("4") + WithServer.DONE));
        Endpoint endpoint = Endpoint.local("Test", "http://localhost:" + listening.getLocalPort(), "m");
        ChatReply reply =
                new EndpointConnection(endpoint, time).model("").ask(ChatRequest.of("x"), heard, new Cancellation());
        assertThat(reply.attempts()).hasSize(1);
    }

    private ChatModel model() {
        String address = "http://" + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort();
        Endpoint endpoint = Endpoint.local("Test", address, "m").within(WithServer.LIMITS);
        return new EndpointConnection(endpoint, time).model("");
    }

    private ChatReply ask(Cancellation cancellation) throws ModelException {
        return model().ask(ChatRequest.of("x"), heard, cancellation);
    }

    private void serve(Script script) {
        Thread.startVirtualThread(() -> {
            while (true) {
                try {
                    Socket socket = listening.accept();
                    int number = connections.incrementAndGet();
                    Thread.startVirtualThread(() -> {
                        try (socket) {
                            readRequest(socket);
                            script.play(socket, socket.getOutputStream(), number);
                        } catch (Exception e) {
                            // The client hung up: that is what some of these tests are about.
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static boolean readRequest(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int length = 0;
        String line;
        while ((line = in.readLine()) != null && !line.isEmpty()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
        return length > 0;
    }

    private static void chunk(OutputStream out, String head, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static boolean endOf(Socket socket) throws IOException {
        return socket.getInputStream().read() == -1;
    }
}
