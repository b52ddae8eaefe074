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
 * @param protocol the dialect
 * @param limitNames names under which servers take the limit of output tokens, the first to be tried first
 * @param limitChanged whether the second of these names is used
 * @param refused names with the values that were refused
 */
record RequestShape(
        Protocol protocol, List<String> limitNames, boolean limitChanged, Set<Map.Entry<String, Object>> refused) {
    private static final JsonMapper JSON = JsonMapper.shared();

    RequestShape {
        limitNames = List.copyOf(limitNames);
        refused = Set.copyOf(refused);
    }

    /** What is tried first at this endpoint. */
    static RequestShape first(Endpoint endpoint) {
        Protocol protocol = endpoint.dialect().protocol();
        return new RequestShape(protocol, protocol.limitNames(endpoint.address()), false, Set.of());
    }

    /** The JSON body of a streaming call. */
    byte[] body(String model, ChatRequest request) {
        Map<String, Object> left = new LinkedHashMap<>(parameters(request));
        left.entrySet().removeIf(refused::contains);
        return JSON.writeValueAsBytes(protocol.body(model, request, left));
    }

    /** The shape without what the server complains about, or null where that leaves everything as it is. */
    @Nullable
    RequestShape without(ServerProblem problem, ChatRequest request) {
        List<Map.Entry<String, Object>> named = new ArrayList<>();
        parameters(request).forEach((name, value) -> {
            if (!name.equals(tokenLimit()) && problem.names(name)) {
                named.add(Map.entry(name, value));
            }
        });
        Set<Map.Entry<String, Object>> more = new HashSet<>(refused);
        // Two settings that exclude each other: the first one is kept.
        more.addAll(named.size() > 1 && problem.says("both") ? named.subList(1, named.size()) : named);
        boolean change =
                request.maxTokens() != null && !limitChanged && limitNames.size() > 1 && problem.names(tokenLimit());
        return change || more.size() > refused.size()
                ? new RequestShape(protocol, limitNames, limitChanged || change, more)
                : null;
    }

    /** What of this request is not sent as asked, in sentences for a person. */
    List<String> notes(ChatRequest request) {
        List<String> notes = new ArrayList<>(protocol.notes(request));
        parameters(request).forEach((name, value) -> {
            if (refused.contains(Map.entry(name, value))) {
                notes.add(
                        name.equals("stream_options")
                                ? "The server refused stream_options; it may not count tokens."
                                : "The server refused " + name + " = " + value + "; asked without it.");
            }
        });
        if (limitChanged && request.maxTokens() != null) {
            notes.add("The server takes the output limit as " + tokenLimit() + ".");
        }
        return notes;
    }

    private String tokenLimit() {
        return limitNames.get(limitChanged ? 1 : 0);
    }

    private Map<String, Object> parameters(ChatRequest request) {
        return protocol.parameters(request, tokenLimit());
    }
}
