package dev.tracewright.llm;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One model on its way onto an Ollama server. */
final class Pull {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The server checks gigabytes in silence; nothing limits how long the whole takes. */
    private static final CallLimits LIMITS =
            new CallLimits(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofDays(1));

    private final Endpoint endpoint;
    private final String model;
    private final Consumer<PullProgress> progress;
    private final Cancellation cancellation;

    Pull(Endpoint endpoint, String model, Consumer<PullProgress> progress, Cancellation cancellation) {
        this.endpoint = endpoint;
        this.model = model;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    boolean run() throws ModelException {
        if (!endpoint.dialect().pulls()) {
            throw new IllegalArgumentException(endpoint.label() + " does not fetch models");
        }
        String key = Http.key(endpoint);
        byte[] body = JSON.writeValueAsBytes(Map.of("model", model, "stream", true));
        Call call = Http.client(LIMITS)
                .newCall(Http.request(endpoint, "/api/pull", key)
                        .post(Http.oneShot(body))
                        .build());
        try (var _ = cancellation.onCancel(call::cancel);
                Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw Failure.ofResponse(response, key, System.currentTimeMillis())
                        .exception(endpoint);
            }
            return followed(new SseReader(response.body().byteStream()), key);
        } catch (IOException e) {
            if (cancellation.isCancelled()) {
                return false;
            }
            throw Failure.ofIo(e, LIMITS, key).exception(endpoint);
        }
    }

    private boolean followed(SseReader lines, @Nullable String key) throws IOException, ModelException {
        String line;
        while ((line = lines.nextLine()) != null) {
            JsonNode said;
            try {
                said = JSON.readTree(line);
            } catch (JacksonException e) {
                throw new NonsenseException("no progress of a download", line);
            }
            ServerProblem problem = ServerProblem.in(said);
            if (problem != null) {
                throw Failure.ofProblem(problem, 200, key, null).exception(endpoint);
            }
            String status = said.path("status").asString("");
            if (status.equals("success")) {
                return true;
            }
            Long total =
                    said.path("total").canConvertToLong() ? said.path("total").asLong() : null;
            Long done = said.path("completed").canConvertToLong()
                    ? said.path("completed").asLong()
                    : null;
            progress.accept(
                    new PullProgress(SafeText.excerpt(status, key), done, total != null && total > 0 ? total : null));
        }
        throw new IOException("the download ended before it was complete");
    }
}
