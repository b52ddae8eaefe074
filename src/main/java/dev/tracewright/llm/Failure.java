package dev.tracewright.llm;

import dev.tracewright.llm.ModelException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Why one try brought nothing, and whether another one may.
 *
 * @param kind what a person can do about it
 * @param words what the server or the network says, safe to show
 * @param passing whether the same may succeed later
 * @param retryAfter milliseconds the server asks to wait, or null
 * @param problem what the server reported, or null
 * @param cause the error below, without the key, or null
 */
record Failure(
        Kind kind,
        String words,
        boolean passing,
        @Nullable Long retryAfter,
        @Nullable ServerProblem problem,
        @Nullable Throwable cause) {
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    /** A key that is wanted is missing or unusable. */
    static Failure noKey(String words) {
        return new Failure(Kind.NO_KEY, words, false, null, null, null);
    }

    /** An answer under an error status; reads the beginning of its body. */
    static Failure ofResponse(Response response, @Nullable String key, long now) {
        int status = response.code();
        if (status >= 300 && status < 400) {
            String target = SafeText.excerpt(String.valueOf(response.header("Location")), key);
            return new Failure(
                    Kind.REFUSED,
                    "it sends on to " + target + ", where the key is not sent; enter the right address",
                    false,
                    null,
                    null,
                    null);
        }
        String body;
        try {
            body = response.peekBody(MAX_ERROR_BYTES).string();
        } catch (IOException e) {
            body = "";
        }
        ServerProblem problem = ServerProblem.ofBody(body);
        return ofProblem(problem, status, key, Backoff.retryAfter(response.header("Retry-After"), now));
    }

    /** A problem that the server reported, under an error status or a success status. */
    static Failure ofProblem(ServerProblem problem, int status, @Nullable String key, @Nullable Long retryAfter) {
        String place = status >= 300 ? "HTTP " + status + ": " : "";
        return new Failure(
                problem.kind(status), place + problem.words(key), problem.passing(status), retryAfter, problem, null);
    }

    /** A stream that ended without an error and without saying so. */
    static Failure ofEnd(boolean begun) {
        String words = begun ? "the stream ended without a finish reason" : "the answer ended before its first word";
        return new Failure(Kind.SERVER_ERROR, words, true, null, null, null);
    }

    /** A person ended it. */
    static Failure ofCancelling() {
        return new Failure(Kind.CANNOT, "cancelled", false, null, null, null);
    }

    /** An error of the network, or an answer that is none. */
    static Failure ofIo(IOException e, CallLimits limits, @Nullable String key) {
        if (e instanceof NonsenseException nonsense) {
            return new Failure(Kind.NONSENSE, nonsense.words(key), false, null, null, null);
        }
        String said = e.getMessage() == null ? "" : SafeText.excerpt(e.getMessage(), key);
        String name = e.getClass().getSimpleName();
        IOException cause = new IOException(said.isEmpty() ? name : name + ": " + said);
        cause.setStackTrace(e.getStackTrace());
        if (e instanceof SocketTimeoutException) {
            boolean connecting = said.contains("onnect");
            Duration limit = connecting ? limits.connect() : limits.firstToken();
            String what = connecting ? "no connection" : "nothing came";
            return new Failure(Kind.TIMEOUT, what + " for " + seconds(limit), true, null, null, cause);
        }
        if (e instanceof InterruptedIOException) {
            return new Failure(Kind.TIMEOUT, "no answer within " + seconds(limits.ceiling()), false, null, null, cause);
        }
        return new Failure(Kind.UNREACHABLE, said.isEmpty() ? name : said, true, null, null, cause);
    }

    /** The failure as an exception, for calls that are not about one model. */
    ModelException exception(Endpoint endpoint) {
        return exception(endpoint, "", List.of());
    }

    /** The failure as an exception whose message is one sentence with the place. */
    ModelException exception(Endpoint endpoint, String model, List<Attempt> attempts) {
        String place = endpoint.label();
        String sentence = switch (kind) {
            case UNREACHABLE -> place + " cannot be reached";
            case TIMEOUT -> place + " did not answer in time";
            case UNAUTHORISED -> place + (endpoint.key().isNone() ? " wants a key" : " does not accept the key");
            case UNKNOWN_MODEL -> place + " does not know the model " + model;
            case QUOTA -> place + " says that the account has no credit or quota left";
            case RATE_LIMITED -> place + " limits the number of calls";
            case CONTEXT_TOO_LONG -> "The prompt or the output limit is too long for " + model + " at " + place;
            case REFUSED -> place + " refused the call";
            case SERVER_ERROR -> place + " reported an error";
            case NONSENSE -> place + " answered with something that is no model's answer";
            case NO_KEY -> place + " needs a key";
            case CANNOT -> place + " cannot do this";
        };
        String tries = attempts.size() > 1 ? " (" + attempts.size() + " tries)" : "";
        return new ModelException(kind, sentence + tries + ": " + words, attempts, cause);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
