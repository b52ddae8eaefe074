package dev.tracewright.llm.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A process that serves one model over llama.cpp in the OpenAI-compatible dialect, on a port of this machine that it prints. It
 * is a process of its own because a fault in native code would take the tests with it.
 */
final class LlamaServer {
    /** The exit code where the engine cannot be loaded on this machine. */
    static final int NO_ENGINE = 3;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int USUAL_LIMIT = 64;

    private final LlamaModel model;

    private LlamaServer(LlamaModel model) {
        this.model = model;
    }

    /** Arguments: the model's file. Ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        LlamaModel model;
        try {
            model = new LlamaModel(new ModelParameters()
                    .setModel(arguments[0])
                    .setCtxSize(TinyModel.CONTEXT)
                    .setThreads(1)
                    .setGpuLayers(0));
        } catch (LinkageError e) {
            System.out.println("no engine: " + (e.getCause() == null ? e : e.getCause()));
            System.exit(NO_ENGINE);
            return;
        }
        LlamaServer served = new LlamaServer(model);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/v1/models", served::models);
        server.createContext("/v1/chat/completions", served::chat);
        server.start();
        System.out.println("port " + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private void models(HttpExchange exchange) throws IOException {
        whole(exchange, 200, Map.of("object", "list", "data", List.of(Map.of("id", "tiny", "owned_by", "llamacpp"))));
    }

    private void chat(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        StringBuilder prompt = new StringBuilder();
        asked.path("messages")
                .forEach(message ->
                        prompt.append(message.path("content").asString()).append('\n'));
        int promptTokens = model.encode(prompt.toString()).length;
        if (promptTokens >= TinyModel.CONTEXT) {
            String words = "the request exceeds the available context size";
            whole(exchange, 400, Map.of("error", Map.of("code", 400, "message", words)));
            return;
        }
        int limit = asked.path("max_tokens").asInt(USUAL_LIMIT);
        InferenceParameters parameters = new InferenceParameters(prompt.toString())
                .setNPredict(limit)
                .setTemperature((float) asked.path("temperature").asDouble(0.8))
                .setTopP((float) asked.path("top_p").asDouble(1))
                .setCachePrompt(false)
                .setSeed(asked.path("seed").asInt(1));
        String[] stops =
                asked.path("stop").valueStream().map(JsonNode::asString).toArray(String[]::new);
        if (stops.length > 0) {
            parameters.setStopStrings(stops);
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        LlamaIterator pieces = model.generate(parameters).iterator();
        int written = 0;
        try (OutputStream out = exchange.getResponseBody()) {
            while (pieces.hasNext()) {
                String text = pieces.next().text;
                if (!text.isEmpty()) {
                    written++;
                    event(out, choice(text, null));
                }
            }
            event(out, choice("", written >= limit ? "length" : "stop"));
            ObjectNode usage = JSON.createObjectNode();
            usage.putArray("choices");
            usage.putObject("usage").put("prompt_tokens", promptTokens).put("completion_tokens", written);
            event(out, usage);
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Whoever asked has gone.
            pieces.cancel();
        }
    }

    private static ObjectNode choice(String text, @Nullable String finish) {
        ObjectNode piece = JSON.createObjectNode();
        ObjectNode choice = piece.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish);
        choice.putObject("delta").put("content", text);
        return piece;
    }

    private static void event(OutputStream out, JsonNode event) throws IOException {
        out.write(("data: " + JSON.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void whole(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
