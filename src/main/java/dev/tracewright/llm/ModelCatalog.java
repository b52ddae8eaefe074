package dev.tracewright.llm;

import dev.tracewright.llm.LocalServer.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says which models there are, at an endpoint or on this machine; it looks only when a person asks for it. */
public final class ModelCatalog {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;
    private static final CallLimits LISTING =
            new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(20));
    private static final CallLimits SEARCHING =
            new CallLimits(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(3));

    /**
     * What a server's list says.
     *
     * @param models their names
     * @param owner whom the server calls the owner of a model, or empty
     * @param ollama whether it has Ollama's shape and no other; llama.cpp answers at Ollama's addresses too, in both shapes
     */
    private record Listing(List<String> models, String owner, boolean ollama) {}

    /**
     * The models an endpoint offers, in the server's order; blocks up to 20 seconds, and asks once.
     *
     * @throws ModelException when the endpoint does not answer with a list of models
     */
    public List<String> models(Endpoint endpoint) throws ModelException {
        return listing(endpoint, LISTING).models();
    }

    /** Looks for the known servers at their default ports on this machine; blocks up to 6 seconds. */
    public List<LocalServer> findLocal() {
        return findLocal(Arrays.stream(Kind.values())
                .filter(kind -> kind.port() > 0)
                .map(kind -> "http://127.0.0.1:" + kind.port())
                .toList());
    }

    /**
     * Looks for servers at these addresses, all at once; blocks up to 6 seconds. What does not answer with a list of models
     * is left out.
     *
     * @throws IllegalArgumentException for a text that is no http(s) address
     */
    public List<LocalServer> findLocal(List<String> addresses) {
        List<Endpoint> endpoints = addresses.stream()
                .map(address -> Endpoint.local("local server", address, "").within(SEARCHING))
                .toList();
        List<LocalServer> found = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LocalServer>> answers = new ArrayList<>();
            for (Endpoint endpoint : endpoints) {
                answers.add(workers.submit(() -> recognised(endpoint)));
            }
            for (Future<LocalServer> answer : answers) {
                try {
                    found.add(answer.get());
                } catch (ExecutionException e) {
                    // Nobody there, or somebody else: both are what a search expects.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    workers.shutdownNow();
                    return found;
                }
            }
        }
        return found;
    }

    /**
     * Fetches a model onto the endpoint's server, which takes minutes to hours; blocks until it is there.
     *
     * @param model the model's name in the server's library, such as {@code qwen3:0.6b}
     * @param progress hears how far it is, on the calling thread
     * @param cancellation ends it; the server keeps what had come and goes on from there the next time
     * @return false when it was cancelled
     * @throws ModelException when the server does not fetch it
     */
    public boolean pull(Endpoint endpoint, String model, Consumer<PullProgress> progress, Cancellation cancellation)
            throws ModelException {
        return new Pull(endpoint, model, progress, cancellation).run();
    }

    private static LocalServer recognised(Endpoint endpoint) throws ModelException {
        Endpoint ollama = endpoint.speaking(Dialect.OLLAMA);
        try {
            Listing listing = listing(ollama, SEARCHING);
            if (listing.ollama()) {
                return new LocalServer(ollama.address(), Dialect.OLLAMA, Kind.OLLAMA, listing.models());
            }
        } catch (ModelException e) {
            if (e.kind() == ModelException.Kind.UNREACHABLE || e.kind() == ModelException.Kind.TIMEOUT) {
                throw e;
            }
        }
        Listing listing = listing(endpoint, SEARCHING);
        return new LocalServer(
                endpoint.address(), Dialect.OPENAI, kind(endpoint.address(), listing.owner()), listing.models());
    }

    private static Listing listing(Endpoint endpoint, CallLimits limits) throws ModelException {
        String key = Http.key(endpoint);
        Call call = Http.patientClient(limits)
                .newCall(Http.request(endpoint, endpoint.dialect().protocol().listPath(), key)
                        .header("Accept", "application/json")
                        .build());
        call.timeout().timeout(limits.ceiling().toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                throw Failure.ofResponse(response, key, System.currentTimeMillis())
                        .exception(endpoint);
            }
            return parsed(new SseReader(response.body().byteStream()).rest(MAX_CHARACTERS));
        } catch (IOException e) {
            throw Failure.ofIo(e, limits, key).exception(endpoint);
        }
    }

    private static Listing parsed(String body) throws NonsenseException {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new NonsenseException("no list of models", body);
        }
        JsonNode entries = root.isArray() ? root : root.has("data") ? root.path("data") : root.path("models");
        if (!entries.isArray()) {
            throw new NonsenseException("no list of models", body);
        }
        List<String> models = new ArrayList<>();
        String owner = "";
        for (JsonNode entry : entries) {
            String name = name(entry);
            if (name != null && !models.contains(name)) {
                models.add(name);
                owner = owner.isEmpty() ? entry.path("owned_by").asString("") : owner;
            }
        }
        return new Listing(List.copyOf(models), owner, root.has("models") && !root.has("data"));
    }

    /** The entry's name, or null where it has none that can be shown and sent back unchanged. */
    private static @Nullable String name(JsonNode entry) {
        for (JsonNode candidate : List.of(entry, entry.path("id"), entry.path("name"), entry.path("model"))) {
            if (candidate.isString() && !candidate.stringValue().isBlank()) {
                String name = candidate.stringValue();
                return name.equals(SafeText.excerpt(name, null)) ? name : null;
            }
        }
        return null;
    }

    private static Kind kind(String address, String owner) {
        return switch (owner) {
            case "library" -> Kind.OLLAMA;
            case "organization_owner" -> Kind.LM_STUDIO;
            case "llamacpp" -> Kind.LLAMA_CPP;
            case "vllm" -> Kind.VLLM;
            default -> {
                HttpUrl url = HttpUrl.get(address);
                yield Arrays.stream(Kind.values())
                        .filter(kind -> kind.port() == url.port())
                        .findFirst()
                        .orElse(Kind.OTHER);
            }
        };
    }
}
