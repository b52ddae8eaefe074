package dev.tracewright.llm;

import dev.tracewright.trace.FinishReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The OpenAI-compatible dialect: OpenAI, vLLM, llama.cpp, LM Studio, OpenRouter, Gemini and their like. */
final class OpenAiProtocol implements Protocol {
    static final OpenAiProtocol INSTANCE = new OpenAiProtocol();

    private static final String OLD_LIMIT = "max_tokens";
    private static final String NEW_LIMIT = "max_completion_tokens";

    private OpenAiProtocol() {}

    @Override
    public String base(HttpUrl typed) {
        return Protocol.versioned(typed, "/chat/completions");
    }

    @Override
    public String chatPath() {
        return "/chat/completions";
    }

    @Override
    public String listPath() {
        return "/models";
    }

    @Override
    public void authorise(Request.Builder request, @Nullable String key) {
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
    }

    @Override
    public List<String> limitNames(String address) {
        return address.startsWith("https://api.openai.com/")
                ? List.of(NEW_LIMIT, OLD_LIMIT)
                : List.of(OLD_LIMIT, NEW_LIMIT);
    }

    @Override
    public Map<String, Object> parameters(ChatRequest request, String limitName) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("stream_options", Map.of("include_usage", true));
        Protocol.put(parameters, "temperature", request.temperature());
        Protocol.put(parameters, "top_p", request.topP());
        Protocol.put(parameters, limitName, request.maxTokens());
        Protocol.put(parameters, "seed", request.seed());
        Protocol.put(parameters, "stop", request.stop().isEmpty() ? null : request.stop());
        return parameters;
    }

    @Override
    public Map<String, Object> body(String model, ChatRequest request, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("messages", Protocol.messages(request));
        body.put("stream", true);
        body.putAll(parameters);
        return body;
    }

    @Override
    public List<String> notes(ChatRequest request) {
        return request.context() == null
                ? List.of()
                : List.of("The context length is set where an OpenAI-compatible server is started; context = "
                        + request.context() + " was not sent.");
    }

    @Override
    public boolean lines() {
        return false;
    }

    @Override
    public boolean isAnswer(JsonNode whole) {
        return whole.path("choices").path(0).isObject();
    }

    @Override
    public void take(JsonNode piece, ChatStream into) {
        JsonNode usage = piece.path("usage");
        into.promptTokens(usage.path("prompt_tokens"));
        into.outputTokens(usage.path("completion_tokens"));
        for (JsonNode choice : piece.path("choices")) {
            if (choice.path("index").asInt(0) == 0) {
                choice(choice, into);
            }
        }
    }

    private static void choice(JsonNode choice, ChatStream into) {
        ServerProblem problem = ServerProblem.in(choice);
        if (problem != null) {
            into.failed(problem);
            return;
        }
        JsonNode message = choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
        String apart = ChatStream.text(message.path("reasoning"));
        into.reasoning(apart.isEmpty() ? ChatStream.text(message.path("reasoning_content")) : apart);
        into.output(ChatStream.text(message.path("content")) + ChatStream.text(message.path("refusal")));
        String reason = ChatStream.text(choice.path("finish_reason"));
        switch (reason) {
            case "" -> {}
            case "stop", "eos", "eos_token", "end_turn", "stop_sequence" -> into.ended(FinishReason.STOP);
            case "length", "max_tokens", "model_length" -> into.ended(FinishReason.LENGTH);
            case "content_filter" -> {
                into.note("The server's content filter cut the output.");
                into.ended(FinishReason.TRUNCATED);
            }
            default -> into.endedStrangely(reason);
        }
    }
}
