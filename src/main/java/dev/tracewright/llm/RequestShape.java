package dev.tracewright.llm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server has turned out not to take, so that it is not refused again for every problem of a study. A parameter is
 * left out only with the very value that was refused.
 *
 * @param tokenLimit the name under which this server takes the limit of output tokens
 * @param tokenLimitChanged whether that name is the second one that was tried
 * @param refused names with the values that were refused
 */
record RequestShape(String tokenLimit, boolean tokenLimitChanged, Set<Map.Entry<String, Object>> refused) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OLD_LIMIT = "max_tokens";
    private static final String NEW_LIMIT = "max_completion_tokens";

    RequestShape {
        refused = Set.copyOf(refused);
    }

    /** What is tried first at this endpoint. */
    static RequestShape first(Endpoint endpoint) {
        boolean openAi = endpoint.address().startsWith("https://api.openai.com/");
        return new RequestShape(openAi ? NEW_LIMIT : OLD_LIMIT, false, Set.of());
    }

    /** The JSON body of a streaming call. */
    byte[] body(String model, ChatRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        List<Map<String, String>> messages = new ArrayList<>();
        if (request.system() != null) {
            messages.add(Map.of("role", "system", "content", request.system()));
        }
        messages.add(Map.of("role", "user", "content", request.prompt()));
        body.put("messages", messages);
        body.put("stream", true);
        parameters(request).forEach((name, value) -> {
            if (!refused.contains(Map.entry(name, value))) {
                body.put(name, value);
            }
        });
        return JSON.writeValueAsBytes(body);
    }

    /** The shape without what the server complains about, or null where that leaves everything as it is. */
    @Nullable
    RequestShape without(ServerProblem problem, ChatRequest request) {
        Set<Map.Entry<String, Object>> more = new HashSet<>(refused);
        parameters(request).forEach((name, value) -> {
            if (!name.equals(tokenLimit) && problem.names(name)) {
                more.add(Map.entry(name, value));
            }
        });
        boolean change = request.maxTokens() != null && !tokenLimitChanged && problem.names(tokenLimit);
        if (!change && more.size() == refused.size()) {
            return null;
        }
        return change
                ? new RequestShape(tokenLimit.equals(OLD_LIMIT) ? NEW_LIMIT : OLD_LIMIT, true, more)
                : new RequestShape(tokenLimit, tokenLimitChanged, more);
    }

    /** What of this request is not sent as asked, in sentences for a person. */
    List<String> notes(ChatRequest request) {
        List<String> notes = new ArrayList<>();
        parameters(request).forEach((name, value) -> {
            if (refused.contains(Map.entry(name, value))) {
                notes.add(
                        name.equals("stream_options")
                                ? "The server refused stream_options; it may not count tokens."
                                : "The server refused " + name + " = " + value + "; asked without it.");
            }
        });
        if (tokenLimitChanged && request.maxTokens() != null) {
            notes.add("The server takes the output limit as " + tokenLimit + ".");
        }
        return notes;
    }

    private Map<String, Object> parameters(ChatRequest request) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("stream_options", Map.of("include_usage", true));
        put(parameters, "temperature", request.temperature());
        put(parameters, "top_p", request.topP());
        put(parameters, tokenLimit, request.maxTokens());
        put(parameters, "seed", request.seed());
        put(parameters, "stop", request.stop().isEmpty() ? null : request.stop());
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
