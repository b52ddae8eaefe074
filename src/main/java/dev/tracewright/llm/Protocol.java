package dev.tracewright.llm;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between the dialects; how often is asked, how long is waited and what is kept is the same for all of them. */
sealed interface Protocol permits OpenAiProtocol, OllamaProtocol, AnthropicProtocol {
    /** The base address that a person meant, without a slash at its end. */
    String base(HttpUrl typed);

    /** Where a model is asked, below the base address. */
    String chatPath();

    /** Where the models are listed, below the base address. */
    String listPath();

    /** Adds the headers that this dialect wants, with the key where there is one. */
    void authorise(Request.Builder request, @Nullable String key);

    /** The names under which servers take the limit of output tokens, the one to try first at this address first. */
    List<String> limitNames(String address);

    /** The settings that the request asks for, under this dialect's names; a server may refuse any of them. */
    Map<String, Object> parameters(ChatRequest request, String limitName);

    /** The whole body of a streaming call with what is left of its parameters. */
    Map<String, Object> body(String model, ChatRequest request, Map<String, Object> parameters);

    /** What of the request this dialect cannot carry, or needs although it was not asked for; in sentences for a person. */
    List<String> notes(ChatRequest request);

    /** Whether the stream is one JSON object a line; otherwise it is server-sent events. */
    boolean lines();

    /** Whether this JSON is an answer at all, when it came in one piece. */
    boolean isAnswer(JsonNode whole);

    /** Takes a piece of the stream, or the whole answer of a server that does not stream, apart. */
    void take(JsonNode piece, ChatStream into);

    /** What the finished stream tells of the request, in sentences for a person. */
    default List<String> afterwards(ChatRequest request, ChatStream stream) {
        return List.of();
    }

    /** The address with a version in its path, {@code /v1} unless it names one, and without what follows {@code end}. */
    static String versioned(HttpUrl typed, String end) {
        Pattern version = Pattern.compile("v\\d+\\w*");
        String base = withoutEnd(withoutEnd(withoutEnd(typed.toString(), "/"), end), "/");
        boolean versioned = typed.pathSegments().stream()
                .anyMatch(segment -> version.matcher(segment).matches());
        return versioned ? base : base + "/v1";
    }

    /** The text without {@code end} at its end, however often it stands there. */
    static String withoutEnd(String text, String end) {
        String shorter = text;
        while (shorter.endsWith(end)) {
            shorter = shorter.substring(0, shorter.length() - end.length());
        }
        return shorter;
    }

    /** The messages of a request, for the dialects whose system prompt is a message. */
    static List<Map<String, String>> messages(ChatRequest request) {
        Map<String, String> user = Map.of("role", "user", "content", request.prompt());
        return request.system() == null
                ? List.of(user)
                : List.of(Map.of("role", "system", "content", request.system()), user);
    }

    /** Puts a value where there is one. */
    static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
