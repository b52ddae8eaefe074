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
import tools.jackson.databind.node.IntNode;

/** Anthropic's messages dialect: a limit of output tokens is obligatory, there is no seed, and reasoning comes in blocks. */
final class AnthropicProtocol implements Protocol {
    static final AnthropicProtocol INSTANCE = new AnthropicProtocol();
    /** What every model of the dialect can give; it is sent where the request sets no limit. */
    static final int USUAL_LIMIT = 4096;

    private static final String VERSION = "2023-06-01";
    private static final String LIMIT = "max_tokens";

    private AnthropicProtocol() {}

    @Override
    public String base(HttpUrl typed) {
        return Protocol.versioned(typed, "/messages");
    }

    @Override
    public String chatPath() {
        return "/messages";
    }

    @Override
    public String listPath() {
        return "/models?limit=1000";
    }

    @Override
    public void authorise(Request.Builder request, @Nullable String key) {
        request.header("anthropic-version", VERSION);
        if (key != null) {
            request.header("x-api-key", key);
        }
    }

    @Override
    public List<String> limitNames(String address) {
        return List.of(LIMIT);
    }

    @Override
    public Map<String, Object> parameters(ChatRequest request, String limitName) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Protocol.put(parameters, "temperature", request.temperature());
        Protocol.put(parameters, "top_p", request.topP());
        Protocol.put(parameters, "stop_sequences", request.stop().isEmpty() ? null : request.stop());
        return parameters;
    }

    @Override
    public Map<String, Object> body(String model, ChatRequest request, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        Protocol.put(body, "system", request.system());
        body.put("messages", List.of(Map.of("role", "user", "content", request.prompt())));
        body.put("stream", true);
        body.put(LIMIT, request.maxTokens() == null ? USUAL_LIMIT : request.maxTokens());
        body.putAll(parameters);
        return body;
    }

    @Override
    public List<String> notes(ChatRequest request) {
        List<String> notes = new ArrayList<>();
        if (request.maxTokens() == null) {
            notes.add("The Anthropic dialect wants an output limit; max_tokens = " + USUAL_LIMIT + " was sent.");
        }
        if (request.seed() != null) {
            notes.add("The Anthropic dialect has no seed; seed = " + request.seed() + " was not sent.");
        }
        if (request.context() != null) {
            notes.add("The Anthropic dialect cannot set the context length; context = " + request.context()
                    + " was not sent.");
        }
        return notes;
    }

    @Override
    public boolean lines() {
        return false;
    }

    @Override
    public boolean isAnswer(JsonNode whole) {
        return whole.path("content").isArray();
    }

    @Override
    public void take(JsonNode piece, ChatStream into) {
        switch (piece.path("type").asString("")) {
            // What message_start says of the output is a beginning, not a count.
            case "message_start" -> promptTokens(piece.path("message").path("usage"), into);
            case "content_block_start" -> block(piece.path("content_block"), into);
            case "content_block_delta" -> block(piece.path("delta"), into);
            case "message_delta" -> ending(piece.path("delta"), piece.path("usage"), into);
            case "message_stop" -> into.terminated();
            case "message" -> {
                piece.path("content").forEach(block -> block(block, into));
                ending(piece, piece.path("usage"), into);
            }
            default -> {}
        }
    }

    private static void block(JsonNode block, ChatStream into) {
        into.reasoning(ChatStream.text(block.path("thinking")));
        into.output(ChatStream.text(block.path("text")));
    }

    private static void ending(JsonNode message, JsonNode usage, ChatStream into) {
        promptTokens(usage, into);
        into.outputTokens(usage.path("output_tokens"));
        String reason = ChatStream.text(message.path("stop_reason"));
        switch (reason) {
            case "" -> {}
            case "end_turn", "stop_sequence" -> into.ended(FinishReason.STOP);
            case "max_tokens" -> into.ended(FinishReason.LENGTH);
            case "model_context_window_exceeded" -> {
                into.note("The output ended because the context of the model was full.");
                into.ended(FinishReason.LENGTH);
            }
            case "refusal" -> {
                into.note("The server's content filter cut the output.");
                into.ended(FinishReason.TRUNCATED);
            }
            default -> into.endedStrangely(reason);
        }
    }

    /** The prompt's tokens, those read from or written to a cache included. */
    private static void promptTokens(JsonNode usage, ChatStream into) {
        int count = usage.path("input_tokens").asInt(0)
                + usage.path("cache_creation_input_tokens").asInt(0)
                + usage.path("cache_read_input_tokens").asInt(0);
        if (count > 0) {
            into.promptTokens(IntNode.valueOf(count));
        }
    }
}
