package dev.tracewright.llm;

import dev.tracewright.trace.FinishReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Ollama's own dialect. A prompt that does not fit into the context is refused instead of cut in silence, which its
 * OpenAI-compatible addresses would do.
 */
final class OllamaProtocol implements Protocol {
    static final OllamaProtocol INSTANCE = new OllamaProtocol();

    private OllamaProtocol() {}

    @Override
    public String base(HttpUrl typed) {
        String base = Protocol.withoutEnd(typed.toString(), "/");
        for (String end : List.of("/chat/completions", "/v1", "/api/chat", "/api/tags", "/api")) {
            base = Protocol.withoutEnd(Protocol.withoutEnd(base, end), "/");
        }
        return base;
    }

    @Override
    public String chatPath() {
        return "/api/chat";
    }

    @Override
    public String listPath() {
        return "/api/tags";
    }

    /** Ollama itself knows no key; a gateway before it may. */
    @Override
    public void authorise(Request.Builder request, @Nullable String key) {
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
    }

    @Override
    public List<String> limitNames(String address) {
        return List.of("num_predict");
    }

    @Override
    public Map<String, Object> parameters(ChatRequest request, String limitName) {
        Map<String, Object> options = new LinkedHashMap<>();
        Protocol.put(options, "temperature", request.temperature());
        Protocol.put(options, "top_p", request.topP());
        Protocol.put(options, limitName, request.maxTokens());
        Protocol.put(options, "seed", request.seed());
        Protocol.put(options, "stop", request.stop().isEmpty() ? null : request.stop());
        Protocol.put(options, "num_ctx", request.context());
        return options;
    }

    @Override
    public Map<String, Object> body(String model, ChatRequest request, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("messages", Protocol.messages(request));
        body.put("stream", true);
        body.put("truncate", false);
        body.put("shift", false);
        if (!parameters.isEmpty()) {
            body.put("options", parameters);
        }
        return body;
    }

    @Override
    public List<String> notes(ChatRequest request) {
        return List.of();
    }

    @Override
    public boolean lines() {
        return true;
    }

    @Override
    public boolean isAnswer(JsonNode whole) {
        return whole.path("message").isObject();
    }

    @Override
    public void take(JsonNode piece, ChatStream into) {
        JsonNode message = piece.path("message");
        into.reasoning(ChatStream.text(message.path("thinking")));
        into.output(ChatStream.text(message.path("content")));
        if (!piece.path("done").asBoolean(false)) {
            return;
        }
        into.promptTokens(piece.path("prompt_eval_count"));
        into.outputTokens(piece.path("eval_count"));
        String reason = ChatStream.text(piece.path("done_reason"));
        switch (reason) {
            case "", "stop" -> into.ended(FinishReason.STOP);
            case "length" -> into.ended(FinishReason.LENGTH);
            default -> into.endedStrangely(reason);
        }
        into.terminated();
    }

    /** Servers from before {@code truncate} do not know it; that they cut can be seen from what they count. */
    @Override
    public List<String> afterwards(ChatRequest request, ChatStream stream) {
        Integer context = request.context();
        Integer prompt = stream.promptTokens();
        if (context == null || prompt == null) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        if (prompt >= context) {
            notes.add("The server counted " + prompt + " prompt tokens in a context of " + context
                    + "; the beginning of the prompt may have been cut.");
        } else if (stream.finish() == FinishReason.LENGTH
                && stream.outputTokens() != null
                && prompt + stream.outputTokens() >= context) {
            notes.add("The output ended because the context of " + context + " tokens was full.");
        }
        return notes;
    }
}
