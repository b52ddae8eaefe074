package dev.tracewright.llm;

import dev.tracewright.llm.ModelException.Kind;
import dev.tracewright.trace.FinishReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One question on its way: its tries, its waits, and what of it is kept. */
final class Asking {
    /** How one try ended. */
    private sealed interface Outcome {}

    /** With a reply to keep, complete or not. */
    private record Kept(ChatReply reply) implements Outcome {}

    /** With nothing, and how many milliseconds to wait before the next one. */
    private record Lost(Failure failure, long pause) implements Outcome {}

    /** What went over the wire: the HTTP status, 0 where none came, and why the answer is not complete. */
    private record Exchange(int status, @Nullable Failure failure) {}

    private final HttpChatModel model;
    private final @Nullable String key;
    private final ChatRequest request;
    private final ChatListener listener;
    private final Cancellation cancellation;
    private final Endpoint endpoint;
    private final Protocol protocol;
    private final Timekeeper time;
    private final List<Attempt> attempts = new ArrayList<>();
    private RequestShape shape;
    private long deadline;
    private int retried;

    Asking(
            HttpChatModel model,
            @Nullable String key,
            ChatRequest request,
            ChatListener listener,
            Cancellation cancellation) {
        this.model = model;
        this.key = key;
        this.request = request;
        this.listener = listener;
        this.cancellation = cancellation;
        this.endpoint = model.endpoint();
        this.protocol = endpoint.dialect().protocol();
        this.time = model.time();
        this.shape = model.shape();
    }

    ChatReply run() throws ModelException {
        int expected = TokenEstimate.of(request);
        while (true) {
            EndpointGate.Pass pass = model.gate().enter(cancellation, patience(), expected);
            switch (pass.entry()) {
                case CANCELLED -> {
                    return nothing();
                }
                case PAUSED_TOO_LONG ->
                    throw new Failure(
                                    Kind.RATE_LIMITED,
                                    "the server asked for a pause that is longer than this call may take",
                                    false,
                                    null,
                                    null,
                                    null)
                            .exception(endpoint, model.name(), attempts);
                case ENTERED -> {}
            }
            Outcome outcome;
            Integer used = null;
            try {
                deadline = attempts.isEmpty()
                        ? time.ticks() + endpoint.limits().ceiling().toMillis()
                        : deadline + pass.heldBack();
                outcome = attempt();
                used = used(outcome);
                if (outcome instanceof Lost lost && lost.failure().kind() == Kind.RATE_LIMITED) {
                    model.gate().pause(lost.pause());
                }
            } finally {
                model.gate().leave(pass, used);
            }
            switch (outcome) {
                case Kept(ChatReply reply) -> {
                    return reply;
                }
                case Lost lost -> {
                    if (!prepareNext(lost)) {
                        return nothing();
                    }
                }
            }
        }
    }

    /** How many tokens the last try took, as far as that is known. */
    private @Nullable Integer used(Outcome outcome) {
        Attempt last = attempts.getLast();
        if (last.promptTokens() != null && last.outputTokens() != null) {
            return last.promptTokens() + last.outputTokens();
        }
        return switch (outcome) {
            case Kept(ChatReply reply) ->
                TokenEstimate.ofPrompt(request)
                        + TokenEstimate.of(reply.output())
                        + (reply.reasoning() == null ? 0 : TokenEstimate.of(reply.reasoning()));
            case Lost _ -> last.status() >= 400 ? 0 : null;
        };
    }

    /** How long a pause of the endpoint is worth waiting for. */
    private long patience() {
        return attempts.isEmpty() ? endpoint.limits().ceiling().toMillis() : deadline - time.ticks();
    }

    /** Prepares the next try; false when it was cancelled meanwhile, an exception when there is none. */
    private boolean prepareNext(Lost lost) throws ModelException {
        Failure failure = lost.failure();
        Attempt failed = attempts.getLast();
        boolean triesLeft = attempts.size() < Backoff.MAX_TRIES;
        RequestShape changed = changed(failure, failed.status());
        if (changed != null && triesLeft) {
            shape = changed;
            listener.retrying(failed, 0);
            return true;
        }
        boolean again =
                failure.passing() && triesLeft && retried < endpoint.limits().retries();
        if (!again || lost.pause() > deadline - time.ticks()) {
            throw failure.exception(endpoint, model.name(), attempts);
        }
        retried++;
        listener.retrying(failed, lost.pause());
        return time.pause(lost.pause(), cancellation);
    }

    private @Nullable RequestShape changed(Failure failure, int status) {
        boolean aboutTheRequest = (status == 400 || status == 422) && failure.kind() != Kind.CONTEXT_TOO_LONG;
        return aboutTheRequest && failure.problem() != null ? shape.without(failure.problem(), request) : null;
    }

    private Outcome attempt() {
        listener.attempting();
        long startedAt = time.epochMillis();
        long started = time.ticks();
        ChatStream stream = new ChatStream(protocol, listener);
        Exchange exchange = exchange(stream, deadline - started);
        stream.end();
        FinishReason finish = stream.finish();
        Failure failure = null;
        if (finish == null) {
            failure = exchange.failure() != null ? exchange.failure() : Failure.ofEnd(stream.begun());
            if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
                finish = FinishReason.CANCELLED;
                failure = Failure.ofCancelling();
            } else if (stream.begun()) {
                finish = FinishReason.TRUNCATED;
            }
        }
        Attempt attempt = new Attempt(
                startedAt,
                time.ticks() - started,
                exchange.status(),
                failure == null ? null : failure.words(),
                stream.promptTokens(),
                stream.outputTokens());
        attempts.add(attempt);
        if (failure != null && finish == null) {
            return new Lost(failure, Backoff.millis(attempts.size(), failure.retryAfter(), time.random()));
        }
        if (exchange.status() != 0) {
            model.learned(shape);
        }
        return new Kept(reply(stream, finish == null ? FinishReason.UNKNOWN : finish, attempt));
    }

    /** Sends the request once and reads the answer into {@code stream}. */
    private Exchange exchange(ChatStream stream, long millisLeft) {
        Request post = Http.request(endpoint, protocol.chatPath(), key)
                .header("Accept", "text/event-stream, application/x-ndjson, application/json")
                .post(Http.oneShot(shape.body(model.name(), request)))
                .build();
        Call call = model.client().newCall(post);
        call.timeout().timeout(Math.max(1, millisLeft), TimeUnit.MILLISECONDS);
        int status = 0;
        try (var _ = cancellation.onCancel(call::cancel);
                Response response = call.execute()) {
            status = response.code();
            if (!response.isSuccessful()) {
                return new Exchange(status, Failure.ofResponse(response, key, time.epochMillis()));
            }
            stream.read(response.body().byteStream());
            ServerProblem problem = stream.problem();
            return new Exchange(status, problem == null ? null : Failure.ofProblem(problem, status, key, null));
        } catch (IOException e) {
            return new Exchange(status, Failure.ofIo(e, endpoint.limits(), key));
        }
    }

    private ChatReply reply(ChatStream stream, FinishReason finish, Attempt accepted) {
        List<String> notes = new ArrayList<>(shape.notes(request));
        notes.addAll(stream.notes());
        notes.addAll(protocol.afterwards(request, stream));
        if (finish == FinishReason.TRUNCATED && accepted.problem() != null) {
            notes.add("The answer breaks off: " + accepted.problem());
        }
        return new ChatReply(
                stream.outputText(),
                stream.reasoningText(),
                finish,
                stream.promptTokens(),
                stream.outputTokens(),
                accepted.millis(),
                attempts,
                notes);
    }

    /** What is given back when it was cancelled before anything came. */
    private ChatReply nothing() {
        return new ChatReply("", null, FinishReason.CANCELLED, null, null, 0, attempts, shape.notes(request));
    }
}
