package dev.tracewright.llm;

import dev.tracewright.llm.ModelException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server says went wrong, in any of the shapes servers say it: an error as a text, an object or a list, under any
 * status.
 *
 * @param message its words, hostile; may be empty
 * @param code its machine-readable code, or empty
 * @param type its type, or empty
 * @param parameter the parameter it complains about, or empty
 */
record ServerProblem(String message, String code, String type, String parameter) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TOO_LONG = Pattern.compile(
            "context.?(length|window|size|limit)|maximum context|exceeds? the context|available context"
                    + "|too many (input )?tokens|(prompt|input) is too long|input token count",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INSUFFICIENT = Pattern.compile(
            "insufficient[_ ](quota|balance|credit)|credit balance is too low", Pattern.CASE_INSENSITIVE);

    /** The problem that a body under an error status describes; any body will do. */
    static ServerProblem ofBody(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            ServerProblem found = in(root);
            if (found != null) {
                return found;
            }
            if (root != null && root.isString()) {
                return new ServerProblem(root.stringValue(), "", "", "");
            }
        } catch (JacksonException e) {
            // Not JSON: the body itself is what the server says.
        }
        return new ServerProblem(body, "", "", "");
    }

    /** The problem in a parsed answer, or null where it reports none. */
    static @Nullable ServerProblem in(@Nullable JsonNode answer) {
        if (answer == null) {
            return null;
        }
        if (answer.isArray()) {
            return answer.isEmpty() ? null : in(answer.get(0));
        }
        if (!answer.isObject()) {
            return null;
        }
        JsonNode error = answer.path("error");
        if (error.isArray() && !error.isEmpty()) {
            error = error.get(0);
        }
        if (error.isString()) {
            return new ServerProblem(error.stringValue(), text(answer.path("code")), text(answer.path("type")), "");
        }
        if (error.isObject()) {
            return described(error);
        }
        boolean answered = answer.has("choices");
        if (!answered && answer.has("detail")) {
            return detailed(answer.path("detail"));
        }
        if (!answered && answer.path("message").isString()) {
            return described(answer);
        }
        return null;
    }

    /** What kind of problem it is under this status, which may be a success status. */
    Kind kind(int httpStatus) {
        int status = status(httpStatus);
        if (status == 402
                || is("insufficient_quota", "insufficient_balance", "billing_hard_limit_reached", "billing_error")
                || INSUFFICIENT.matcher(message).find()) {
            return Kind.QUOTA;
        }
        if (status == 401 || status == 403) {
            return Kind.UNAUTHORISED;
        }
        if (status < 500 && status != 429 && (status == 413 || is("context_length_exceeded") || tooLong())) {
            return Kind.CONTEXT_TOO_LONG;
        }
        if (is("model_not_found")
                || (status == 404 && message.toLowerCase(Locale.ROOT).contains("model"))) {
            return Kind.UNKNOWN_MODEL;
        }
        if (status == 429) {
            return Kind.RATE_LIMITED;
        }
        if (status == 408 || status == 504) {
            return Kind.TIMEOUT;
        }
        return status >= 500 || status == 409 || status == 425 ? Kind.SERVER_ERROR : Kind.REFUSED;
    }

    /** Whether asking the same again later may help. */
    boolean passing(int httpStatus) {
        int status = status(httpStatus);
        boolean passing =
                status == 408 || status == 409 || status == 425 || status == 429 || (status >= 500 && status < 600);
        return passing
                && switch (kind(httpStatus)) {
                    case RATE_LIMITED, SERVER_ERROR, TIMEOUT -> true;
                    default -> false;
                };
    }

    /** Whether the server complains about this request parameter. */
    boolean names(String name) {
        if (parameter.equals(name)) {
            return true;
        }
        // "stop" and "seed" are plain English words: those count in quotes or beside the word parameter only.
        String word = name.equals("stop") || name.equals("seed")
                ? "['\"`]" + name + "['\"`]|parameters?:?\\s+" + name + "\\b|\\b" + name + " parameter"
                : "(?<![\\w.])" + name + "(?!\\w)";
        return Pattern.compile(word).matcher(message).find();
    }

    /** Whether its words hold this one. */
    boolean says(String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(message)
                .find();
    }

    /** What the server says, safe to show; never empty. */
    String words(@Nullable String key) {
        String words = SafeText.excerpt(message.isBlank() ? code + " " + type : message, key);
        return words.isEmpty() ? "the server gave no reason" : words;
    }

    /** The status the problem would have had, where it came under a success status. */
    int status(int httpStatus) {
        if (httpStatus >= 300) {
            return httpStatus;
        }
        if (code.matches("[45]\\d\\d")) {
            return Integer.parseInt(code);
        }
        String said = (code + " " + type).toLowerCase(Locale.ROOT);
        if (said.contains("rate_limit") || said.contains("too_many_requests")) {
            return 429;
        }
        if (said.contains("server_error")
                || said.contains("api_error")
                || said.contains("internal")
                || said.contains("overloaded")
                || said.contains("unavailable")
                || said.contains("timeout")) {
            return 500;
        }
        if (said.contains("api_key") || said.contains("authentication") || said.contains("permission")) {
            return 401;
        }
        return said.contains("not_found") ? 404 : 400;
    }

    private boolean tooLong() {
        return TOO_LONG.matcher(message).find();
    }

    private boolean is(String... names) {
        for (String name : names) {
            if (code.equals(name) || type.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static ServerProblem described(JsonNode error) {
        JsonNode message = error.path("message");
        String words = message.isString()
                ? message.stringValue()
                : message.isMissingNode() || message.isNull() ? error.toString() : message.toString();
        return new ServerProblem(words, text(error.path("code")), text(error.path("type")), text(error.path("param")));
    }

    private static ServerProblem detailed(JsonNode detail) {
        JsonNode first = detail.isArray() && !detail.isEmpty() ? detail.get(0) : detail;
        JsonNode place = first.path("loc");
        String parameter = place.isArray() && !place.isEmpty() ? text(place.get(place.size() - 1)) : "";
        String words = first.isString() ? first.stringValue() : text(first.path("msg"));
        return new ServerProblem(words.isEmpty() ? detail.toString() : words, "", "", parameter);
    }

    private static String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : "";
    }
}
