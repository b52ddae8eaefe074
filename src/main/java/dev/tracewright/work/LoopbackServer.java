package dev.tracewright.work;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * A model server for measurements, in a process of its own so that its work is not counted: answers every question after the same
 * time with the same two sentences. No language model.
 */
public final class LoopbackServer {
    private static final byte[] ANSWER = """
            data: {"choices":[{"delta":{"content":"1. Note the number.\\n2. Add one to it."}}]}

            data: {"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":40,"completion_tokens":12}}

            data: [DONE]

            """.getBytes(StandardCharsets.UTF_8);

    private LoopbackServer() {}

    /** Argument: milliseconds until an answer. Prints its port, and ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        int delay = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, delay));
        server.start();
        System.out.println(server.getAddress().getPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whoever started this process holds its input open for as long as it needs the server.
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange, int delay) throws IOException {
        long end = System.nanoTime() + delay * 1_000_000L;
        exchange.getRequestBody().readAllBytes();
        try {
            Thread.sleep(java.time.Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, ANSWER.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(ANSWER);
        }
    }

    /** A server in a process of its own; closing ends it. */
    static Running start(int delayMillis) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoopbackServer.class.getName(),
                        String.valueOf(delayMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = process.inputReader().readLine();
        if (port == null) {
            throw new IOException("the server for the measurement did not start");
        }
        return new Running(process, "http://127.0.0.1:" + port + "/v1");
    }

    /** @param address its base address */
    record Running(Process process, String address) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }
}
